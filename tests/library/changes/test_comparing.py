"""Two versions of a text compared, sentence by sentence."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article.model import Article, Block, BlockKind, Section, Span
from newsreader.library.changes.comparing import compare
from newsreader.library.changes.model import Changes, Fact, FactName, Role, RowKind, SectionChange

TEXT = """Der Rat hat am Montag in Berlin getagt. Beschlüsse gab es nicht.

Die Ministerin Anna Berg sprach von einem guten Anfang. Sie nannte die Zahl von 300 Stellen. Der Verband widersprach.

Am Dienstag geht es weiter. Dann spricht auch der Kanzler."""

BASE = re.findall(
    r"\w+",
    "Rat Berlin Montag Stelle Zahl Anfang Verband Kanzler Ministerin Streit Haus Straße Brücke Schiff Regen Kosten"
    " Schule Lehrer Wahl Kammer Richter Urteil Strafe Zoll Handel Ernte Bauer Feld",
)
SENTENCES = st.lists(st.sampled_from(BASE), min_size=3, max_size=9).map(lambda words: " ".join(words) + ".")
TEXTS = st.lists(SENTENCES, max_size=14).map(
    lambda all_: "".join(one + ("\n\n" if n % 3 == 2 else " ") for n, one in enumerate(all_))
)


def article(text: str, **values: object) -> Article:
    """An article of paragraphs."""
    blocks = [Span(*found.span()) for found in re.finditer(r"\S(?:.*?\S)?(?=\s*?\n[ \t]*\n|\s*\Z)", text, re.DOTALL)]
    kinds = [BlockKind.HEADING if span.of(text).startswith("#") else BlockKind.PARAGRAPH for span in blocks]
    parts = tuple(Block(kind, span) for kind, span in zip(kinds, blocks, strict=True))
    return Article(text, "t", blocks=parts, **values)  # type: ignore[arg-type]


def compared(old: str, new: str) -> Changes:
    return compare(article(old), article(new))


def told(changes: Changes) -> list[tuple[str, str, str]]:
    """What is not the same, in a form that is quickly read."""
    return [
        (
            row.kind.value,
            row.old.of(changes.old.text) if row.old else "",
            row.new.of(changes.new.text) if row.new else "",
        )
        for row in changes.different
    ]


def marked(changes: Changes) -> list[str]:
    """The words of sentences that were changed, with what was dropped in [] and what was added in {}."""
    lines: list[str] = []
    for row in changes.rows:
        line = ""
        for piece in row.pieces:
            if piece.new is None:
                assert piece.old is not None
                line += f"[{piece.old.of(changes.old.text)}]"
            elif piece.old is None:
                line += f"{{{piece.new.of(changes.new.text)}}}"
            else:
                line += piece.new.of(changes.new.text)
        if line:
            lines.append(line)
    return lines


def test_a_word_is_replaced() -> None:
    changes = compared(TEXT, TEXT.replace("300", "250"))
    assert told(changes) == [
        ("changed", "Sie nannte die Zahl von 300 Stellen.", "Sie nannte die Zahl von 250 Stellen.")
    ]
    assert marked(changes) == ["Sie nannte die Zahl von [300]{250} Stellen."]
    assert changes.counts == (1, 0, 0, 0)


def test_sentences_are_added_and_dropped() -> None:
    changes = compared(
        TEXT, TEXT.replace(" Der Verband widersprach.", "").replace("weiter.", "weiter. Es regnet wohl.")
    )
    assert told(changes) == [("dropped", "Der Verband widersprach.", ""), ("added", "", "Es regnet wohl.")]
    assert changes.counts == (0, 1, 1, 0)


def test_a_paragraph_is_moved() -> None:
    first, second, third = TEXT.split("\n\n")
    changes = compared(TEXT, f"{second}\n\n{third}\n\n{first}")
    assert changes.counts == (0, 0, 0, 2)
    moved = "Der Rat hat am Montag in Berlin getagt."
    assert told(changes)[0] == ("left", moved, "")
    assert ("moved", moved, moved) in told(changes)


def test_a_sentence_is_moved_and_reworded() -> None:
    sentence = "Die Ministerin Anna Berg sprach von einem guten Anfang."
    changes = compared(TEXT, TEXT.replace(sentence + " ", "") + " " + sentence.replace("guten", "sehr guten"))
    assert [kind for kind, *_ in told(changes)] == ["left", "moved"]
    assert marked(changes) == ["Die Ministerin Anna Berg sprach von einem {sehr }guten Anfang."]


def test_a_sentence_is_split_in_two() -> None:
    changes = compared(
        "Es war spät. Der Rat hat in Berlin lange getagt und die neuen Regeln für alle Schulen beschlossen. Ende.",
        "Es war spät. Der Rat hat in Berlin lange getagt. Er hat die neuen Regeln für alle Schulen beschlossen. Ende.",
    )
    assert [kind for kind, *_ in told(changes)] == ["changed"]
    assert marked(changes) == [
        "Der Rat hat in Berlin lange getagt[ und]{. Er hat} die neuen Regeln für alle Schulen beschlossen."
    ]


def test_what_was_put_behind_a_sentence_is_told_as_its_rest() -> None:
    changes = compared(
        "Scholz sagte, er komme am Montag.", "Scholz sagte, er komme am Montag, und kündigte ein Gesetz an, das gilt."
    )
    assert marked(changes) == ["Scholz sagte, er komme am Montag{, und kündigte ein Gesetz an, das gilt}."]


def test_other_blanks_and_paragraphs_are_no_change() -> None:
    assert not compared(
        TEXT, TEXT.replace("\n\n", "\n\n\n\n").replace(" Am", "\n\nAm").replace("hat am", "hat\u00a0am")
    ).different


def test_what_a_reader_does_not_see_is_no_change() -> None:
    other = TEXT.replace("Beschlüsse", "Be\u00adschlu\u0308sse").replace("Ministerin", "Minis\u00adterin\u200b")
    assert not compared(TEXT, other).different
    assert marked(compared(TEXT, other.replace("guten", "sehr guten"))) == [
        "Die Minis\u00adterin\u200b Anna Berg sprach von einem {sehr }guten Anfang."
    ]


def test_a_title_is_told_as_a_title_however_it_is_worded() -> None:
    def titled(title: str, hour: int) -> Article:
        text = f"{title}\n\n{TEXT}"
        span = Span(0, len(title))
        blocks = [Block(BlockKind.TITLE, span)] + [
            Block(one.kind, Span(one.span.start + len(title) + 2, one.span.end + len(title) + 2))
            for one in article(TEXT).blocks
        ]
        return Article(text, "t", title_span=span, published=datetime(2024, 7, 13, hour), blocks=tuple(blocks))

    changes = compare(titled("Rat tagt", 9), titled("Streit um Stellen", 12))
    assert [(row.kind, row.role) for row in changes.different] == [(RowKind.CHANGED, Role.TITLE)]
    assert changes.counts.all == 0
    assert changes.fact(FactName.TITLE) == Fact(FactName.TITLE, "Rat tagt", "Streit um Stellen")
    assert changes.fact(FactName.PUBLISHED) == (FactName.PUBLISHED, datetime(2024, 7, 13, 9), datetime(2024, 7, 13, 12))
    assert changes.fact(FactName.AUTHOR) is None


def test_sections_are_added_dropped_and_renamed() -> None:
    def cut(text: str) -> Article:
        one = article(text)
        headings = [block.span for block in one.blocks if block.kind is BlockKind.HEADING]
        sections = tuple(Section(str(n), span, 2, span) for n, span in enumerate(headings))
        return article(text, sections=sections)

    body = TEXT.split("\n\n")
    old = [body[0], "#Was bisher geschah", body[1], "#Ausblick", body[2]]
    new = [body[0], "#Was bisher alles geschah", body[1], body[2], "#Kritik der Opposition", "Es gibt sie."]
    changes = compare(cut("\n\n".join(old)), cut("\n\n".join(new)))
    assert changes.sections == (
        SectionChange("#Was bisher geschah", "#Was bisher alles geschah"),
        SectionChange("#Ausblick", None),
        SectionChange(None, "#Kritik der Opposition"),
    )


@given(TEXTS, TEXTS)
def test_rows_hold_every_sentence_of_both_once_and_in_order(old: str, new: str) -> None:
    changes = compared(old, new)
    assert covered(changes, "old") == old.split()
    assert covered(changes, "new") == new.split()


def covered(changes: Changes, side: str) -> list[str]:
    """The words of one version as the rows have them."""
    text = changes.old.text if side == "old" else changes.new.text
    other = RowKind.MOVED if side == "old" else RowKind.LEFT
    spans = [getattr(row, side) for row in changes.rows if row.kind is not other and getattr(row, side) is not None]
    assert all(one.end <= two.start for one, two in pairwise(spans))
    return " ".join(span.of(text) for span in spans).split()


@given(TEXTS, TEXTS)
def test_pieces_tile_both_wordings(old: str, new: str) -> None:
    changes = compared(old, new)
    for row in changes.rows:
        if not row.pieces:
            continue
        assert row.old is not None
        assert row.new is not None
        for span, text, side in ((row.old, old, "old"), (row.new, new, "new")):
            parts = [getattr(piece, side) for piece in row.pieces if getattr(piece, side) is not None]
            assert "".join(part.of(text) for part in parts) == span.of(text)
        for piece in row.pieces:
            if piece.old is not None and piece.new is not None:
                assert piece.old.of(old).split() == piece.new.of(new).split()


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert not compared(text, text).different


@given(st.integers(3, 40), st.sets(st.integers(0, 39)))
def test_just_what_was_taken_away_is_dropped_and_the_other_way_round_added(number: int, gone: set[int]) -> None:
    sentences = [f"{BASE[n % 28]} {BASE[n * 5 % 27]} {n} {BASE[n * 3 % 25]} {n * 7}." for n in range(number)]
    left = " ".join(one for n, one in enumerate(sentences) if n not in gone)
    there, fewer = compared(" ".join(sentences), left), compared(left, " ".join(sentences))
    wanted = [sentences[n] for n in sorted(gone) if n < number]
    assert [one for kind, one, _ in told(there) if kind == "dropped"] == wanted
    assert [one for kind, _, one in told(fewer) if kind == "added"] == wanted
    assert len(there.different) == len(fewer.different) == len(wanted)


@given(st.text(alphabet="aB.! \n\u202e\x1b[]„“", max_size=80), st.text(alphabet="aB.! \n\u202e\x1b[]„“", max_size=80))
def test_any_text_can_be_compared(old: str, new: str) -> None:
    changes = compare(Article(old, "t"), Article(new, "t"))
    assert covered(changes, "old") == old.split()
    assert covered(changes, "new") == new.split()


@pytest.mark.parametrize("new", ["", "Ganz anders. Nichts davon bleibt hier stehen. Gar nichts."])
def test_nothing_in_common(new: str) -> None:
    changes = compared(TEXT, new)
    assert {row.kind for row in changes.rows} <= {RowKind.ADDED, RowKind.DROPPED}
