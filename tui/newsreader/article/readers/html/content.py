"""Which blocks of a page are its article."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import BlockKind
from newsreader.article.readers.html import furniture, pointers
from newsreader.article.readers.html.elements import Elements
from newsreader.article.readers.html.parsing import key, text_of
from newsreader.article.readers.html.walking import Walker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from newsreader.article.readers.html.found import Found

_PROSE = 60
"""code points; a shorter paragraph does not tell where an article is"""
_LEAD_TAGS = frozenset(("p", "div", "span", "h2", "h3", "strong"))
_LEAD_TEXT = 20
_LEAD_ELEMENTS = 6
_HEADLINE_WORDS = 3
_SHORTEST_ARTICLE = 500
"""code points of running text; an element `article` with less is the head of a page or a ticker, and not all of it"""
_SHARE = 0.75
"""share of the page's prose that the article's element holds"""


class Region(NamedTuple):
    """The blocks of a page, and between which of them its article stands.

    Attributes:
        elements: the page's elements.
        found: all blocks in document order.
        root: number of the element that holds the article's body.
        inside: indexes of the blocks in it.
        scope: number of the element that holds the whole article, with what stands above its text.
    """

    elements: Elements
    found: list[Found]
    root: int
    inside: range
    scope: int


def region(root: HtmlElement, descriptions: Iterable[str] = (), *, unseen: bool = False) -> Region:
    """Finds the part of a page in which its running text is.

    Args:
        root: the page's element `html`.
        descriptions: what the page's metadata gives as summaries; an element that shows one is the lead.
        unseen: whether what the page does not show counts all the same.
    """
    elements = Elements(root)
    total = max(1, elements.mass[0] - _discussed(elements))
    headed = _headed(elements) | _described(elements, {key(one) for one in descriptions})
    dropped = {
        element
        for number, element in enumerate(elements.all)
        if furniture.is_furniture(element, elements.mass[number] / total, headline=number in headed, unseen=unseen)
    }
    found = list(Walker(root, dropped).walk())
    body = _body(elements, found)
    inside = [index for index, one in enumerate(found) if elements.holds(body, elements.number(one.element))]
    span = range(inside[0], inside[-1] + 1) if inside else range(0)
    return Region(elements, found, body, span, _scope(elements, body))


def _headed(elements: Elements) -> set[int]:
    """The elements in a headline of several words and around one."""
    headed: set[int] = set()
    for number, element in enumerate(elements.all):
        if (
            element.tag == "h1"
            and number not in headed
            and len(text_of(element).split()) >= _HEADLINE_WORDS
            and not furniture.in_path(element)
        ):
            headed.update(range(number, elements.ends[number]))
            headed.update(_around(elements, number, headed))
    return headed


def _discussed(elements: Elements) -> int:
    """How much running text is in the comments."""
    mass = behind = 0
    for number, element in enumerate(elements.all):
        if number >= behind and furniture.is_discussion(element):
            mass += elements.mass[number]
            behind = elements.ends[number]
    return mass


def _described(elements: Elements, told: set[str]) -> set[int]:
    """The elements that show a summary which the page's metadata tells, and those around it."""
    found: set[int] = set()
    for number, element in enumerate(elements.all):
        small = elements.ends[number] - number <= _LEAD_ELEMENTS
        if (
            small
            and element.tag in _LEAD_TAGS
            and len(element.text or "") >= _LEAD_TEXT
            and key(text_of(element)) in told
        ):
            found.update(_around(elements, number, found))
    return found


def _around(elements: Elements, number: int, known: set[int]) -> list[int]:
    """An element and those around it, up to one that is known."""
    around = []
    while number > 0 and number not in known:
        around.append(number)
        number = elements.parents[number]
    return around


def narrowed(region: Region, place: int) -> Region:
    """The region from its headline on, without the further articles of a page that shows one below the other.

    Args:
        region: where the running text is.
        place: index of the block that the headline stands in, -1 if in none.
    """
    elements = region.elements
    if place < 0:
        return region
    head = elements.number(region.found[place].element)
    scope = region.scope
    while scope > 0 and not elements.holds(scope, head):
        scope = elements.parents[scope]
    region = region._replace(scope=scope)
    own = _article(elements, head)
    if own <= 0 or elements.holds(own, region.root) or elements.mass[own] < _SHORTEST_ARTICLE:
        return region
    numbers = [elements.number(one.element) for one in region.found]
    others = [
        index for index in region.inside if not elements.holds(own, numbers[index]) and is_prose(region.found[index])
    ]
    if not others or any(numbers[index] < own or _article(elements, numbers[index]) <= 0 for index in others):
        return region
    inside = [index for index, number in enumerate(numbers) if elements.holds(own, number)]
    return region._replace(root=own, inside=range(inside[0], inside[-1] + 1), scope=own)


def _article(elements: Elements, number: int) -> int:
    """The innermost element `article` around an element, 0 if it is in none."""
    while number > 0 and elements.all[number].tag != "article":
        number = elements.parents[number]
    return max(0, number)


def _scope(elements: Elements, body: int) -> int:
    """The element `article` around the text, else `main`, else the page."""
    for tag in ("article", "main"):
        number = body
        while number > 0:
            if elements.all[number].tag == tag:
                return number
            number = elements.parents[number]
    return 0


def is_prose(one: Found) -> bool:
    """Whether a block is running text."""
    return (
        one.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
        and len(one.stretch.text) >= _PROSE
        and one.link_share < 0.35
        and not pointers.is_pointer(one.text, one.link_share)
    )


def _body(elements: Elements, found: Sequence[Found]) -> int:
    """The innermost element that holds nearly all of the prose."""
    weights: dict[int, int] = {}
    for one in found:
        if is_prose(one):
            number = elements.number(one.element)
            weights[number] = weights.get(number, 0) + len(one.stretch.text)
    sums = elements.summed(weights)
    heavy = [number for number, mass in enumerate(sums) if mass >= _SHARE * sums[0] > 0]
    # Elements that hold most of the prose hold each other; the innermost comes last in document order.
    body = heavy[-1] if heavy else 0
    if body and elements.all[body].tag in ("p", "li", "td", "tr", "blockquote"):
        return elements.parents[body]
    return body
