"""The dialogs that open over the reader."""
