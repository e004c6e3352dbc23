"""The screens of people as pictures: at a pinned size, in a pinned theme, of a library with made-up articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.library.people.conftest import BODY, PERSON, written

from newsreader.analysis.result import StatementKind
from newsreader.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

KINDS = (StatementKind.DIRECT, StatementKind.INDIRECT, StatementKind.REPORTED)
ROLES = ("Ministerin", "Kanzlerin", None)

SCENES: dict[str, tuple[tuple[int, int], dict[str, Any], tuple[str, ...]]] = {
    "list": ((80, 24), {}, ()),
    "person": ((80, 24), {}, ("enter",)),
    "wide": ((130, 30), {"theme": "light", "language": "en"}, ("enter", "r", "r")),
    "split": ((80, 24), {"theme": "terminal"}, ("enter", "m", "S")),
}


@pytest.fixture
def filled(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        for number in range(12):
            who = [("Eva Weber", PERSON, ROLES[number % 3]), ("Rat der Stadt Köln", BODY, None)]
            place = f"https://{'abc'[number % 3]}.example/{number}"
            library.keep(*written(place, *who[: 1 + number % 2], day=number * number * 3, kind=KINDS[number % 3]))


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", SCENES)
def test_scene(bench: Callable[..., Any], snap_compare: Callable[..., bool], name: str) -> None:
    size, settings, keys = SCENES[name]

    async def play(pilot: Pilot[int]) -> None:
        app: Any = pilot.app
        while not app.reader.is_ready:
            await pilot.pause(0.01)
        for key in ("P", *keys):
            await pilot.press(key)
            while not getattr(app.screen, "items", True):
                await pilot.pause(0.01)
            await pilot.pause(0.2)

    assert snap_compare(bench(keeps=False, **settings).app, terminal_size=size, run_before=play)
