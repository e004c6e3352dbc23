"""How kept articles and what was found in them look in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from newsreader.library.changes.telling import when
from newsreader.library.model import HitKind
from newsreader.ui.kept.sources import name_of
from newsreader.ui.widgets.article.signs import SIGNS
from newsreader.ui.widgets.row import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from newsreader.library.model import Hit, Kept
    from newsreader.phrases import Phrases

WIDE = 112
"""columns from which on an article is a row of a table on one line"""

UNREAD, NOTED, CHANGED, FOUND = "●", "✎", "Δ", "›"
"""signs of what is unread, annotated, there in several versions, and found in an article's own text"""

_SOURCE, _DAY, _NUMBER, _SIGN = 22, 10, 9, 5
"""columns of the table but for the title"""
_GAP = "  "


def day_of(moment: datetime | None, today: date, phrases: Phrases) -> str:
    """A moment in local time as short as it can be said: only the time of today, else the day."""
    if moment is None:
        return ""
    local = moment.astimezone() if moment.tzinfo else moment
    return local.strftime(phrases("ui.library.time" if local.date() == today else "ui.date"))


def table_head(width: int, phrases: Phrases) -> Content:
    """What the columns of the table are, at a width in columns."""
    words = ("title", "source", "published", "opened", "statements")
    title, *rest = (Content.styled(phrases(f"ui.library.column.{word}"), "dim") for word in words)
    return _table(width, Content("  "), title, [*rest, Content.styled(NOTED, "dim"), Content.styled(CHANGED, "dim")])


class ArticleRow:
    """A kept article: one line of a table where there is room, else two lines.

    Args:
        kept: the article.
        phrases: what the row says.
        today: the day that it is.
        marked: whether it is marked.
    """

    def __init__(self, kept: Kept, phrases: Phrases, today: date, *, marked: bool) -> None:
        self._kept = kept
        self._phrases = phrases
        self._today = today
        self._marked = marked

    def lines(self, width: int) -> list[Content]:
        """Its lines at a width in columns."""
        kept, phrases = self._kept, self._phrases
        signs = Content.assemble(
            (MARK if self._marked else " ", "bold $accent"), ("" if kept.read else UNREAD) or " ", " "
        )
        title = Content.styled(kept.title, "" if kept.read else "bold")
        source = name_of(kept.site, kept.publisher) or phrases("ui.library.standard_input")
        published = day_of(kept.published, self._today, phrases)
        opened = day_of(kept.opened, self._today, phrases)
        if width >= WIDE:
            count = "" if kept.statements is None else str(kept.statements)
            cells = [Content(text) for text in (source, published, opened, count)]
            changed = Content.styled(self._changed, "bold $accent" if kept.has_news else "")
            return [_table(width, signs, title, [*cells, Content(self._noted), changed])]
        right = Content.styled(f" {published}", "dim") if published and width > 2 * _DAY else Content("")
        if kept.has_news:
            right = Content.styled(f" {CHANGED}", "bold $accent") + right
        first = (signs + title).truncate(max(0, width - right.cell_length), ellipsis=True, pad=True) + right
        told = [source]
        if opened:
            told.append(phrases("ui.library.opened", when=opened))
        if kept.statements is not None:
            told.append(phrases.count("ui.library.statements", kept.statements))
        told += filter(None, (self._noted, self._changed))
        below = Content.styled("   " + " · ".join(told), "dim")
        return [first, below.truncate(width, ellipsis=True, pad=True)]

    @property
    def _noted(self) -> str:
        return f"{NOTED} {self._kept.annotations}" if self._kept.annotations else ""

    @property
    def _changed(self) -> str:
        return f"{CHANGED} {self._kept.versions}" if self._kept.versions > 1 else ""


class KindRow:
    """The heading above what was found of a kind.

    Args:
        kind: the kind.
        shown: how many are listed.
        total: how many there are.
        phrases: what the row says.
    """

    def __init__(self, kind: HitKind, shown: int, total: int, phrases: Phrases) -> None:
        self._title = phrases(f"ui.library.kind.{kind}")
        self._number = phrases("ui.list.of", n=shown, all=total) if shown < total else str(total)

    def lines(self, width: int) -> list[Content]:
        """Its line at a width in columns."""
        title = Content.assemble((f" {self._title}", "bold $primary"), (f"  {self._number}", "dim"))
        return [title.truncate(width, ellipsis=True, pad=True)]


class HitRow:
    """Something that was found: what stands there, and below it the article.

    Args:
        hit: what was found.
        phrases: what the row says.
        today: the day that it is.
        marked: whether it is marked.
    """

    def __init__(self, hit: Hit, phrases: Phrases, today: date, *, marked: bool = False) -> None:
        self._hit = hit
        self._marked = marked
        self._phrases = phrases
        self._today = today

    def lines(self, width: int) -> list[Content]:
        """Its lines at a width in columns."""
        hit, phrases = self._hit, self._phrases
        sign = Content.assemble((MARK if self._marked else " ", "bold $accent"), (self._sign, "bold $accent"), " ")
        if hit.actor:
            sign += Content.styled(f"{hit.actor}: ", "bold")
        sign = sign.truncate(max(0, width // 2), ellipsis=True)
        first = (sign + self._context(width - sign.cell_length)).truncate(width, ellipsis=True, pad=True)
        kept = hit.article
        told = ["" if kept is None else kept.title]
        if kept is not None:
            told.append(name_of(kept.site, kept.publisher) or phrases("ui.library.standard_input"))
            told.append(day_of(kept.published, self._today, phrases))
            if hit.until is not None:
                told.append(phrases("ui.library.until", when=when(hit.until, phrases)))
        else:
            told = [phrases("ui.library.not_kept")]
        below = Content.styled("   " + " · ".join(filter(None, told)), "dim")
        return [first, below.truncate(width, ellipsis=True, pad=True)]

    @property
    def _sign(self) -> str:
        if self._hit.kind is HitKind.NOTE:
            return NOTED
        if self._hit.kind is HitKind.EARLIER:
            return CHANGED
        return SIGNS[self._hit.statement] if self._hit.statement else FOUND

    def _context(self, room: int) -> Content:
        """What was found, lit, amid as much of what stands around it as there is room for."""
        hit = self._hit
        found = Content(hit.found)
        for start, end in hit.marks:
            found = found.stylize("bold $accent underline", start, end)
        at = hit.marks[0].start if hit.marks else 0
        if hit.kind is HitKind.ARTICLE:
            at += len(hit.before)
            found = Content.styled(hit.before, "dim") + found + Content.styled(hit.after, "dim")
        elif hit.quoted:
            found += Content.styled(f"  ({hit.quoted})", "dim")
        return _window(found, at, room)


def _window(text: Content, at: int, room: int) -> Content:
    """The part of a text in which an offset (code points) stands in the first half of the room (columns)."""
    if text.cell_length <= room or at < room // 2:
        return text
    start = max(0, at - room // 3)
    blank = text.plain.find(" ", start, at)
    return Content.styled("… ", "dim") + text[blank + 1 if blank >= 0 else start :]


def _table(width: int, signs: Content, title: Content, rest: Sequence[Content]) -> Content:
    widths = (_SOURCE, _DAY, _DAY, _NUMBER, _SIGN, _SIGN)
    room = max(0, width - signs.cell_length - sum(widths) - len(_GAP) * len(widths))
    cells = [title.truncate(room, ellipsis=True, pad=True)]
    for cell, columns in zip(rest, widths, strict=True):
        cut = cell.truncate(columns, ellipsis=True)
        blank = " " * (columns - cut.cell_length)
        cells.append(Content(blank) + cut if columns == _NUMBER else cut + blank)
    return signs + Content(_GAP).join(cells)
