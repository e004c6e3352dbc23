"""Changes as paragraphs for the screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.library.changes.test_comparing import TEXT, TEXTS, compared

from newsreader.phrases import Phrases
from newsreader.ui.comparing.model import Paragraph, Way
from newsreader.ui.comparing.setting import paragraphs

ENGLISH = Phrases("en")


def lines(old: str, new: str, way: Way) -> list[str]:
    """Each paragraph on a line, its sign first."""
    return [told(one) for one in paragraphs(compared(old, new), ENGLISH, way)]


def told(one: Paragraph) -> str:
    left, right = ("".join(run.text for run in runs or ()) for runs in (one.left, one.right))
    return f"{one.sign or ' '} {left}" + (f" | {right}" if one.right is not None else "")


def test_only_what_has_changed_with_its_neighbours() -> None:
    assert lines(TEXT, TEXT.replace("300", "250"), Way()) == [
        "  Text   1 changed",
        "  … 2 sentences unchanged",
        "  Die Ministerin Anna Berg sprach von einem guten Anfang.",
        "~ Sie nannte die Zahl von 300 250 Stellen.",
        "  Der Verband widersprach.",
        "  … 2 sentences unchanged",
    ]


def test_marks_where_there_are_no_colours() -> None:
    assert "~ Sie nannte die Zahl von [-300-] {+250+} Stellen." in lines(
        TEXT, TEXT.replace("300", "250"), Way(marks=True)
    )


def test_beside_each_other() -> None:
    found = lines(TEXT, TEXT.replace("300", "250").replace(" Der Verband widersprach.", " Neu."), Way(beside=True))
    assert "~ Sie nannte die Zahl von 300 Stellen. | Sie nannte die Zahl von 250 Stellen." in found
    assert "- Der Verband widersprach. | " in found
    assert "+  | Neu." in found


def test_what_was_moved_is_told_once_for_several() -> None:
    first, second, third = TEXT.split("\n\n")
    found = lines(TEXT, f"{second}\n\n{third}\n\n{first}", Way())
    assert found.count("> (moved) Der Rat hat am Montag in Berlin getagt.") == 1
    assert "> Beschlüsse gab es nicht." in found
    assert found[1] == "< (stands elsewhere now) Der Rat hat am Montag in Berlin getagt."


def test_nothing_to_show() -> None:
    assert not lines(TEXT, TEXT, Way())
    assert len(lines(TEXT, TEXT, Way(whole=True))) == 8


@given(TEXTS, TEXTS, st.booleans())
def test_the_whole_text_has_every_word(old: str, new: str, marks: bool) -> None:
    found = paragraphs(compared(old, new), ENGLISH, Way(beside=True, whole=True, marks=marks))[1:]
    right = " ".join("".join(run.text for run in one.right or ()) for one in found)
    left = " ".join("".join(run.text for run in one.left or ()) for one in found)
    for words, text in ((left, old), (right, new)):
        for mark in ("[-", "-]", "{+", "+}", "(moved)", "(stands elsewhere now)"):
            words = words.replace(mark, "")
        assert set(text.split()) <= set(words.split())
