"""Which text of a kept article is shown: that of its file, or the library's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.article.sources import is_address
from newsreader.errors import SourceError
from newsreader.library.instead import as_kept, instead

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article
    from newsreader.library.library import Library
    from newsreader.library.model import Kept


@dataclass(frozen=True)
class Opened:
    """An article that is ready to be read.

    Attributes:
        article: the article.
        analysis: its analysis where the library has it.
    """

    article: Article
    analysis: Analysis | None


def open_kept(
    library: Callable[[], Library], kept: Kept, read: Callable[[str], Article], version: int | None = None
) -> Opened | None:
    """Open a kept article without asking the network.

    A file is read anew, for that costs nothing, and shows what has changed in it; what is a place in one version is
    shown in that version. A page is shown as it was kept.

    Args:
        library: opens the library.
        kept: the article.
        read: reads a file; raises SourceError.
        version: number of the version that is wanted, None for the text as it is now.

    Returns:
        What can be read; None if the article or its version is gone, since another program has deleted it.

    Raises:
        StoreError: if the library cannot be read.
    """
    opened = library()
    present = version is None or version == kept.version
    try:
        own, analysis = opened.article(kept.number, version), opened.analysis(kept.number, version)
    except KeyError:
        return None
    if kept.source == "-" or is_address(kept.source):
        return Opened(as_kept(own), analysis)
    try:
        found = read(kept.source)
    except SourceError as error:
        found = (instead(error, kept.source, library) if present else None) or as_kept(own)
    if found.id == own.id:
        return Opened(found, analysis)
    return Opened(found, None) if version is None else Opened(as_kept(own), analysis)
