"""The component as a whole: in any pipeline, on any text, fast, and always the same."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsreader.analysis.components.statements import statements
from newsreader.analysis.components.statements.wordlist import listed
from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from spacy.language import Language

BITS = [
    *(
        "Die Ministerin ",
        "sagte, ",
        "dass ",
        "er habe ",
        "„Nein“",
        "„",
        "“",
        '"',
        "»",
        "so Weber, ",
        "laut ",
        "teilte mit",
    ),
    *("nach Angaben ", ". ", "\n\n", ", ", ": ", "(", ")", "wonach ", "es hieß, ", "forderte, ", "zu gehen", " – "),
    *("wie die Polizei ", "soll ", "\u202e", "🎉 ", "zufolge "),
]


def analysed(pipeline: Language, text: str) -> Doc:
    """The tagged text; white space alone has nothing to tag."""
    return pipeline(text) if text.strip() else pipeline.make_doc(text)


def check(doc: Doc) -> None:
    """Every span lies in the text, pieces are in order, parents come first."""
    known: set[str] = set()
    for number, statement in enumerate(statements(doc), 1):
        assert statement.id == f"s{number}"
        assert statement.spans
        spans = [*statement.spans, *statement.cue, *statement.frame, *statement.addressee]
        for span in [*spans, *([statement.speaker] if statement.speaker else [])]:
            assert 0 <= span.start < span.end <= len(doc.text)
            assert span.of(doc.text) == span.of(doc.text).strip()
        assert all(one.end <= two.start for one, two in zip(statement.spans, statement.spans[1:], strict=False))
        assert statement.parent is None or statement.parent in known
        assert 0 < statement.confidence <= 1
        assert statement.rule
        known.add(statement.id)


TAGS = listed("ART NN NE VVFIN VAFIN VVPP PPER PPOSAT KON APPR ADV ADJA PTKVZ VVINF VVIZU KOUS PRELS PIS CARD $, $. $(")
FORMS = listed("der die Der „ “ , . : ( ) sagte sei nach laut Angaben aus von so auch Anna Ziel wie zitiert")
TAGGED = st.tuples(
    st.sampled_from(sorted(FORMS)), st.sampled_from(sorted(TAGS)), st.sampled_from(["", "B-PER", "B-ORG", "B-LOC"])
)


@settings(max_examples=300, deadline=None)
@given(st.lists(TAGGED, min_size=1, max_size=40))
def test_whatever_a_pipeline_says_of_the_words(tagged: list[tuple[str, str, str]]) -> None:
    words, tags, entities = zip(*tagged, strict=True)
    starts = [i == 0 or words[i - 1] == "." for i in range(len(words))]
    check(Doc(Vocab(), words=list(words), tags=list(tags), ents=list(entities), sent_starts=starts))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(bits=st.lists(st.sampled_from(BITS), max_size=30))
def test_whatever_the_text_offsets_hold(pipeline: Language, bits: list[str]) -> None:
    check(analysed(pipeline, "".join(bits)))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "„", "“", "„“", ":", "„ “ „ “", "sagte", "so", "laut", "nach Angaben", "Das"]
)
def test_next_to_nothing(pipeline: Language, text: str) -> None:
    check(analysed(pipeline, text))


def test_it_is_a_factory_of_any_pipeline() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("newsreader_statements")
    doc = nlp("„Gut so, wir machen weiter“, sagte sie.")
    assert [s.kind for s in doc._.statements] == [StatementKind.DIRECT]


def test_the_same_text_gives_the_same_statements(pipeline: Language) -> None:
    text = "Laut Polizei starben zwei Menschen. „Das ist bitter“, sagte Weber. Er habe davon gehört."
    assert statements(pipeline(text)) == statements(pipeline(text))


def tagged(unit: str, times: int, pipeline: Language) -> Doc:
    """A long text whose tags are those of its unit, so that making it takes no time."""
    doc = pipeline(unit)
    return Doc.from_docs([doc] * times, ensure_whitespace=True)


@pytest.mark.parametrize(
    "unit",
    [
        "Die Lage sei ernst, sagte Weber. „Es fehlt an Geld“, so die Ministerin. Laut Polizei blieb es ruhig.\n\n",
        "„Ja.“ „Nein.“ „Doch.“ ",
        '„ und » aber " dann ‚ so ',
        "15:42 Uhr: Die Bahn teilt mit, dass nichts mehr fährt.\n\n",
        "und der Mann, der sagte, dass er, wie er meinte, ",
        "„Wer kommt, sagte er. ",
    ],
)
def test_time_is_linear_in_the_text(pipeline: Language, unit: str) -> None:
    times = max(20_000 // len(unit), 1)
    short, long = tagged(unit, times, pipeline), tagged(unit, 10 * times, pipeline)
    statements(short)
    start = time.process_time()
    statements(short)
    middle = time.process_time()
    statements(long)
    end = time.process_time()
    # Ten times the text; a square of it would be a hundred. How fast it is, the benchmarks say.
    assert end - middle < 40 * max(middle - start, 0.02)
