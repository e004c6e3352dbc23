"""An article, a store and annotations to put into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from newsreader.annotations.pen import Pen
from newsreader.annotations.store.store import Store
from newsreader.article.model import Article, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.annotations.changes import Change

TEXT = "Ein Satz mit Wörtern und 🎉. " * 2000


class Make(Protocol):
    """Makes new annotations, each with a note of its own."""

    def __call__(self, number: int, note: str = "n") -> list[Change]: ...


@pytest.fixture
def article(tmp_path: Path) -> Article:
    return Article(TEXT, str(tmp_path / "texte" / "a.txt"))


@pytest.fixture
def pen(article: Article) -> Pen:
    return Pen(article, "Eva")


@pytest.fixture
def make(pen: Pen) -> Make:
    def changes(number: int, note: str = "n") -> list[Change]:
        return [
            pen.highlight([Span(at * 7, at * 7 + 20)], "yellow", note=f"{note}{at}", tags=["x"]) for at in range(number)
        ]

    return changes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "annotations.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path, timeout=0.3) as opened:
        yield opened
