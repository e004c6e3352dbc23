"""An article's headline and kicker, decided by what the page's metadata and its visible headings agree on."""

from __future__ import annotations

import re
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import BlockKind
from newsreader.article.readers.html import furniture
from newsreader.article.readers.html.parsing import key, text_of
from newsreader.article.readers.html.walking import KICKER_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from newsreader.article.readers.html.facts import Facts
    from newsreader.article.readers.html.found import Found

_PARTING = re.compile(r"\s*(?:[|»«›•·]|\s[-–—]\s|\s:\s)\s*|\s+[-–—]\s+")
_NO_KICKER = re.compile(r"\d{4}|\d{1,2}\.\s?\d{1,2}\.|\bAusgabe\b|\d:\d\d")
"""dates and times, which stand beside headlines too"""
_LONGEST_KICKER = 80
_LONGEST = 400
_NEAR = 8
"""blocks around an `h1` in which the headline may be shown again"""
_PROSE = 200
_MOST = 10
"""headings and titles that are weighed against each other; a page with more has no one headline"""
_SURE = 25
"""code points; a title that is part of another line and shorter than this may be so by chance"""
_TOP = 40
"""blocks at the top of a page without an `h1` in which it may be shown"""
_LITTLE = 0.3
"""what an `h1` counts that is not the headline by its place"""
_WORDS = 4
"""a title told to other sites with fewer words may only name the section"""
_BEFORE = " :|–—-•·+/"
"""what parts a kicker from its headline in one line"""
_AROUND = 3
"""blocks around a headline in which its kicker stands"""


class Title(NamedTuple):
    """An article's title.

    Attributes:
        headline: the headline.
        kicker: what stands above it, "" for nothing.
        place: index of the block that the headline stands in, -1 if in none.
        stated: the title as the newsroom states it in its metadata: the headline alone, or kicker and headline on one
            line ("Telefonat: Minister sprechen miteinander"); the headline where it states none.
    """

    headline: str
    kicker: str
    place: int
    stated: str


def title(root: HtmlElement, facts: Facts, found: Sequence[Found]) -> Title:
    """Decides the headline: of what is told and shown, that which most agree on, shown ones first.

    Where the metadata tells two titles, and none of them is shown apart from the page's `h1`, the newsroom's own wins.

    Args:
        root: the page's element `html`.
        facts: what the page tells elsewhere.
        found: the page's blocks.
    """
    sites = {key(site) for site in facts.sites}
    told = [cut for one in facts.titles[:_MOST] if (cut := without_site(one[:_LONGEST], sites))]
    window = root.find(".//title")
    window_text = text_of(window)[:_LONGEST] if window is not None else ""
    sites |= _beside(window_text, {key(one) for one in told})
    window_title = without_site(window_text, sites)
    shown = _shown(facts, found)
    best: tuple[float, str, str, _Shown] | None = None
    candidates = [*shown, *(_Shown(-1, one) for one in told), _Shown(-1, window_title)]
    for rank, one in enumerate(candidates):
        if not key(one.text) or len(one.text) > _LONGEST or (told and key(one.text) in sites):
            continue
        headline, kicker = (one.text, one.kicker) if one.kicker else _split(one.text, told)
        # The same heading may be there again and again; that says nothing for it.
        others = [*told, window_title, *{other.text for other in shown if key(other.text) != key(one.text)}]
        whole = f"{kicker}{headline}"
        agreed = sum(max(_agreement(headline, other), _agreement(whole, other)) for other in others)
        score = agreed + one.bonus - rank / 100
        if best is None or score > best[0]:
            best = (score, headline, kicker, one)
    if best is None:
        return Title("", "", -1, "")
    _, headline, kicker, one = best
    headline = headline.lstrip(" -–—|:•")
    index = _above_text(one.place if one.place >= 0 else _place(headline, found), found)
    own = without_site(_own(facts, root, headline, window_title)[:_LONGEST], sites)
    if key(own) and not one.repeated and not _agreement(own, f"{kicker}{headline}"):
        return Title(own, facts.kicker if key(facts.kicker) not in key(own) else "", index, own)
    stated = [cut for title in (facts.shared, facts.headline) if (cut := without_site(title[:_LONGEST], sites))]
    return _stated(headline, kicker or _kicker(headline, index, facts, found), index, [*stated, *told])


def _beside(window: str, told: set[str]) -> set[str]:
    """By its letters what stands beside a told title in the window's: the names of the site and of its sections."""
    parts = {key(part) for part in _PARTING.split(window)}
    return parts - told if parts & told else set()


def _stated(headline: str, kicker: str, index: int, told: Sequence[str]) -> Title:
    """The title with how the metadata states it; a kicker that it states goes before one that is only shown."""
    for one in told:
        if key(one) == key(headline):
            return Title(one, kicker, index, one)
    for one in told:
        before = one[: -len(headline)] if one.endswith(headline) else ""
        if key(before) and len(before) <= _LONGEST_KICKER and before.rstrip()[-1:] in _BEFORE:
            return Title(headline, before.rstrip(_BEFORE), index, one)
    return Title(headline, kicker, index, headline)


def _own(facts: Facts, root: HtmlElement, headline: str, window: str) -> str:
    """The title that is the newsroom's own where its metadata tells two, "" where it does not.

    The headline in JSON-LD is mostly the one for search engines, which is in the window's title and in large letters
    too; the newsroom's own is then the one that it tells to other sites (Open Graph). But where the page's path ends
    with that very title, it is the other way round.

    Args:
        facts: what the page tells elsewhere.
        root: the page's element `html`.
        headline: the headline that is to be seen.
        window: the title of the browser's window.
    """
    if not facts.headline:
        return facts.shared if _agreement(facts.shared, window) == 1 else ""
    if _agreement(facts.headline, facts.shared):
        return ""
    paths = [key(one) for one in _ends_of_path(root)]
    # A title with a quotation mark in it is often cut there.
    if key(facts.shared) and any(path.startswith(key(facts.shared)) for path in paths):
        return facts.headline
    named = len(facts.shared.split()) >= _WORDS and not _agreement(facts.shared, window)
    shown = _agreement(headline, facts.headline) and key(headline) not in paths
    return facts.shared if named and shown else ""


def _ends_of_path(root: HtmlElement) -> list[str]:
    """What each `h1` shows that only ends the page's path."""
    heads = islice(root.iter("h1"), _MOST)
    return [text_of(one)[:_LONGEST] for one in heads if furniture.in_path(one)]


class _Shown(NamedTuple):
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


def _shown(facts: Facts, found: Sequence[Found]) -> list[_Shown]:
    """What is to be seen of headlines: each `h1`, and what repeats a told title close to the first of them.

    Where both are there, a page shows the second one in large letters, and its `h1` was made for search engines.
    """
    shown: list[_Shown] = []
    heads = [index for index, one in enumerate(found) if one.kind is BlockKind.HEADING and one.level == 1]
    prose = next(
        (index for index, one in enumerate(found) if len(one.stretch.text) >= _PROSE and one.link_share < 0.3),
        len(found),
    )
    for _, group in groupby(heads[:_MOST], key=lambda index: _heading_of(found[index].element)):
        *before, last = group
        text = found[last].text
        shown.append(
            _Shown(
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
        for told in facts.titles[:_MOST]:
            if key(one.text) == key(told):
                shown.append(_Shown(index, one.text, "", 2.9, True))
            elif len(told) >= _SURE and one.text.endswith(told) and len(one.text) - len(told) <= _LONGEST_KICKER:
                shown.append(_Shown(index, told, one.text[: -len(told)].strip(" :|"), 2.9, True))
            elif len(one.text) >= _SURE and told.endswith(one.text):
                shown.append(_Shown(index, one.text, "", 2.0, True))
    return shown


def _bonus(element: HtmlElement, text: str, *, below: bool) -> float:
    """What it counts that an `h1` is to be seen; a short one may name the site, one below text another part."""
    if furniture.in_path(element) or below:
        return _LITTLE
    return 2.2 if len(text.split()) >= 3 else 1


def _heading_of(element: HtmlElement) -> HtmlElement:
    """The `h1` around an element, or the element itself."""
    return next((one for one in (element, *element.iterancestors()) if one.tag == "h1"), element)


def without_site(text: str, sites: set[str]) -> str:
    """A title without the name of the site behind or before it, and without the section's that stands beside it."""
    parts = [part for part in _PARTING.split(text) if part]
    marks = _PARTING.findall(text)
    if len(parts) < 2:
        return text.strip()
    longest = max(parts, key=len)
    named = [part for part in parts if key(part) in sites or any(key(part) == site for site in sites)]
    barred = any("|" in mark for mark in marks)
    if not named and not barred:
        return text.strip()
    kept = text
    for part in reversed(parts):
        short = part is not longest and (part in named or len(part) <= 25)
        if not (short and kept.endswith(part)) or (part not in named and not (barred or named)):
            break
        cut = kept[: -len(part)].rstrip()
        kept = cut.rstrip("|»«›•·-–—: ")
        if part in named and "|" not in cut[len(kept) :]:
            break
    for part in named:
        if kept.startswith(part) and len(kept) > len(part) + 3:
            kept = kept[len(part) :].lstrip("|»«›•·-–—: ")
    return kept.strip()


def _split(text: str, told: Sequence[str]) -> tuple[str, str]:
    """A shown heading as headline and kicker, where a told title is its end ("Telefonat Minister telefonieren")."""
    for one in told:
        if len(one) >= 15 and len(text) > len(one) and text.endswith(one):
            kicker = text[: -len(one)].strip(" :|–—-•·+\n")
            if key(kicker) and len(kicker) <= _LONGEST_KICKER:
                return one, kicker
    return text, ""


def _agreement(one: str, other: str) -> float:
    a, b = key(one), key(other)
    if not a or not b:
        return 0
    if a == b:
        return 1
    return 0.5 if a in b or b in a else 0


def _place(headline: str, found: Sequence[Found]) -> int:
    """The block that shows a headline: the first one that is it or ends with it."""
    wanted = key(headline)
    for index, one in enumerate(found):
        if len(one.stretch.text) <= _LONGEST and one.kind is not BlockKind.CAPTION:
            shown = key(one.text)
            if shown == wanted or (len(wanted) >= 15 and shown.endswith(wanted)):
                return index
    return -1


def _above_text(index: int, found: Sequence[Found]) -> int:
    """The place of a headline, -1 if most of the text stands before it: then it is only named there."""
    lengths = [
        len(one.stretch.text) if len(one.stretch.text) >= _PROSE and one.link_share < 0.3 else 0 for one in found
    ]
    return index if index >= 0 and sum(lengths[:index]) <= sum(lengths[index:]) else -1


def _kicker(headline: str, index: int, facts: Facts, found: Sequence[Found]) -> str:
    """The kicker of a headline: told, or shown beside it under a name that says so."""
    candidates = [facts.kicker]
    if index >= 0:
        candidates += [_before(found[index].text, headline), *_named(found, index)]
    for one in facts.titles[:_MOST]:
        before = _before(one, headline)
        if before and index >= 0 and any(key(before) == key(near.text) for near in _near(found, index)):
            candidates.append(before)
    for kicker in candidates:
        fits = len(kicker) <= _LONGEST_KICKER and _NO_KICKER.search(kicker) is None
        if key(kicker) and fits and key(kicker) not in key(headline):
            return kicker.strip(" :|")
    return ""


def _before(text: str, headline: str) -> str:
    if text.endswith(headline) and len(text) > len(headline):
        return text[: -len(headline)].strip(" :|–—-•·+")
    return ""


def _near(found: Sequence[Found], index: int) -> Sequence[Found]:
    return found[max(0, index - _AROUND) : index + 1 + _AROUND]


def _named(found: Sequence[Found], index: int) -> Iterator[str]:
    for one in _near(found, index):
        if one is not found[index] and len(one.text) <= _LONGEST_KICKER and _is_named(one.element):
            yield one.text


def _is_named(element: HtmlElement) -> bool:
    names = [element, *element.iterchildren("span")]
    parent = element.getparent()
    if parent is not None:
        names.append(parent)
    return any(KICKER_NAME.search(one.get("class") or "") for one in names)
