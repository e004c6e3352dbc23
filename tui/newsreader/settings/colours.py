"""The colours of highlights, apart from the checks, so that the screen can know them before its first frame."""

from __future__ import annotations

COLOURS = ("yellow", "green", "red", "blue", "violet", "orange")
"""the colours that text can be highlighted in"""
