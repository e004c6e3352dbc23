"""The mentions of a name agree over an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.components.agreement import agree
from newsreader.analysis.components.blocks import limit_sentences, mark_blocks
from newsreader.article.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    Build = Callable[[str], Doc]

FULL = "Lloyd|NE||PER Austin|NE||PER kam|VVFIN .|$. "


def ents(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in agree(doc).ents]


@pytest.mark.parametrize("mention", ["Austin|NE||LOC", "Austin|NE||ORG", "Austin|NE", "Austins|NE", "AUSTIN|NE"])
def test_a_surname_is_a_person(build: Build, mention: str) -> None:
    assert ents(build(f"{FULL}Gut|ADJD sprach|VVFIN {mention} .|$."))[1] == (mention.split("|")[0], "PER")


def test_a_place_that_is_mostly_a_place_stays_one(build: Build) -> None:
    doc = build(FULL + "In|APPR Austin|NE||LOC und|KON Austin|NE||LOC und|KON Austin|NE||LOC .|$.")
    assert [label for _, label in ents(doc)] == ["PER", "LOC", "LOC", "LOC"]


def test_a_common_noun_is_no_surname(build: Build) -> None:
    doc = build("Anna|NE||PER Fischer|NE||PER kam|VVFIN .|$. Die|ART Fischer|NN streiken|VVFIN .|$.")
    assert ents(doc) == [("Anna Fischer", "PER")]


def test_a_name_that_was_missed_once_is_found(build: Build) -> None:
    doc = build("Airbus|NE||ORG baut|VVFIN .|$. Airbus|NE||ORG plant|VVFIN .|$. Dann|ADV kam|VVFIN Airbus|NE .|$.")
    assert ents(doc) == [("Airbus", "ORG")] * 3


def test_one_doubtful_mention_is_not_spread(build: Build) -> None:
    doc = build("Airbus|NE||ORG baut|VVFIN .|$. Dann|ADV kam|VVFIN Airbus|NE .|$.")
    assert ents(doc) == [("Airbus", "ORG")]


def test_titles_roles_and_marks_are_no_part_of_a_name(build: Build) -> None:
    doc = build("Bundeskanzler|NN||PER Olaf|NE||PER Scholz|NE||PER traf|VVFIN „|$(||ORG Airbus|NE||ORG “|$(||ORG .|$.")
    assert ents(doc) == [("Olaf Scholz", "PER"), ("Airbus", "ORG")]


def test_a_role_introduces_a_name(build: Build) -> None:
    doc = build(
        "Gouverneur|NN Ángel|NE Aguirre|NE sprach|VVFIN .|$. Das|ART Haus|NN Ángel|NE Aguirre|NE steht|VVFIN .|$."
    )
    assert ents(doc) == [("Ángel Aguirre", "PER")]


def test_a_thing_of_a_kind_is_no_person(build: Build) -> None:
    doc = build("Raketen|NN vom|APPRART Typ|NN Tomahawk|NE||PER und|KON von|APPR Raytheon|NE||ORG .|$.")
    assert ents(doc) == [("Tomahawk", "MISC"), ("Raytheon", "ORG")]


def test_a_noun_of_its_class_makes_a_name_an_organisation_throughout(build: Build) -> None:
    doc = build("Barron|NE||PER kam|VVFIN .|$. Die|ART Firma|NN Barron|NE||ORG wuchs|VVFIN .|$. ")
    assert ents(doc) == [("Barron", "ORG"), ("Barron", "ORG")]


def test_a_person_behind_an_authority_is_none(build: Build) -> None:
    doc = build("Der|ART Chef|NN der|ART Luftbehörde|NN Jan|NE||PER Weber|NE||PER kam|VVFIN .|$. ")
    assert ents(doc) == [("Jan Weber", "PER")]


def test_what_is_a_person_once_and_an_organisation_mostly_is_the_latter(build: Build) -> None:
    doc = build("Tondar|NE||PER und|KON Tondar|NE||ORG und|KON Tondar|NE||ORG kamen|VVFIN .|$. ")
    assert [label for _, label in ents(doc)] == ["ORG"] * 3


def test_a_given_name_takes_its_surname_with_it(build: Build) -> None:
    doc = build("Hans|NE||PER Acker|NN ,|$, Präsident|NN des|ART Bundes|NN ,|$, schwieg|VVFIN .|$. ")
    assert ents(doc) == [("Hans Acker", "PER")]


def test_other_labels_pass_through(build: Build) -> None:
    doc = build("Der|ART Airbus|NE||PRODUCT flog|VVFIN nach|APPR Rom|NE||GPE .|$.")
    assert ents(doc) == [("Airbus", "PRODUCT"), ("Rom", "GPE")]


def test_blocks_start_sentences(build: Build) -> None:
    doc = build("Titel|NN ohne|APPR Punkt|NN Der|ART Text|NN beginnt|VVFIN .|$.")
    doc._.blocks = (
        Block(BlockKind.TITLE, Span(0, 16)),
        Block(BlockKind.PARAGRAPH, Span(17, len(doc.text))),
    )
    assert [sent.text for sent in mark_blocks(doc).sents] == ["Titel ohne Punkt", "Der Text beginnt."]


def test_endless_sentences_are_cut(build: Build) -> None:
    doc = build("wort|NN " * 95 + ".|$. Ende|NN .|$.")
    limit_sentences(doc, 40)
    assert [len(sent) for sent in doc.sents] == [40, 40, 16, 2]
