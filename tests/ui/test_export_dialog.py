"""The export dialog: what is offered, shown, written and copied."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.ui.waiting import until
from textual.widgets import Input, OptionList, Select, Static

from newsreader.article.model import Span
from newsreader.ui.dialogs.annotate import AnnotateDialog
from newsreader.ui.dialogs.export import ExportDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    Run = Callable[..., AbstractAsyncContextManager[tuple[Any, Pilot[int]]]]


async def test_export(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with run() as (bench, pilot):
        await pilot.press("x")
        screen = bench.app.screen
        assert isinstance(screen, ExportDialog)
        assert screen.query_one(Input).value == "nato-gipfel-telefonat.json"
        await pilot.press("down", "down")
        assert screen.query_one(Input).value == "nato-gipfel-telefonat.csv"
        await pilot.press("up", "enter", "enter")
        await done(pilot)
        assert bench.app.screen is bench.app.reader
        target = tmp_path / "nato-gipfel-telefonat.jsonl"
        assert target.exists()
        target.write_text("mine")
        # The format is that of the last time.
        await pilot.press("x", "enter", "enter")
        await done(pilot)
        assert isinstance(bench.app.screen, ExportDialog)
        assert target.read_text() == "mine"
        await pilot.press("enter")
        await done(pilot)
        assert bench.app.screen is bench.app.reader
        assert target.read_text().startswith('{"schema"')


async def done(pilot: Any) -> None:
    """Wait for what the dialog does in the background, and for what it says then."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def shown(screen: Any) -> str:
    """The preview of the export dialog."""
    return str(screen.query_one("#preview", Static).render())


async def test_export_shows_how_the_file_begins(run: Run) -> None:
    async with run() as (bench, pilot):
        await pilot.press("x")
        await done(pilot)
        screen = bench.app.screen
        assert shown(screen).startswith('{\n "schema": "newsreader/1"')
        screen.query_one("#formats", OptionList).highlighted = 2
        await done(pilot)
        assert shown(screen).startswith("source,title")
        assert "Lloyd Austin" in shown(screen)
        screen.query_one("#kinds", Select).value = "indirect"
        await done(pilot)
        assert "Lloyd Austin" not in shown(screen)


async def test_export_of_the_selection_and_of_an_actor(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with run() as (bench, pilot):
        reader = bench.app.reader
        start = reader.article.text.index("sehr gute Entscheidung")
        reader.view.select(Span(start, start + 4))
        await pilot.pause()
        await pilot.press("x")
        await done(pilot)
        screen = bench.app.screen
        assert screen.query_one("#part", Select).value == "selection"
        await pilot.press("ctrl+s")
        await done(pilot)
        data = json.loads((tmp_path / "nato-gipfel-telefonat.json").read_text())
        assert [one["id"] for one in data["statements"]] == ["s6"]
        await pilot.press("x")
        screen = bench.app.screen
        screen.query_one("#part", Select).value = "actor:a6"
        screen.query_one(Input).value = "a6.json"
        await pilot.press("ctrl+s")
        await done(pilot)
        data = json.loads((tmp_path / "a6.json").read_text())
        assert [one["id"] for one in data["statements"]] == ["s7", "s8", "s9"]
        assert [one["name"] for one in data["actors"]] == ["Wolodymyr Selenskyj"]


async def test_export_to_the_clipboard(run: Run) -> None:
    async with run() as (bench, pilot):
        await pilot.press("x")
        bench.app.screen.query_one("#formats", OptionList).highlighted = 4
        await pilot.press("y")
        await done(pilot)
        assert bench.app.screen is bench.app.reader
        assert bench.app.clipboard.startswith("---\ntitle:")
        await pilot.press("x")
        bench.app.screen.query_one("#formats", OptionList).highlighted = 3
        await pilot.press("y")
        await done(pilot)
        assert isinstance(bench.app.screen, ExportDialog)
        assert bench.app.screen.query_one(".question").display


async def test_export_to_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    async with run() as (bench, pilot):
        await pilot.press("x")
        screen = bench.app.screen
        screen.query_one(Input).value = str(tmp_path / "no" / "where.json")
        screen.query_one(Input).focus()
        await pilot.press("enter")
        await pilot.pause()
        assert bench.app.screen is screen
        assert screen.query_one(".question").display
        await pilot.press("escape")
        assert bench.app.screen is bench.app.reader


async def test_export_keeps_the_layers_apart(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with run() as (bench, pilot):
        while bench.app.reader.annotator.notebook is None:
            await pilot.pause(0.01)
        await pilot.press("s", "s", "a")
        await until(pilot, lambda: isinstance(bench.app.screen, AnnotateDialog))
        await pilot.press("enter")
        await until(pilot, lambda: bench.app.screen is bench.app.reader)
        await pilot.press("x")
        await done(pilot)
        assert bench.app.screen.query_one("#layer", Select).value == "both"
        await pilot.press("ctrl+s")
        await done(pilot)
        [annotation] = json.loads((tmp_path / "nato-gipfel-telefonat.json").read_text())["annotations"]
        assert annotation["kind"] == "highlight"
        await pilot.press("x")
        bench.app.screen.query_one("#layer", Select).value = "machine"
        bench.app.screen.query_one(Input).value = "maschine.json"
        await pilot.press("ctrl+s")
        await done(pilot)
        assert json.loads((tmp_path / "maschine.json").read_text())["annotations"] == []
        # The layer is that of the last time.
        await pilot.press("x")
        assert bench.app.screen.query_one("#layer", Select).value == "machine"
