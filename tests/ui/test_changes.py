"""A text that has changed since it was read: the remark, the screens of changes and versions, reading an old one."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.ui.conftest import at
from tests.ui.waiting import until

from newsreader.annotations.pen import Pen
from newsreader.annotations.store.store import Store
from newsreader.article import read
from newsreader.library.library import Library
from newsreader.ui.screens.changes import ChangesScreen
from newsreader.ui.screens.standing import Standing
from newsreader.ui.screens.versions import VersionsScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.ui.conftest import Run
    from textual.pilot import Pilot

DAYS_AGO = datetime.now(UTC) - timedelta(days=3)


def standing(app: Any) -> str:
    """What stands below the text."""
    return "\n".join(str(one.render()) for one in app.reader.query(Standing))


def shown(screen: Any) -> list[str]:
    """All lines of the changes."""
    return [line.content.plain.rstrip() for line in screen.view._lines]


@pytest.fixture
def path(tmp_path: Path, sample: Path) -> Path:
    """A copy of the sample that was kept three days ago and has changed since."""
    path = tmp_path / "a.txt"
    text = sample.read_text()
    path.write_text(text)
    with Library(tmp_path / "library.db") as library:
        library.keep(read(str(path)), at=DAYS_AGO)
    assert "Ein Grund für das Gespräch wurde nicht genannt. " in text
    text = text.replace("Ein Grund für das Gespräch wurde nicht genannt. ", "")
    text = text.replace("Initiative für das Telefonat", "Initiative zum Telefonat")
    path.write_text(text)
    return path


async def test_a_changed_text_is_told_calmly(run: Run, path: Path) -> None:
    async with run(str(path), keeps=True, language="en") as (bench, pilot):
        await until(pilot, lambda: "statement" in standing(bench.app))
        line = standing(bench.app)
        assert line.startswith("± Text changed since ")
        assert "· 2 sentences, 1 statement · V shows it" in line
        assert bench.app.screen is bench.app.reader
        await pilot.press("V")
        assert isinstance(bench.app.screen, ChangesScreen)
        await pilot.press("escape")
        assert bench.app.screen is bench.app.reader
        assert not standing(bench.app)
        # The key shows it again, though nothing tells of it any more.
        await pilot.press("V")
        await until(pilot, lambda: bool(shown(bench.app.screen)))


async def test_it_is_told_again_as_long_as_it_was_not_seen(run: Run, path: Path, sample: Path) -> None:
    async with run(str(path), str(sample), keeps=True, language="en") as (bench, pilot):
        await until(pilot, lambda: "statement" in standing(bench.app))
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: not standing(bench.app))
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: "1 statement" in standing(bench.app))
        await pilot.press("V", "escape", "greater_than_sign", "greater_than_sign")
        assert bench.app.reader.article.source == str(path)
        await pilot.pause(0.5)
        assert not standing(bench.app)


async def test_a_text_that_is_the_same_is_not(run: Run, sample: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        library.keep(read(str(sample)), at=DAYS_AGO)
    async with run(keeps=True, language="en") as (bench, pilot):
        await pilot.pause(0.8)
        assert not standing(bench.app)
        await pilot.press("V")
        await until(pilot, lambda: "only this version is kept" in str(bench.app.screen._head.render()))


async def test_what_is_not_kept_has_no_versions(run: Run, path: Path) -> None:
    async with run(str(path), language="en") as (bench, pilot):
        await pilot.press("V")
        assert bench.app.screen is bench.app.reader
        assert "Nothing is kept" in bench.line


@pytest.mark.parametrize("no_color", [False, True])
async def test_from_change_to_change(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch, *, no_color: bool) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    async with run(str(path), keeps=True, language="en", size=(80, 24)) as (bench, pilot):
        await until(pilot, lambda: "statement" in standing(bench.app))
        await pilot.press("V")
        screen = bench.app.screen
        await until(pilot, lambda: bool(shown(screen)))
        lines = shown(screen)
        assert "  Statements" in lines
        assert "  Text   1 changed, 1 dropped" in lines
        assert "- Ein Grund für das Gespräch wurde nicht genannt." in lines
        changed = next(line for line in lines if line.startswith("~ ") and "Initiative" in line)
        assert ("[-für das-] {+zum+}" if no_color else "für das zum") in changed
        sentence = "Die Initiative [-für das-] {+zum+} Telefonat sei von Moskau ausgegangen."
        assert any(line.startswith("  … ") and line.endswith("sentences unchanged") for line in lines)
        for _ in range(10):
            await pilot.press("n")
        assert screen.status.place[0] == "10/11"
        assert screen.view.paragraph.place == read(str(path)).text.index("Die Initiative zum")
        await pilot.press("y")
        await until(pilot, lambda: bool(bench.copied))
        assert bench.copied == [f"~ {sentence}"]
        await pilot.press("n", "n")
        assert screen.status.message == "No more changes."
        await pilot.press("N")
        assert screen.status.place[0] == "10/11"
        await pilot.press("s")
        assert screen.status.message == "Side by side needs 120 columns."
        await pilot.press("w")
        assert len(shown(screen)) > len(lines)
        assert screen.status.place[0] == "10/11"
        await pilot.press("enter")
        assert bench.app.screen is bench.app.reader
        visible = bench.app.reader.view.visible_span
        assert "Die Initiative zum Telefonat" in visible.of(bench.app.reader.article.text)


async def test_what_became_of_the_annotations(run: Run, path: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        [kept] = library.articles()
        old = library.article(kept.number)
    with Store(tmp_path / "annotations.sqlite") as store:
        pen = Pen(old, "Eva")
        gone, there = (at(old.text, words) for words in ("Grund für das Gespräch", "Frage der Verhinderung"))
        made = [pen.highlight([gone], "falsch", note="Prüfen!"), pen.highlight([there], "belegt")]
        store.apply(made, {old.id: old.text})
    async with run(str(path), keeps=True, language="en") as (bench, pilot):
        await until(pilot, lambda: "statement" in standing(bench.app))
        await pilot.press("V")
        await until(pilot, lambda: bool(shown(bench.app.screen)))
        lines = shown(bench.app.screen)
        assert "  Annotations   1 placed anew, 1 without a sure place" in lines
        assert "✎ Grund für das Gespräch  falsch · Prüfen!" in lines
        view = bench.app.screen.view
        while view.paragraph is None or view.paragraph.sign != "✎":
            await pilot.press("n")
        await pilot.press("enter")
        assert bench.app.screen.status.message == "That is no longer in the article."


async def test_versions_beside_each_other(run: Run, path: Path) -> None:
    async with run(str(path), keeps=True, language="en", size=(160, 50)) as (bench, pilot):
        await until(pilot, lambda: "statement" in standing(bench.app))
        await pilot.press("V", "s")
        screen = bench.app.screen
        await until(pilot, lambda: bool(shown(screen)))
        line = next(line for line in shown(screen) if "Initiative" in line and "│" in line)
        left, right = line.split("│")
        assert "Initiative für das Telefonat" in left
        assert "Initiative zum Telefonat" in right
        dropped = next(line for line in shown(screen) if "nicht genannt" in line)
        assert dropped.startswith("- ")
        assert not dropped.split("│")[1].strip()
        await pilot.resize_terminal(100, 40)
        await until(pilot, lambda: not any("│" in line for line in shown(screen)))


async def test_what_is_read_privately_is_compared_with_what_was_kept(run: Run, path: Path, tmp_path: Path) -> None:
    async with run(str(path), keeps=False, language="en") as (bench, pilot):
        await pilot.press("V")
        await until(pilot, lambda: "1 statement" in str(bench.app.screen._head.render()))
        assert "→ now" in str(bench.app.screen._head.render())
    with Library(tmp_path / "library.db") as library:
        assert [kept.versions for kept in library.articles()] == [1]


async def test_what_was_never_kept_has_nothing_to_compare_with(run: Run, path: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        library.delete([kept.number for kept in library.articles()])
    async with run(str(path), keeps=False, language="en") as (bench, pilot):
        await pilot.press("V")
        await until(pilot, lambda: "No version of this article is kept" in str(bench.app.screen._head.render()))
    for left in tmp_path.glob("library.db*"):
        left.unlink()
    async with run(str(path), keeps=False, language="en") as (bench, pilot):
        await pilot.press("V")
        assert "Nothing is kept" in bench.line
    assert not (tmp_path / "library.db").exists()


async def test_any_two_versions_and_reading_an_old_one(run: Run, path: Path, tmp_path: Path) -> None:
    new = read(str(path))
    with Library(tmp_path / "library.db") as library:
        [kept] = library.articles()
        old = library.article(kept.number)
    async with run(str(path), keeps=True, language="en") as (bench, pilot):
        app = bench.app
        await until(pilot, lambda: "statement" in standing(app))
        await pilot.press("V", "V")
        screen = app.screen
        assert isinstance(screen, VersionsScreen)
        await until(pilot, lambda: len(screen.items) == 2)
        rows = [" ".join(line.plain for line in screen.row(item).lines(80)) for item in screen.items]
        assert "2  " in rows[0]
        assert "present" in rows[0]
        assert "2 sentences" in rows[0]
        assert "first version" in rows[1]
        await pilot.press("enter")
        assert isinstance(app.screen, ChangesScreen)
        await until(pilot, lambda: bool(shown(app.screen)))
        assert "1 statement" in str(app.screen._head.render())
        await pilot.press("escape", "m", "m", "c")
        assert isinstance(app.screen, ChangesScreen)
        await pilot.press("escape", "escape", "end", "enter")
        assert screen.status.message == "No version is kept from before this one."
        await pilot.press("v")
        await until(pilot, lambda: app.screen is app.reader)
        assert app.reader.article.text == old.text
        assert standing(app).startswith("± Earlier version: as it was on ")
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(app.screen, VersionsScreen) and len(app.screen.items) == 2)
        await pilot.press("escape", "V")
        await until(pilot, lambda: isinstance(app.screen, VersionsScreen) and len(app.screen.items) == 2)
        await pilot.press("home", "v")
        await until(pilot, lambda: app.screen is app.reader)
        assert app.reader.article.text == new.text
    app.reader.desk.keeper.finish()
    with Library(tmp_path / "library.db") as library:
        [kept] = library.articles()
        assert kept.versions == 2
        assert kept.id == new.id


async def test_an_old_version_does_not_move_the_place_where_one_reads(run: Run, path: Path) -> None:
    async with run(str(path), keeps=True, size=(80, 24)) as (bench, pilot):
        app = bench.app
        await until(pilot, lambda: bool(standing(app)))
        await pilot.press("G")
        await pilot.pause()
        place = bench.state.place(str(path))
        await pilot.press("V", "V")
        await until(pilot, lambda: isinstance(app.screen, VersionsScreen) and len(app.screen.items) == 2)
        await pilot.press("end", "v")
        await until(pilot, lambda: app.screen is app.reader)
        await pilot.press("g")
        await pilot.pause()
        assert place
        assert bench.state.place(str(path)) == place


async def test_hostile_text_is_not_obeyed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ein Titel\n\nDer Satz mit [bold]Worten[/b] und \x1b[31m steht da. Ende.\n")
    with Library(tmp_path / "library.db") as library:
        library.keep(read(str(path)), at=DAYS_AGO)
    path.write_text("Ein Titel\n\nDer Satz mit [/red]Worten[/b] und \u202e\x1b]0;x\x07 steht da. Ende.\n")
    async with run(str(path), keeps=True, cached=False) as (bench, pilot):
        await until(pilot, lambda: bool(standing(bench.app)))
        await pilot.press("V", "w")
        await until(pilot, lambda: any("[bold /red]Worten[/b]" in line for line in shown(bench.app.screen)))
        await pilot.press("V")
        await until(pilot, lambda: isinstance(bench.app.screen, VersionsScreen) and len(bench.app.screen.items) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: bool(shown(bench.app.screen)))


SCENES: dict[str, tuple[tuple[int, int], dict[str, Any], tuple[str, ...]]] = {
    "told": ((80, 24), {"theme": "dark"}, ()),
    "changes": ((80, 24), {"theme": "dark"}, ("V", *"n" * 10)),
    "beside": ((140, 34), {"theme": "light", "language": "en"}, ("V", "s", *"n" * 10)),
}


@pytest.fixture
def in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Local time as it is everywhere."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set here")
@pytest.mark.usefixtures("in_utc")
@pytest.mark.parametrize("name", SCENES)
def test_scene(
    name: str, path: Path, tmp_path: Path, bench: Callable[..., Any], snap_compare: Callable[..., bool]
) -> None:
    size, settings, keys = SCENES[name]
    text = path.read_text()
    path.write_text(text.replace("Initiative zum Telefonat", "Initiative für das Telefonat"))
    (tmp_path / "library.db").unlink()
    with Library(tmp_path / "library.db") as library:
        library.keep(read(str(path)), at=datetime(2024, 7, 12, 12, 3, tzinfo=UTC))
    path.write_text(text)

    async def play(pilot: Pilot[int]) -> None:
        app: Any = pilot.app
        await until(pilot, lambda: "1 Aussage" in standing(app) or "1 statement" in standing(app))
        await pilot.press(*keys)
        await pilot.pause(0.2)

    assert snap_compare(bench(str(path), keeps=True, **settings).app, terminal_size=size, run_before=play)
