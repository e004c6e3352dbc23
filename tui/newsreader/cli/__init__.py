"""The `newsreader` command."""
