"""From the bytes of a page to its tree of elements, whatever the page claims to be."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree, html

from newsreader.article.readers.html import nesting

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.-]{1,40})")
_HEAD = 8192
"""bytes in which a page names its encoding; browsers look at 1024, but some pages are late"""
_LATIN = frozenset({"iso8859-1", "iso8859-15", "ascii", "latin-1"})
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7"})
_DEEPEST = 500
"""elements inside each other that are kept in a page with too many; browsers keep 512"""
_FEWEST_BROKEN = 20
"""one broken character to so many that are no ASCII, and the page is not in UTF-8"""
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""control characters, soft hyphens, characters without width, and those that turn the direction of writing"""
_SPACES = re.compile(r"\s+")
_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page.

    Attributes:
        root: its element `html`.
        notices: keys of phrases that a reader should be told.
    """

    root: HtmlElement
    notices: tuple[str, ...] = ()


def parse(data: bytes, charset: str | None = None) -> Page | None:
    """The tree of a page, None where the bytes hold no element at all.

    It takes time and memory in proportion to the page, also where that was made to break programs.

    Args:
        data: the page.
        charset: the encoding that the server named.
    """
    text, notices = _decoded(data, charset)
    root, whole = _tree(text.replace("\0", ""))
    if not whole:
        flat, _ = _tree(nesting.flattened(text.replace("\0", ""), _DEEPEST))
        root = root if flat is None else flat
    return None if root is None else Page(root, notices)


def clean(text: str) -> str:
    """A text as a page shows it: on one line, white space made one space each, nothing invisible in it."""
    return _SPACES.sub(" ", _DROPPED.sub("", text)).strip()


def squeezed(text: str) -> str:
    """The same with a space at its ends where white space stands there."""
    return _SPACES.sub(" ", _DROPPED.sub("", text))


def text_of(element: HtmlElement) -> str:
    """The whole text of an element on one line."""
    return clean("".join(element.itertext()))


def key(text: str) -> str:
    """A text by its letters and digits alone, in lower case, so that spellings of one title are equal."""
    return _LETTERS.sub("", text).lower()


def _tree(text: str) -> tuple[HtmlElement | None, bool]:
    """The element `html` of a page, None if it has none, and whether all of the page is in it.

    The parser gives up elements that are nested more than 2048 deep, with everything that follows them.
    """
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    root: HtmlElement | None = None
    with suppress(etree.ParserError, etree.XMLSyntaxError):
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    return root, not any(
        one.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for one in parser.error_log.filter_from_fatals()
    )


def _decoded(data: bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    """The text of a page: by its mark, as UTF-8 if it is, else as server or page say, else Windows-1252."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), ()
    try:
        # Hardly any text in another encoding is valid UTF-8 by chance, and saved pages keep what they declared before.
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        told = data.decode("utf-8", "replace")
    broken = told.count("\N{REPLACEMENT CHARACTER}")
    if broken * _FEWEST_BROKEN <= sum(character > "\x7f" for character in told):
        return told, ()
    for declared in (charset, _declared(data)):
        if codec := _codec(declared):
            return data.decode(codec, "replace"), ()
    return data.decode("cp1252", "replace"), ("article.decoded_cp1252",)


def _declared(data: bytes) -> str | None:
    head = data[:_HEAD]
    match = _META.search(head) or _XML.match(head)
    return match[1].decode("ascii") if match else None


def _codec(name: str | None) -> str | None:
    """The codec of an encoding's name; what calls itself Latin-1 on the web is Windows-1252 (WHATWG Encoding)."""
    if not name:
        return None
    try:
        codec = codecs.lookup(name.strip(" \"'")).name
        b"a".decode(codec)
    except (LookupError, ValueError):
        return None
    if codec in _NO_CHARSETS:
        return None
    return "cp1252" if codec in _LATIN else codec
