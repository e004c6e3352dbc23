"""What the files are called when each article has one of its own."""

from __future__ import annotations

from pathlib import Path, PurePath
from urllib.parse import unquote, urlsplit

from newsreader.article.sources import STANDARD_INPUT, is_address

NAME = "newsreader"
"""name of the file for an article without a name"""

LONGEST = 120
"""characters of a name, so that it and what is added to it fit every file system"""


class Naming:
    """The files of articles, relative to the folder that they go into; the same name never comes twice.

    Args:
        suffix: how the names end.
    """

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._taken: set[str] = set()

    def path(self, source: str, given: str) -> Path:
        """The file of the next article; articles of a folder lie as deep in the target as in that folder.

        Args:
            source: where the article comes from.
            given: what was given on the command line that it comes from.
        """
        stem = path = _stem(source, given)
        number = 1
        while str(path).lower() in self._taken:
            number += 1
            path = stem.with_name(f"{stem.name}-{number}")
        self._taken.add(str(path).lower())
        return path.with_name(path.name + self._suffix)


def _stem(source: str, given: str) -> Path:
    if source == STANDARD_INPUT:
        return Path(NAME)
    if is_address(source):
        parts = urlsplit(source)
        last = unquote(PurePath(parts.path).stem) or parts.hostname or NAME
        return Path(_plain(last))
    path = PurePath(source)
    inside = path.relative_to(given).parent if source != given and path.is_relative_to(given) else PurePath()
    return Path(inside) / _plain(path.stem)


def _plain(name: str) -> str:
    """A name that is no path and that every file system takes."""
    kept = "".join("-" if sign in '/\\:*?"<>|' or not sign.isprintable() else sign for sign in name)
    return kept.strip(". ")[:LONGEST] or NAME
