"""A library, and articles to put into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import Actor, ActorKind, Analysis, Statement, StatementKind
from newsreader.article.readers import reader_for
from newsreader.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.article.model import Article

TEXT = """# {title}

13.07.2024, 10:36

Der Verteidigungsminister hat am Montag mit Kyjiw telefoniert.

"Wir liefern weitere Waffen", sagte Olaf Scholz in Köln.
"""


class Make(Protocol):
    """Makes an article."""

    def __call__(self, name: str = "a", text: str = TEXT, title: str = "Größere Pläne") -> Article: ...


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def article(name: str = "a", text: str = TEXT, title: str = "Größere Pläne") -> Article:
        source = name if "://" in name or name == "-" else str(tmp_path / "texte" / f"{name}.md")
        return reader_for("a.md")(text.format(title=title).encode(), source)

    return article


def analysed(article: Article, version: str = "1") -> Analysis:
    """What a pipeline would say of such an article: one statement by one actor, found by its words."""
    start = article.text.index("Wir liefern")
    end = article.text.index("Waffen") + len("Waffen")
    speaker = article.text.index("Olaf Scholz")
    span = type(article.sections[0].span)
    return Analysis(
        PipelineInfo("test", version),
        actors=(Actor("a1", "Olaf Scholz", ActorKind.PERSON, "Bundeskanzler", (span(speaker, speaker + 11),)),),
        statements=(Statement("s1", StatementKind.DIRECT, (span(start, end),), actor="a1", confidence=0.9),),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library(path, timeout=0.3) as opened:
        yield opened
