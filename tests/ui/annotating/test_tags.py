"""Tags as they are typed."""

from __future__ import annotations

import pytest

from newsreader.ui.annotating.tags import completed, line, typed


def test_a_line_of_tags() -> None:
    assert typed(" #wahl,  gut   belegt ,, wahl, #") == ("wahl", "gut belegt")
    assert typed("") == ()
    assert typed(line(("wahl", "gut belegt"))) == ("wahl", "gut belegt")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("wa", "wahl"),
        ("WA", "WAhl"),
        ("#wa", "#wahl"),
        ("gut belegt, wa", "gut belegt, wahl"),
        ("wahl, w", "wahl, wahlkampf"),
        ("wahlk", "wahlkampf"),
        ("wahlkampf", None),
        ("", None),
        ("wahl, ", None),
        ("x", None),
    ],
)
def test_the_last_tag_is_completed(written: str, expected: str | None) -> None:
    assert completed(written, ["wahl", "wahlkampf", "gut belegt"]) == expected
