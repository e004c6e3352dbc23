"""The dialogs with fields, and what becomes of what was chosen in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.ui.dialogs.entity import AS_FOUND, NOBODY, SOMEBODY_NEW, EntityChosen, EntityDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.analysis.result import Actor, ActorKind, Entity, Statement
    from newsreader.annotations.changes import Change
    from newsreader.annotations.deciding import Judge
    from newsreader.annotations.items import Item
    from newsreader.article.model import Span
    from newsreader.ui.dialogs.statement import StatementChosen
    from newsreader.ui.screens.reader import ReaderScreen


@dataclass(frozen=True, slots=True)
class Chosen:
    """The actor that was chosen, once he is there.

    Attributes:
        judge: decides with him.
        id: his id, None for nobody.
        changes: what made him.
    """

    judge: Judge
    id: str | None
    changes: tuple[Change, ...] = ()


# Names


def entity(reader: ReaderScreen, item: Item[Entity]) -> None:
    """Correct a name."""
    span, value = item.value.span, item.value

    def chosen(choice: EntityChosen | None) -> None:
        if choice is None:
            return

        def known(actor: Chosen) -> None:
            now = actor.judge.review.entity(value.id) or item
            change = actor.judge.correct_entity(now, label=choice.label, actor=actor.id)
            finish(reader, "entity", actor, change, everywhere=choice.everywhere)

        with_actor(reader, choice.actor, words(reader, span), choice.label, known)

    number = others(reader, span)
    actor = value.actor or NOBODY
    dialog = EntityDialog(
        words(reader, span), labels(reader, value.kind), value.kind, actors(reader), actor, number, reader.phrases
    )
    reader.app.push_screen(dialog, chosen)


def new_entity(reader: ReaderScreen, span: Span) -> None:
    """Add a name that the machine has not found."""

    def chosen(choice: EntityChosen | None) -> None:
        if choice is None:
            return
        if choice.actor == AS_FOUND:
            judge = reader.annotator.judge
            change = judge.add_entity(span, choice.label)
            finish(reader, "add_entity", Chosen(judge, None), change, everywhere=choice.everywhere)
            return

        def known(actor: Chosen) -> None:
            change = actor.judge.add_entity(span, choice.label, actor.id)
            finish(reader, "add_entity", actor, change, everywhere=choice.everywhere)

        with_actor(reader, choice.actor, words(reader, span), choice.label, known)

    number = others(reader, span)
    dialog = EntityDialog(
        words(reader, span), labels(reader, "PER"), "PER", actors(reader), AS_FOUND, number, reader.phrases
    )
    reader.app.push_screen(dialog, chosen)


def others(reader: ReaderScreen, span: Span) -> int:
    """How many other places of the article have the same name."""
    from newsreader.annotations.spreading import forms, occurrences

    judge, text = reader.annotator.judge, reader.article.text
    return sum(not place.overlaps(span) for place in occurrences(text, forms(judge, span.of(text))))


def labels(reader: ReaderScreen, present: str) -> list[tuple[str, str]]:
    """The labels to choose from, the present one among them, with what they are called."""
    from newsreader.ui.screens.legend import LABELS

    known = LABELS if present in LABELS else (*LABELS, present)
    return [(label, reader.label(label)) for label in known]


def actors(reader: ReaderScreen) -> Sequence[Actor]:
    """The actors to choose from, by name."""
    analysis = reader.analysis
    return sorted(analysis.actors, key=lambda actor: actor.name.casefold()) if analysis else ()


def words(reader: ReaderScreen, *spans: Span) -> str:
    """Some text of the article on one line."""
    return " … ".join(" ".join(span.of(reader.article.text).split()) for span in spans)


def finish(reader: ReaderScreen, what: str, actor: Chosen, change: Change, *, everywhere: bool = False) -> None:
    """Make a change with what it needs, and carry it to other places if asked, in one step."""
    from newsreader.annotations.spreading import spread

    changes = [*actor.changes, change]
    if everywhere:
        changes += spread(actor.judge, change)
    reader.corrector.do(what, changes)


# Actors


def with_actor(reader: ReaderScreen, choice: str, name: str, label: str, known: Callable[[Chosen], None]) -> None:
    """Go on with the actor that was chosen; a new one is asked for first.

    Args:
        choice: an actor's id, `NOBODY` or `SOMEBODY_NEW`.
        name: what a new one may be called.
        label: label of the name that mentions him, empty if there is none.
        known: goes on.
    """
    from newsreader.analysis.result import ActorKind
    from newsreader.ui.dialogs.actor import ActorChosen, ActorDialog

    if choice != SOMEBODY_NEW:
        known(Chosen(reader.annotator.judge, choice if choice != NOBODY else None))
        return
    kinds: dict[str, ActorKind] = {"ORG": ActorKind.ORGANISATION, "LOC": ActorKind.PLACE}

    def made(actor: ActorChosen | None) -> None:
        if actor is None:
            return
        change = reader.annotator.judge.add_actor(actor.name, actor.kind, actor.role)
        known(Chosen(reader.annotator.judge_after([change]), f"a-{change.id}", (change,)))

    guess = ActorChosen(name, kinds.get(label, ActorKind.PERSON), None)
    reader.app.push_screen(ActorDialog(guess, reader.phrases, new=True), made)


def actor(reader: ReaderScreen, item: Item[Actor]) -> None:
    """Correct an actor."""
    from newsreader.ui.dialogs.actor import ActorChosen, ActorDialog

    value = item.value

    def chosen(choice: ActorChosen | None) -> None:
        if choice is not None:
            judge = reader.annotator.judge
            change = judge.correct_actor(item, name=choice.name, kind=choice.kind, role=choice.role)
            reader.corrector.do("actor", [change])

    reader.app.push_screen(ActorDialog(ActorChosen(value.name, value.kind, value.role), reader.phrases), chosen)


def join(reader: ReaderScreen, item: Item[Actor]) -> None:
    """Say that another actor is the same one."""
    from newsreader.ui.dialogs.join import JoinDialog

    def chosen(other: str | None) -> None:
        if other is not None:
            reader.corrector.do("join", [reader.annotator.judge.correct_actor(item, joins=(other,))])

    rest = [one for one in actors(reader) if one.id != item.value.id]
    if not rest:
        reader.say("ui.say.no_other_actor")
        return
    reader.app.push_screen(JoinDialog(item.value, rest, reader.phrases), chosen)


def split(reader: ReaderScreen, item: Item[Actor]) -> None:
    """Give some mentions of an actor to a new one."""
    from newsreader.ui.dialogs.split import SplitDialog, SplitOff

    def chosen(off: SplitOff | None) -> None:
        if off is not None:
            change = reader.annotator.judge.add_actor(off.name, item.value.kind, None, off.mentions)
            reader.corrector.do("split", [change])

    reader.app.push_screen(SplitDialog(item.value, reader.article.text, reader.phrases), chosen)


# Statements


def statement(reader: ReaderScreen, item: Item[Statement]) -> None:
    """Correct a statement."""
    value = item.value

    def chosen(choice: StatementChosen | None) -> None:
        if choice is None:
            return

        def known(actor: Chosen) -> None:
            now = actor.judge.review.statement(value.id) or item
            change = actor.judge.correct_statement(now, kind=choice.kind, speaker=choice.speaker, actor=actor.id)
            finish(reader, "statement", actor, change)

        name = words(reader, choice.speaker) if choice.speaker else ""
        with_actor(reader, choice.actor, name, "", known)

    ask_statement(reader, value.spans, value.kind, value.speaker, value.actor, chosen, new=False)


def new_statement(reader: ReaderScreen, span: Span) -> None:
    """Add a statement that the machine has not found."""
    from newsreader.analysis.result import StatementKind

    def chosen(choice: StatementChosen | None) -> None:
        if choice is None:
            return

        def known(actor: Chosen) -> None:
            change = actor.judge.add_statement([span], choice.kind, speaker=choice.speaker, actor=actor.id)
            finish(reader, "add_statement", actor, change)

        name = words(reader, choice.speaker) if choice.speaker else ""
        with_actor(reader, choice.actor, name, "", known)

    quoted = span.of(reader.article.text)[:1] in "\"„“»«'‚‘›‹"
    ask_statement(
        reader, (span,), StatementKind.DIRECT if quoted else StatementKind.INDIRECT, None, None, chosen, new=True
    )


def ask_statement(
    reader: ReaderScreen,
    spans: Sequence[Span],
    kind: object,
    speaker: Span | None,
    actor: str | None,
    chosen: Callable[[StatementChosen | None], None],
    *,
    new: bool,
) -> None:
    """Ask what a statement is."""
    from newsreader.analysis.result import StatementKind
    from newsreader.ui.dialogs.statement import StatementChosen, StatementDialog

    now = StatementChosen(StatementKind(str(kind)), actor or NOBODY, speaker)
    speakers = [(words(reader, span), span) for span in nearby(reader, spans, speaker)]
    dialog = StatementDialog(words(reader, *spans), now, actors(reader), speakers, reader.phrases, new=new)
    reader.app.push_screen(dialog, chosen)


def nearby(reader: ReaderScreen, spans: Sequence[Span], speaker: Span | None) -> list[Span]:
    """Places around a statement that may name its speaker: names and mentions in its paragraph and the one before."""
    from newsreader.article.model import Span as Stretch

    analysis, view = reader.analysis, reader.view
    start = view.paragraph_at(max(0, view.paragraph_at(min(spans).start).start - 1)).start
    around = Stretch(start, view.paragraph_at(max(spans).end - 1).end)
    found = {speaker} if speaker is not None else set()
    if analysis is not None:
        named = (entity.span for entity in analysis.entities if entity.kind in ("PER", "ORG", "LOC"))
        found |= {span for span in named if around.contains(span)}
        found |= {span for one in analysis.actors for span in one.mentions if around.contains(span)}
    return sorted(found)


# All of a filter


def bulk(reader: ReaderScreen) -> None:
    """Confirm or reject everything that a filter lets through."""
    from newsreader.ui.annotating.bulk import matching
    from newsreader.ui.dialogs.bulk import BulkChosen, BulkDialog

    review = reader.annotator.review
    if review is None or reader.annotator.notebook is None:
        reader.say_missing("ui.say.no_analysis")
        return
    standing = review

    def chosen(choice: BulkChosen | None) -> None:
        if choice is not None:
            judge, items = reader.annotator.judge, matching(reader.article, standing, choice.filter)
            verb = "confirm" if choice.confirm else "reject"
            reader.corrector.do(verb, judge.confirm_all(items) if choice.confirm else judge.reject_all(items))

    present = [(label, reader.label(label)) for label in reader.kinds()]
    dialog = BulkDialog(
        present, actors(reader), lambda one: len(matching(reader.article, standing, one)), reader.phrases
    )
    reader.app.push_screen(dialog, chosen)
