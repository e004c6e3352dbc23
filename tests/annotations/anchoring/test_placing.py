"""Annotations in a text that has changed: placed where they belong, or orphans, and never anywhere else."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotations.anchoring.editing import Draft, Sentence, edit, invented, marks

from newsreader.analysis.result import ActorKind, StatementKind
from newsreader.annotations.anchoring.places import Method
from newsreader.annotations.anchoring.placing import Placed, place_all
from newsreader.annotations.model import (
    ActorValues,
    Anchor,
    Annotation,
    AnnotationKind,
    Decision,
    ItemKind,
    Reference,
    StatementValues,
    Verdict,
)
from newsreader.article import read
from newsreader.article.model import Article, Span

if TYPE_CHECKING:
    from pathlib import Path

WHEN = datetime(2024, 7, 13, tzinfo=UTC)
OLD = (
    "Gipfel endet\n\nLloyd Austin sagte am Freitag in Washington, er sehe keine Gefahr für den Gipfel. "
    "„Wir reden weiter – auch morgen“, so Austin. Am Abend telefonierte er mit Andrej Beloussow in Moskau.\n\n"
    "Ein Grund für das Gespräch wurde nicht genannt. Beide wollen das Risiko einer Eskalation verringern.\n\n"
    "Ein Grund wurde auch in Moskau nicht genannt. Der Gipfel geht am Samstag zu Ende."
)
ARTICLE = Article(OLD, "a.txt")


def note(text: str, *spans: Span, identifier: str = "x") -> Annotation:
    article = Article(text, "a.txt")
    anchors = tuple(Anchor.of(text, span) for span in spans)
    return Annotation(identifier, AnnotationKind.NOTE, article.id, "a.txt", "Eva", WHEN, WHEN, anchors)


def of(words: str, text: str = OLD, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def placed(new: str, *spans: Span, known: bool = True, old: str = OLD) -> Placed:
    one = note(old, *spans)
    [result] = place_all(Article(new, "b.txt"), [one], {one.article: old} if known else {})
    return result


def words(result: Placed, text: str) -> list[str]:
    return [span.of(text) for span in result.annotation.spans]


both = pytest.mark.parametrize("known", [True, False])


@both
def test_what_stands_where_it_stood_is_placed_by_position(known: bool) -> None:
    new = OLD + " Nachtrag."
    result = placed(new, of("keine Gefahr"), known=known)
    assert result.method is Method.POSITION
    assert result.annotation.spans == (of("keine Gefahr"),)
    assert (result.annotation.article, result.annotation.source) == (Article(new, "").id, "b.txt")


@both
def test_what_was_moved_is_placed_by_its_context(known: bool) -> None:
    new = "Vorspann, der neu ist.\n\n" + OLD
    result = placed(new, of("keine Gefahr"), known=known)
    assert result.method is Method.CONTEXT
    assert result.annotation.spans == (of("keine Gefahr", new),)
    [anchor] = result.annotation.anchors
    assert anchor == Anchor.of(new, of("keine Gefahr", new))


def test_other_quotation_marks_dashes_and_blanks_are_no_change() -> None:
    new = "Neu. " + OLD.replace("„", "»").replace("“", "«").replace("–", "—").replace("so Austin", "so\u00a0Austin")
    result = placed(new, of("„Wir reden weiter – auch morgen“"))
    assert result.method is Method.CONTEXT
    assert words(result, new) == ["»Wir reden weiter — auch morgen«"]


def test_a_mended_error_is_placed_by_a_fuzzy_match() -> None:
    old = OLD.replace("Eskalation", "Eskalatoin")
    result = placed(
        "Neu. " + OLD, of("das Risiko einer Eskalatoin verringern", old), of("Der Gipfel geht", old), old=old
    )
    assert result.method is Method.FUZZY
    assert words(result, "Neu. " + OLD) == ["das Risiko einer Eskalation verringern", "Der Gipfel geht"]


def test_a_word_put_in_beside_it_does_no_harm() -> None:
    new = OLD.replace("sagte am Freitag", "sagte offenbar am Freitag")
    result = placed(new, of("in Washington"))
    assert words(result, new) == ["in Washington"]


@both
@pytest.mark.parametrize("cut", ["Am Abend telefonierte er mit Andrej Beloussow in Moskau.", "keine Gefahr"])
def test_what_was_deleted_is_an_orphan_as_it_was(cut: str, known: bool) -> None:
    one = note(OLD, of(cut))
    [result] = place_all(Article(OLD.replace(cut, ""), "a.txt"), [one], {one.article: OLD} if known else {})
    assert result == Placed(one, None)


@both
def test_a_name_that_stands_elsewhere_too_is_not_taken_for_the_deleted_one(known: bool) -> None:
    new = OLD.replace(" „Wir reden weiter – auch morgen“, so Austin.", "")
    assert placed(new, of("Austin", number=1), known=known).method is None


@both
def test_two_places_that_are_equally_good_are_none(known: bool) -> None:
    sentence = "Das Risiko einer Eskalation wollen beide Seiten verringern."
    old = f"Anfang.\n\n{sentence}\n\nEnde."
    new = f"Neu.\n\n{sentence}\n\nMitte.\n\n{sentence}\n\nAus."
    assert placed(new, of(sentence, old), known=known, old=old).method is None


def test_of_two_equal_sentences_the_one_with_the_old_neighbours_is_taken() -> None:
    sentence = "Das Risiko einer Eskalation wollen beide Seiten verringern."
    old = f"Am Morgen sprach der eine. {sentence} Am Abend sprach der andere. {sentence} Damit war Schluss für heute."
    new = "Neu. " + old
    for number in (0, 1):
        result = placed(new, of(sentence, old, number), old=old)
        assert result.annotation.spans == (of(sentence, new, number),)


def test_of_two_equal_sentences_the_one_that_is_left_is_not_taken_for_the_other() -> None:
    sentence = "Das Risiko einer Eskalation wollen beide Seiten verringern."
    old = f"Am Morgen sprach der eine. {sentence} Am Abend sprach der andere. {sentence} Damit war Schluss für heute."
    new = f"Am Morgen sprach der eine. Am Abend sprach der andere. {sentence} Damit war Schluss für heute."
    assert placed(new, of(sentence, old), old=old).method is None
    assert placed(new, of(sentence, old, 1), old=old).annotation.spans == (of(sentence, new),)


def test_all_pieces_have_a_place_and_follow_each_other_or_none_has() -> None:
    first, second = of("„Wir reden weiter – auch morgen“"), of("Beide wollen das Risiko einer Eskalation verringern.")
    assert words(placed("Neu. " + OLD, first, second), "Neu. " + OLD) == [first.of(OLD), second.of(OLD)]
    gone = OLD.replace(second.of(OLD), "")
    assert placed(gone, first, second).method is None
    head, tail = OLD.split("\n\nEin Grund für")
    turned = "Ein Grund für" + tail + "\n\n" + head
    assert placed(turned, first, second).method is None


def test_a_note_on_the_whole_article_is_never_an_orphan() -> None:
    result = placed("Ganz anders.")
    assert result.method is Method.CONTEXT
    assert result.annotation.article == Article("Ganz anders.", "").id


def statement(*, cue: str) -> Annotation:
    quote = of("„Wir reden weiter – auch morgen“")
    speaker, said = of("Austin", number=1), of(cue)
    reference = Reference(ItemKind.STATEMENT, (Anchor.of(OLD, quote),))
    actor = Reference(ItemKind.ACTOR, (Anchor.of(OLD, of("Lloyd Austin")),), "Lloyd Austin")
    values = StatementValues(
        StatementKind.DIRECT, speaker=Anchor.of(OLD, speaker), actor=actor, cue=(Anchor.of(OLD, said),)
    )
    return replace(
        note(OLD, quote), kind=AnnotationKind.STATEMENT, decision=Decision(Verdict.CONFIRMED, reference, values)
    )


def test_what_is_inside_a_decision_moves_with_it_and_what_is_gone_is_counted() -> None:
    new = "Neu. " + OLD.replace("Lloyd Austin sagte am Freitag in Washington", "Lloyd Austin meinte")
    one = statement(cue="sagte am Freitag")
    [result] = place_all(Article(new, "b.txt"), [one], {one.article: OLD})
    # The cue, and the mention by which the actor is told.
    assert result.lost == 2
    decision = result.annotation.decision
    assert decision is not None
    assert isinstance(decision.values, StatementValues)
    assert decision.values.cue == ()
    assert decision.values.speaker is not None
    assert decision.values.speaker.span == of("Austin", new, 1)
    assert decision.target is not None
    assert decision.target.anchors[0].span.of(new) == "„Wir reden weiter – auch morgen“"


def actor(*mentions: Span, target: Span | None = None, name: str = "Andrej Beloussow") -> Annotation:
    anchors = () if target is None else (Anchor.of(OLD, target),)
    values = ActorValues(name, ActorKind.PERSON)
    decision = (
        Decision(Verdict.ADDED, None, values)
        if target is None
        else Decision(Verdict.CORRECTED, Reference(ItemKind.ACTOR, anchors, name), values)
    )
    return replace(note(OLD, *mentions), kind=AnnotationKind.ACTOR, decision=decision)


def test_an_actor_is_placed_as_long_as_he_is_mentioned() -> None:
    without = "Neu. " + OLD.replace(" Am Abend telefonierte er mit Andrej Beloussow in Moskau.", "")
    named = without + " Auch Andrej Beloussow kam."
    renamed = actor(target=of("Andrej Beloussow"))
    texts = {ARTICLE.id: OLD}
    assert place_all(Article(without, "b"), [renamed], texts)[0].method is None
    assert place_all(Article(named, "b"), [renamed], texts)[0].method is not None
    split = actor(of("Austin", number=1), of("Andrej Beloussow"))
    [result] = place_all(Article(without, "b"), [split], texts)
    assert words(result, without) == ["Austin"]
    assert result.lost == 1


# Edited at random


def follow(draft: Draft, chance: random.Random, number: int, edits: int, *, known: bool) -> Counter[str]:
    """Annotate an article, edit it, place the annotations, and count what became of them.

    Every sentence is followed through the edits. A place is wrong if it is not where the stretch went; if its sentence
    was deleted, anywhere; if it was changed, outside of it. Only where the very same sentence was put in beside the
    same neighbour can nobody tell which of the two is the old one: either is right.
    """
    text, starts = draft.layout()
    marked = marks(draft, chance, number)
    before = neighbours(draft)
    old = Article(text, "a.txt")
    made = []
    for at, (one, span) in enumerate(marked):
        begin = starts[id(one)]
        made.append(note(text, Span(begin + span.start, begin + span.end), identifier=f"{at}"))
    edit(draft, chance, edits)
    new, now = draft.layout()
    after = neighbours(draft)
    counts: Counter[str] = Counter()
    results = place_all(Article(new, "a.txt"), made, {old.id: text} if known else {})
    for (one, span), result in zip(marked, results, strict=True):
        fate = "deleted" if id(one) not in now else "changed" if one.changed else "same"
        counts[fate] += 1
        if result.method is None:
            continue
        counts[f"{fate}, placed"] += 1
        if not right(draft, one, span, result.annotation.spans[0], now, before, after):
            counts["wrong"] += 1
    return counts


def neighbours(draft: Draft) -> dict[int, tuple[str, str, str]]:
    """The words of each sentence with those before and after it."""
    found = {}
    flat: list[Sentence] = draft.sentences
    for at, one in enumerate(flat):
        before = flat[at - 1].words if at else ""
        found[id(one)] = before, one.words, flat[at + 1].words if at + 1 < len(flat) else ""
    return found


def right(
    draft: Draft,
    one: Sentence,
    span: Span,
    place: Span,
    now: dict[int, int],
    before: dict[int, tuple[str, str, str]],
    after: dict[int, tuple[str, str, str]],
) -> bool:
    begin = now.get(id(one))
    if begin is not None:
        if one.changed:
            return Span(begin, begin + len(one.words)).contains(place)
        if place == Span(begin + span.start, begin + span.end):
            return True
    was = before[id(one)]
    twins = [other for other in draft.sentences if after[id(other)][1] == was[1]]
    return any(
        place == Span(now[id(twin)] + span.start, now[id(twin)] + span.end)
        and (after[id(twin)][0] == was[0] or after[id(twin)][2] == was[2])
        for twin in twins
    )


def test_articles_that_are_edited_at_random_misplace_nothing() -> None:
    total: Counter[str] = Counter()
    for seed in range(120):
        chance = random.Random(seed)
        draft = invented(chance, chance.randint(4, 25))
        total += follow(draft, chance, 40, chance.randint(1, 25), known=True)
    assert total["wrong"] == 0
    assert total["same"] > 3000
    assert total["same, placed"] >= 0.95 * total["same"]
    assert total["deleted"] > 200
    assert total["changed, placed"] > 0.5 * total["changed"]


def test_single_annotations_are_not_misplaced_either() -> None:
    total: Counter[str] = Counter()
    for seed in range(150):
        chance = random.Random(f"single{seed}")
        total += follow(invented(chance, chance.randint(4, 12)), chance, 2, chance.randint(1, 12), known=True)
    assert total["wrong"] == 0
    assert total["same, placed"] >= 0.95 * total["same"]


def test_a_real_article_that_is_edited_keeps_its_annotations(sample: Path) -> None:
    text = read(str(sample)).text
    paragraphs = [paragraph.replace("\n", " ") for paragraph in text.split("\n\n") if paragraph.strip()]
    total: Counter[str] = Counter()
    for seed in range(60):
        chance = random.Random(f"real{seed}")
        draft = Draft.of([[f"{one}." for one in paragraph.rstrip(".").split(". ")] for paragraph in paragraphs])
        total += follow(draft, chance, 40, chance.randint(1, 20), known=True)
    assert total["wrong"] == 0
    assert total["same, placed"] >= 0.95 * total["same"]


def test_without_the_old_text_more_become_orphans_rather_than_wrong(sample: Path) -> None:
    text = read(str(sample)).text
    paragraphs = [paragraph.replace("\n", " ") for paragraph in text.split("\n\n") if paragraph.strip()]
    total: Counter[str] = Counter()
    for seed in range(60):
        chance = random.Random(f"unknown{seed}")
        draft = Draft.of([[f"{one}." for one in paragraph.rstrip(".").split(". ")] for paragraph in paragraphs])
        total += follow(draft, chance, 40, chance.randint(1, 12), known=False)
    assert total["wrong"] == 0
    assert total["same, placed"] >= 0.8 * total["same"]


texts = st.text(st.sampled_from("aä 🎉e\u0301\n.„“-–👩‍👧"), max_size=120)


@settings(max_examples=150)
@given(texts, texts, st.data())
def test_a_place_is_always_a_stretch_of_the_text(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    result = placed(new, Span(start, end), known=data.draw(st.booleans()), old=old)
    if result.method is None:
        assert result.annotation.spans == (Span(start, end),)
        assert result.annotation.anchors[0].exact == old[start:end]
    else:
        [anchor] = result.annotation.anchors
        assert anchor == Anchor.of(new, anchor.span)


@given(texts, texts, st.data())
def test_what_is_put_before_a_text_moves_everything(old: str, more: str, data: st.DataObject) -> None:
    long = old + " Ein Satz am Ende, der lang genug ist, um für sich zu stehen. " + old
    start = data.draw(st.integers(0, len(long)))
    end = data.draw(st.integers(start, len(long)))
    result = placed(more + long, Span(start, end), old=long)
    if result.method is not None and long.count(long[max(0, start - 32) : end + 32]) == 1:
        assert words(result, more + long) == [long[start:end]]
