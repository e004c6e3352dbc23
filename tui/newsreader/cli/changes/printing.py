"""Prints what has changed: a line a sentence, with a sign in front and the words that are others between marks."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from newsreader.cli.output import data_output
from newsreader.cli.plain import plain
from newsreader.cli.streams import on_terminal
from newsreader.library.changes.model import Role, RowKind
from newsreader.library.changes.telling import counted, fact, rewording, run, summary, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from newsreader.article.model import Article, Span
    from newsreader.library.changes.model import Changes, Row, StatementChange
    from newsreader.phrases import Phrases

DROPPED, ADDED, CHANGED, MOVED = "red", "green", "yellow", "cyan"
"""colours; a sign says the same"""

STRUCK = f"{DROPPED} strike"

SIGNS = {
    RowKind.CHANGED: ("~", CHANGED),
    RowKind.ADDED: ("+", ADDED),
    RowKind.DROPPED: ("-", DROPPED),
    RowKind.MOVED: (">", MOVED),
}


def show(changes: Changes, title: str, phrases: Phrases) -> None:
    """Print the changes on standard output, in colour if that is a terminal.

    Args:
        changes: what has changed.
        title: says which versions these are.
        phrases: the language.
    """
    if on_terminal(sys.stdout):
        # All that comes from outside is made harmless line by line; the colours are to be obeyed.
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        _print(_lines(changes, title, phrases), sys.stdout)
        return
    with data_output() as file:
        _print(_lines(changes, title, phrases), file)


def _print(lines: Iterator[Text], file: IO[str]) -> None:
    console = Console(file=file, highlight=False, markup=False, emoji=False)
    for line in lines:
        console.print(line, soft_wrap=True)


def _lines(changes: Changes, title: str, phrases: Phrases) -> Iterator[Text]:
    yield Text(plain(title), "bold")
    yield Text(plain(summary(changes, phrases)))
    sections = (
        ("facts", "", _facts(changes, phrases)),
        ("sections", "", _sections(changes)),
        ("statements", _kept(changes, phrases), _statements(changes, phrases)),
        ("text", counted(changes, phrases), _sentences(changes, phrases)),
    )
    for name, more, lines in sections:
        heading = [Text(), Text(phrases(f"changes.heading.{name}") + (f": {more}" if more else ""), "bold")]
        for line in lines:
            yield from heading
            heading = []
            yield line


def _facts(changes: Changes, phrases: Phrases) -> Iterator[Text]:
    for one in changes.facts:
        name = phrases(f"changes.fact.{one.name}")
        yield Text.assemble(
            f"{name}: ",
            (plain(fact(one.old, phrases)), STRUCK),
            " → ",
            (plain(fact(one.new, phrases)), ADDED),
        )


def _sections(changes: Changes) -> Iterator[Text]:
    for one in changes.sections:
        if one.old is None or one.new is None:
            kind = RowKind.ADDED if one.old is None else RowKind.DROPPED
            yield _signed(kind, Text(plain(one.old or one.new or "")))
        else:
            yield _signed(RowKind.CHANGED, Text(f"{plain(one.old)} → {plain(one.new)}"))


def _kept(changes: Changes, phrases: Phrases) -> str:
    kept = len(changes.statements or ()) - len(changes.changed_statements)
    return phrases.count("changes.count.kept", kept)


def _statements(changes: Changes, phrases: Phrases) -> Iterator[Text]:
    for change in changes.changed_statements:
        what = ", ".join(phrases(f"changes.statement.{name}") for name in change.what)
        if change.old is None or change.new is None:
            kind = RowKind.ADDED if change.old is None else RowKind.DROPPED
            yield _signed(kind, Text(f"{what} · {_said(change, changes, phrases, new=change.old is None)}"))
        else:
            yield _signed(RowKind.CHANGED, Text(f"{what} · ") + _changed(change, changes, phrases))


def _changed(change: StatementChange, changes: Changes, phrases: Phrases) -> Text:
    """Who said what and how, with what is not the same between marks."""
    assert change.old is not None
    assert change.new is not None
    nobody = phrases("changes.nobody")
    speakers = change.old_speaker or nobody, change.new_speaker or nobody
    kinds = phrases(f"export.kind.{change.old.kind}"), phrases(f"export.kind.{change.new.kind}")
    line = _either(*speakers) if change.speaker else Text(plain(speakers[1]))
    line += Text(" (") + (_either(*kinds) if change.kind else Text(kinds[1])) + Text("): ")
    for old, new in rewording(change, changes):
        line += Text(plain(new)) if old is not None and new is not None else _either(old, new)
    return line


def _either(old: str | None, new: str | None) -> Text:
    """What was dropped and what has come in its place."""
    line = Text()
    if old is not None:
        line.append(f"[-{plain(old)}-]", STRUCK)
    if new is not None:
        line.append(f"{{+{plain(new)}+}}", ADDED)
    return line


def _said(change: StatementChange, changes: Changes, phrases: Phrases, *, new: bool) -> str:
    """Who said what and how, in one of the versions."""
    statement, who = (change.new, change.new_speaker) if new else (change.old, change.old_speaker)
    assert statement is not None
    how = phrases(f"export.kind.{statement.kind}")
    article = changes.new if new else changes.old
    return plain(f"{who or phrases('changes.nobody')} ({how}): {words(statement, article)}")


def _sentences(changes: Changes, phrases: Phrases) -> Iterator[Text]:
    """The sentences that are not the same, each section's under its heading."""
    heading: Text | None = None
    for row in changes.rows:
        if row.role is Role.HEADING and row.kind is RowKind.SAME:
            assert row.new is not None
            heading = Text(f"§ {_of(changes.new, row.new)}", "bold")
        elif row.kind in SIGNS:
            if heading is not None:
                yield heading
                heading = None
            yield _signed(row.kind, _sentence(row, changes, phrases))


def _sentence(row: Row, changes: Changes, phrases: Phrases) -> Text:
    if not row.pieces:
        article, span = (changes.old, row.old) if row.new is None else (changes.new, row.new)
        assert span is not None
        style = STRUCK if row.kind is RowKind.DROPPED else ADDED if row.kind is RowKind.ADDED else ""
        line = Text(_of(article, span), style)
    else:
        line = Text()
        for piece in row.pieces:
            old = None if piece.old is None else run(piece.old, changes.old)
            new = None if piece.new is None else run(piece.new, changes.new)
            line += Text(plain(new)) if old is not None and new is not None else _either(old, new)
    if row.kind is RowKind.MOVED:
        return Text.assemble((f"{phrases('changes.moved')}: ", MOVED), line)
    return line


def _signed(kind: RowKind, line: Text) -> Text:
    sign, colour = SIGNS[kind]
    return Text.assemble((f"{sign} ", f"bold {colour}"), line)


def _of(article: Article, span: Span) -> str:
    return plain(" ".join(span.of(article.text).split()))
