"""Text of an article inside a Markdown file, so that it stays text: no formatting, no HTML, no link comes of it."""

from __future__ import annotations

import re

SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$@]|:(?=//)|(?<=www)\.|^[-+=]", re.IGNORECASE)
"""signs that mean something in Markdown, HTML or to programs that make links of addresses"""

LIST_NUMBER = re.compile(r"^(\d+)([.)])")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def escaped(text: str) -> str:
    """A text on one line, in which nothing is Markdown or HTML; control characters are shown as pictures."""
    line = " ".join(text.split())
    line = CONTROL.sub(lambda match: _picture(match[0]), line)
    line = SPECIAL.sub(r"\\\g<0>", line)
    return LIST_NUMBER.sub(r"\1\\\2", line)


def _picture(character: str) -> str:
    """The sign that stands for a control character (U+2400 and on); those above ASCII have none of their own."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"
