"""Which articles a list of sources means."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from newsreader.article.decoding import has_mark, is_binary
from newsreader.article.readers import READERS
from newsreader.article.shown import shown
from newsreader.article.sources import STANDARD_INPUT, explain, is_address
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SNIFFED = 4096
"""bytes of a file without a suffix that tell whether it is text"""


def collect(sources: Iterable[str]) -> list[str]:
    """The articles that sources mean, in order: a folder stands for every article in it and in the folders below.

    In a folder only files with a known suffix count, and text files without one; hidden files and folders are left out,
    links to folders are not followed. A folder below that may not be opened stands in the list itself, so that reading
    it tells the user. Standard input and addresses are passed on.

    Args:
        sources: paths of files and folders, "-", addresses.

    Raises:
        SourceError: if a path does not exist, or a folder cannot be opened or holds no article.
    """
    found: list[str] = []
    for source in sources:
        if source == STANDARD_INPUT or is_address(source):
            found.append(source)
            continue
        try:
            is_folder = stat.S_ISDIR(os.stat(source).st_mode)  # noqa: PTH116 - paths are kept as they were given
            articles = list(_articles(source)) if is_folder else [source]
        except (OSError, ValueError) as error:
            explain(source, error)
        if not articles:
            raise SourceError("article.empty_folder", path=shown(source))
        found.extend(articles)
    return found


def _articles(folder: str) -> Iterator[str]:
    """The articles of a folder, by name, a folder's own before those of the folders in it.

    Raises:
        OSError: if the folder itself cannot be opened.
    """
    with os.scandir(folder) as scan:
        entries = sorted((entry for entry in scan if not entry.name.startswith(".")), key=lambda entry: entry.name)
    yield from (entry.path for entry in entries if _is_article(entry))
    for entry in entries:
        if not entry.is_dir(follow_symlinks=False):
            continue
        try:
            inside = list(_articles(entry.path))
        except OSError:
            yield entry.path
        else:
            yield from inside


def _is_article(entry: os.DirEntry[str]) -> bool:
    try:
        if not entry.is_file():
            return False
    except OSError:
        return False
    suffix = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 - a name, not a path
    return _is_text(entry.path) if not suffix else suffix in READERS


def _is_text(path: str) -> bool:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - paths are kept as they were given
            start = file.read(_SNIFFED)
    except OSError:
        return False
    return bool(start.strip()) and (has_mark(start) or not is_binary(start))
