"""The main scenes as pictures: at a pinned size, in a pinned theme, of an article with a hand-made analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

SCENES: dict[str, tuple[tuple[int, int], dict[str, Any], tuple[str, ...]]] = {
    "start": ((120, 32), {}, ()),
    "statement": ((120, 32), {}, ("s", "s", "s", "s")),
    "narrow": ((80, 24), {}, ("2",)),
    "light": ((120, 32), {"theme": "light"}, ("slash", *"selen")),
    "terminal": ((80, 24), {"theme": "terminal"}, ("e",)),
    "help": ((80, 24), {"language": "en"}, ("question_mark",)),
    "why": ((80, 24), {}, ("s", "s", "w")),
    "selecting": ((80, 24), {}, ("e", "v", "w", "w")),
    "annotate": ((80, 24), {}, ("s", "s", "a")),
    "review": ((120, 32), {}, ("s", "c", "s", "X", "s", "a", "2", "s", "a", "k")),
    "notes": ((100, 28), {"theme": "light"}, ("s", "c", "s", "X", "s", "a", "2", "A")),
    "export": ((80, 24), {}, ("x", "down")),
}


@pytest.fixture
def scene(bench: Callable[..., Any], snap_compare: Callable[..., bool]) -> Callable[[str], bool]:
    """Whether a scene looks as it did."""

    def looks(name: str) -> bool:
        size, settings, keys = SCENES[name]

        async def play(pilot: Pilot[int]) -> None:
            app: Any = pilot.app
            while not app.reader.is_ready or app.reader.annotator.notebook is None:
                await pilot.pause(0.01)
            await pilot.press(*keys)
            for widget in app.screen.query("Input"):
                widget.cursor_blink = False
            await pilot.pause(0.2)

        return snap_compare(bench(**settings).app, terminal_size=size, run_before=play)

    return looks


@pytest.mark.parametrize("name", SCENES)
def test_scene(scene: Callable[[str], bool], name: str) -> None:
    assert scene(name)
