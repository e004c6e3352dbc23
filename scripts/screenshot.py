"""Makes the README's picture: the sample in the reader, with a statement chosen.

.venv/bin/python scripts/screenshot.py docs/reader.svg
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

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
    tools = standard(config, state, pipeline=config.pipeline, read=read, cache_folder=folder / "cache")
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


def main() -> None:
    """Write the picture to the file that is named."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        Path(sys.argv[1]).write_text(asyncio.run(picture(Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
