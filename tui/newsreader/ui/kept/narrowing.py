"""What the library's list is narrowed to and how it is ordered, and how that is shown."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from newsreader.library.model import Filters, HitKind, Order
from newsreader.ui.commands import View
from newsreader.ui.kept.periods import ALL, Period, named
from newsreader.ui.kept.sources import name_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from newsreader.phrases import Phrases
    from newsreader.ui.commands import Keymap

ORDERS = (Order.OPENED, Order.PUBLISHED, Order.TITLE, Order.SOURCE, Order.STATEMENTS)
"""the orders, one after the other"""

RISING = frozenset({Order.TITLE, Order.SOURCE})
"""orders that begin with the least at first, as an alphabet does"""

KINDS: tuple[frozenset[HitKind], ...] = (
    frozenset(HitKind),
    frozenset({HitKind.ARTICLE}),
    frozenset({HitKind.STATEMENT}),
    frozenset({HitKind.NOTE}),
    frozenset({HitKind.EARLIER}),
)
"""what is searched, one after the other"""

SCOPE = ("from_source", "from_period")
"""the filters that other screens have as well"""

ON, OFF = "●", "○"


@dataclass
class Narrowing:
    """Filters, order, and what is searched.

    Attributes:
        unread: whether only what is unread is listed.
        annotated: whether only what has annotations is listed.
        changed: whether only what has changed since it was read is listed.
        site: the host or folder, "" for all.
        period: when it was published.
        order: what the list is ordered by.
        turned: whether that is the other way round than usual.
        kinds: what is searched.
    """

    unread: bool = False
    annotated: bool = False
    changed: bool = False
    site: str = ""
    period: Period = ALL
    order: Order = Order.OPENED
    turned: bool = False
    kinds: frozenset[HitKind] = field(default=KINDS[0])

    @property
    def filters(self) -> Filters:
        """The filters as the library wants them."""
        return Filters(
            unread=True if self.unread else None,
            annotated=True if self.annotated else None,
            changed=True if self.changed else None,
            source=self.site,
            since=self.period.since,
            until=self.period.until,
        )

    @property
    def descending(self) -> bool:
        """Whether the greatest comes first."""
        return (self.order not in RISING) != self.turned

    @property
    def narrow(self) -> bool:
        """Whether anything is left out."""
        return self.filters != Filters()

    def clear(self) -> None:
        """Leave nothing out."""
        self.unread = self.annotated = self.changed = False
        self.site, self.period = "", ALL

    def step_order(self) -> None:
        """To the next order, in its usual direction."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.turned = False

    def step_kinds(self) -> None:
        """Search in something else."""
        self.kinds = KINDS[(KINDS.index(self.kinds) + 1) % len(KINDS)]

    @property
    def saved(self) -> str:
        """The order as it is remembered."""
        return f"{self.order} {int(self.turned)}"

    def restore(self, saved: str) -> None:
        """Take the order that was remembered; what cannot be meant is left."""
        order, _, turned = saved.partition(" ")
        if order in ORDERS:
            self.order, self.turned = Order(order), turned == "1"

    @property
    def saved_filters(self) -> str:
        """The filters as they are remembered; nothing where none is set."""
        period = self.period
        moments = [None if moment is None else moment.isoformat() for moment in (period.since, period.until)]
        held = {
            "unread": self.unread,
            "annotated": self.annotated,
            "changed": self.changed,
            "site": self.site,
            # One that has a name, such as today, is another one tomorrow.
            "period": period.name or moments if period != ALL else "",
        }
        return json.dumps(held) if self.narrow else ""

    def restore_filters(self, saved: str, today: date | None = None) -> None:
        """Take the filters that were remembered; what cannot be meant is left.

        Args:
            saved: what `saved_filters` gave.
            today: the day that it is, None for the present one.
        """
        with suppress(ValueError, TypeError, AttributeError):
            held = json.loads(saved)
            self.unread, self.annotated, self.changed = (
                held.get(name) is True for name in ("unread", "annotated", "changed")
            )
            self.site = str(held.get("site") or "")
            self.period = _restored(held.get("period"), today or datetime.now().astimezone().date())

    def shown(
        self,
        keymap: Keymap,
        phrases: Phrases,
        *,
        short: bool = False,
        only: Collection[str] | None = None,
        view: View = View.LIBRARY,
    ) -> list[Content]:
        """Every filter with its key and whether it is on, so that what is narrowed is never a riddle.

        Args:
            keymap: the keys.
            phrases: the language.
            short: whether those that are not on go without a sign.
            only: the ids of the commands of those that are wanted, None for all.
            view: the screen on which they are.
        """
        site = name_of(self.site)
        period = "" if self.period == ALL else self.period.title(phrases)
        chips = (
            ("only_unread", self.unread, phrases("ui.library.chip.unread")),
            ("only_annotated", self.annotated, phrases("ui.library.chip.annotated")),
            ("only_changed", self.changed, phrases("ui.library.chip.changed")),
            ("from_source", bool(site), site or phrases("ui.library.chip.source")),
            ("from_period", bool(period), period or phrases("ui.library.chip.period")),
        )
        return [
            _chip(keymap.label(command, first=True, view=view), on, words, "" if short else f"{OFF} ")
            for command, on, words in chips
            if only is None or command in only
        ]

    def order_shown(self, keymap: Keymap, phrases: Phrases) -> Content:
        """The order with its key and its direction."""
        arrow = "↓" if self.descending else "↑"
        words = f"{phrases(f'ui.library.order.{self.order}')} {arrow}"
        return Content.assemble(
            (keymap.label("other_order", first=True, view=View.LIBRARY), "bold $accent"), " ", words
        )

    def kinds_shown(self, totals: Mapping[HitKind, int], keymap: Keymap, phrases: Phrases) -> Content:
        """How much was found of each kind, and which of them are listed."""
        key = Content.styled(keymap.label("found_in", first=True, view=View.LIBRARY), "bold $accent")
        parts = []
        for kind in HitKind:
            sought = kind in self.kinds
            words = phrases.count(f"ui.library.found.{kind}", totals.get(kind, 0))
            parts.append(Content(words) if sought else Content.styled(phrases(f"ui.library.kind.{kind}"), "dim strike"))
        return key + " " + Content(" · ").join(parts)


def _restored(saved: object, today: date) -> Period:
    """The period that was remembered, all of time for what cannot be meant."""
    if isinstance(saved, list):
        since, until = (None if one is None else datetime.fromisoformat(one) for one in saved)
        return Period("", since, until)
    return next((period for period in named(today) if period.name == saved), ALL)


def _chip(key: str, on: bool, words: str, off: str) -> Content:
    if on:
        return Content.assemble((f"{ON} ", "bold $accent"), (f"{key} ", "bold $accent"), (words, "bold"))
    return Content.assemble((off, "dim"), (f"{key} ", "bold $accent"), (words, "dim"))
