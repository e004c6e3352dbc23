"""A short article with an analysis made by hand, and annotations on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import (
    Actor,
    ActorKind,
    Analysis,
    Entity,
    Statement,
    StatementKind,
)
from newsreader.annotations.model import Anchor, Annotation, AnnotationKind, Decision, ItemKind, Reference, Verdict
from newsreader.article.model import Article, Section, Span

if TYPE_CHECKING:
    from newsreader.annotations.model import Values

TEXT = (
    "Austin telefoniert\n\n"
    "Lloyd Austin sagte am Freitag, er sehe keine Gefahr. „Wir reden“, so Austin. "
    "In Austin (Texas) regnete es. Beloussow teilte mit, Austin habe angerufen, und man habe gesprochen.\n\n"
    "Die Mitteilung lobte der Minister."
)
NOON = datetime(2024, 7, 13, 12, 0, tzinfo=UTC)


class Find(Protocol):
    """The span of some words in the article, the first or another one."""

    def __call__(self, words: str, number: int = 0) -> Span: ...


class Decide(Protocol):
    """Makes a decision, each later than those before."""

    def __call__(
        self,
        kind: AnnotationKind,
        verdict: Verdict,
        spans: tuple[Span, ...] = (),
        values: Values | None = None,
        target: Reference | None = None,
        **more: Any,
    ) -> Annotation: ...


def span_of(text: str, words: str, number: int = 0) -> Span:
    """The span of some words in a text."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


@pytest.fixture
def find() -> Find:
    return lambda words, number=0: span_of(TEXT, words, number)


@pytest.fixture
def article() -> Article:
    cut = TEXT.index("Die Mitteilung")
    return Article(
        TEXT, "austin.txt", sections=(Section("0", None, 1, Span(0, cut)), Section("1", None, 1, Span(cut, len(TEXT))))
    )


@pytest.fixture
def analysis(find: Find) -> Analysis:
    """Five entities, three actors, four statements: one within another, one by nobody."""
    austin = (find("Austin"), find("Lloyd Austin"), find("Austin", 2), find("Austin", 3), find("Austin", 4))
    beloussow, bulletin = find("Beloussow"), find("Mitteilung")
    return Analysis(
        PipelineInfo("de_test", "1"),
        (
            Entity("e1", austin[0], "PER", "a1"),
            Entity("e2", austin[1], "PER", "a1"),
            Entity("e6", find("Freitag"), "DATE", value="2024-07-12"),
            Entity("e3", austin[2], "PER", "a1"),
            Entity("e4", austin[3], "PER", "a1"),
            Entity("e7", beloussow, "PER", "a2"),
            Entity("e5", austin[4], "PER", "a1"),
            Entity("e8", bulletin, "ORG", "a3"),
        ),
        (
            Actor("a1", "Lloyd Austin", ActorKind.PERSON, None, austin),
            Actor("a2", "Beloussow", ActorKind.PERSON, "Minister", (beloussow,)),
            Actor("a3", "Mitteilung", ActorKind.ORGANISATION, None, (bulletin,)),
        ),
        (
            Statement("s1", StatementKind.INDIRECT, (find("er sehe keine Gefahr"),), speaker=austin[1], actor="a1"),
            Statement(
                "s2", StatementKind.DIRECT, (find("„Wir reden“"),), speaker=austin[2], actor="a1", confidence=0.4
            ),
            Statement(
                "s3",
                StatementKind.INDIRECT,
                (find("Austin habe angerufen, und man habe gesprochen"),),
                speaker=beloussow,
                actor="a2",
            ),
            Statement("s4", StatementKind.REPORTED, (find("und man habe gesprochen"),), parent="s3"),
        ),
        ("analysis.other_language",),
    )


@pytest.fixture
def refer(find: Find) -> Any:
    """Makes references to things by the words at which they stand."""

    def make(kind: str, *words: str | Span, name: str | None = None, annotation: str | None = None) -> Reference:
        spans = [word if isinstance(word, Span) else find(word) for word in words]
        return Reference(ItemKind(kind), tuple(Anchor.of(TEXT, span) for span in spans), name, annotation)

    return make


@pytest.fixture
def decide(article: Article) -> Decide:
    count = 0

    def make(
        kind: AnnotationKind,
        verdict: Verdict,
        spans: tuple[Span, ...] = (),
        values: Values | None = None,
        target: Reference | None = None,
        **more: Any,
    ) -> Annotation:
        nonlocal count
        count += 1
        when = NOON + timedelta(minutes=count)
        given: dict[str, Any] = {
            "id": f"id{count}",
            "article": article.id,
            "source": article.source,
            "annotator": "Eva",
            "created": when,
            "modified": when,
            "anchors": tuple(Anchor.of(TEXT, span) for span in spans),
            "decision": Decision(verdict, target, values),
        }
        return Annotation(kind=kind, **(given | more))

    return make
