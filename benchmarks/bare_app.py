"""A bare Textual app that shows a file: the least that any program on Textual needs until a text stands there."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class BareApp(App[None]):
    """One file in one scrolling widget."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def compose(self) -> ComposeResult:
        """The text as it is."""
        with VerticalScroll():
            yield Static(Content(self._path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    BareApp(Path(sys.argv[1])).run()
