"""The lists of the panels beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ui.conftest import Run


@pytest.mark.parametrize("panel", ["actors", "notes"])
async def test_the_cursor_is_seen_without_colours(run: Run, monkeypatch: pytest.MonkeyPatch, panel: str) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with run() as (bench, pilot):
        reader = bench.app.reader
        while reader.annotator.notebook is None:
            await pilot.pause(0.01)
        await pilot.press("s", "c", "s", "c", "2" if panel == "actors" else "3")
        await pilot.pause()
        rows = reader.listed
        assert rows is (reader.panel.list if panel == "actors" else reader.notes.panel.list)
        lines = [list(rows.render_line(y)) for y in range(rows.size.height)]
        turned = [y for y, line in enumerate(lines) if all(part.style and part.style.reverse for part in line)]
        under = [
            y for y, line in enumerate(lines) if rows.highlighted in [part.style.meta.get("option") for part in line]
        ]
        assert turned
        assert turned == under
        await pilot.press("1")
        assert not any(part.style and part.style.reverse for y in under for part in rows.render_line(y))
