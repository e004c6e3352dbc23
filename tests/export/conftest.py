"""Articles with analyses and annotations made by hand, so that the formats are tested without a pipeline."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import (
    Actor,
    ActorKind,
    Analysis,
    Entity,
    Medium,
    Statement,
    StatementKind,
)
from newsreader.annotations.model import (
    Anchor,
    Annotation,
    AnnotationKind,
    Decision,
    EntityValues,
    ItemKind,
    Reference,
    StatementValues,
    Verdict,
)
from newsreader.article.model import Article, Section, Span
from newsreader.article.readers.plain import read as read_plain
from newsreader.export import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TEXT = """Gipfel *endet*

"=Ja", sagte Anna Beck [dpa] am 3. Mai. Sie komme wieder, hieß es.

# Ausblick

Der Plan stehe, so Beck, "bald"."""

NOON = datetime(2024, 5, 4, 12, 0, tzinfo=UTC)
NOTE = "Erste Zeile mit \"Zitat\", 'Apostroph' & <b>Zeichen</b>\n=zweite; Zeile,\tTab\n\n# dritte"


def span_of(text: str, words: str, number: int = 0) -> Span:
    """Where words stand, the first time or a later one."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


@pytest.fixture
def document() -> Document:
    """Three statements, two by Anna Beck in two sections, one by nobody known."""
    cut = TEXT.index("# Ausblick")
    article = Article(
        text=TEXT,
        source="texte/gipfel.txt",
        title_span=span_of(TEXT, "Gipfel *endet*"),
        published=datetime(2024, 5, 3, 8, 30),
        sections=(
            Section("0", None, 1, Span(0, cut)),
            Section("1", span_of(TEXT, "# Ausblick"), 2, Span(cut, len(TEXT))),
        ),
    )
    beck = span_of(TEXT, "Anna Beck")
    statements = (
        Statement(
            "s1",
            StatementKind.DIRECT,
            (span_of(TEXT, "=Ja"),),
            medium=Medium.SPEECH,
            speaker=beck,
            cue=(span_of(TEXT, "sagte"),),
            actor="a1",
            confidence=0.9,
            rule="quote",
        ),
        Statement("s2", StatementKind.INDIRECT, (span_of(TEXT, "Sie komme wieder"),), cue=(span_of(TEXT, "hieß es"),)),
        Statement(
            "s3",
            StatementKind.REPORTED,
            (span_of(TEXT, "Der Plan stehe"), span_of(TEXT, '"bald"')),
            actor="a1",
            parent="s1",
            section="1",
        ),
    )
    analysis = Analysis(
        PipelineInfo("de_test", "1"),
        (
            Entity("e1", beck, "PER", "a1"),
            Entity("e2", span_of(TEXT, "3. Mai"), "DATE", None, "2024-05-03"),
        ),
        (Actor("a1", "Anna Beck", ActorKind.PERSON, "@Ministerin", (beck,)),),
        statements,
    )
    return Document(article, analysis)


def annotation(
    text: str, kind: AnnotationKind, number: int, spans: tuple[Span, ...], article: Article, **more: object
) -> Annotation:
    """An annotation with an id made of a number."""
    return Annotation(
        id=f"00000000-0000-4000-8000-{number:012d}",
        kind=kind,
        article=article.id,
        source=article.source,
        annotator="Jo Ögel",
        created=NOON,
        modified=NOON,
        anchors=tuple(Anchor.of(text, span) for span in spans),
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def reviewed(document: Document) -> Document:
    """The same, reviewed: a statement confirmed, corrected, rejected; an entity added; a highlight and two notes."""
    article, analysis = document.article, document.analysis
    first, second, third = analysis.statements

    def target(statement: Statement) -> Reference:
        return Reference(ItemKind.STATEMENT, tuple(Anchor.of(TEXT, span) for span in statement.spans))

    beck = Reference(ItemKind.ACTOR, (Anchor.of(TEXT, span_of(TEXT, "Anna Beck")),), "Anna Beck", label="person")
    speaker = Anchor.of(TEXT, span_of(TEXT, "Anna Beck"))
    cue = (Anchor.of(TEXT, span_of(TEXT, "sagte")),)
    confirmed = StatementValues(StatementKind.DIRECT, Medium.SPEECH, speaker, beck, cue)
    corrected = StatementValues(StatementKind.INDIRECT, None, None, beck)
    human = (
        annotation(
            TEXT,
            AnnotationKind.STATEMENT,
            1,
            first.spans,
            article,
            decision=Decision(Verdict.CONFIRMED, target(first), confirmed),
            note=NOTE,
            tags=("zu prüfen", "Kern"),
        ),
        annotation(
            TEXT,
            AnnotationKind.STATEMENT,
            2,
            (span_of(TEXT, "komme wieder"),),
            article,
            decision=Decision(Verdict.CORRECTED, target(second), corrected),
        ),
        annotation(
            TEXT, AnnotationKind.STATEMENT, 3, third.spans, article, decision=Decision(Verdict.REJECTED, target(third))
        ),
        annotation(
            TEXT,
            AnnotationKind.ENTITY,
            4,
            (span_of(TEXT, "dpa"),),
            article,
            decision=Decision(Verdict.ADDED, None, EntityValues("ORG")),
        ),
        annotation(
            TEXT,
            AnnotationKind.HIGHLIGHT,
            5,
            (span_of(TEXT, "Sie komme"),),
            article,
            colour="prüfen",
            note="wirklich?",
            tags=("offen",),
        ),
        annotation(TEXT, AnnotationKind.NOTE, 6, (), article, note="Zum Ganzen", tags=("Gipfel",)),
        annotation(TEXT, AnnotationKind.NOTE, 7, (span_of(TEXT, "Beck, "),), article, note="Wer?"),
    )
    return Document(article, analysis, human)


@pytest.fixture
def plain_document() -> Callable[[str], Document]:
    """Makes a document without any finding."""

    def make(text: str, source: str = "leer.txt") -> Document:
        sections = (Section("0", None, 1, Span(0, len(text))),)
        return Document(Article(text=text, source=source, sections=sections), Analysis(PipelineInfo("de_test", "1")))

    return make


def _with(raw: str, pieces: list[tuple[str, tuple[str, ...]]], names: Sequence[tuple[str, str]] = ()) -> Document:
    """A document read from raw text: statements by kind and words, entities by words and label, two notes."""
    article = read_plain(raw.encode(), "matrix/fall 1.txt")
    text = article.text
    actor = Actor("a1", "Zoë Größe-Ünal", ActorKind.PERSON, None, ())
    statements = tuple(
        Statement(
            f"s{number}",
            StatementKind(kind),
            tuple(span_of(text, part) for part in words),
            actor="a1",
            confidence=0.5,
            speaker=span_of(text, names[0][0]) if names else None,
        )
        for number, (kind, words) in enumerate(pieces, start=1)
    )
    entities = tuple(
        Entity(f"e{number}", span_of(text, words), label, "a1" if label == "PER" else None)
        for number, (words, label) in enumerate(names, start=1)
    )
    analysis = Analysis(PipelineInfo("de_test", "1"), entities, (actor,) if statements else (), statements)
    notes = tuple(
        annotation(text, AnnotationKind.NOTE, number, (span_of(text, words[0]),), article, note=NOTE)
        for number, (_, words) in enumerate(pieces[:2], start=1)
    )
    return Document(article, analysis, notes)


def _many() -> Document:
    lines = [f"Satz {number}, so Ada, gilt 😀 weiter." for number in range(1000)]
    text = "\n\n".join(lines)
    article = read_plain(text.encode(), "tausend.txt")
    at = [article.text.index(line) for line in lines]
    statements = tuple(
        Statement(f"s{number}", StatementKind.DIRECT, (Span(start, start + len(lines[number])),), actor="a1")
        for number, start in enumerate(at)
    )
    entities = tuple(
        Entity(f"e{number}", Span(start + 9 + len(str(number)), start + 12 + len(str(number))), "PER", "a1")
        for number, start in enumerate(at)
    )
    return Document(
        article,
        Analysis(PipelineInfo("de_test", "1"), entities, (Actor("a1", "Ada", ActorKind.PERSON),), statements),
    )


MATRIX: dict[str, Callable[[], Document]] = {
    "emoji": lambda: _with(
        "👩‍🚀🇩🇪 Start\n\n😀 Zoë sagte: „Wir fliegen 🚀 heute“, und 𝔘we nickte.\n",
        [("direct", ("„Wir fliegen 🚀 heute“",))],
        [("Zoë", "PER"), ("𝔘we", "PER")],
    ),
    "combining": lambda: _with(
        "Mu\u0308nchen\n\nZoe\u0308 Gro\u0308ße meint, Ko\u0308ln sei scho\u0308n.\n",
        [("indirect", ("Ko\u0308ln sei scho\u0308n",))],
        [("Zoe\u0308 Gro\u0308ße", "PER"), ("Ko\u0308ln", "LOC")],
    ),
    "crlf": lambda: _with(
        "Titel\r\n\r\nZoë sagte:\r\n„Ja.“\r\n\r\nUnd\tNein\r\n", [("direct", ("„Ja.“",))], [("Zoë", "PER")]
    ),
    "no-break": lambda: _with(
        "Titel\n\nZoë\u00a0Groß nennt 100\u00a0000\u202f€ „zu\u00a0viel“.\n",
        [("direct", ("„zu\u00a0viel“",))],
        [("Zoë\u00a0Groß", "PER"), ("100\u00a0000\u202f€", "MONEY")],
    ),
    "overlapping": lambda: _with(
        "Zoë Groß von der Bank Nord in Köln sagt, das Amt Nord sehe „keine Gefahr im Norden“ und warte.\n\nEnde.\n",
        [
            ("indirect", ("das Amt Nord sehe „keine Gefahr im Norden“ und warte",)),
            ("direct", ("„keine Gefahr im Norden“",)),
            ("reported", ("Groß von der Bank Nord in Köln sagt, das Amt",)),
        ],
        [("Zoë Groß", "PER"), ("Bank Nord in", "ORG"), ("Nord in Köln", "LOC"), ("Nord", "LOC"), ("Amt Nord", "ORG")],
    ),
    "across-blocks": lambda: _with(
        "Titel\n\nErster Absatz, der hier endet.\n\nZweiter Absatz, der endet auch.\n",
        [("direct", ("der hier endet.\n\nZweiter Absatz",)), ("indirect", ("endet.\n\nZweiter", "endet auch"))],
    ),
    "parts": lambda: _with(
        "Titel\n\n„Erstens“, so Zoë, „zweitens“, fuhr sie fort, „drittens“.\n",
        [("direct", ("„Erstens“", "„zweitens“", "„drittens“"))],
        [("Zoë", "PER")],
    ),
    "markup": lambda: _with(
        "<script>alert(1)</script> & [b]fett[/b]\n\n=SUMME(A1) „</p>]]>&amp;“ \\end{document} \x07 \x1b[31m @x -y +z\n",
        [("direct", ("„</p>]]>&amp;“",)), ("indirect", ("=SUMME(A1)",))],
        [("@x", "MISC")],
    ),
    "empty": lambda: Document(
        Article("", "leer.txt", sections=(Section("0", None, 1, Span(0, 0)),)), Analysis(PipelineInfo("de_test", "1"))
    ),
    "silent": lambda: _with("Titel\n\nHier sagt niemand etwas.\n", []),
    "thousand": _many,
}
"""what every format must get right, by name"""


@pytest.fixture(params=MATRIX)
def case(request: pytest.FixtureRequest) -> Document:
    """Every document of the matrix in turn."""
    return MATRIX[request.param]()
