"""When an article was published: where the metadata is silent, as the page shows it beside the headline."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from newsreader.article.newsroom import moments as worded
from newsreader.article.newsroom import stamps
from newsreader.article.newsroom.stamps import Rank
from newsreader.article.readers.html import content, furniture
from newsreader.article.readers.html.moments import moment
from newsreader.article.readers.html.parsing import clean, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from lxml.html import HtmlElement

    from newsreader.article.readers.html.content import Region
    from newsreader.article.readers.html.elements import Elements
    from newsreader.article.readers.html.facts import Facts
    from newsreader.article.readers.html.found import Found
    from newsreader.article.readers.html.titles import Title

_ABOVE, _BELOW = 4, 14
"""blocks around the headline in which a date is the article's"""
_BEFORE, _BEHIND = 24, 60
"""elements around the headline in which a date is the article's, as far as none of its text comes before"""
_NAMED = re.compile(r"publish|posted|pub-?date|datum|(?:^|[\s_-])date|byline", re.IGNORECASE)
_SMALL = 6
"""elements in one another that can make a line with a date"""
_LONGEST_LINE = 100
_MOST_PARTS = 40
"""elements in another between which a date may stand"""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ELSEWHERE = (*_HEADINGS, "title", "a", "blockquote")
"""elements in which a date is that of another article or post, or part of a headline"""
_UPDATED = re.compile(r"\b(?:stand|aktualisiert|geändert|update)\b", re.IGNORECASE)
_PUBLISHED_NAME = re.compile(r"publish", re.IGNORECASE)
_UPDATED_NAME = re.compile(r"updated|modified", re.IGNORECASE)
_SAME = 60
"""seconds; an update so soon is none"""


def completed(facts: Facts, region: Region, title: Title) -> Facts:
    """The facts with what the page shows of dates, where its metadata tells none or only the day."""
    if facts.published is not None:
        return replace(facts, published=_timed(facts.published, region, title))
    told = list(_shown(region, title)) or _beside(region, title)
    # Those that say what they are go first; `sorted` keeps the page's order.
    ranked = sorted(told, key=lambda one: one[0])
    published = next((when for rank, when in ranked if rank is not Rank.UPDATED), None)
    updated = next((when for rank, when in told if rank is Rank.UPDATED), None)
    return replace(facts, published=published, updated=facts.updated or updated)


def _timed(published: datetime, region: Region, title: Title) -> datetime:
    """A day with the time that the page shows with it; papers tell the day of the print, which is the next."""
    if published.tzinfo or published.time() != time():
        return published
    near = (
        when
        for rank, when in _shown(region, title)
        if rank is not Rank.UPDATED
        and when.time() != time()
        and timedelta() <= published.date() - when.date() <= timedelta(days=1)
    )
    return next(near, published)


def stamp(facts: Facts) -> str:
    """The line that tells when an article was published and, if it was, updated; "" where that is not known."""
    published, updated = facts.published, facts.updated
    if published is None:
        return f"Stand: {_german(updated)}" if updated else ""
    if updated is None or updated.tzinfo is None or published.tzinfo is None:
        return _german(published)
    later = (updated - published).total_seconds()
    return f"{_german(published)} · Stand: {_german(updated)}" if later > _SAME else _german(published)


def _german(when: datetime) -> str:
    day = f"{when:%d.%m.}{when.year:04}"
    return f"{day}, {when:%H:%M} Uhr" if when.hour or when.minute or when.second else day


def _shown(region: Region, title: Title) -> Iterator[tuple[Rank, datetime]]:
    """The moments around the headline: in elements `time`, and in lines that are stamps."""
    start = title.place if title.place >= 0 else (region.inside.start if region.inside else 0)
    for one in region.found[max(0, start - _ABOVE) : start + _BELOW]:
        if not one.quoted:
            yield from _moments(one)


def _beside(region: Region, title: Title) -> list[tuple[Rank, datetime]]:
    """The moments in what was left out of the blocks, such as a byline: around the headline, else by their names."""
    elements = region.elements
    first = next((one for one in region.found[max(0, title.place + 1) :] if content.is_prose(one)), None)
    text = len(elements) if first is None else elements.number(first.element)
    start = elements.number(region.found[title.place].element) if title.place >= 0 else text - _BEHIND
    around = range(max(0, start - _BEFORE), min(text, start + _BEHIND))
    return (
        list(_told(elements, around))
        or list(_in_window(elements))
        or list(_told(elements, range(region.scope, elements.ends[region.scope]), _NAMED))
    )


def _in_window(elements: Elements) -> Iterator[tuple[Rank, datetime]]:
    """The date that is a part of the window's title ("Libanon ohne Regierung | Nahost | 25.03.2023")."""
    window = next((one for one in elements.all if one.tag == "title"), None)
    for part in [] if window is None else text_of(window).split("|"):
        if (read := stamps.read_stamp(part.strip())) and read.when is not None:
            yield read.rank, read.when


def _told(elements: Elements, numbers: range, named: re.Pattern[str] | None = None) -> Iterator[tuple[Rank, datetime]]:
    """The moments in small elements, each where it is met first.

    Args:
        elements: the page's elements.
        numbers: which of them are looked at.
        named: what the class of an element must hold unless its line says itself that it is a stamp.
    """
    behind = 0
    for number in numbers:
        element = elements.all[number]
        if number < behind or element.tag in furniture.NEVER:
            continue
        stamped = named is None and element.tag in _HEADINGS and stamps.read_stamp(text_of(element)) is not None
        if (element.tag in _ELSEWHERE and not stamped) or furniture.is_discussion(element):
            behind = elements.ends[number]
        else:
            small = elements.ends[number] - number <= _SMALL
            line = text_of(element) if small else _own_text(element)
            if named and not named.search(element.get("class") or "") and not stamps.is_labelled_stamp(line):
                continue
            if element.tag == "time" and (found := moment(element.get("datetime") or line)):
                yield _rank(element, ""), found
                continue
            match = worded.DATE.search(line) if len(line) <= _LONGEST_LINE else None
            if match and (read := worded.moment_at(line, match.start())):
                yield (Rank.UPDATED if _UPDATED.search(line) else Rank.UNSAID), read.when


def _own_text(element: HtmlElement) -> str:
    """What stands directly in an element, between those inside it, on one line; "" if it is long."""
    parts = [element.text or "", *(one.tail or "" for one in islice(element, _MOST_PARTS))]
    return clean(" ".join(parts)) if sum(map(len, parts)) <= 2 * _LONGEST_LINE else ""


def _moments(one: Found) -> Iterator[tuple[Rank, datetime]]:
    line = one.text
    read = stamps.read_stamp(line)
    if read is not None and read.when is not None and read.timed:
        yield read.rank, read.when
        return
    elements = {time.get("datetime"): time for time in one.element.iter("time")} if one.times else {}
    for told in one.times:
        if found := moment(told):
            yield read.rank if read else _rank(elements.get(told), line if len(one.times) == 1 else ""), found
    if read is not None and read.when is not None:
        yield read.rank, read.when


def _rank(element: HtmlElement | None, line: str) -> Rank:
    """What an element `time` tells by its names, or by the line that it stands in."""
    names = "" if element is None else f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    if _PUBLISHED_NAME.search(names) or (element is not None and "pubdate" in element.attrib):
        return Rank.PUBLISHED
    said = _UPDATED_NAME.search(names) or (len(line) <= _LONGEST_LINE and _UPDATED.search(line))
    return Rank.UPDATED if said else Rank.UNSAID
