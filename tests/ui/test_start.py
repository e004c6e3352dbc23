"""The start: what the first frame does not need must not hold it up."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LATER = (
    "email",
    "http",
    "lxml",
    "markdown_it",
    "newsreader.analysis.document",
    "newsreader.analysis.result",
    "newsreader.annotations",
    "newsreader.article.feeds",
    "newsreader.article.fetching",
    "newsreader.article.readers.html",
    "newsreader.article.readers.markdown",
    "newsreader.article.readers.pdf",
    "newsreader.export",
    "newsreader.library",
    "newsreader.settings.checks",
    "newsreader.ui.annotating",
    "newsreader.ui.dialogs",
    "newsreader.ui.exporting",
    "newsreader.ui.grouping",
    "newsreader.ui.messages",
    "newsreader.ui.kept",
    "newsreader.ui.screens.busy",
    "newsreader.ui.screens.commanding",
    "newsreader.ui.screens.corrector",
    "newsreader.ui.screens.feed",
    "newsreader.ui.screens.fetch",
    "newsreader.ui.screens.forms",
    "newsreader.ui.screens.hand",
    "newsreader.ui.screens.library",
    "newsreader.ui.screens.library_list",
    "newsreader.ui.screens.listing",
    "newsreader.ui.screens.standing",
    "newsreader.ui.selecting",
    "newsreader.ui.widgets.actors",
    "newsreader.ui.widgets.findbar",
    "newsreader.ui.widgets.notes",
    "newsreader.ui.widgets.notewindow",
    "newsreader.ui.widgets.rows",
    "numpy",
    "spacy",
    "sqlite3",
    "statistics",
    "typer",
    "urllib.request",
    "yaml",
    "zoneinfo",
)
"""modules that are imported after the first frame if at all, with all that lies in them"""

PROGRAM = """
import json, sys
from pathlib import Path
from newsreader.settings.config import Config
from newsreader.settings.state import State
from newsreader.ui import run
from newsreader.ui.app import NewsreaderApp
from newsreader.ui.screens.reader import ReaderScreen

source, folder = sys.argv[1], Path(sys.argv[2])

async def settle(reader):
    lines = reader.view.render_lines(reader.view.size.region)
    seen = {"modules": sorted(sys.modules), "lines": [strip.text for strip in lines]}
    (folder / "seen.json").write_text(json.dumps(seen), encoding="utf-8")
    reader.app.exit(0)

real = NewsreaderApp.run
ReaderScreen._settle = settle
NewsreaderApp.run = lambda app: real(app, headless=True)
sys.exit(run([source], config=Config(), state=State(folder / "state"), cache_folder=folder, store=folder / "store"))
"""


def test_the_first_frame_waits_for_nothing_that_can_wait(sample: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(sample), str(tmp_path)]
    subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    seen = json.loads((tmp_path / "seen.json").read_text(encoding="utf-8"))
    assert any("Verteidigungsminister" in line for line in seen["lines"])
    assert "newsreader.ui.widgets.article.drawing" in seen["modules"]
    assert [name for name in seen["modules"] if any(f"{name}.".startswith(f"{late}.") for late in LATER)] == []
