"""The way back: annotations from `json`, `jsonl` and `w3c`, also from other programs' web annotations."""

from newsreader.export.incoming.parsing import Incoming, parse

__all__ = ["Incoming", "parse"]
