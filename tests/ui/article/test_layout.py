"""The layout of an article as lines: nothing is lost, everything maps to code points and back."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.article.model import Article, Block, BlockKind, Span
from newsreader.ui.widgets.article.glyphs import cells_of, flow, safe
from newsreader.ui.widgets.article.hyphens import hyphenator
from newsreader.ui.widgets.article.layout import TOP_MARGIN, Layout, Row
from newsreader.ui.widgets.article.pieces import LONGEST_PIECE, Piece, pieces_of
from newsreader.ui.widgets.article.setting import Measure
from newsreader.ui.widgets.article.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsreader.ui.widgets.article.lines import Line

STRANGE = "\x00\x07\x1b\x7f\x85\u00a0\u00ad\u200b\u200d\u200f\u202e\u2066\u2069\ufeff\ufe0f\u0301\ud800\ue000日本👨👩🇩🇪"
WORDS = st.text(st.sampled_from("abcäöüß-/.,1234„“" + STRANGE), min_size=1, max_size=24)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=25).flatmap(
    lambda words: st.lists(
        st.sampled_from([" ", "  ", "\n", "\t", " \n "]), min_size=len(words), max_size=len(words)
    ).map(lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True)).strip() or "x")
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles with blocks of every kind, full of strange characters."""
    text = ""
    blocks: list[Block] = []
    for paragraph in draw(st.lists(PARAGRAPHS, min_size=1, max_size=5)):
        start = len(text)
        text += paragraph
        kind = draw(st.sampled_from(list(BlockKind)))
        cells: tuple[Span, ...] = ()
        if kind is BlockKind.TABLE_ROW:
            middle = start + len(paragraph) // 2
            cells = (Span(start, middle), Span(middle, len(text)))
        blocks.append(
            Block(
                kind,
                Span(start, len(text)),
                level=draw(st.integers(1, 3)) if kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else 0,
                marker=draw(st.sampled_from(["", "•", "12."])) if kind is BlockKind.LIST_ITEM else "",
                quoted=draw(st.integers(0, 2)),
                cells=cells,
                header=kind is BlockKind.TABLE_ROW and draw(st.booleans()),
                preformatted=draw(st.booleans()),
            )
        )
        text += "\n\n"
    return Article(text, "test", blocks=tuple(blocks))


def lines_of(layout: Layout, pieces: list[Piece]) -> Iterator[tuple[Piece, list[Line]]]:
    """Each piece with its lines."""
    layout.set_more(len(pieces))
    for index, piece in enumerate(pieces):
        lines: list[Line] = []
        while (line := layout.line(Row(index, len(lines)))) is not None:
            lines.append(line)
        yield piece, lines


@given(articles(), st.integers(4, 60), st.booleans())
@settings(max_examples=150, deadline=None)
def test_every_line_maps_to_the_text_and_back(article: Article, width: int, hyphenate: bool) -> None:
    pieces = pieces_of(article)
    layout = Layout(pieces, article.text, Measure(width, hyphenator("de") if hyphenate else None))
    for piece, lines in lines_of(layout, pieces):
        assert lines
        shown: list[int] = []
        for line in lines:
            spans = list(line.spans())
            offsets = [offset for start, end in spans for offset in range(start, end)]
            assert offsets == sorted(set(offsets))
            assert all(piece.start <= offset < piece.end for offset in offsets)
            assert line.width <= width or len(offsets) == 1
            shown += offsets
            for run in line.runs:
                assert not set(run.text) & set("\x00\x07\x1b\x7f\x85\u202e\u2066\u2069\u200f\u200d\ud800\t\n")
                for at, glyph in enumerate(run.text if run.start >= 0 else ""):
                    if cells_of(glyph):
                        assert line.offset_of(line.column_of(run.start + at)) == run.start + at
        assert len(shown) == len(set(shown))
        visible = {at for at in range(piece.start, piece.end) if safe(article.text[at]).strip("\u00a0 ")}
        assert visible <= set(shown)


@given(articles(), st.integers(4, 60))
@settings(max_examples=80, deadline=None)
def test_lines_of_running_text_tile_their_block(article: Article, width: int) -> None:
    pieces = pieces_of(article)
    layout = Layout(pieces, article.text, Measure(width))
    for piece, lines in lines_of(layout, pieces):
        if piece.block.kind is BlockKind.TABLE_ROW:
            continue
        assert lines[0].start == piece.start
        assert lines[-1].end == piece.end
        assert all(one.end == two.start for one, two in itertools.pairwise(lines))
        assert all(line.start < line.end for line in lines)


@given(articles(), st.integers(4, 60))
@settings(max_examples=80, deadline=None)
def test_places_are_found_from_offsets_and_heights(article: Article, width: int) -> None:
    pieces = pieces_of(article)
    layout = Layout(pieces, article.text, Measure(width))
    layout.set_more(len(pieces))
    assert layout.complete
    for y in range(layout.height - 2):
        row = layout.row_at(y)
        assert layout.y_of(row) == y
    for piece, lines in lines_of(layout, pieces):
        for line in lines:
            for start, _ in line.spans():
                row = layout.row_of(start)
                assert layout.line(row) == line
                assert pieces[row.piece] is piece


@given(articles(), st.integers(4, 60), st.integers(0, 40), st.integers(-40, 40))
@settings(max_examples=80, deadline=None)
def test_steps_agree_with_heights(article: Article, width: int, start: int, lines: int) -> None:
    layout = Layout(pieces_of(article), article.text, Measure(width))
    layout.set_more(10)
    last = layout.height - 3
    row = layout.row_at(min(start, last))
    stepped = layout.step(row, lines)
    assert layout.y_of(stepped) == max(0, min(last, layout.y_of(row) + lines))


def test_words_are_kept_whole_and_blanks_swallowed() -> None:
    starts, signs = wrap(flow("Kurz nach dem Gipfel"), 10)
    assert [("Kurz nach dem Gipfel")[a:b] for a, b in zip(starts, [*starts[1:], 20], strict=True)] == [
        "Kurz nach ",
        "dem Gipfel",
    ]
    assert signs == {}


def test_breaks_after_hyphens_but_not_inside_numbers() -> None:
    def parts(text: str, width: int) -> list[str]:
        starts = wrap(flow(text), width).starts
        return [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]

    assert parts("US-Verteidigungsminister", 10)[0] == "US-"
    assert parts("am 13-07 oder", 6) == ["am ", "13-07 ", "oder"]
    assert parts("10\u00a0Euro fehlen", 9) == ["10\u00a0Euro ", "fehlen"]


def test_soft_hyphens_show_only_at_the_break() -> None:
    text = "Donau\u00addampf\u00adschiff"
    article = Article(text, "t", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    pieces = pieces_of(article)
    (_, lines), *_ = lines_of(Layout(pieces, text, Measure(12)), pieces)
    assert ["".join(run.text for run in line.runs) for line in lines] == ["Donaudampf-", "schiff"]
    (_, lines), *_ = lines_of(Layout(pieces, text, Measure(30)), pieces)
    assert ["".join(run.text for run in line.runs) for line in lines] == ["Donaudampfschiff"]


def test_hyphenation_divides_long_words_but_no_abbreviations() -> None:
    divide = hyphenator("de")
    assert divide is not None
    assert 7 not in divide("Bundesstaat")
    starts, signs = wrap(flow("Die Verteidigungsministerinnen"), 20, hyphenate=divide)
    assert signs == {0: "-"}
    assert starts[1] < 20
    assert wrap(flow("Die ABCDEFGHIJKLMNOPQRSTUVW"), 20, hyphenate=divide).signs == {}
    assert hyphenator("xx") is None


@pytest.mark.parametrize("width", [24, 60])
def test_tables_align_their_columns(width: int) -> None:
    rows = ["Land", "Hauptstadt", "Ukraine", "Kiew", "Deutschland", "Berlin"]
    text = "\n".join(rows)
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in rows]
    blocks = tuple(
        Block(BlockKind.TABLE_ROW, Span(a.start, b.end), cells=(a, b), header=number == 0)
        for number, (a, b) in enumerate(zip(spans[::2], spans[1::2], strict=True))
    )
    pieces = pieces_of(Article(text, "t", blocks=blocks))
    layout = Layout(pieces, text, Measure(width))
    columns = set()
    for _, lines in lines_of(layout, pieces):
        columns.add(tuple(run.column for run in lines[0].runs if run.start >= 0))
        assert all(line.width <= width for line in lines)
    assert columns == {(0, 14)}


def test_table_that_is_too_wide_wraps_inside_its_columns() -> None:
    text = "eine recht lange Zelle mit Worten\nund noch eine lange Zelle"
    cells = (Span(0, 33), Span(34, len(text)))
    pieces = pieces_of(Article(text, "t", blocks=(Block(BlockKind.TABLE_ROW, Span(0, len(text)), cells=cells),)))
    layout = Layout(pieces, text, Measure(25))
    ((_, lines),) = lines_of(layout, pieces)
    assert len(lines) > 2
    assert layout.row_of(text.index("Worten")).number > layout.row_of(text.index("recht")).number
    assert all(line.width <= 25 for line in lines)


def test_list_items_hang(make_article: Callable[..., Article]) -> None:
    article = make_article("- eins zwei drei vier fünf sechs", [BlockKind.LIST_ITEM])
    pieces = pieces_of(article)
    ((_, lines),) = lines_of(Layout(pieces, article.text, Measure(16)), pieces)
    assert len(lines) > 1
    assert lines[0].runs[0].column == 0
    assert {line.runs[0].column for line in lines[1:]} == {2}


def test_heading_is_followed_by_a_rule(make_article: Callable[..., Article]) -> None:
    article = make_article("Ein Treffen", [BlockKind.HEADING])
    pieces = pieces_of(article)
    ((_, lines),) = lines_of(Layout(pieces, article.text, Measure(40)), pieces)
    assert "".join(run.text for run in lines[0].runs) == "Ein Treffen" + "─" * 28
    assert lines[0].width == 40


def test_very_long_block_is_cut_into_pieces_that_lose_nothing() -> None:
    text = ("wort " * 10_000).strip()
    pieces = pieces_of(Article(text, "t"))
    assert max(piece.end - piece.start for piece in pieces) <= LONGEST_PIECE
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    unbroken = "x" * 20_000
    pieces = pieces_of(Article(unbroken, "t"))
    assert "".join(unbroken[piece.start : piece.end] for piece in pieces) == unbroken


def test_only_what_is_asked_for_is_set(make_article: Callable[..., Article]) -> None:
    article = make_article("\n\n".join(["Ein Satz mit einigen Wörtern darin."] * 5000))
    layout = Layout(pieces_of(article), article.text, Measure(60))
    row = layout.row_of(len(article.text) // 2)
    before = layout.y_of(row)
    assert layout.around(row, 50, 50) == row
    assert not layout.complete
    assert layout.line_at(before) is not None
    assert layout.height == TOP_MARGIN + 5000 * 2 - 1 + 2


def test_article_without_text_has_no_lines() -> None:
    layout = Layout([], "", Measure(40))
    assert layout.line_at(0) is None
    assert layout.row_of(5) == Row(0, 0)
    assert layout.step(Row(0, 0), 3) == Row(0, 0)
    assert layout.complete


def test_letters_take_room_after_their_name(make_article: Callable[..., Article]) -> None:
    article = make_article("Anna Berg sprach")
    pieces = pieces_of(article)
    ((_, lines),) = lines_of(Layout(pieces, article.text, Measure(40, None, {8: "ᴾ"})), pieces)
    assert "".join(run.text for run in lines[0].runs) == "Anna Bergᴾ sprach"
    assert lines[0].column_of(10) == 11
    assert lines[0].offset_of(11) == 10
