"""Places are remembered: they are the same as found anew, and nothing that is wrong on the disk does harm."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.annotations.anchoring.editing import edit, invented

from newsreader.annotations.anchoring import places
from newsreader.annotations.anchoring.placing import place_all
from newsreader.annotations.anchoring.remembered import PlaceMemory
from newsreader.annotations.model import Anchor, Annotation, AnnotationKind
from newsreader.article.model import Article, Span

if TYPE_CHECKING:
    from pathlib import Path

WHEN = datetime(2024, 7, 13, tzinfo=UTC)


def notes(article: Article, number: int) -> list[Annotation]:
    """Notes on even places of an article."""
    step = len(article.text) // number
    spans = [Span(at * step, at * step + 30) for at in range(number)]
    return [
        Annotation(str(n), AnnotationKind.NOTE, article.id, "a", "Eva", WHEN, WHEN, (Anchor.of(article.text, span),))
        for n, span in enumerate(spans)
    ]


@pytest.fixture
def drafts() -> tuple[Article, Article]:
    """An article before and after some editing."""
    chance = random.Random(7)
    draft = invented(chance, 40)
    before = Article(draft.layout()[0], "a")
    edit(draft, chance, 30)
    return before, Article(draft.layout()[0], "a")


@pytest.mark.parametrize("known", [True, False])
def test_what_is_remembered_is_what_would_be_found(
    tmp_path: Path, drafts: tuple[Article, Article], monkeypatch: pytest.MonkeyPatch, *, known: bool
) -> None:
    before, after = drafts
    made, texts = notes(before, 60), {before.id: before.text} if known else {}
    memory = PlaceMemory(tmp_path / "places")
    found = place_all(after, made, texts)
    assert {one.method for one in found} > {None}
    assert place_all(after, made, texts, memory) == found
    monkeypatch.setattr(places, "Index", None)
    assert place_all(after, made, texts, memory) == found
    with pytest.raises(TypeError):
        place_all(Article(after.text + "!", "a"), made, texts, memory)


def test_what_was_made_since_is_looked_for(tmp_path: Path, drafts: tuple[Article, Article]) -> None:
    before, after = drafts
    made, texts = notes(before, 30), {before.id: before.text}
    memory = PlaceMemory(tmp_path / "places")
    place_all(after, made[:20], texts, memory)
    anew = place_all(after, made, texts, memory)
    assert place_all(after, made, texts, memory) == anew
    assert anew[:20] == place_all(after, made[:20], texts)


SPOILT = {
    "empty": "",
    "list": "[]",
    "cut": "{",
    "other": '{"schema": "newsreader-places/1", "new": "?"}',
    "deep": "[" * 100_000,
    "number": '{"schema": 7}',
}


@pytest.mark.parametrize("content", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_file_is_as_if_it_were_not_there(
    tmp_path: Path, drafts: tuple[Article, Article], content: str
) -> None:
    before, after = drafts
    made, memory = notes(before, 20), PlaceMemory(tmp_path)
    found = place_all(after, made, memory=memory)
    [path] = tmp_path.glob("*.json")
    path.write_text(content)
    assert place_all(after, made, memory=memory) == found


def test_a_place_outside_the_text_is_looked_for_anew(tmp_path: Path, drafts: tuple[Article, Article]) -> None:
    before, after = drafts
    made, memory = notes(before, 20), PlaceMemory(tmp_path)
    found = place_all(after, made, memory=memory)
    memory.put(
        before.id,
        after.id,
        {one.anchors[0]: (Span(10**6, 10**6 + 30), places.Method.CONTEXT) for one in made},
        known=False,
    )
    assert place_all(after, made, memory=memory) == found


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path, drafts: tuple[Article, Article]) -> None:
    (tmp_path / "file").write_text("")
    memory = PlaceMemory(tmp_path / "file")
    assert place_all(drafts[1], notes(drafts[0], 5), memory=memory) == place_all(drafts[1], notes(drafts[0], 5))
