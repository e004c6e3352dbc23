"""The way to an article that is at hand, to a place in it, and back to the screen on which it was chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.ui.waiting import until
from textual.screen import Screen

from newsreader.article.model import Article, Span
from newsreader.article.readers.plain import read
from newsreader.ui.shelf import Shelf

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from tests.ui.conftest import Run


def text(title: str, source: str = "/nirgends/a.txt") -> Article:
    article = read(f"{title}\n\nEin Satz. {'Noch ein Satz. ' * 400}Der letzte Satz.\n".encode(), source)
    assert article.title == title
    return article


async def test_an_article_at_hand_is_shown_at_a_place(run: Run) -> None:
    seen: list[str] = []
    running: AbstractAsyncContextManager[Any] = run()
    async with running as (bench, pilot):
        app, article = bench.app, text("Aus der Bibliothek")

        def then(reader: Any) -> None:
            seen.append(reader.article.title)
            reader.go(article.text.index("Der letzte Satz"))

        app.push_screen(Screen())
        app.door.open_article(article, then=then, back=lambda: seen.append("back"))
        await until(pilot, lambda: app.screen is app.reader and bool(seen))
        assert seen == ["Aus der Bibliothek"]
        assert app.reader.view.visible_span.contains(Span(len(article.text) - 10, len(article.text) - 5))
        await pilot.press("backspace")
        assert seen[-1] == "back"
        await pilot.press("<", "backspace")
        assert "keiner Liste" in bench.line


async def test_a_screen_is_as_it_was_left(run: Run) -> None:
    async with run() as (bench, pilot):
        door, made = bench.app.door, list[Screen[None]]()

        def make() -> Screen[None]:
            made.append(Screen())
            return made[-1]

        door.show_screen("x", make)
        await pilot.pause()
        bench.app.push_screen(Screen())
        door.show_screen("x", make)
        await pilot.pause()
        assert bench.app.screen is made[0]
        door.open_article(text("Zwei"))
        await pilot.pause()
        assert bench.app.screen is bench.app.reader
        door.show_screen("x", make)
        await pilot.pause()
        assert bench.app.screen is made[0]
        assert len(made) == 1


def test_what_is_added_stands_beside_what_is_open() -> None:
    articles = {name: text(name, name) for name in "abc"}
    shelf = Shelf(("a", "b"), articles.__getitem__)
    shelf.open_first()
    added = shelf.add("c", articles["c"])
    assert shelf.sources == ("a", "c", "b")
    assert shelf.current.title == "a"
    newer = replace(articles["c"], author="Anna")
    assert shelf.add("c", newer) is added
    assert added.article is newer
    assert shelf.add("c").article is newer
