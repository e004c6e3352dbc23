"""Statements of two versions compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import Actor, ActorKind, Analysis, Statement, StatementKind
from newsreader.article.model import Article, Span
from newsreader.library.changes.comparing import compare
from newsreader.library.changes.stating import same_speaker
from newsreader.library.changes.telling import summary
from newsreader.phrases import Phrases

if TYPE_CHECKING:
    from newsreader.library.changes.model import StatementChange

Said = tuple[str, str | None, StatementKind]

DIRECT, INDIRECT = StatementKind.DIRECT, StatementKind.INDIRECT


def version(text: str, *said: Said) -> tuple[Article, Analysis]:
    """An article with statements, each by its words, who said them, and how."""
    names = list(dict.fromkeys(name for _, name, _ in said if name))
    actors = tuple(Actor(f"a{n}", name, ActorKind.PERSON) for n, name in enumerate(names))
    ids = {actor.name: actor.id for actor in actors}
    statements = tuple(
        Statement(
            f"s{n}", kind, (Span(text.index(words), text.index(words) + len(words)),), actor=ids[name] if name else None
        )
        for n, (words, name, kind) in enumerate(said)
    )
    return Article(text, "t"), Analysis(PipelineInfo("p", "1"), actors=actors, statements=statements)


def changed(old: tuple[Article, Analysis], new: tuple[Article, Analysis]) -> tuple[StatementChange, ...]:
    found = compare(old[0], new[0], old[1], new[1]).statements
    assert found is not None
    return found


OLD = 'Der Rat tagte. "Wir gehen voran", sagte Olaf Scholz. Die Kosten seien hoch, sagte Anna Berg am Rande.'


def test_what_is_the_same_is_kept() -> None:
    one = version(OLD, ("Wir gehen voran", "Olaf Scholz", DIRECT), ("Die Kosten seien hoch", "Anna Berg", INDIRECT))
    longer = version(
        "Neu ist das hier. " + OLD,
        ("Wir gehen voran", "Scholz", DIRECT),
        ("Die Kosten seien hoch", "Anna Berg", INDIRECT),
    )
    assert [change.kept for change in changed(one, longer)] == [True, True]


def test_reworded_given_to_another_rendered_otherwise() -> None:
    one = version(OLD, ("Wir gehen voran", "Olaf Scholz", DIRECT), ("Die Kosten seien hoch", "Anna Berg", INDIRECT))
    text = 'Der Rat tagte. "Wir gehen mutig voran", sagte Olaf Scholz. Die Kosten seien hoch, sagte Eva Maier am Rande.'
    other = version(
        text, ("Wir gehen mutig voran", "Olaf Scholz", DIRECT), ("Die Kosten seien hoch", "Eva Maier", INDIRECT)
    )
    first, second = changed(one, other)
    assert (first.reworded, first.speaker, first.kind) == (True, False, False)
    assert (second.reworded, second.speaker, second.kind) == (False, True, False)
    text = "Der Rat tagte. Man gehe voran, sagte Olaf Scholz. Die Kosten seien hoch, sagte Anna Berg am Rande."
    other = version(text, ("Man gehe voran", "Olaf Scholz", INDIRECT), ("Die Kosten seien hoch", "Anna Berg", INDIRECT))
    first, second = changed(one, other)
    assert (first.reworded, first.speaker, first.kind) == (True, False, True)
    assert second.kept


def test_added_and_dropped() -> None:
    one = version(OLD, ("Wir gehen voran", "Olaf Scholz", DIRECT), ("Die Kosten seien hoch", "Anna Berg", INDIRECT))
    text = 'Der Rat tagte. "Wir gehen voran", sagte Olaf Scholz. "Davon weiß ich nichts", sagte Eva Maier.'
    other = version(text, ("Wir gehen voran", "Olaf Scholz", DIRECT), ("Davon weiß ich nichts", "Eva Maier", DIRECT))
    kept, added, dropped = changed(one, other)
    assert kept.kept
    assert (added.old, added.new) == (None, other[1].statements[1])
    assert (dropped.old, dropped.new) == (one[1].statements[1], None)


def test_the_same_words_twice_stay_in_their_order() -> None:
    text = '"Ja", sagte Anna Berg. Es regnete dann. "Ja", sagte Anna Berg noch einmal.'
    article, analysis = version(text, ("Ja", "Anna Berg", DIRECT))
    again = Statement("s1", DIRECT, (Span(text.rindex("Ja"), text.rindex("Ja") + 2),), actor="a0")
    analysis = Analysis(analysis.pipeline, actors=analysis.actors, statements=(*analysis.statements, again))
    found = changed((article, analysis), (article, analysis))
    assert [(change.old and change.old.id, change.new and change.new.id) for change in found] == [
        ("s0", "s0"),
        ("s1", "s1"),
    ]


def test_without_one_of_the_analyses_nothing_is_said() -> None:
    article, analysis = version(OLD, ("Wir gehen voran", "Olaf Scholz", DIRECT))
    assert compare(article, article, None, analysis).statements is None


def test_a_fuller_name_is_the_same_speaker() -> None:
    assert same_speaker("Scholz", "Olaf Scholz")
    assert same_speaker("", "")
    assert not same_speaker("Anna Berg", "Eva Berg")
    assert not same_speaker("", "Eva Berg")


def test_what_lies_in_the_context_is_told_apart_and_last() -> None:
    one = version(OLD, ("Wir gehen voran", "Olaf Scholz", DIRECT), ("Die Kosten seien hoch", "Anna Berg", INDIRECT))
    text = OLD.replace("Die Kosten seien hoch", "Die Kosten seien sehr hoch")
    other = version(
        text, ("Wir gehen voran", "Eva Maier", DIRECT), ("Die Kosten seien sehr hoch", "Anna Berg", INDIRECT)
    )
    changes = compare(one[0], other[0], one[1], other[1])
    assert [change.what for change in changes.changed_statements] == [("reworded",), ("speaker", "context")]
    assert summary(changes, Phrases("en")) == "1 sentence, 1 statement"


def test_a_moved_statement_is_kept() -> None:
    one = version(OLD, ("Wir gehen voran", "Olaf Scholz", DIRECT), ("Die Kosten seien hoch", "Anna Berg", INDIRECT))
    first, second, third = "Der Rat tagte.", '"Wir gehen voran", sagte Olaf Scholz.', OLD[OLD.index("Die Kosten") :]
    other = version(
        f"{third} {first} {second}",
        ("Die Kosten seien hoch", "Anna Berg", INDIRECT),
        ("Wir gehen voran", "Olaf Scholz", DIRECT),
    )
    assert all(change.kept for change in changed(one, other))
