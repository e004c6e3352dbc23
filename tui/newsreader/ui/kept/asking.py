"""The dialogs that ask for a source and for a period."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from newsreader.ui.dialogs.choice import Choice, ChoiceDialog
from newsreader.ui.find import pattern
from newsreader.ui.kept import periods
from newsreader.ui.kept.periods import Period
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.phrases import Phrases
    from newsreader.ui.kept.sources import Source


def source_dialog(found: Sequence[Source], chosen: str, phrases: Phrases) -> ChoiceDialog[str]:
    """Asks for a host or folder; "" stands for all.

    Args:
        found: the sources that there are.
        chosen: the present one.
        phrases: what the dialog says.
    """
    everything = Choice(Row(Content(phrases("ui.library.all_sources")), str(sum(one.count for one in found))), "")
    choices = [Choice(_row(one), one.site) for one in found]

    def fitting(words: str) -> list[Choice[str]]:
        if not words.strip():
            return [everything, *choices]
        sought = pattern(words.strip())
        return [
            choice
            for choice, one in zip(choices, found, strict=True)
            if sought.search(one.name) or sought.search(one.site)
        ]

    sites = ["", *(one.site for one in found)]
    return ChoiceDialog(
        phrases("ui.library.which_source"),
        fitting,
        chosen=sites.index(chosen) if chosen in sites else 0,
        placeholder=phrases("ui.panel.filter"),
        nothing=phrases("ui.panel.no_match"),
        phrases=phrases,
    )


def period_dialog(chosen: Period, phrases: Phrases) -> ChoiceDialog[Period]:
    """Asks for a stretch of time: one that has a name, or one that is typed.

    Args:
        chosen: the present one.
        phrases: what the dialog says.
    """
    named = periods.named(datetime.now().astimezone().date())
    names = [period.name for period in named]
    return ChoiceDialog(
        phrases("ui.library.which_period"),
        partial(_fitting, named, phrases),
        chosen=names.index(chosen.name) if chosen.name in names else 0,
        placeholder=phrases("ui.period.type"),
        nothing=phrases("ui.period.unknown"),
        phrases=phrases,
    )


def _fitting(named: Sequence[Period], phrases: Phrases, words: str) -> list[Choice[Period]]:
    words = words.strip()
    if not words:
        return [Choice(Row(Content(period.title(phrases)), _days(period, phrases)), period) for period in named]
    if typed := periods.parse(words):
        return [Choice(Row(Content(typed.title(phrases))), typed)]
    sought = pattern(words)
    return [Choice(Row(Content(title)), one) for one in named if sought.search(title := one.title(phrases))]


def _days(period: Period, phrases: Phrases) -> str:
    """The days of a period that has a name."""
    return "" if period == periods.ALL else Period("", period.since, period.until).title(phrases)


def _row(source: Source) -> Row:
    name = Content(source.name)
    if source.site != source.name:
        name += Content.styled(f"  {source.site}", "dim")
    return Row(name, str(source.count))
