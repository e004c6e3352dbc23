"""Says in a few words what has changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.article.model import Span
from newsreader.library.changes.model import FactName, Role
from newsreader.library.changes.wording import pieces

if TYPE_CHECKING:
    from newsreader.analysis.result import Statement
    from newsreader.article.model import Article
    from newsreader.library.changes.model import Changes, StatementChange
    from newsreader.phrases import Phrases


def summary(changes: Changes, phrases: Phrases) -> str:
    """What is not the same, counted: "Titel, 3 Sätze, 1 Aussage"."""
    parts: list[str] = []
    roles = {row.role for row in changes.different}
    if Role.TITLE in roles or changes.fact(FactName.TITLE):
        parts.append(phrases("changes.title"))
    if Role.STAMP in roles or changes.fact(FactName.PUBLISHED) or changes.fact(FactName.UPDATED):
        parts.append(phrases("changes.time"))
    parts += [phrases(f"changes.{name}") for name in (FactName.AUTHOR, FactName.PUBLISHER) if changes.fact(name)]
    if number := changes.counts.all:
        parts.append(phrases.count("changes.sentences", number))
    if number := sum(not one.context for one in changes.changed_statements):
        parts.append(phrases.count("changes.statements", number))
    if not parts:
        return phrases("changes.blanks" if changes.old.text != changes.new.text else "changes.nothing")
    return ", ".join(parts)


def counted(changes: Changes, phrases: Phrases) -> str:
    """How many sentences became what: "3 geändert, 1 neu"."""
    numbers = changes.counts._asdict().items()
    return ", ".join(phrases(f"changes.count.{name}", n=number) for name, number in numbers if number)


def when(moment: datetime, phrases: Phrases, now: datetime | None = None) -> str:
    """A moment as it is said, in the zone of this computer if it has one; with the year if it is another one.

    Args:
        moment: the moment.
        phrases: the language.
        now: the present moment.
    """
    local = moment.astimezone() if moment.tzinfo else moment
    same = local.year == (now or datetime.now()).year
    return local.strftime(phrases("changes.when" if same else "changes.when_year"))


def fact(value: str | datetime | None, phrases: Phrases) -> str:
    """Something that is told about an article, on one line."""
    if isinstance(value, datetime):
        return when(value, phrases)
    return phrases("changes.fact.none") if value is None else " ".join(value.split())


def words(statement: Statement, article: Article) -> str:
    """The words of a statement on one line, with […] where it has a gap."""
    return " […] ".join(" ".join(span.of(article.text).split()) for span in statement.spans)


def rewording(change: StatementChange, changes: Changes) -> list[tuple[str | None, str | None]]:
    """The words of a statement of both versions in order: those of both, those that were dropped (and None), those that
    have come (after None).

    Args:
        change: a statement that is in both versions.
        changes: the comparison that it is from.
    """
    assert change.old is not None
    assert change.new is not None
    old, new = words(change.old, changes.old), words(change.new, changes.new)
    found = pieces(old, new, Span(0, len(old)), Span(0, len(new)))
    return [(piece.old and piece.old.of(old), piece.new and piece.new.of(new)) for piece in found]


def run(span: Span, article: Article) -> str:
    """A run of words on one line, each stretch of white space in it and at its ends as one blank."""
    text = span.of(article.text)
    inner = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}" if inner else " "
