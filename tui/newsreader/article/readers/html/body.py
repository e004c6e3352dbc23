"""From the blocks of a page to those of its article: lead, text, sub-headings, lists, captions; nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from newsreader.article.model import BlockKind
from newsreader.article.newsroom import bylines, shapes, stamps
from newsreader.article.readers.html import content, emphasis, live, pointers
from newsreader.article.readers.html.parsing import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from newsreader.article.readers.html.content import Region
    from newsreader.article.readers.html.facts import Facts
    from newsreader.article.readers.html.found import Found
    from newsreader.article.readers.html.titles import Title

_LEAD_NAME = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|intro|introduction|standfirst|vorspann|einleitung|abstract|excerpt|summary|dek|subline|subtitle|teaser-?text|"
    r"description|article-?teaser)(?:$|[\s_-])|articleLead|articleIntro",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:fotos?|bild(?:er)?|grafik|quelle|video|illustration|archivbild|symbolbild|credit|copyright)\s?:|©|\(c\)|"
    r"imago|picture alliance",
    re.IGNORECASE,
)
_CREDIT_BEHIND = re.compile(r"(?:Bildrechte|Bildquelle|Foto|Fotos|Bild|Quelle|©)\s?:\s?[^.:]{2,60}$|©[^.]{2,60}$")
_CAPTION_NAME = re.compile(
    r"caption|bildunter|bild-?text|image-?(?:text|description|container-?text)|content-?image|pic-?box|media-?(?:info|text)|picture|absatzbild|photo-?(?:text|credit)|credit",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:von|text|autorin|autor|aktualisiert am|veröffentlicht am|stand|"
    r"\d{1,2}\.\s?(?:\d{1,2}\.|[a-zä]{3,9})\s?\d{4})\b",
    re.IGNORECASE,
)
"""how the lines between a headline and its text begin: who wrote it, and when"""
_LONGEST_HEAD = 70
_CLOSING = (".", "!", "?", ":", "“", '"')
_LARGEST_BOX = 0.2
"""share of an article's running text above which an element is no box in it"""
_LONGEST_CAPTION = 400
_SHORTEST_LEAD = 50
_SHORTEST_DUPLICATE = 40
_LIST_LINKS = 0.6
"""share of a list that is links from which on it is no text but a list of links"""
_LONGEST_HEADING = 140
_NUMBERED = re.compile(r"\d{1,2}[.)]?\s\S")
_FEWEST_NUMBERED = 3


def body(region: Region, title: Title, facts: Facts) -> list[Found]:
    """The blocks of the article below its headline, in document order.

    Args:
        region: the page's blocks and where the running text is.
        title: the headline and where it stands.
        facts: what the page tells elsewhere.
    """
    start = title.place + 1
    above = _above(region, start)
    lead = _lead(region, [*above, *_opening(region, start)], facts)
    chosen = [region.found[index] for index in above if _is_opening_text(region, region.found[index])]
    chosen += [region.found[index] for index in region.inside if index >= start]
    chosen = [one for one in chosen if lead is None or one is not region.found[lead]]
    if live.is_ticker(facts, chosen):
        chosen = live.with_times(chosen)
    parted = emphasis.parted(_without_boxes(region, _without_link_lists(chosen)))
    kept = emphasis.with_headings(list(_texts(region, parted, title, facts)))
    opening = (
        [replace(region.found[lead], kind=BlockKind.LEAD, level=0, preformatted=False)] if lead is not None else []
    )
    return [*opening, *_headed(_unrepeated(kept, opening))]


def _above(region: Region, start: int) -> list[int]:
    """The blocks between the headline and the element that holds the text: the lead, or the free part of paid text."""
    if not region.inside:
        return []
    scope = region.scope
    return [
        index
        for index in range(start, region.inside.start)
        if region.elements.holds(scope, region.elements.number(region.found[index].element))
    ]


def _opening(region: Region, start: int) -> list[int]:
    """The first blocks of the text."""
    return [index for index in region.inside if index >= start][:4]


def _is_opening_text(region: Region, one: Found) -> bool:
    """Whether a block above the text belongs to it."""
    return content.is_prose(one) and one.kind is BlockKind.PARAGRAPH and not _is_caption(region, one)


def _lead(region: Region, indexes: Sequence[int], facts: Facts) -> int | None:
    """The block that is the lead: named so, or told as the page's description; above the text or opening it."""
    told = {key(one) for one in facts.descriptions if len(one) >= _SHORTEST_LEAD}
    for index in indexes:
        one = region.found[index]
        if one.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or len(one.text) < _SHORTEST_LEAD or one.quoted:
            continue
        if one.link_share > 0.5 or _is_furniture(one) or _is_caption(region, one):
            continue
        if key(one.text) in told or _is_named(one):
            return index
    return None


def _is_named(one: Found) -> bool:
    element = one.element
    parent = element.getparent()
    names = [element.get("class") or "", element.get("itemprop") or ""]
    if parent is not None:
        names += [parent.get("class") or ""]
    return any(_LEAD_NAME.search(name) for name in names)


def _is_furniture(one: Found) -> bool:
    return pointers.is_pointer(one.text, one.link_share)


def _without_link_lists(blocks: Iterable[Found]) -> list[Found]:
    """The blocks without lists that consist of links."""
    kept: list[Found] = []
    for is_item, group in groupby(blocks, key=lambda one: one.kind is BlockKind.LIST_ITEM):
        items = list(group)
        if is_item:
            length = sum(len(one.stretch.text) for one in items)
            if sum(one.linked for one in items) > _LIST_LINKS * length:
                continue
        kept += items
    return kept


def _without_boxes(region: Region, blocks: Sequence[Found]) -> list[Found]:
    """The blocks without boxes that lead elsewhere: a heading says so, and what stands in its element goes with it."""
    elements = region.elements
    boxes: list[int] = []
    kept: list[Found] = []
    for one in blocks:
        number = elements.number(one.element)
        if boxes and elements.holds(boxes[-1], number):
            continue
        if pointers.leads_elsewhere(one.text) and one.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            if (box := _box(region, number)) is not None:
                boxes.append(box)
            continue
        kept.append(one)
    return kept


def _box(region: Region, number: int) -> int | None:
    """The outermost element around a heading that holds hardly any of the article; None if even its own holds more."""
    elements = region.elements
    most = _LARGEST_BOX * elements.mass[region.root]
    if elements.mass[number] > most or number <= region.root:
        return None
    box = number
    while elements.parents[box] > region.root and elements.mass[elements.parents[box]] <= most:
        box = elements.parents[box]
    return box


def _texts(region: Region, blocks: Iterable[Found], title: Title, facts: Facts) -> Iterable[Found]:
    """What of the blocks is text: no bylines, times, credits, pointers to other pages."""
    told = [key(one) for one in (*facts.titles, facts.alternative) if one]
    known = {key(title.headline), key(title.kicker), key(f"{title.kicker}{title.headline}"), *told}
    begun = False
    for one in blocks:
        line = one.text
        mark = key(line)
        if mark in known or not mark or _is_furniture(one):
            continue
        if one.kind is BlockKind.CAPTION or _is_caption(region, one):
            yield replace(one, kind=BlockKind.CAPTION, level=0)
        elif one.kind is BlockKind.HEADING:
            titled = one.level == 1 or (not begun and any(mark in other for other in told))
            if one.link_share >= 0.8 or titled or stamps.read_stamp(line) or bylines.byline_end(line):
                continue
            if not begun and len(line) >= _SHORTEST_LEAD:
                # What stands in large letters below the headline is the deck.
                yield replace(one, kind=BlockKind.LEAD, level=0)
            elif len(line) <= _LONGEST_HEADING:
                yield one
        elif one.kind is BlockKind.PARAGRAPH and not _is_text(one, begun=begun):
            continue
        else:
            begun = begun or len(line) >= _SHORTEST_LEAD
            yield one


def _is_caption(region: Region, one: Found) -> bool:
    """Whether a block that is in no figure stands below a picture all the same."""
    line = one.text
    if one.kind is not BlockKind.PARAGRAPH or len(line) > _LONGEST_CAPTION:
        return False
    if (len(line) <= 160 and _CREDIT.match(line)) or _CREDIT_BEHIND.search(line):
        return True
    element: HtmlElement | None = one.element
    for _ in range(3):
        if element is None or region.elements.mass[region.elements.number(element)] > _LONGEST_CAPTION:
            return False
        if _CAPTION_NAME.search(element.get("class") or ""):
            return True
        element = element.getparent()
    return False


def _is_text(one: Found, *, begun: bool) -> bool:
    line = one.text
    if one.link_share >= 0.9:
        return False
    if len(line) > 200:
        return True
    if line.isspace() or len(line) < 3:
        return False
    if (
        not begun
        and len(line) <= _LONGEST_HEAD
        and _HEAD.match(line)
        and not line.removesuffix("Min.").endswith(_CLOSING)
    ):
        return False
    return not (stamps.read_stamp(line) or shapes.is_time(line) or (not begun and bylines.authors(line)))


def _unrepeated(blocks: Sequence[Found], opening: Sequence[Found]) -> list[Found]:
    """The blocks without what was there before: pages repeat leads, and parts for narrow screens.

    Of a list that names the headings of the text, and of these headings, the headings stay.
    """
    seen = {key(one.text) for one in opening}
    headings = {key(one.text) for one in blocks if one.kind is BlockKind.HEADING}
    kept = []
    for one in blocks:
        mark = key(one.text)
        if one.kind is BlockKind.LIST_ITEM and mark in headings:
            continue
        if len(mark) >= _SHORTEST_DUPLICATE or one.kind is BlockKind.CAPTION:
            if mark in seen:
                continue
            seen.add(mark)
        kept.append(one)
    return kept


def _headed(blocks: Sequence[Found]) -> list[Found]:
    """The blocks without headings that nothing follows; those of a numbered list stay, for some are all there is."""
    kept: list[Found] = []
    numbered = {id(one) for one in blocks if one.kind is BlockKind.HEADING and _NUMBERED.match(one.text)}
    for one in reversed(blocks):
        following = kept[-1] if kept else None
        if (
            one.kind is BlockKind.HEADING
            and not (len(numbered) >= _FEWEST_NUMBERED and id(one) in numbered)
            and (following is None or (following.kind is BlockKind.HEADING and following.level <= one.level))
        ):
            continue
        kept.append(one)
    return kept[::-1]
