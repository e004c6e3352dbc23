"""The formats, one module each; `newsreader.export.registry` lists them."""
