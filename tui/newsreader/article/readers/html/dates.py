"""When an article was published: where the metadata is silent, as the page shows it beside the headline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.article.newsroom import stamps
from newsreader.article.newsroom.stamps import Rank
from newsreader.article.readers.html.moments import moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from newsreader.article.readers.html.content import Region
    from newsreader.article.readers.html.facts import Facts
    from newsreader.article.readers.html.found import Found
    from newsreader.article.readers.html.titles import Title

_ABOVE, _BELOW = 4, 14
"""blocks around the headline in which a date is the article's"""
_SAME = 60
"""seconds; an update so soon is none"""


def completed(facts: Facts, region: Region, title: Title) -> Facts:
    """The facts with what the page shows of dates, where its metadata tells none."""
    if facts.published is not None:
        return facts
    told = list(_shown(region, title))
    published = next((when for rank, when in told if rank is not Rank.UPDATED), None)
    updated = next((when for rank, when in told if rank is Rank.UPDATED), None)
    return replace(facts, published=published, updated=facts.updated or updated)


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
        yield from _moments(one)


def _moments(one: Found) -> Iterator[tuple[Rank, datetime]]:
    line = one.text
    read = stamps.read_stamp(line)
    if read is not None and read.when is not None and read.timed:
        yield read.rank, read.when
        return
    for time in one.times:
        if found := moment(time):
            yield (read.rank if read else Rank.UNSAID), found
    if read is not None and read.when is not None:
        yield read.rank, read.when
