"""The human layer over the machine's: the person's word holds, and everything else stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from newsreader.analysis.result import Actor, ActorKind, Analysis, Entity, Statement, StatementKind
from newsreader.annotations.items import Item, Status
from newsreader.annotations.model import (
    ActorValues,
    Anchor,
    AnnotationKind,
    EntityValues,
    ItemKind,
    Reference,
    StatementValues,
    Verdict,
)
from newsreader.annotations.review import Progress, reviewed
from newsreader.article.model import Span

if TYPE_CHECKING:
    from tests.annotations.conftest import Decide, Find

    from newsreader.annotations.model import Annotation
    from newsreader.annotations.review import Review
    from newsreader.article.model import Article

ENTITY, ACTOR, STATEMENT = AnnotationKind.ENTITY, AnnotationKind.ACTOR, AnnotationKind.STATEMENT
CONFIRMED, CORRECTED, REJECTED, ADDED = Verdict.CONFIRMED, Verdict.CORRECTED, Verdict.REJECTED, Verdict.ADDED
CITY = EntityValues("LOC")


@pytest.fixture
def look(article: Article, analysis: Analysis) -> Any:
    return lambda *annotations: reviewed(article, analysis, annotations)


def statuses(review: Review) -> dict[str, str]:
    """The status of everything that was touched, by id."""
    items: list[Item[Any]] = [*review.entities, *review.actors, *review.statements]
    return {item.value.id: item.status.value for item in items if item.status is not Status.UNTOUCHED}


def test_without_annotations_the_machine_holds(analysis: Analysis, look: Any) -> None:
    review: Review = look()
    assert review.analysis == analysis
    assert review.machine is analysis
    assert statuses(review) == {}
    assert review.progress() == Progress(0, 4)
    assert review.human == Analysis(analysis.pipeline)


def test_highlights_and_notes_decide_nothing(analysis: Analysis, look: Any, decide: Decide, find: Find) -> None:
    note = decide(AnnotationKind.NOTE, ADDED, (find("Austin"),), decision=None, note="**so**")
    review: Review = look(note)
    assert review.analysis == analysis
    assert review.annotations == {"id1": note}


# Entities


def test_an_entity_is_confirmed(analysis: Analysis, look: Any, decide: Decide, find: Find, refer: Any) -> None:
    values = EntityValues("PER", refer("actor", find("Austin", 1), name="Lloyd Austin"))
    review: Review = look(decide(ENTITY, CONFIRMED, (find("Austin"),), values, refer("entity", "Austin")))
    assert review.analysis == analysis
    assert statuses(review) == {"e1": "confirmed"}
    assert review.entity("e1") is not None
    assert review.entity("e1").annotation == "id1"  # type: ignore[union-attr]
    assert review.progress(ItemKind.ENTITY) == Progress(1, 8)
    assert [entity.id for entity in review.human.entities] == ["e1"]
    assert [actor.id for actor in review.human.actors] == ["a1"]


def test_a_city_leaves_the_actor_whose_name_it_bears(look: Any, decide: Decide, find: Find, refer: Any) -> None:
    place = find("Austin", 3)
    review: Review = look(decide(ENTITY, CORRECTED, (place,), CITY, refer("entity", place)))
    [entity] = [entity for entity in review.analysis.entities if entity.span == place]
    assert (entity.id, entity.label, entity.actor) == ("e4", "LOC", None)
    assert place not in review.analysis.actor("a1").mentions  # type: ignore[union-attr]
    assert review.entity("e4").machine.label == "PER"  # type: ignore[union-attr]


def test_a_new_extent_replaces_what_it_covers(look: Any, decide: Decide, find: Find, refer: Any) -> None:
    wide = find("Austin (Texas)")
    review: Review = look(decide(ENTITY, ADDED, (wide,), CITY))
    assert statuses(review) == {"e4": "rejected", "e-id1": "added"}
    assert [entity.span for entity in review.analysis.entities if entity.span.overlaps(wide)] == [wide]
    assert [entity.span.start for entity in review.analysis.entities] == sorted(
        entity.span.start for entity in review.analysis.entities
    )


def test_a_part_of_a_compound_displaces_nothing(article: Article, decide: Decide, analysis: Analysis) -> None:
    text = "Der NATO-Gipfel endet."
    machine = replace(analysis, entities=(Entity("e1", Span(4, 8), "ORGpart"),), actors=(), statements=())
    compound = decide(ENTITY, ADDED, (Span(4, 15),), EntityValues("MISC"))
    review = reviewed(replace(article, text=text), machine, [compound])
    assert [entity.label for entity in review.analysis.entities] == ["ORGpart", "MISC"]
    same = reviewed(replace(article, text=text), machine, [decide(ENTITY, ADDED, (Span(4, 8),), EntityValues("ORG"))])
    assert [entity.label for entity in same.analysis.entities] == ["ORG"]


def test_a_rejected_entity_is_listed_but_does_not_hold(look: Any, decide: Decide, find: Find, refer: Any) -> None:
    words = find("Mitteilung")
    review: Review = look(decide(ENTITY, REJECTED, (words,), target=refer("entity", words)))
    assert all(entity.id != "e8" for entity in review.analysis.entities)
    assert statuses(review) == {"e8": "rejected", "a3": "rejected"}
    assert all(actor.id != "a3" for actor in review.analysis.actors)


def test_an_actor_who_speaks_stays_when_his_name_is_rejected(look: Any, decide: Decide, find: Find, refer: Any) -> None:
    words = find("Beloussow")
    review: Review = look(decide(ENTITY, REJECTED, (words,), target=refer("entity", words)))
    assert statuses(review) == {"e7": "rejected"}
    assert review.analysis.actor("a2") is not None
    assert review.statement("s3").value.actor == "a2"  # type: ignore[union-attr]


def test_the_later_decision_holds(look: Any, decide: Decide, find: Find, refer: Any) -> None:
    place = find("Austin", 3)
    first = decide(ENTITY, REJECTED, (place,), target=refer("entity", place))
    second = decide(ENTITY, CORRECTED, (place,), CITY, refer("entity", place))
    for order in ((first, second), (second, first)):
        review: Review = look(*order)
        assert statuses(review) == {"e4": "corrected"}
        assert review.overruled == ("id1",)
    other = decide(ENTITY, ADDED, (find("Austin (Texas)"),), CITY)
    later: Review = look(first, second, other)
    assert statuses(later) == {"e4": "rejected", "e-id3": "added"}
    assert set(later.overruled) == {"id1", "id2"}


# Another pipeline


def test_decisions_hold_for_another_pipeline(
    article: Article, analysis: Analysis, decide: Decide, find: Find, refer: Any
) -> None:
    name, place = find("Lloyd Austin"), find("Austin", 3)
    decisions = [
        decide(
            ENTITY,
            CONFIRMED,
            (name,),
            EntityValues("PER", refer("actor", name, name="Lloyd Austin")),
            refer("entity", name),
        ),
        decide(ENTITY, REJECTED, (place,), target=refer("entity", place)),
        decide(ENTITY, REJECTED, (find("Freitag"),), target=refer("entity", "Freitag")),
    ]
    other = replace(
        analysis,
        entities=(
            Entity("x1", find("Austin", 1), "ORG", "y1"),
            Entity("x2", find("Austin (Texas"), "LOC"),
            Entity("x3", find("am Freitag"), "DATE"),
        ),
        actors=(Actor("y1", "Austin", ActorKind.ORGANISATION, None, (find("Austin", 1),)),),
        statements=(),
    )
    review = reviewed(article, other, decisions)
    assert [(entity.span, entity.label) for entity in review.analysis.entities] == [
        (name, "PER"),
        (find("Austin (Texas"), "LOC"),
    ]
    assert statuses(review) == {"x1": "confirmed", "x3": "rejected"}
    assert review.analysis.actors[0].mentions == (name,)


def test_a_statement_that_the_machine_now_finds_is_not_doubled(
    article: Article, analysis: Analysis, decide: Decide, find: Find
) -> None:
    added = decide(STATEMENT, ADDED, (find("regnete es"),), StatementValues(StatementKind.REPORTED))
    more = Statement("s9", StatementKind.FREE_INDIRECT, (find("regnete es."),))
    review = reviewed(article, replace(analysis, statements=(*analysis.statements, more)), [added])
    assert statuses(review) == {"s9": "rejected", "s-id1": "added"}


# Statements


def test_a_statement_is_corrected(look: Any, decide: Decide, find: Find, refer: Any) -> None:
    longer = find("„Wir reden“, so Austin")
    values = StatementValues(
        StatementKind.FREE_INDIRECT,
        speaker=Anchor.of("x", Span(0, 0)),
        actor=refer("actor", "Beloussow", name="Beloussow"),
    )
    review: Review = look(decide(STATEMENT, CORRECTED, (longer,), values, refer("statement", "„Wir reden“")))
    item = review.statement("s2")
    assert item is not None
    assert (item.status, item.value.kind, item.value.spans, item.value.actor, item.value.confidence) == (
        Status.CORRECTED, StatementKind.FREE_INDIRECT, (longer,), "a2", 1.0,
    )  # fmt: skip
    assert item.machine is not None
    assert item.machine.confidence == 0.4
    assert review.progress() == Progress(1, 4)


def test_what_stood_in_a_rejected_statement_stands_alone(look: Any, decide: Decide, find: Find, refer: Any) -> None:
    words = find("Austin habe angerufen, und man habe gesprochen")
    review: Review = look(decide(STATEMENT, REJECTED, (words,), target=refer("statement", words)))
    assert [(one.id, one.parent) for one in review.analysis.statements] == [("s1", None), ("s2", None), ("s4", None)]
    assert [item.value.id for item in review.statements] == ["s1", "s2", "s3", "s4"]


def test_an_added_statement_stands_in_the_one_around_it(look: Any, decide: Decide, find: Find) -> None:
    inner = decide(STATEMENT, ADDED, (find("man habe gesprochen"),), StatementValues(StatementKind.INDIRECT))
    last = decide(STATEMENT, ADDED, (find("lobte der Minister"),), StatementValues(StatementKind.REPORTED))
    review: Review = look(inner, last)
    assert review.statement("s-id1").value.parent == "s4" or statuses(review)["s4"] == "rejected"  # type: ignore[union-attr]
    assert review.statement("s-id2").value.section == "1"  # type: ignore[union-attr]
    assert [one.id for one in review.analysis.statements][-1] == "s-id2"
    assert review.progress() == Progress(len([s for s in statuses(review) if s.startswith("s")]), 6)


def test_a_narrowed_statement_lets_go_of_what_stood_in_it(look: Any, decide: Decide, find: Find, refer: Any) -> None:
    whole = find("Austin habe angerufen, und man habe gesprochen")
    values = StatementValues(StatementKind.INDIRECT, actor=refer("actor", "Beloussow", name="Beloussow"))
    review: Review = look(
        decide(STATEMENT, CORRECTED, (find("Austin habe angerufen"),), values, refer("statement", whole))
    )
    assert review.statement("s4").value.parent is None  # type: ignore[union-attr]


# Actors


def test_an_actor_is_named_anew(look: Any, decide: Decide, find: Find, refer: Any) -> None:
    values = ActorValues("Andrej Beloussow", ActorKind.PERSON, "Verteidigungsminister")
    review: Review = look(decide(ACTOR, CORRECTED, (), values, refer("actor", "Beloussow", name="Beloussow")))
    actor = review.analysis.actor("a2")
    assert actor is not None
    assert (actor.name, actor.role, actor.mentions) == (
        "Andrej Beloussow",
        "Verteidigungsminister",
        (find("Beloussow"),),
    )
    assert statuses(review) == {"a2": "corrected"}


def test_actors_are_joined(look: Any, decide: Decide, find: Find, refer: Any) -> None:
    values = ActorValues("Minister", ActorKind.PERSON, joins=(refer("actor", "Beloussow"),))
    review: Review = look(decide(ACTOR, CORRECTED, (), values, refer("actor", find("Austin", 1), name="Lloyd Austin")))
    assert [actor.id for actor in review.analysis.actors] == ["a1", "a3"]
    assert find("Beloussow") in review.analysis.actors[0].mentions
    assert {statement.actor for statement in review.analysis.statements} == {"a1", None}
    assert all(entity.actor != "a2" for entity in review.analysis.entities)
    joined = review.actor("a2")
    assert joined is not None
    assert (joined.status, joined.joined, joined.annotation) == (Status.CORRECTED, "a1", "id1")


def test_joining_in_a_circle_ends(look: Any, decide: Decide, refer: Any, find: Find) -> None:
    one = ActorValues("A", ActorKind.PERSON, joins=(refer("actor", "Beloussow"),))
    other = ActorValues("B", ActorKind.PERSON, joins=(refer("actor", find("Austin", 1)),))
    review: Review = look(
        decide(ACTOR, CORRECTED, (), one, refer("actor", find("Austin", 1))),
        decide(ACTOR, CORRECTED, (), other, refer("actor", "Beloussow")),
    )
    assert len(review.analysis.actors) == 2


def test_mentions_are_split_off_and_their_statements_go_with_them(
    look: Any, decide: Decide, find: Find, refer: Any
) -> None:
    mention = find("Austin", 2)
    review: Review = look(decide(ACTOR, ADDED, (mention,), ActorValues("Marie Austin", ActorKind.PERSON)))
    actor = review.analysis.actor("a-id1")
    assert actor is not None
    assert actor.mentions == (mention,)
    assert mention not in review.analysis.actor("a1").mentions  # type: ignore[union-attr]
    assert review.statement("s2").value.actor == "a-id1"  # type: ignore[union-attr]
    assert review.statement("s1").value.actor == "a1"  # type: ignore[union-attr]
    assert review.entity("e3").value.actor == "a-id1"  # type: ignore[union-attr]
    assert statuses(review) == {"a-id1": "added"}


def test_a_rejected_actor_speaks_no_more(look: Any, decide: Decide, refer: Any) -> None:
    review: Review = look(decide(ACTOR, REJECTED, target=refer("actor", "Beloussow", name="Beloussow")))
    assert review.analysis.actor("a2") is None
    assert review.statement("s3").value.actor is None  # type: ignore[union-attr]
    assert review.entity("e7").value.actor is None  # type: ignore[union-attr]
    assert statuses(review) == {"a2": "rejected"}


def test_an_added_actor_is_named_by_a_statement(look: Any, decide: Decide, find: Find, refer: Any) -> None:
    actor = decide(ACTOR, ADDED, (), ActorValues("Das Pentagon", ActorKind.ORGANISATION))
    quote = find("„Wir reden“")
    values = StatementValues(
        StatementKind.DIRECT, actor=Reference(ItemKind.ACTOR, name="Das Pentagon", annotation=actor.id)
    )
    statement = decide(STATEMENT, CORRECTED, (quote,), values, refer("statement", quote))
    review: Review = look(actor, statement)
    assert review.statement("s2").value.actor == "a-id1"  # type: ignore[union-attr]
    assert [one.id for one in review.human.actors] == ["a-id1"]
    # Whoever takes the actor back does not take back who spoke.
    alone: Review = look(statement)
    assert alone.analysis.actor(alone.statement("s2").value.actor).name == "Das Pentagon"  # type: ignore[union-attr]


def test_a_later_split_takes_what_was_confirmed_before(look: Any, decide: Decide, find: Find, refer: Any) -> None:
    mention = find("Austin", 2)
    values = EntityValues("PER", refer("actor", find("Austin", 1), name="Lloyd Austin"))
    confirmed = decide(ENTITY, CONFIRMED, (mention,), values, refer("entity", mention))
    split = decide(ACTOR, ADDED, (mention,), ActorValues("Marie Austin", ActorKind.PERSON))
    review: Review = look(confirmed, split)
    assert review.entity("e3").value.actor == "a-id2"  # type: ignore[union-attr]
    again = replace(confirmed, modified=split.modified.replace(hour=23))
    assert look(again, split).entity("e3").value.actor == "a1"


def test_every_reference_of_the_merged_analysis_leads_somewhere(
    look: Any, decide: Decide, find: Find, refer: Any
) -> None:
    quote, mention = find("„Wir reden“"), find("Austin", 2)
    human: list[Annotation] = [
        decide(ACTOR, REJECTED, target=refer("actor", "Beloussow")),
        decide(
            ACTOR,
            ADDED,
            (mention,),
            ActorValues("Marie Austin", ActorKind.PERSON, joins=(refer("actor", "Mitteilung"),)),
        ),
        decide(
            STATEMENT,
            CONFIRMED,
            (quote,),
            StatementValues(StatementKind.DIRECT, actor=refer("actor", "Beloussow")),
            refer("statement", quote),
        ),
        decide(
            ENTITY,
            CORRECTED,
            (find("Austin (Texas)"),),
            EntityValues("LOC", refer("actor", "Beloussow")),
            refer("entity", find("Austin", 3)),
        ),
    ]
    review: Review = look(*human)
    actors = {actor.id for actor in review.analysis.actors}
    named = {entity.actor for entity in review.analysis.entities}
    named |= {statement.actor for statement in review.analysis.statements}
    assert named <= {*actors, None}
    parents = {statement.parent for statement in review.analysis.statements if statement.parent}
    assert parents <= {statement.id for statement in review.analysis.statements}
    for actor in review.analysis.actors:
        assert list(actor.mentions) == sorted(set(actor.mentions))
