"""What the status line explains: the kinds of names that are highlighted, and a few keys."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsreader.ui.commands import REGISTRY, Keymap, View
from newsreader.ui.widgets.status import Key, Kind

if TYPE_CHECKING:
    from newsreader.analysis.result import Analysis
    from newsreader.phrases import Phrases

LABELS = ("PER", "ORG", "LOC", "MISC", "DATE", "TIME", "MONEY", "QUANTITY", "PERCENT")
"""kinds of names in the order in which they are listed; others follow by name"""

_COLOURS = {
    "PER": "entity-per",
    "PERSON": "entity-per",
    "ORG": "entity-org",
    "LOC": "entity-loc",
    "GPE": "entity-loc",
    "MISC": "entity-misc",
    "DATE": "entity-date",
    "TIME": "entity-date",
}
DOT = "●"


def colour(label: str) -> str:
    """The theme's variable for the colour of a kind."""
    return _COLOURS.get(label, "entity-number")


def kind_name(label: str, phrases: Phrases) -> str:
    """What a kind is called; a label of a user's own pipeline is its own name."""
    try:
        return phrases(f"ui.kind.{label}")
    except KeyError:
        return label


def kinds_of(analysis: Analysis | None) -> dict[str, int]:
    """How many names of each kind there are, in the order of listing; all known kinds without an analysis."""
    if analysis is None:
        return dict.fromkeys(LABELS, 0)
    counted = Counter(entity.kind for entity in analysis.entities)
    known = [label for label in LABELS if label in counted]
    return {label: counted[label] for label in [*known, *sorted(counted.keys() - set(LABELS))]}


def kinds_shown(
    analysis: Analysis | None, highlighted: frozenset[str], phrases: Phrases, *, letters: bool
) -> tuple[Kind, ...]:
    """The legend: the highlighted kinds that the article has.

    Args:
        letters: whether a letter instead of a dot explains the letters that names have without colours.
    """
    if analysis is None:
        return ()
    from newsreader.ui.widgets.article.signs import kind_letter

    shown = [label for label in kinds_of(analysis) if label in highlighted]
    return tuple(
        Kind(kind_letter(label) if letters else DOT, label, kind_name(label, phrases), colour(label)) for label in shown
    )


def keys_shown(keymap: Keymap, phrases: Phrases, view: View) -> tuple[Key, ...]:
    """The keys that the line names for a part of the screen, the one that must not be missing last."""
    named = sorted((c for c in REGISTRY if c.footer and view in c.views), key=lambda command: command.footer)
    return tuple(Key(keymap.label(one.id, first=True), one.short(phrases), one.id) for one in named)
