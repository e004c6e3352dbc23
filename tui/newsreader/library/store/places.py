"""What tells one article from others, and where articles come from."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader.article.sources import ENTRY
from newsreader.settings.state import identity

if TYPE_CHECKING:
    from newsreader.article.model import Article

STANDARD_INPUT = "-"

TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|wt_mc|wt_zmc", re.IGNORECASE)
"""parameters of an address that tell where a reader comes from, not what he reads"""


def source_of(source: str) -> str:
    """A source as it can be opened again from anywhere: paths are absolute."""
    return source if source == STANDARD_INPUT else identity(source)


def place_of(source: str) -> str:
    """What tells an article at a path or an address from others: where in a page one begins does not matter, nor
    where one comes from.
    """
    place = source_of(source)
    if "://" in place:
        whole, _, fragment = place.partition("#")
        address, _, query = whole.partition("?")
        kept = [part for part in query.split("&") if part and not TRACKING.fullmatch(part.partition("=")[0])]
        place = f"{address}?{'&'.join(kept)}" if kept else address
        # Of an article that is only in a feed, the fragment tells which one it is.
        place += f"#{fragment}" if f"#{fragment}".startswith(ENTRY) else ""
    return held(place)


def place_of_article(article: Article) -> str:
    """What tells an article from others: where it is, or its text if it came from standard input."""
    return article.id if article.source == STANDARD_INPUT else place_of(article.source)


def site_of(source: str) -> str:
    """The host of an address, the folder of a path, "" for standard input."""
    if source == STANDARD_INPUT:
        return ""
    if "://" not in source:
        return held(str(PurePath(source_of(source)).parent))
    try:
        host = urlsplit(source).hostname or ""
    except ValueError:
        host = ""
    return held(host.removeprefix("www."))


def held(path: str) -> str:
    """A path as SQLite can hold it, also one that is no Unicode."""
    return path.encode("utf-8", "backslashreplace").decode()
