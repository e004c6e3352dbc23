"""What the tests of statements share: the embedded pipeline, and statements told as plain text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import pytest

from newsreader.analysis import embedded
from newsreader.analysis.components.statements import statements

if TYPE_CHECKING:
    from spacy.language import Language

    from newsreader.analysis.result import Statement
    from newsreader.article.model import Span


class Told(NamedTuple):
    """A statement in words."""

    kind: str
    text: str
    speaker: str | None
    cue: str
    rule: str
    parent: str | None
    addressee: str
    found: Statement


Tell = Callable[[str], list[Told]]


@pytest.fixture(scope="session")
def pipeline() -> Language:
    """The pipeline that ships with the program."""
    return embedded.load()


@pytest.fixture(scope="session")
def tell(pipeline: Language) -> Tell:
    """Finds the statements of a text and gives their words; pieces are joined by " … "."""

    def find(text: str) -> list[Told]:
        def words(*spans: Span) -> str:
            return " … ".join(span.of(text) for span in spans)

        found = statements(pipeline(text))
        texts = {s.id: words(*s.spans) for s in found}
        return [
            Told(
                s.kind.value,
                words(*s.spans),
                s.speaker.of(text) if s.speaker else None,
                words(*s.cue),
                s.rule,
                texts[s.parent] if s.parent else None,
                words(*s.addressee),
                s,
            )
            for s in found
        ]

    return find
