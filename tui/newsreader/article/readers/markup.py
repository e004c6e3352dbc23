"""Raw HTML inside Markdown: its tags are dropped and its text is kept, nothing is interpreted."""

from __future__ import annotations

import re
from html import unescape

_UNSEEN = re.compile(r"<(script|style|template)(?=[\s/>])", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>|<[!?][^<>]*>", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|br|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|"
    r"main|nav|ol|p|pre|section|summary|table|tr|ul)(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\r\f\v\n]+")
_PARAGRAPH = "\x1d"
"""stands for the edge of a block while tags are dropped; control characters do not occur in the result"""


def is_line_break(tag: str) -> bool:
    """Whether a tag breaks the line."""
    return tag[1:4].lower().rstrip(" />") == "br" and not tag[3:4].isalpha()


def paragraphs(html: str) -> list[str]:
    """The text of a piece of HTML, cut by its block tags; each part on one line, entities decoded."""
    text = _without(_without_comments(html), _UNSEEN)
    text = _TAG.sub("", _BLOCK.sub(_PARAGRAPH, text.replace(_PARAGRAPH, "")))
    pieces = (_SPACES.sub(" ", unescape(piece)).strip() for piece in text.split(_PARAGRAPH))
    return [piece for piece in pieces if piece]


def _without_comments(html: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := html.find("<!--", at)) >= 0:
        kept.append(html[at:start])
        end = html.find("-->", start + 4)
        if end < 0:
            return "".join(kept)
        at = end + 3
    kept.append(html[at:])
    return "".join(kept)


def _without(html: str, opening: re.Pattern[str]) -> str:
    """The HTML without the elements that a pattern opens, whose content nobody sees."""
    lowered = html.lower()
    if len(lowered) != len(html):
        lowered = html
    kept: list[str] = []
    at = 0
    while match := opening.search(html, at):
        kept.append(html[at : match.start()])
        end = lowered.find(f"</{match[1].lower()}", match.end())
        if end < 0:
            return "".join(kept)
        at = html.find(">", end) + 1 or len(html)
    kept.append(html[at:])
    return "".join(kept)
