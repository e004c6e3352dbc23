"""What a person decides, as it comes from the keys: each decision gives the review that was meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.annotations.conftest import NOON

from newsreader.analysis.result import Actor, ActorKind, Analysis, Entity, StatementKind
from newsreader.annotations.changes import Change, Step
from newsreader.annotations.deciding import Judge
from newsreader.annotations.document import from_json, to_json
from newsreader.annotations.items import Item, Status
from newsreader.annotations.model import AnnotationKind, Verdict, all_anchors
from newsreader.annotations.pen import Pen, clean
from newsreader.annotations.referring import MENTIONS_KEPT
from newsreader.annotations.review import Review, reviewed
from newsreader.annotations.spreading import occurrences, spread
from newsreader.article.model import Article, Span

if TYPE_CHECKING:
    from datetime import datetime

    from tests.annotations.conftest import Find


class Desk:
    """An article on which decisions are made one after the other."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self.article, self.analysis = article, analysis
        self.annotations: dict[str, Any] = {}
        self.seconds = 0
        self.pen = Pen(article, "Eva", self.clock)

    def clock(self) -> datetime:
        self.seconds += 1
        return NOON + timedelta(seconds=self.seconds)

    @property
    def review(self) -> Review:
        return reviewed(self.article, self.analysis, self.annotations.values())

    @property
    def judge(self) -> Judge:
        return Judge(self.pen, self.review)

    def do(self, *changes: Change | None) -> Review:
        for change in changes:
            assert change is not None
            self.annotations.pop(change.id, None)
            if change.after is not None:
                self.annotations[change.id] = change.after
        return self.review

    def entity(self, identifier: str) -> Item[Any]:
        return found(self.review.entity(identifier))

    def actor(self, identifier: str) -> Item[Any]:
        return found(self.review.actor(identifier))

    def statement(self, identifier: str) -> Item[Any]:
        return found(self.review.statement(identifier))


def found(item: Item[Any] | None) -> Item[Any]:
    assert item is not None
    return item


@pytest.fixture
def desk(article: Article, analysis: Analysis) -> Desk:
    return Desk(article, analysis)


def items(review: Review) -> list[Item[Any]]:
    return [*review.entities, *review.actors, *review.statements]


def test_everything_can_be_confirmed_without_changing_anything(desk: Desk, analysis: Analysis) -> None:
    review = desk.do(*desk.judge.confirm_all(items(desk.review)))
    assert {item.status for item in items(review)} == {Status.CONFIRMED}
    sure = tuple(replace(statement, confidence=1.0) for statement in analysis.statements)
    assert review.analysis == replace(analysis, statements=sure)
    assert desk.judge.confirm_all(items(review)) == []


def test_everything_can_be_rejected_and_released_again(desk: Desk, analysis: Analysis) -> None:
    review = desk.do(*desk.judge.reject_all(items(desk.review)))
    assert (review.analysis.entities, review.analysis.actors, review.analysis.statements) == ((), (), ())
    assert {item.status for item in items(review)} == {Status.REJECTED}
    for item in items(review):
        desk.do(desk.judge.release(item))
    assert desk.annotations == {}
    assert desk.review.analysis == analysis
    assert desk.judge.release(desk.entity("e1")) is None


def test_what_was_rejected_can_be_confirmed_after_all(desk: Desk) -> None:
    desk.do(desk.judge.reject(desk.statement("s1")))
    change = desk.judge.confirm(desk.statement("s1"))
    desk.do(change)
    assert desk.statement("s1").status is Status.CONFIRMED
    assert len(desk.annotations) == 1
    assert change.before is not None
    assert change.after is not None
    assert change.after.created == change.before.created < change.after.modified


def test_a_decision_keeps_its_note_and_tags_when_it_changes(desk: Desk) -> None:
    desk.do(desk.judge.confirm(desk.entity("e1")))
    desk.do(desk.pen.edit(desk.annotations[desk.entity("e1").annotation or ""], note="Wer?\n", tags=[" a  b ", "a b"]))
    desk.do(desk.judge.correct_entity(desk.entity("e1"), label="ORG"))
    [annotation] = desk.annotations.values()
    assert (annotation.note, annotation.tags, annotation.verdict) == ("Wer?", ("a b",), Verdict.CORRECTED)


def test_confirming_again_changes_nothing(desk: Desk) -> None:
    desk.do(desk.judge.correct_statement(desk.statement("s1"), kind=StatementKind.REPORTED))
    again = desk.judge.confirm(desk.statement("s1"))
    assert Step.of("x", [again]).changes == ()
    assert not Step.of("x", [again])


def test_a_place_lets_go_of_its_actor_and_a_person_finds_him(desk: Desk, find: Find) -> None:
    desk.do(desk.judge.correct_entity(desk.entity("e4"), label="LOC"))
    assert desk.entity("e4").value.actor is None
    desk.do(desk.judge.correct_entity(desk.entity("e4"), label="PER"))
    assert desk.entity("e4").value.actor == "a1"
    desk.do(desk.judge.correct_entity(desk.entity("e4"), label="ORG"))
    assert desk.entity("e4").value.actor == "a1"
    desk.do(desk.judge.correct_entity(desk.entity("e4"), actor=None))
    assert desk.entity("e4").value.actor is None
    assert desk.entity("e4").value.label == "ORG"
    review = desk.do(desk.judge.add_entity(find("Texas"), "LOC"))
    assert [entity.label for entity in review.analysis.entities if entity.span == find("Texas")] == ["LOC"]


def test_an_added_item_that_is_rejected_is_deleted(desk: Desk, find: Find) -> None:
    review = desk.do(desk.judge.add_entity(find("Texas"), "LOC"))
    [item] = [item for item in review.entities if item.status is Status.ADDED]
    assert desk.judge.reject(item).after is None
    desk.do(desk.judge.correct_entity(item, label="MISC"))
    [annotation] = desk.annotations.values()
    assert annotation.verdict is Verdict.ADDED
    assert annotation.decision.values.label == "MISC"


def test_what_gave_way_can_have_its_own_word_again(desk: Desk, find: Find) -> None:
    desk.do(desk.judge.add_entity(find("Austin (Texas)"), "LOC"))
    item = desk.entity("e4")
    assert (item.status, item.displaced) == (Status.REJECTED, True)
    assert desk.judge.decision(item) is None
    desk.do(desk.judge.confirm(item))
    assert desk.entity("e4").status is Status.CONFIRMED
    assert len(desk.annotations) == 2
    assert len(desk.review.overruled) == 1


def test_actors_are_joined_and_parted_again(desk: Desk) -> None:
    desk.do(desk.judge.correct_actor(desk.actor("a1"), role="Minister", joins=["a2", "a3"]))
    assert desk.actor("a2").joined == "a1"
    assert len(desk.review.analysis.actors) == 1
    for decide in (desk.judge.confirm, desk.judge.reject, desk.judge.correct_actor):
        with pytest.raises(ValueError, match="part of another"):
            decide(desk.actor("a2"))
    desk.do(desk.judge.release(desk.actor("a2")))
    assert [actor.id for actor in desk.review.analysis.actors] == ["a1", "a2"]
    desk.do(desk.judge.correct_actor(desk.actor("a1"), name="Austin"))
    assert desk.actor("a3").joined == "a1"
    assert desk.actor("a1").value.role == "Minister"


def test_who_was_joined_to_an_actor_goes_along_when_he_is_joined_himself(desk: Desk) -> None:
    desk.do(desk.judge.correct_actor(desk.actor("a2"), joins=["a3"]))
    desk.do(desk.judge.correct_actor(desk.actor("a1"), joins=["a2"]))
    assert [actor.id for actor in desk.review.analysis.actors] == ["a1"]
    assert desk.actor("a3").joined == desk.actor("a2").joined == "a1"
    assert desk.review.overruled == ()
    desk.do(desk.judge.release(desk.actor("a2")))
    assert [actor.id for actor in desk.review.analysis.actors] == ["a1", "a2"]
    assert desk.actor("a3").joined == "a2"


def test_of_two_who_join_the_same_actor_the_later_one_has_him(desk: Desk) -> None:
    desk.do(desk.judge.correct_actor(desk.actor("a3"), joins=["a2"]))
    later = desk.judge.correct_actor(desk.actor("a1"), joins=["a2"])
    desk.do(later)
    assert desk.actor("a2").joined in ("a1", "a3")
    assert desk.statement("s3").value.actor == desk.actor("a2").joined


def test_an_annotation_is_about_one_item(desk: Desk, find: Find) -> None:
    wide = desk.judge.add_entity(find("Austin (Texas)"), "LOC")
    joined = desk.judge.correct_actor(desk.actor("a2"), joins=["a1"])
    said = desk.judge.confirm(desk.statement("s1"))
    note = desk.pen.note([], "x")
    review = desk.do(wide, joined, said, note)
    about = [review.decided_by(change.id) for change in (wide, joined, said, note)]
    assert [item and item.value.id for item in about] == [f"e-{wide.id}", "a2", "s1", None]
    assert review.decided_by("nothing") is None


def test_an_added_actor_is_joined_and_parted(desk: Desk, find: Find) -> None:
    desk.do(desk.judge.add_actor("Marie Austin", mentions=[find("Austin", 2)]))
    added = next(item.value.id for item in desk.review.actors if item.status is Status.ADDED)
    desk.do(desk.judge.correct_actor(desk.actor("a1"), joins=[added]))
    assert desk.actor(added).joined == "a1"
    assert desk.statement("s2").value.actor == "a1"
    desk.do(desk.judge.release(desk.actor(added)))
    assert desk.statement("s2").value.actor == added


def test_a_statement_gets_an_added_speaker(desk: Desk, find: Find) -> None:
    desk.do(desk.judge.add_actor("Das Pentagon", ActorKind.ORGANISATION))
    added = next(item.value.id for item in desk.review.actors if item.status is Status.ADDED)
    desk.do(desk.judge.correct_statement(desk.statement("s4"), actor=added, speaker=None, cue=[find("teilte")]))
    statement = desk.statement("s4").value
    assert (statement.actor, statement.speaker, statement.cue) == (added, None, (find("teilte"),))
    desk.do(desk.judge.correct_actor(desk.actor(added), name="US-Verteidigungsministerium"))
    assert desk.statement("s4").value.actor == added
    desk.do(desk.judge.reject(desk.actor(added)))
    # Who spoke was decided about the statement, and stays; the actor is named by nothing else now.
    ghost = desk.actor(desk.statement("s4").value.actor)
    assert ghost.value.name == "Das Pentagon"
    desk.do(desk.judge.correct_actor(ghost, name="Pentagon"))
    assert desk.actor(desk.statement("s4").value.actor).value.name == "Pentagon"
    desk.do(desk.judge.reject(desk.actor(desk.statement("s4").value.actor)))


def test_an_actor_named_by_a_statement_alone_can_be_rejected(desk: Desk) -> None:
    desk.do(desk.judge.add_actor("Niemand"))
    added = next(item.value.id for item in desk.review.actors if item.status is Status.ADDED)
    desk.do(desk.judge.correct_statement(desk.statement("s4"), actor=added))
    desk.do(desk.judge.reject(desk.actor(added)))
    desk.do(desk.judge.reject(desk.actor(desk.statement("s4").value.actor)))
    assert desk.statement("s4").value.actor is None


def test_statements_are_added(desk: Desk, find: Find) -> None:
    review = desk.do(
        desk.judge.add_statement(
            [find("der Minister"), find("Die Mitteilung")], StatementKind.REPORTED, speaker=find("Minister"), actor="a2"
        )
    )
    last = review.analysis.statements[-1]
    assert last.spans == (find("Die Mitteilung"), find("der Minister"))
    assert (last.actor, last.section) == ("a2", "1")


def test_a_reference_to_an_actor_stays_short(desk: Desk, article: Article, analysis: Analysis) -> None:
    many = replace(analysis, actors=(replace(analysis.actors[0], mentions=tuple(Span(n, n + 1) for n in range(100))),))
    desk = Desk(article, many)
    after = desk.judge.confirm(desk.entity("e1")).after
    assert after is not None
    assert len(all_anchors(after)) == 2 + MENTIONS_KEPT


def test_a_highlight_and_a_note_on_the_whole_article(desk: Desk, find: Find) -> None:
    mark = desk.pen.highlight([find("Gefahr")], "yellow", tags=["x"]).after
    note = desk.pen.note([], "# Titel\n\nText\n").after
    assert mark is not None
    assert note is not None
    assert (mark.kind, mark.colour, mark.anchors[0].exact) == (AnnotationKind.HIGHLIGHT, "yellow", "Gefahr")
    assert (note.kind, note.anchors, note.note) == (AnnotationKind.NOTE, (), "# Titel\n\nText")


def test_tags_are_cleaned() -> None:
    assert clean(["  zu\tprüfen ", "zu prüfen", "", " \n"]) == ("zu prüfen",)


def test_a_change_is_about_one_annotation(desk: Desk) -> None:
    with pytest.raises(ValueError, match="one annotation"):
        Change(None, None)
    one, two = desk.pen.note([], "a"), desk.pen.note([], "b")
    with pytest.raises(ValueError, match="one annotation"):
        Change(one.after, two.after)


def test_a_step_is_taken_back_in_the_other_order(desk: Desk) -> None:
    made = desk.pen.note([], "a")
    assert made.after is not None
    step = Step.of("annotations.step.note", [made, desk.pen.edit(made.after, note="b")])
    assert [change.after for change in step.inverse.changes] == [made.after, None]


def at_random(desk: Desk, data: st.DataObject) -> list[Change | None]:
    """One decision about anything, as a person could make it on the screen."""
    review, judge, length = desk.review, desk.judge, len(desk.article.text)
    actors = [item.value.id for item in review.actors if item.holds]
    some_actor = st.none() | st.sampled_from(actors) if actors else st.none()
    start = data.draw(st.integers(0, length - 30), "start")
    span = Span(start, start + data.draw(st.integers(1, 29), "length"))
    label, kind = (
        data.draw(st.sampled_from(["PER", "ORG", "LOC", "ORGpart"])),
        data.draw(st.sampled_from(StatementKind)),
    )
    match data.draw(st.sampled_from(["item", "item", "item", "add entity", "add actor", "add statement", "spread"])):
        case "add entity":
            return [judge.add_entity(span, label, data.draw(some_actor))]
        case "add actor":
            return [judge.add_actor("Neu", mentions=[span])]
        case "add statement":
            return [judge.add_statement([span], kind, actor=data.draw(some_actor), speaker=span)]
        case "spread":
            change = judge.correct_entity(data.draw(st.sampled_from(review.entities)), label=label)
            return [change, *spread(judge, change)]
    item = data.draw(st.sampled_from(items(review)))
    if item.joined is not None:
        return [judge.release(item)]
    match data.draw(st.sampled_from(["confirm", "reject", "release", "correct"])):
        case "confirm":
            return [judge.confirm(item)]
        case "reject":
            return [judge.reject(item)]
        case "release":
            return [judge.release(item)]
    match item.value:
        case Entity():
            return [judge.correct_entity(item, span=span, label=label, actor=data.draw(some_actor))]
        case Actor():
            joins = [one for one in [data.draw(some_actor)] if one]
            return [
                judge.correct_actor(item, name=data.draw(st.sampled_from(["A", "B"])), joins=joins, mentions=[span])
            ]
    return [judge.correct_statement(item, spans=[span], kind=kind, actor=data.draw(some_actor))]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_is_decided_the_layers_fit_together(article: Article, analysis: Analysis, data: st.DataObject) -> None:
    desk = Desk(article, analysis)
    for _ in range(data.draw(st.integers(1, 12), "steps")):
        desk.do(*(change for change in at_random(desk, data) if change is not None))
        check(desk.review, analysis)
    everything = desk.do(*desk.judge.confirm_all(items(desk.review)))
    assert all(item.status is not Status.UNTOUCHED for item in items(everything))
    # What is written and read again says the same.
    again = [from_json(to_json(one)) for one in desk.annotations.values()]
    assert reviewed(article, analysis, again).analysis == everything.analysis


def check(review: Review, analysis: Analysis) -> None:
    merged = review.analysis
    actors = {actor.id for actor in merged.actors}
    assert len(actors) == len(merged.actors)
    assert {entity.actor for entity in merged.entities} <= {*actors, None}
    assert {statement.actor for statement in merged.statements} <= {*actors, None}
    ids = [item.value.id for item in items(review)]
    assert len(ids) == len(set(ids))
    for found_by_machine in (analysis.entities, analysis.actors, analysis.statements):
        assert {one.id for one in found_by_machine} <= set(ids)
    above = {statement.id: statement.parent for statement in merged.statements}
    for statement in merged.statements:
        seen, at = {statement.id}, statement.parent
        while at is not None:
            assert at in above
            assert at not in seen
            seen.add(at)
            at = above[at]
    names = sorted(entity.span for entity in merged.entities if not entity.label.endswith("part"))
    assert all(one.end <= other.start for one, other in pairwise(names))
    mentions = [span for actor in merged.actors for span in actor.mentions]
    assert len(mentions) == len(set(mentions))
    for item in items(review):
        assert (item.annotation is None) == (item.status is Status.UNTOUCHED)
        assert item.annotation is None or item.annotation in review.annotations
    assert {entity.id for entity in review.human.entities} <= {entity.id for entity in merged.entities}


# Spreading

Everywhere = Callable[[str], Article]


def names(desk: Desk) -> list[tuple[str, str, str | None]]:
    text = desk.article.text
    return [(entity.span.of(text), entity.label, entity.actor) for entity in desk.review.analysis.entities]


def test_a_person_is_one_everywhere_in_the_article(article: Article, analysis: Analysis) -> None:
    text = "Austin kam. Austins Flug, Lloyd Austin, Austin-Besuch, US-Austin, Austin\u0301 und Austin."
    last = Span(len(text) - 7, len(text) - 1)
    lloyd = text.index("Lloyd")
    machine = replace(
        analysis,
        entities=(
            replace(analysis.entities[0], span=Span(0, 6), label="LOC", actor="a2"),
            replace(analysis.entities[1], span=Span(lloyd, lloyd + 12)),
            replace(analysis.entities[3], span=last),
        ),
        actors=(
            Actor("a1", "Lloyd Austin", ActorKind.PERSON, None, (Span(lloyd, lloyd + 12), last)),
            Actor("a2", "Austin", ActorKind.PLACE, None, (Span(0, 6),)),
        ),
        statements=(),
    )
    desk = Desk(replace(article, text=text), machine)
    change = desk.judge.correct_entity(desk.entity("e1"), label="PER")
    others = spread(desk.judge, change)
    desk.do(change, *others)
    assert names(desk) == [
        ("Austin", "PER", "a1"),
        ("Austins", "PER", "a1"),
        ("Lloyd Austin", "PER", "a1"),
        ("Austin", "PER", "a1"),
    ]
    statuses = [desk.entity(identifier).status.value for identifier in ("e1", "e2", "e3")]
    assert statuses == ["corrected", "untouched", "confirmed"]
    assert [item.status for item in desk.review.entities].count(Status.ADDED) == 1
    assert desk.review.analysis.actor("a2") is None


def test_a_name_that_is_none_is_none_everywhere_but_where_a_person_said_otherwise(desk: Desk) -> None:
    desk.do(desk.judge.confirm(desk.entity("e5")))
    change = desk.judge.reject(desk.entity("e1"))
    desk.do(change, *spread(desk.judge, change))
    assert [entity.id for entity in desk.review.analysis.entities if entity.label == "PER"] == ["e2", "e7", "e5"]


def test_a_deletion_and_a_note_spread_nowhere(desk: Desk) -> None:
    note = desk.pen.note([], "x")
    assert note.after is not None
    assert spread(desk.judge, note) == []
    assert spread(desk.judge, desk.pen.delete(note.after)) == []


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Hans’ Haus, Hans' Hut, Hans, Hansen, Hanss", "Hans", ["Hans’", "Hans'", "Hans"]),
        ("Scholz sagt, Scholzens Rat; Scholz’ Rat", "Scholz", ["Scholz", "Scholz’"]),
        ("Lloyd\n Austin und Lloyd Austins", "Lloyd Austin", ["Lloyd\n Austin", "Lloyd Austins"]),
        ("(USA) U.S.A. und USA-Reise", "USA", ["USA"]),
        ("C++ und C+++", "C++", ["C++", "C++"]),
        ("nichts", " ", []),
    ],
)
def test_where_a_name_stands(text: str, name: str, expected: list[str]) -> None:
    assert [span.of(text) for span in occurrences(text, [name])] == expected


def test_a_genitive_spreads_to_the_nominative(article: Article, analysis: Analysis) -> None:
    text = "Austins Flug. Austin kam nach Paris. Pari."
    spans = [Span(0, 7), Span(14, 20), Span(30, 35)]
    entities = tuple(
        replace(analysis.entities[0], id=f"e{n}", span=span, label="LOC", actor=None) for n, span in enumerate(spans, 1)
    )
    desk = Desk(replace(article, text=text), replace(analysis, entities=entities, actors=(), statements=()))
    change = desk.judge.correct_entity(desk.entity("e1"), label="PER")
    desk.do(change, *spread(desk.judge, change))
    assert names(desk) == [("Austins", "PER", None), ("Austin", "PER", None), ("Paris", "LOC", None)]
    change = desk.judge.correct_entity(desk.entity("e3"), label="MISC")
    assert spread(desk.judge, change) == []
