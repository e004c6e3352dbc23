"""Where annotations are kept: one SQLite file, written the moment that something is made."""

from newsreader.annotations.store.store import Store, Version

__all__ = ["Store", "Version"]
