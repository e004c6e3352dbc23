"""From the bytes of XML to its tree, however broken it is. Its own entities stay closed, nothing else is loaded."""

from __future__ import annotations

import re
from html.entities import html5

from lxml import etree

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
_HEAD = 65_536
"""characters in which the declaration of a document's type stands"""
_ENTITY = re.compile(r"&(\w{2,32});")
_XML_ENTITIES = frozenset(("amp", "lt", "gt", "quot", "apos"))


def root_of(data: bytes, charset: str | None = None) -> etree._Element | None:
    """The root element, None where there is none. What is broken is mended as far as possible.

    The names that HTML has for characters are known; entities that the document declares itself are left out.

    Args:
        data: the whole document.
        charset: the encoding that the server named.
    """
    text = _without_doctype(_decoded(data, charset))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(_ENTITY.sub(_character, text).encode("utf-8", "replace"), parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace, in lower case."""
    return str(element.tag).rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""


def _without_doctype(text: str) -> str:
    """A document without its own entities, which in attributes every parser expands."""
    start = text.find("<!DOCTYPE", 0, _HEAD)
    match = _DOCTYPE.match(text, start) if start >= 0 else None
    return text if match is None else text[:start] + text[match.end() :]


def _decoded(data: bytes, charset: str | None) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    declared = _DECLARED.match(data)
    for encoding in ("utf-8", charset, declared[1].decode("ascii") if declared else None, "cp1252"):
        try:
            if encoding:
                return data.decode(encoding)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return data.decode("utf-8", "replace")


def _character(match: re.Match[str]) -> str:
    """An entity of HTML as its character; XML's own, and those of the document, stay."""
    name = match[1]
    return match[0] if name in _XML_ENTITIES else html5.get(f"{name};", match[0])
