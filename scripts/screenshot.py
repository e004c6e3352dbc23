"""Makes the README's picture: the sample in the reader, with a statement chosen.

.venv/bin/python scripts/screenshot.py docs/reader.svg
"""

from __future__ import annotations

import asyncio
import html
import re
import sys
import tempfile
from pathlib import Path

from rich.cells import cell_len

from newsreader import read, resources
from newsreader.phrases import Phrases
from newsreader.settings import Config, State
from newsreader.ui.app import NewsreaderApp
from newsreader.ui.commands import REGISTRY, Keymap
from newsreader.ui.shelf import Shelf
from newsreader.ui.tools import standard

SIZE = (120, 36)
"""columns and rows"""

STATEMENTS = 6
"""how often the key for the next statement is pressed"""


def app(folder: Path) -> NewsreaderApp:
    """The reader with the sample and without anything that a user has set."""
    config, state = Config(language="en"), State(folder / "state.json")
    tools = standard(
        config,
        state,
        pipeline=config.pipeline,
        read=read,
        cache_folder=folder / "cache",
        store=folder / "annotations.sqlite",
    )
    shelf = Shelf([str(resources.sample())], read)
    shelf.open_first()
    return NewsreaderApp(tools, shelf, Keymap(REGISTRY, {}), Phrases("en"))


async def picture(folder: Path) -> str:
    """The screen as SVG once the analysis has come."""
    reader = app(folder)
    async with reader.run_test(size=SIZE) as pilot:
        while reader.reader.view.analysis is None:
            await pilot.pause(0.1)
        for _ in range(STATEMENTS):
            await pilot.press("s")
        await pilot.pause(0.5)
        return reader.export_screenshot(title="newsreader")


TEXT = re.compile(r'x="([\d.]+)"( y="[\d.]+") textLength="([\d.]+)"([^>]*)>((?:&#160;)*)([^<]*?)((?:&#160;)*)</text>')


def without_outer_blanks(svg: str) -> str:
    """The same picture with no blanks at the ends of its pieces of text, which not every viewer keeps."""

    def moved(match: re.Match[str]) -> str:
        x, y, length, rest, before, text, after = match.groups()
        cells = cell_len(html.unescape(before + text + after))
        if not text or not cells:
            return match[0]
        width = float(length) / cells
        left, right = len(before) // len("&#160;"), len(after) // len("&#160;")
        begin, inner = float(x) + left * width, float(length) - (left + right) * width
        return f'x="{begin:.1f}"{y} textLength="{inner:.1f}"{rest}>{text}</text>'

    return TEXT.sub(moved, svg)


def main() -> None:
    """Write the picture to the file that is named."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        svg = asyncio.run(picture(Path(folder)))
        Path(sys.argv[1]).write_text(without_outer_blanks(svg), encoding="utf-8")


if __name__ == "__main__":
    main()
