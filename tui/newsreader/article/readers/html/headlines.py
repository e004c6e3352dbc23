"""What is to be seen of an article's headline."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import BlockKind
from newsreader.article.readers.html import furniture, kickers
from newsreader.article.readers.html.parsing import key, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from newsreader.article.readers.html.facts import Facts
    from newsreader.article.readers.html.found import Found

LONGEST = 400
"""code points; a longer heading is no headline"""
MOST = 10
"""headings and titles that are weighed against each other; a page with more has no one headline"""
_NEAR = 8
"""blocks around an `h1` in which the headline may be shown again"""
_PROSE = 200
_SURE = 25
"""code points; a title that is part of another line and shorter than this may be so by chance"""
_TOP = 40
"""blocks at the top of a page without an `h1` in which it may be shown"""
_LITTLE = 0.3
"""what an `h1` counts that is not the headline by its place"""


class Shown(NamedTuple):
    """A title that is weighed.

    Attributes:
        place: index of the block it is to be seen in, -1 if in none.
        text: the headline.
        kicker: what stands above it.
        bonus: what it counts that it is to be seen.
        repeated: whether it repeats a told title beside the page's first `h1`.
    """

    place: int
    text: str
    kicker: str = ""
    bonus: float = 0
    repeated: bool = False


def shown_titles(facts: Facts, found: Sequence[Found]) -> list[Shown]:
    """What is to be seen of headlines: each `h1`, and what repeats a told title close to the first of them.

    Where both are there, a page shows the second one in large letters, and its `h1` was made for search engines.
    """
    shown: list[Shown] = []
    heads = [index for index, one in enumerate(found) if one.kind is BlockKind.HEADING and one.level == 1]
    prose = next((index for index, one in enumerate(found) if is_long(one)), len(found))
    for _, group in groupby(heads[:MOST], key=lambda index: _heading_of(found[index].element)):
        *before, last = group
        text = found[last].text
        shown.append(
            Shown(
                last,
                text,
                " ".join(found[index].text for index in before),
                _bonus(found[last].element, text, below=last > prose),
            )
        )
    near = (
        range(max(0, heads[0] - _NEAR), min(len(found), heads[0] + _NEAR + 1))
        if heads
        else range(min(len(found), _TOP))
    )
    known = set(heads)
    large = {key(one.text) for one in shown if one.bonus > _LITTLE}
    for index in near:
        one = found[index]
        if (
            index in known
            or key(one.text) in large
            or one.link_share >= 0.5
            or one.kind is BlockKind.CAPTION
            or len(one.text.split()) < 3
        ):
            continue
        for told in facts.titles[:MOST]:
            if key(one.text) == key(told):
                shown.append(Shown(index, one.text, "", 2.9, True))
            elif len(told) >= _SURE and one.text.endswith(told) and len(one.text) - len(told) <= kickers.LONGEST:
                shown.append(Shown(index, told, one.text[: -len(told)].strip(" :|"), 2.9, True))
            elif len(one.text) >= _SURE and told.endswith(one.text):
                shown.append(Shown(index, one.text, "", 2.0, True))
    return shown


def ends_of_path(root: HtmlElement) -> list[str]:
    """What each `h1` shows that only ends the page's path."""
    heads = islice(root.iter("h1"), MOST)
    return [text_of(one)[:LONGEST] for one in heads if furniture.in_path(one)]


def is_long(one: Found) -> bool:
    """Whether a block is running text for sure."""
    return len(one.stretch.text) >= _PROSE and one.link_share < 0.3


def _bonus(element: HtmlElement, text: str, *, below: bool) -> float:
    """What it counts that an `h1` is to be seen; a short one may name the site, one below text another part."""
    if furniture.in_path(element) or below:
        return _LITTLE
    return 2.2 if len(text.split()) >= 3 else 1


def _heading_of(element: HtmlElement) -> HtmlElement:
    """The `h1` around an element, or the element itself."""
    return next((one for one in (element, *element.iterancestors()) if one.tag == "h1"), element)
