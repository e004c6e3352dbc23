"""What the tests of articles share."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from newsreader.article import BlockKind, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.article import Article


class ReadText(Protocol):
    """Reads a text as plain text, or as a file with another suffix."""

    def __call__(self, text: str, suffix: str = "") -> Article: ...


@pytest.fixture(scope="session")
def texts() -> Path:
    """The folder of the articles that the tests read."""
    return Path(__file__).parent / "texts"


@pytest.fixture(scope="session")
def read_text(tmp_path_factory: pytest.TempPathFactory) -> ReadText:
    folder = tmp_path_factory.mktemp("articles")

    def read_it(text: str, suffix: str = "") -> Article:
        data = text.encode("utf-8", "surrogatepass")
        if not suffix:
            return read("-", stdin=BytesIO(data))
        path = folder / f"article{suffix}"
        path.write_bytes(data)
        return read(str(path))

    return read_it


def _is_invisible(text: str) -> bool:
    return all(character.isspace() or unicodedata.category(character) in ("Cc", "Cf") for character in text)


@pytest.fixture(scope="session")
def check_spans() -> Callable[[Article], None]:
    """Asserts what holds for every article: the order of its blocks, and that every span lies where it must."""

    def check(article: Article) -> None:
        text = article.text
        at = 0
        for block in article.blocks:
            assert at <= block.span.start < block.span.end <= len(text)
            assert _is_invisible(text[at : block.span.start])
            assert not _is_invisible(block.span.of(text))
            cell_at = block.span.start
            for cell in block.cells:
                assert cell_at <= cell.start <= cell.end <= block.span.end
                cell_at = cell.end
            at = block.span.end
        assert _is_invisible(text[at:])

        assert article.sections[0].span.start == 0
        assert article.sections[-1].span.end == len(text)
        for section, following in zip(article.sections, article.sections[1:], strict=False):
            assert section.span.end == following.span.start
        assert [section.id for section in article.sections] == [str(n) for n in range(len(article.sections))]
        headings = [block.span for block in article.blocks if block.kind is BlockKind.HEADING]
        assert [section.heading for section in article.sections if section.heading] == headings
        for section in article.sections:
            assert 1 <= section.level <= 6
            assert section.heading is None or section.span.contains(section.heading)

        whole = {block.span.start: block for block in article.blocks}
        for inline in article.inlines:
            assert any(block.span.contains(inline.span) for block in whole.values())
            assert inline.span.start < inline.span.end
        titles = [
            block.span for block in article.blocks if block.kind is BlockKind.TITLE and block.span != article.kicker
        ]
        if article.title_span is None:
            assert not titles
        else:
            assert (titles[0].start, titles[-1].end) == article.title_span
        if article.stamp is not None:
            assert whole[article.stamp.start].kind is BlockKind.STAMP
        if article.dateline is not None:
            assert article.dateline.start in whole
            for part in (article.place, article.agency):
                assert part is None or article.dateline.contains(part)

    return check
