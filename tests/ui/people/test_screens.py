"""The screens of people: who there is, what somebody said, joining and splitting, into an article and back."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from tests.library.people.conftest import BODY, PERSON, UNNAMED, WHO, written
from tests.ui.waiting import until

from newsreader.analysis.result import StatementKind
from newsreader.library.library import Library
from newsreader.library.people.model import Said
from newsreader.ui.dialogs.choice import ChoiceDialog
from newsreader.ui.people.asking import RenameDialog, SplitPersonDialog
from newsreader.ui.people.grouping import Heading
from newsreader.ui.screens.people import PeopleScreen
from newsreader.ui.screens.person import PersonScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from tests.ui.conftest import Run
    from textual.pilot import Pilot
    from textual.screen import Screen

    Shown = Callable[..., Any]

SCHOLZ: WHO = ("Olaf Scholz", PERSON, "Bundeskanzler")
HOSTILE = "[b]Rat[/b] \x1b[31m"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Three articles, of two sources and two kinds, in which Scholz and others speak."""
    with Library(tmp_path / "library.db") as opened:
        opened.keep(*written("https://one.example/1", SCHOLZ, (HOSTILE, BODY, None)))
        opened.keep(*written("https://two.example/2", SCHOLZ, day=31, kind=StatementKind.INDIRECT))
        opened.keep(
            *written("https://two.example/3", ("Olaf Schulz", PERSON, "Kanzler"), ("eine Frau", UNNAMED, None), day=62)
        )
        yield opened


@pytest.fixture
def shown(run: Run, library: Library) -> Shown:
    """Runs the reader and opens the list: `async with shown(size=..., ...) as (screen, pilot)`."""

    @asynccontextmanager
    async def showing(**options: Any) -> AsyncIterator[tuple[PeopleScreen, Pilot[int]]]:
        options = {"keeps": False, "size": (80, 24), "language": "en", **options}
        async with run(**options) as (_bench, pilot):
            await pilot.press("P")
            screen = await comes(pilot, PeopleScreen)
            yield screen, pilot

    return showing


async def comes(pilot: Pilot[Any], kind: type[Any]) -> Any:
    """The screen that is to be seen, once it is of a kind and has something to show."""

    def there() -> bool:
        screen = pilot.app.screen
        return isinstance(screen, kind) and (not hasattr(screen, "items") or bool(screen.items))

    await until(pilot, there)
    return pilot.app.screen


def names(screen: PeopleScreen) -> list[str]:
    return [person.name for person in screen.items]


def seen(screen: Screen[Any]) -> str:
    """Everything that is to be read on the screen."""
    shown: Any = screen
    head = "\n".join(line.plain for line in shown.head().lines(screen.size.width - 2))
    rows = "\n".join(shown.rows.render_line(y).text for y in range(shown.rows.size.height))
    return "\n".join((head, rows, shown.status.render().plain))


def notice(pilot: Pilot[Any]) -> str:
    """What is said in the place of rows."""
    return str(getattr(pilot.app.screen, "notice", ""))


async def person(pilot: Pilot[Any], name: str) -> PersonScreen:
    """What somebody of the list said."""
    screen = pilot.app.screen
    assert isinstance(screen, PeopleScreen)
    screen.rows.move_to(names(screen).index(name))
    await pilot.press("enter")
    found: PersonScreen = await comes(pilot, PersonScreen)
    return found


async def test_the_list(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        assert names(screen) == ["Olaf Scholz", "[b]Rat[/b] \x1b[31m", "Olaf Schulz"]
        text = seen(screen)
        assert "3 actors" in text
        assert "Olaf Scholz  Bundeskanzler" in text
        assert "2 statements · 2 articles" in text
        assert "[b]Rat[/b]" in text
        await pilot.press("r", "r")
        assert names(screen)[0] == "[b]Rat[/b] \x1b[31m"
        await pilot.press("a")
        assert "eine Frau" in names(screen)
        await pilot.press("slash", *"kanzler", "enter")
        assert names(screen) == ["Olaf Scholz", "Olaf Schulz"]
        assert "2 of 4 actors" in seen(screen)
        await pilot.press("escape", "escape")
        assert screen.app.screen is screen.app.reader


async def test_what_somebody_said(shown: Shown) -> None:
    async with shown(language="de") as (_, pilot):
        screen = await person(pilot, "Olaf Scholz")
        text = seen(screen)
        assert "2 Aussagen · 2 Artikel" in text
        assert "je Woche, höchstens 1" in text
        assert "one.example" in text
        said = [item for item in screen.items if isinstance(item, Said)]
        assert [one.article.place[-1] for one in said] == ["2", "1"]
        assert isinstance(screen.current, Said)
        await pilot.press("r")
        assert [item.article.place[-1] for item in screen.items if isinstance(item, Said)] == ["1", "2"]
        await pilot.press("r")
        assert [item.source for item in screen.items if isinstance(item, Heading)] == ["one.example", "two.example"]
        await pilot.press("r")
        assert [item.kind for item in screen.items if isinstance(item, Heading)] == ["direct", "indirect"]
        await pilot.press("p")
        assert "je Woche" not in seen(screen)
        await pilot.press("slash", *"two.example", "enter")
        assert len([item for item in screen.items if isinstance(item, Said)]) == 1
        assert "1 von 2 Aussagen · 1 Artikel" in seen(screen)


async def test_into_an_article_and_back(shown: Shown) -> None:
    async with shown() as (list_screen, pilot):
        screen = await person(pilot, "Olaf Scholz")
        await pilot.press("j", "enter")
        reader = pilot.app.reader
        await until(pilot, lambda: pilot.app.screen is reader and reader.view.current_statement is not None)
        assert reader.article.source == "https://one.example/1"
        assert reader.view.current_statement.id == "s1"
        await pilot.press("backspace")
        assert pilot.app.screen is screen
        assert isinstance(screen.current, Said)
        assert screen.current.article.place == "https://one.example/1"
        await pilot.press("escape")
        assert pilot.app.screen is list_screen
        await pilot.press("escape")
        assert pilot.app.screen is reader


async def test_from_an_actor_of_the_open_article(run: Run, library: Library) -> None:
    async with run(keeps=True, language="en") as (bench, pilot):
        await pilot.press("2")
        bench.app.reader.panel.reveal("a5")
        await pilot.press("P")
        screen = await comes(pilot, PersonScreen)
        assert screen.person.name == "Olaf Scholz"
        assert screen.person.articles == 3
        await pilot.press("escape")
        assert pilot.app.screen is bench.app.reader


async def test_from_a_statement_where_the_article_is_not_kept(run: Run, library: Library) -> None:
    async with run(keeps=False, language="en") as (bench, pilot):
        bench.app.reader.view.mark_statement("s6")
        await pilot.press("P")
        screen = await comes(pilot, PersonScreen)
        assert (screen.person.name, screen.person.articles) == ("Olaf Scholz", 2)
        await pilot.press("escape")
        bench.app.reader.view.mark_statement("s2")
        await pilot.press("P")
        await until(pilot, lambda: bool(notice(pilot)))
        assert "has nothing of this" in notice(pilot)


async def test_joining_with_undo(shown: Shown, library: Library) -> None:
    async with shown() as (_, pilot):
        screen = await person(pilot, "Olaf Scholz")
        await pilot.press("J")
        await comes(pilot, ChoiceDialog)
        await pilot.press(*"schulz", "enter")
        await until(pilot, lambda: len(screen._said) == 3)
        assert "Olaf Scholz joined with Olaf Schulz" in seen(screen)
        assert "also Olaf Schulz" in seen(screen)
        assert "(Olaf Schulz)" in seen(screen)
        await pilot.press("u")
        await until(pilot, lambda: len(screen._said) == 2)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: len(screen._said) == 3)
        await pilot.press("u", "u")
        await until(pilot, lambda: "Nothing to undo" in seen(screen))
    assert len(library.people.listed()) == 4


async def test_joining_what_is_marked(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        screen.rows.move_to(2)
        await pilot.press("m")
        screen.rows.move_to(0)
        await pilot.press("J")
        await until(pilot, lambda: len(screen.items) == 2)
        assert screen.items[0].statements == 3
        assert not screen.marked


async def test_splitting_with_undo(shown: Shown, library: Library) -> None:
    async with shown() as (_, pilot):
        screen = await person(pilot, "Olaf Scholz")
        await pilot.press("m", "S")
        dialog = await comes(pilot, SplitPersonDialog)
        assert len(dialog.query_one("SelectionList").selected) == 1
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(screen._said) == 1)
        assert sorted(one.articles for one in library.people.listed(words="scholz")) == [1, 1]
        await pilot.press("S")
        await until(pilot, lambda: "Only one article" in seen(screen))
        await pilot.press("u")
        await until(pilot, lambda: len(screen._said) == 2)


async def test_all_or_nothing_cannot_be_split_off(shown: Shown) -> None:
    async with shown(language="de") as (_, pilot):
        await person(pilot, "Olaf Scholz")
        await pilot.press("S")
        dialog = await comes(pilot, SplitPersonDialog)
        await pilot.press("ctrl+s")
        assert "nicht alle" in str(dialog.query_one(".question").render())
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, PersonScreen)


async def test_renaming(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        await pilot.press("R")
        dialog = await comes(pilot, RenameDialog)
        dialog.query_one("#name").value = "Der Kanzler"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: names(screen)[0] == "Der Kanzler")
        assert "by hand" in seen(screen)


async def test_copying(shown: Shown) -> None:
    async with shown() as (_, pilot):
        await person(pilot, "Olaf Scholz")
        await pilot.press("y")
        assert pilot.app.clipboard == "Satz 1"
        await pilot.press("Y")
        assert pilot.app.clipboard == (
            "Satz 1\n– Olaf Scholz, https://two.example/2, 2024-08-15, https://two.example/2"
        )


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 50)])
async def test_any_size(shown: Shown, size: tuple[int, int]) -> None:
    async with shown(size=size) as (_, pilot):
        screen = await person(pilot, "Olaf Scholz")
        await until(pilot, lambda: "Satz 1" in seen(screen))
        assert screen.rows.size.height >= 4
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: screen.size.width == 100)
        assert "Satz 1" in seen(screen)


async def test_what_a_person_decides_holds_in_the_library(run: Run, library: Library) -> None:
    async with run(keeps=True, language="en") as (bench, pilot):
        reader = bench.app.reader
        await until(pilot, lambda: any(one.place == reader.article.source for one in library.articles()))
        reader.view.mark_statement("s6")
        await pilot.press("X")
        assert reader.desk.keeper.settle(5)
        [scholz] = library.people.listed(words="Olaf Scholz")
        kept = library.find(reader.article.source)
        assert kept is not None
        assert all(one.article.number != kept.number for one in library.people.said(scholz.number))
        await pilot.press("u")
        assert reader.desk.keeper.settle(5)
        assert any(one.article.number == kept.number for one in library.people.said(scholz.number))


async def test_nobody_yet(run: Run, tmp_path: Path) -> None:
    Library(tmp_path / "library.db").articles()
    async with run(keeps=False, language="en") as (_, pilot):
        await pilot.press("P")
        await until(pilot, lambda: bool(notice(pilot)))
        assert "Nobody has a say yet" in notice(pilot)


# Narrowed


async def test_the_list_is_narrowed_to_a_source_and_a_period(shown: Shown) -> None:
    async with shown() as (screen, pilot):
        assert "○ s source  ○ t period" in seen(screen)
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoiceDialog))
        await pilot.press(*"one", "enter")
        await until(pilot, lambda: names(screen) == [HOSTILE, "Olaf Scholz"])
        assert "● s one.example" in seen(screen)
        assert screen.items[0].articles == 1
        # Whom one opens is narrowed alike, so that the numbers are the same.
        scholz = await person(pilot, "Olaf Scholz")
        assert "● s one.example" in seen(scholz)
        assert {item.article.site for item in scholz.items if isinstance(item, Said)} == {"one.example"}
        await pilot.press("0")
        await until(pilot, lambda: "2 articles" in seen(scholz))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoiceDialog))
        await pilot.press(*"1999", "enter")
        await until(pilot, lambda: "Nothing fits the filters; 0 takes them all back." in notice(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen and "● t 1999-01-01 – 1999-12-31" in seen(screen))
        await until(pilot, lambda: "Nothing fits the filters" in screen.notice)
        await pilot.press("0")
        await until(pilot, lambda: len(names(screen)) == 3)


async def test_order_and_filters_are_remembered(run: Run, library: Library) -> None:
    options: dict[str, Any] = {"keeps": False, "size": (80, 24), "language": "en"}
    async with run(**options) as (bench, pilot):
        await pilot.press("P")
        screen = await comes(pilot, PeopleScreen)
        await pilot.press("r", "r", "a", "s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoiceDialog))
        await pilot.press(*"two", "enter")
        await until(pilot, lambda: "● s two.example" in seen(screen))
        before = names(screen)
        bench.state.save()
    async with run(**options) as (_, pilot):
        await pilot.press("P")
        screen = await comes(pilot, PeopleScreen)
        assert names(screen) == before == sorted(before, key=str.casefold)
        assert len(before) == 3
        assert "● s two.example" in seen(screen)
