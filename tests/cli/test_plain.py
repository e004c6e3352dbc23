"""Nothing from outside is obeyed by the terminal."""

from __future__ import annotations

import re
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from newsreader.cli.plain import HarmlessOutput, plain


@given(st.text())
def test_a_message_is_one_line_that_no_terminal_obeys(text: str) -> None:
    shown = plain(text)
    assert len(shown.splitlines()) <= 1
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    shown.encode()


def test_data_on_a_terminal_keeps_lines_and_tabs() -> None:
    raw = BytesIO()
    file = HarmlessOutput(raw, encoding="utf-8", newline="")
    file.write("a\tb\r\nü\x1b[31m\rx\x9b\n")
    file.flush()
    assert raw.getvalue().decode() == "a\tb\r\nü\\x1b[31m\\rx\\x9b\n"
