"""The component `newsreader_actors`: who the figures of an article are, and which of them makes each statement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.language import Language

from newsreader.analysis.components import extensions
from newsreader.analysis.components.actors.cast import Cast
from newsreader.analysis.components.actors.continuing import continues
from newsreader.analysis.components.actors.speakers import Speakers
from newsreader.analysis.components.dense import dense
from newsreader.analysis.result import Actor, StatementKind
from newsreader.article.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from newsreader.analysis.components.actors.figures import Figure
    from newsreader.analysis.components.dense import Dense
    from newsreader.analysis.result import Statement

NOBODY, LEAST = 0.2, 0.05
"""what it takes from a statement's confidence that nobody is behind its speaker's words, and what is left at least"""


def add_actors(doc: Doc) -> Doc:
    """Set `doc._.actors`, and actor and reason of `doc._.statements`."""
    words = dense(doc)
    cast = Cast(words.doc)
    made = attribute(doc, words, cast)
    ids: dict[int, str] = {}
    actors: list[Actor] = []
    for number, figure in enumerate(
        sorted((f for f in cast.figures if not f.latent), key=lambda f: (f.first, f.name)), start=1
    ):
        ids[id(figure)] = f"a{number}"
        actors.append(_actor(doc, words, figure, f"a{number}"))
    doc._.actors = tuple(actors)
    doc._.statements = tuple(
        _unlinked(statement) if found is None else replace(statement, actor=ids[id(found[0])], reason=found[1])
        for statement, found in made
    )
    doc._.entity_actors = {words.places[i]: actor for i, actor in _entity_actors(words.doc, cast, ids).items()}
    return doc


def _unlinked(statement: Statement) -> Statement:
    """A statement of nobody; it is less sure if it names a speaker, since those words are often not the right ones."""
    if statement.speaker is None:
        return replace(statement, actor=None, reason=None)
    return replace(statement, actor=None, reason=None, confidence=round(max(statement.confidence - NOBODY, LEAST), 2))


def attribute(doc: Doc, words: Dense, cast: Cast) -> list[tuple[Statement, tuple[Figure, str] | None]]:
    """Each statement with the figure that makes it and how that was reached.

    Args:
        doc: the document with its statements.
        words: the same without white space inside sentences.
        cast: the figures of the latter.
    """
    speakers = Speakers(cast)
    text = doc.text  # made anew each time that it is asked for
    made: list[tuple[Statement, tuple[Figure, str] | None]] = []
    by_id: dict[str, Figure] = {}
    before: Statement | None = None
    last: Figure | None = None
    for statement in doc._.statements:
        found: tuple[Figure, str] | None = None
        if statement.speaker is not None:
            span = doc.char_span(statement.speaker.start, statement.speaker.end, alignment_mode="expand")
            if span is not None:
                quoted = statement.kind is StatementKind.DIRECT
                told = _told(doc, words, statement)
                named = speakers.speaker(*words.stretch(span.start, span.end), last, told, quoted=quoted)
                if named is not None:
                    away = before is not None and statement.speaker == before.speaker
                    found = (named.figure, "continued" if away else named.reason)
        elif before is not None and continues(text, before, statement):
            figure = by_id.get(before.id)
            found = None if figure is None else (figure, "continued")
        made.append((statement, found))
        if found is not None:
            found[0].latent = False
            by_id[statement.id] = found[0]
            if statement.parent is None:
                last, cast.said_until = found[0], _last_token(doc, words, statement)
        if statement.parent is None or statement.kind is not StatementKind.DIRECT:
            before = statement
    return made


def _last_token(doc: Doc, words: Dense, statement: Statement) -> int:
    """The last token of a statement and its frame, as a token of the document without white space."""
    end = max(span.end for span in (*statement.spans, *statement.frame))
    span = doc.char_span(end - 1, end, alignment_mode="expand")
    return 0 if span is None else words.stretch(span.start, span.end)[0]


def _told(doc: Doc, words: Dense, statement: Statement) -> list[tuple[int, int]]:
    """What a statement tells, as tokens without white space, unless it is the whole sentence with its speaker."""
    if statement.kind is StatementKind.REPORTED:
        return []
    spans = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in statement.spans)
    return [words.stretch(span.start, span.end) for span in spans if span is not None]


def _actor(doc: Doc, words: Dense, figure: Figure, identifier: str) -> Actor:
    mentions = tuple(_characters(doc, *words.given(mention.start, mention.end)) for mention in figure.mentions)
    role = max((role.text for role in figure.roles), key=len, default=None)
    return Actor(identifier, figure.name, figure.kind, role, mentions)


def _characters(doc: Doc, start: int, end: int) -> Span:
    span = doc[start:end]
    return Span(span.start_char, span.end_char)


def _entity_actors(doc: Doc, cast: Cast, ids: dict[int, str]) -> dict[int, str]:
    """The actors that entities name, by the entities' first tokens.

    A person or an organisation is named wherever its name stands; a place or anything else only where the whole
    mention of an actor is its name: in "Mexikos Innenminister" the actor is not Mexiko.
    """
    whole = {mention.end: (mention.start, figure) for figure in cast.figures for mention in figure.mentions}
    actors: dict[int, str] = {}
    for ent in doc.ents:
        figure = cast.bodies.of_name.get(ent.start)
        for i in range(ent.start, ent.end):
            figure = cast.persons.of_token.get(i, figure)
        start, mentioned = whole.get(ent.end, (-2, None))
        if figure is None and ent.start - 1 <= start <= ent.start:
            figure = mentioned
        if figure is not None and id(figure) in ids:
            actors[ent.start] = ids[id(figure)]
    return actors


@Language.factory("newsreader_actors", requires=["doc.ents", "token.tag", "token.lemma"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component; it stands last, after names and statements."""
    extensions.register()
    return add_actors
