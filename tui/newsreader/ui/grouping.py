"""Who says what: an analysis's statements grouped by actor, sorted and filtered, as rows of a list."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from newsreader.ui.find import pattern
from newsreader.ui.widgets.article.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.analysis.result import Actor, Analysis, Statement
    from newsreader.article.model import Article

Order = Literal["appearance", "name", "count"]

WORDS = 160
"""code points of a statement's beginning that a row may show"""

NO_SPEAKER = "none"
MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as a row.

    Attributes:
        id: unique in the list.
        statement: the statement.
        words: its first words on one line, without quotation marks.
        section: number of its section, counted from 1; 0 where the article has only one.
        depth: how many statements it is nested in.
        by: name of its actor where that is not the group's.
    """

    id: str
    statement: Statement
    words: str
    section: int
    depth: int = 0
    by: str | None = None

    @property
    def sign(self) -> str:
        """The sign of its kind."""
        return SIGNS[self.statement.kind]


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """An actor with what he says; or, without an actor, what nobody known says, or who says nothing.

    Attributes:
        id: the actor's id, `NO_SPEAKER` or `MENTIONED`.
        actor: the actor, None for the two others.
        said: his statements, each followed by those nested in it.
        count: how many statements are his own, or how many actors say nothing.
        others: the actors who say nothing.
    """

    id: str
    actor: Actor | None
    said: tuple[Said, ...] = ()
    count: int = 0
    others: tuple[Actor, ...] = field(default=())


def titled(actor: Actor) -> str:
    """An actor with his role, unless that is all that his name tells."""
    return f"{actor.name} · {actor.role}" if actor.role and actor.role != actor.name else actor.name


def first_words(article: Article, statement: Statement) -> str:
    """A statement's beginning on one line, without the quotation marks around it."""
    pieces = (span.of(article.text)[:WORDS] for span in statement.spans)
    return " ".join(" … ".join(pieces).split())[:WORDS].strip("\"'„“”‚‘’»«›‹ ")


def groups(
    article: Article, analysis: Analysis, *, order: Order = "appearance", words: str = "", min_confidence: float = 0.0
) -> list[ActorGroup]:
    """The groups of an article's panel.

    Args:
        order: of the actors: by first statement, by name, or by number of statements.
        words: what a name, a role or a statement must hold, spelt as `find.pattern` allows; empty for everything.
        min_confidence: statements of which the analysis is less sure (0 to 1) are left out.
    """
    shown = [s for s in analysis.statements if s.confidence >= min_confidence]
    by_actor: dict[str | None, list[Statement]] = {}
    known = {actor.id for actor in analysis.actors}
    for statement in shown:
        by_actor.setdefault(statement.actor if statement.actor in known else None, []).append(statement)
    weave = _Weaver(article, analysis, shown)
    found: list[ActorGroup] = []
    for actor in _sorted(analysis.actors, by_actor, order):
        own = by_actor[actor.id]
        found.append(ActorGroup(actor.id, actor, tuple(weave.rows(own, actor.id)), len(own)))
    if loose := by_actor.get(None):
        found.append(ActorGroup(NO_SPEAKER, None, tuple(weave.rows(loose, None)), len(loose)))
    silent = tuple(actor for actor in analysis.actors if actor.id not in by_actor)
    if silent:
        found.append(ActorGroup(MENTIONED, None, (), len(silent), silent))
    return list(_filtered(found, words)) if words.strip() else found


def _sorted(actors: Iterable[Actor], by_actor: dict[str | None, list[Statement]], order: Order) -> list[Actor]:
    """The actors who say something."""
    speaking = [actor for actor in actors if actor.id in by_actor]
    if order == "name":
        return sorted(speaking, key=lambda actor: _alphabetic(actor.name))
    speaking.sort(key=lambda actor: by_actor[actor.id][0].spans[0].start)
    if order == "count":
        speaking.sort(key=lambda actor: -len(by_actor[actor.id]))
    return speaking


def _alphabetic(name: str) -> str:
    """A name as German lists sort it (DIN 5007-1): umlauts like their vowels."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


class _Weaver:
    """Makes rows of statements and puts those nested in them below."""

    def __init__(self, article: Article, analysis: Analysis, shown: list[Statement]) -> None:
        self._article = article
        self._actors = {actor.id: actor for actor in analysis.actors}
        self._ids = {statement.id for statement in shown}
        self._children: dict[str, list[Statement]] = {}
        for statement in shown:
            if statement.parent in self._ids and statement.parent != statement.id:
                self._children.setdefault(statement.parent or "", []).append(statement)
        self._numbers = {section.id: number for number, section in enumerate(article.sections, 1)}

    def rows(self, statements: list[Statement], actor: str | None) -> Iterator[Said]:
        """The rows of a group; one whose parent stands in the same group comes only below that."""
        own = {statement.id for statement in statements}
        for statement in statements:
            if statement.parent not in own or statement.parent == statement.id:
                yield from self._below(statement, actor, 0, statement.id, set())

    def _below(self, statement: Statement, actor: str | None, depth: int, path: str, seen: set[str]) -> Iterator[Said]:
        if statement.id in seen:
            return
        seen.add(statement.id)
        speaker = self._actors.get(statement.actor or "")
        other = speaker.name if speaker and speaker.id != actor else None
        number = self._numbers.get(statement.section, 0) if len(self._numbers) > 1 else 0
        yield Said(path, statement, first_words(self._article, statement), number, depth, other if depth else None)
        for child in self._children.get(statement.id, ()):
            yield from self._below(child, actor, depth + 1, f"{path}/{child.id}", seen)


def _filtered(found: list[ActorGroup], words: str) -> Iterator[ActorGroup]:
    """The groups that hold the words; one whose name or role has them stays whole."""
    wanted = pattern(words.strip())
    for group in found:
        actor = group.actor
        if actor and (wanted.search(actor.name) or (actor.role and wanted.search(actor.role))):
            yield group
            continue
        said = tuple(row for row in group.said if wanted.search(row.words) or (row.by and wanted.search(row.by)))
        others = tuple(a for a in group.others if wanted.search(a.name) or (a.role and wanted.search(a.role)))
        if said or others:
            own = sum(not row.by for row in said)
            yield ActorGroup(group.id, actor, said, len(others) if others else own, others)
