"""An article's headline and kicker, decided by what the page's metadata and its visible headings agree on."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import BlockKind
from newsreader.article.readers.html import kickers
from newsreader.article.readers.html.headlines import LONGEST, MOST, Shown, ends_of_path, is_long, shown_titles
from newsreader.article.readers.html.parsing import key, text_of
from newsreader.article.readers.html.sites import agreement, alike, behind, beside, opening, without_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from newsreader.article.readers.html.facts import Facts
    from newsreader.article.readers.html.found import Found

_WORDS = 4
"""a title told to other sites with fewer words may only name the section"""
_TOP = 40
"""blocks at the top of a page in which the title of the window may be shown"""
_BEFORE = " :–—-•·+/"
"""what parts a kicker from its headline in one line; a bar parts them from the name of the site"""


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
    told = [cut for one in facts.titles[:MOST] if (cut := without_site(one[:LONGEST], sites))]
    window = root.find(".//title")
    window_text = unescape(text_of(window))[:LONGEST] if window is not None else ""
    heads = {key(one.text) for one in found[:_TOP] if one.kind is BlockKind.HEADING and one.level == 1}
    sites |= beside(window_text, {key(one) for one in told}) | behind(window_text, heads)
    told = [cut for one in told if (cut := without_site(one, sites))]
    window_title = opening(window_text, {key(one.text) for one in found[:_TOP]}) or without_site(window_text, sites)
    shown = shown_titles(facts, found)
    candidates = [*shown, *(Shown(-1, one) for one in told), Shown(-1, window_title)]
    best = _best([one for one in candidates if not (told and key(one.text) in sites)], [*told, window_title])
    if best is None:
        return Title("", "", -1, "")
    headline, kicker = _parted(best, told)
    headline = headline.lstrip(" -–—|:•")
    index = _above_text(best.place if best.place >= 0 else _place(headline, found), found)
    own = without_site(_own(facts, root, headline, window_title)[:LONGEST], sites)
    above = kicker or kickers.kicker_of(headline, index, facts, found)
    if key(own) and not best.repeated and not agreement(own, f"{kicker}{headline}"):
        above = above if alike(own, headline) else facts.kicker
        return Title(own, above if key(above) not in key(own) else "", index, own)
    stated = [cut for title in (facts.shared, facts.headline) if (cut := without_site(title[:LONGEST], sites))]
    if headline.isupper():
        told.append(window_title)
    return (
        _stated(headline, above, index, stated)
        or _stated(headline, above, index, told)
        or Title(headline, above, index, headline)
    )


def _best(candidates: Sequence[Shown], told: Sequence[str]) -> Shown | None:
    """The candidate that most of the others and of what is told agree with, None if there is none."""
    best: tuple[float, Shown] | None = None
    seen = [one.text for one in candidates if one.place >= 0]
    for rank, one in enumerate(candidates):
        if not key(one.text) or len(one.text) > LONGEST:
            continue
        headline, kicker = _parted(one, told)
        # The same heading may be there again and again; that says nothing for it.
        others = [*told, *{other for other in seen if key(other) != key(one.text)}]
        agreed = sum(max(agreement(headline, other), agreement(f"{kicker}{headline}", other)) for other in others)
        score = agreed + one.bonus - rank / 100
        if best is None or score > best[0]:
            best = (score, one)
    return None if best is None else best[1]


def _parted(one: Shown, told: Sequence[str]) -> tuple[str, str]:
    """Headline and kicker of a candidate."""
    return (one.text, one.kicker) if one.kicker else kickers.split(one.text, told)


def _stated(headline: str, kicker: str, index: int, told: Sequence[str]) -> Title | None:
    """The title with how it is told, None if it is not; a kicker that is told goes before one that is only shown."""
    for one in told:
        if key(one) == key(headline):
            return Title(one, kicker, index, one)
    for one in told:
        before = one[: -len(headline)] if one.endswith(headline) else ""
        if key(before) and len(before) <= kickers.LONGEST and before.rstrip()[-1:] in _BEFORE:
            return Title(headline, before.rstrip(_BEFORE), index, one)
    return None


def _own(facts: Facts, root: HtmlElement, headline: str, window: str) -> str:
    """The title that is the newsroom's own where it is not the one that is to be seen, "" where that is.

    Where JSON-LD and Open Graph tell the same and the large letters another, these are a label or a variant that is
    tried out. Where the two differ, the headline in JSON-LD is mostly the one for search engines, which is in the
    window's title and in large letters too; the newsroom's own is then the one that it tells to other sites, unless
    it tells them both. But where the page's path ends with that very title, it is the other way round.

    Args:
        facts: what the page tells elsewhere.
        root: the page's element `html`.
        headline: the headline that is to be seen.
        window: the title of the browser's window.
    """
    if not facts.headline:
        return facts.shared if agreement(facts.shared, window) == 1 else ""
    apart = not (alike(headline, facts.headline) or alike(headline, facts.shared))
    if apart and alike(facts.headline, facts.shared):
        return facts.headline
    if agreement(facts.headline, facts.shared):
        return facts.headline if agreement(facts.headline, facts.shared) == 1 else ""
    paths = [key(one) for one in ends_of_path(root)]
    # A title with a quotation mark in it is often cut there.
    if key(facts.shared) and any(path.startswith(key(facts.shared)) for path in paths):
        return facts.headline
    named = len(facts.shared.split()) >= _WORDS and not agreement(facts.shared, window)
    both = agreement(facts.carded, facts.headline) > agreement(facts.carded, facts.shared)
    shown = agreement(headline, facts.headline) and key(headline) not in paths
    return facts.shared if named and shown and not both else ""


def _place(headline: str, found: Sequence[Found]) -> int:
    """The block that shows a headline: the first one that is it or ends with it."""
    wanted = key(headline)
    for index, one in enumerate(found):
        if len(one.stretch.text) <= LONGEST and one.kind is not BlockKind.CAPTION:
            shown = key(one.text)
            if shown == wanted or (len(wanted) >= 15 and shown.endswith(wanted)):
                return index
    return -1


def _above_text(index: int, found: Sequence[Found]) -> int:
    """The place of a headline, -1 if most of the text stands before it: then it is only named there."""
    lengths = [len(one.stretch.text) if is_long(one) else 0 for one in found]
    return index if index >= 0 and sum(lengths[:index]) <= sum(lengths[index:]) else -1
