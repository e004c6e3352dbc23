"""Whatever text comes in, nothing breaks, and every span lies where it must."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsreader.article import Article, BlockKind
from newsreader.article.newsroom.shapes import is_visible
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable

LINES = [
    "Streit um Wärmenetze",
    "POLITIK",
    "Stand: 13.07.2024 10:36 Uhr",
    "Titel mit Stempel Stand: 13.07.2024 10:36 Uhr",
    "Von Anna Beck, 3. Mai 2024, 14:20 Uhr",
    "BERLIN (dpa) - Der Bundestag hat beschlossen.",
    "Der Bundestag hat am Freitag nach langer Debatte ein Gesetz beschlossen,",
    "das vor allem kleine Gemeinden entlasten soll. Die Opposition sprach von",
    "einem Tropfen auf den heißen Stein.",
    "Ein langer Absatz, der auf einer Zeile steht und noch ein wenig weitergeht, bis er über jede Breite reicht. " * 2,
    "- ein Punkt",
    "  – ein Unterpunkt",
    "1. Erstens",
    "2. Zweitens",
    "„Ein Zitat“",
    "Wie geht es weiter?",
    "10:36 Uhr",
    "10:36 Uhr: Es geht los",
    "A\t\tB\t1:2",
    "dpa/afp",
    "* * *",
    "",
    "   ",
    "\u200b",
    "\f",
    "\x1b[31mrot\x1b[0m",
    "| a | b |",
    "|---|---|",
    "# Titel *schräg*",
    "## Zwischentitel",
    "> zitiert [Verweis](http://a.de)",
    "```",
    "<p>roh &amp; <b>fett</b></p>",
    "    eingerückt",
    "---",
    "title: Anderer Titel",
]
newsroom_texts = st.lists(st.sampled_from(LINES), max_size=25).map("\n".join)
any_texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=200)
markup_texts = st.text(st.sampled_from("ab *_`~[]()<>!&|#-+>\\\n\t1.:\"'„“\u200b"), max_size=120)


def read_or_none(read_text: Callable[..., Article], text: str, suffix: str = "") -> Article | None:
    """The article, None for a text that shows nothing."""
    try:
        return read_text(text, suffix)
    except SourceError as error:
        if error.key not in ("article.empty", "article.binary"):
            raise
        return None


@given(text=newsroom_texts | any_texts)
@settings(deadline=None, max_examples=300)
def test_plain_text(text: str, read_text: Callable[..., Article], check_spans: Callable[[Article], None]) -> None:
    article = read_or_none(read_text, text)
    if article is None:
        return
    assert article.text == text.removeprefix("\ufeff")
    check_spans(article)
    assert all(block.span.of(text.removeprefix("\ufeff")).strip() for block in article.blocks)


@given(text=newsroom_texts | any_texts | markup_texts)
@example(text="\u200b\nStand: 13.07.2024 10:36 Uhr\n- ein Punkt")
@settings(deadline=None, max_examples=300)
def test_markdown(text: str, read_text: Callable[..., Article], check_spans: Callable[[Article], None]) -> None:
    article = read_or_none(read_text, text, ".md")
    if article is not None:
        check_spans(article)


@given(text=newsroom_texts)
@settings(deadline=None, max_examples=200)
def test_title_and_heading_stand_above_text(text: str, read_text: Callable[..., Article]) -> None:
    article = read_or_none(read_text, text)
    if article is None:
        return
    kinds = [block.kind for block in article.blocks]
    assert BlockKind.TITLE not in kinds[-1:]
    for kind, following in zip(kinds, [*kinds[1:], None], strict=True):
        if kind is BlockKind.HEADING:
            assert following in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LEAD)


@given(text=newsroom_texts)
@settings(deadline=None, max_examples=100)
def test_line_ends_make_no_difference(text: str, read_text: Callable[..., Article]) -> None:
    article = read_or_none(read_text, text)
    if article is not None:
        assert read_text(text.replace("\n", "\r\n")) == article
        assert read_text("\ufeff" + text) == article
        assert is_visible(article.text)
