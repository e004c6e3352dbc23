"""Carrying a decision about a name to every place in the article where the same name stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.annotations.items import Status
from newsreader.annotations.lookup import Overlaps
from newsreader.annotations.model import EntityValues, Verdict
from newsreader.article.model import Span

if TYPE_CHECKING:
    from newsreader.annotations.changes import Change
    from newsreader.annotations.deciding import Judge

HISSING = ("s", "ß", "x", "z", "ce")
"""endings after which a German name's genitive is an apostrophe alone (official spelling rules, § 96)"""

APOSTROPHES = "'’"

JOINED = r"\w\u0300-\u036f\-\u2011"
"""what makes a longer word of a name when it stands beside it: letters, combining marks, hyphens"""


def spread(judge: Judge, change: Change) -> list[Change]:
    """Decide about every other place where a name stands as was decided about one.

    What a person has decided about elsewhere stays, and so do longer names that contain this one.

    Args:
        judge: who decides.
        change: a decision about an entity, as `Judge` gave it.

    Returns:
        The changes for the other places, in order; make them with the first in one step.
    """
    decision = change.after.decision if change.after is not None else None
    if change.after is None or decision is None or not change.after.anchors:
        return []
    [anchor, *_] = change.after.anchors
    values = decision.values
    entities = judge.review.entities
    overlaps = Overlaps([(item.value.span,) for item in entities])
    changes: list[Change] = []
    for span in occurrences(judge.pen.article.text, forms(judge, anchor.exact)):
        if span.overlaps(anchor.span):
            continue
        around = [entities[at] for at in overlaps.of((span,))]
        here = next((item for item in around if item.value.span == span), None)
        if here is not None and here.status is not Status.UNTOUCHED:
            continue
        if decision.verdict is Verdict.REJECTED:
            changes += [judge.reject(here)] if here is not None else []
        elif isinstance(values, EntityValues) and (here is not None or not any(item.holds for item in around)):
            changes.append(judge.decide_alike(here, span, values))
    return changes


def forms(judge: Judge, exact: str) -> list[str]:
    """A name as it stands somewhere and, where that is a genitive, its nominative.

    A name that ends in s is taken for a genitive only if the article has the rest as a name too.
    """
    if exact.endswith("s") and len(exact) > 3:
        names = {item.value.span.of(judge.pen.article.text) for item in judge.review.entities}
        if exact[:-1] in names:
            return [exact[:-1]]
    if exact[-1:] in APOSTROPHES and exact[:-1].endswith(HISSING):
        return [exact[:-1]]
    return [exact]


def occurrences(text: str, names: list[str]) -> list[Span]:
    """Where names stand as words of their own, in the nominative or the genitive, in order.

    Args:
        text: an article's text.
        names: names in the nominative; a blank in one may be any white space in the text.
    """
    found: set[Span] = set()
    for name in names:
        if not name.strip():
            continue
        words = r"\s+".join(re.escape(word) for word in name.split())
        genitive = f"(?:[{APOSTROPHES}](?!\\w))?" if name.endswith(HISSING) else "s?"
        pattern = f"(?<![{JOINED}]){words}{genitive}(?![{JOINED}])"
        found.update(Span(*match.span()) for match in re.finditer(pattern, text))
    return sorted(found)
