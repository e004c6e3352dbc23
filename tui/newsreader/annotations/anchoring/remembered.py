"""Remembers on disk where anchors were found, so that a changed text is searched once and not at each opening."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from zlib import crc32

from newsreader.analysis.cache import prune
from newsreader.annotations.anchoring.places import Method
from newsreader.article.model import Span
from newsreader.settings.atomic import write_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from newsreader.annotations.anchoring.places import Found
    from newsreader.annotations.model import Anchor

SCHEMA = "newsreader-places/1"
"""another one when anchors are looked for in another way"""

LIMIT = 32 * 1024 * 1024


class PlaceMemory:
    """A folder with a JSON file for each two texts.

    As with every cache, what cannot be read is as if it were not there, and what cannot be written is left.

    Args:
        folder: where the files lie; it is made when the first one is written.
        limit: how many bytes the files may take together; the ones not used for longest go first.
    """

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self.folder = folder
        self.limit = limit

    def get(self, old: str, new: str, anchors: Iterable[Anchor], *, known: bool) -> Found:
        """As `newsreader.annotations.anchoring.places.Memory`."""
        path = self._path(old, new, known=known)
        try:
            row = json.loads(path.read_text(encoding="utf-8"))
            if row["schema"] != SCHEMA or row["new"] != new:
                return {}
            places = {name: _place(value) for name, value in row["places"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}
        with suppress(OSError):
            os.utime(path)
        return {anchor: places[name] for anchor in anchors if (name := _name(anchor)) in places}

    def put(self, old: str, new: str, found: Found, *, known: bool) -> None:
        """As `newsreader.annotations.anchoring.places.Memory`."""
        places = {
            _name(anchor): None if place is None else [*place[0], place[1].value] for anchor, place in found.items()
        }
        row = {"schema": SCHEMA, "new": new, "places": places}
        with suppress(OSError):
            write_text(self._path(old, new, known=known), json.dumps(row, separators=(",", ":")))
            prune(self.folder, self.limit)

    def _path(self, old: str, new: str, *, known: bool) -> Path:
        digest = hashlib.sha256(json.dumps([old, new, known]).encode())
        return self.folder / f"{digest.hexdigest()[:40]}.json"


def _name(anchor: Anchor) -> str:
    """What tells an anchor from all others of its text."""
    exact, prefix, suffix = anchor.exact, anchor.prefix, anchor.suffix
    return f"{anchor.start} {anchor.end} {crc32(repr((exact, prefix, suffix)).encode()):x}"


def _place(value: list[Any] | None) -> tuple[Span, Method] | None:
    """A place as it was written.

    Raises:
        ValueError, TypeError: if it was not written so.
    """
    if value is None:
        return None
    start, end, method = value
    if not 0 <= int(start) <= int(end):
        raise ValueError(value)
    return Span(int(start), int(end)), Method(method)
