"""Leads to the screens of people: from an actor of the open article, from the list, and on into articles."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from newsreader.errors import StoreError
from newsreader.library.people.choosing import likeliest, meant
from newsreader.ui.kept.opening import open_kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from newsreader.analysis.result import Actor
    from newsreader.article.model import Article
    from newsreader.library.library import Library
    from newsreader.library.people.model import Said
    from newsreader.ui.app import NewsreaderApp
    from newsreader.ui.kept.opening import Opened
    from newsreader.ui.screens.person import PersonScreen
    from newsreader.ui.screens.reader import ReaderScreen

PATIENCE = 3.0
"""seconds that one waits for the open article to be kept"""


class PeopleDoor:
    """Opens the screens of people.

    Args:
        app: the app.
        library: opens the library.
    """

    def __init__(self, app: NewsreaderApp, library: Callable[[], Library]) -> None:
        self._app = app
        self._opener = library

    def _library(self) -> Library:
        """The open library, in which holds what the user has decided in annotations; runs in a thread."""
        library = self._opener()
        with suppress(StoreError):
            library.take_notes(self._app.tools.store())
        return library

    def show(self, actor: str | None) -> None:
        """Show what an actor of the open article has said in all; who there is, for None."""
        reader = self._app.reader
        if not self._app.door.has_library:
            return
        analysis = reader.analysis
        found = analysis.actor(actor) if analysis is not None else None
        if found is None:
            self.show_everybody()
        else:
            who = partial(self._who, reader, reader.article, found)
            self._show(f"actor-{reader.article.id}-{found.id}", who, self._app.pop_screen)

    def show_everybody(self) -> None:
        """Show the list, as it was left."""
        self._app.door.show_screen("people", self._everybody)

    def show_person(self, number: int) -> None:
        """Show what somebody of the list said; from there one comes back to the list."""
        self._show(f"person-{number}", lambda: number, self._to_list)

    def _to_list(self) -> None:
        self._app.pop_screen()
        self.show_everybody()

    def _show(self, name: str, who: Callable[[], int | None], leave: Callable[[], object]) -> None:
        """Show a screen, as it was left if it was shown before."""
        from newsreader.ui.screens.person import PersonScreen

        app, reader = self._app, self._app.reader

        def make() -> PersonScreen:
            screen = PersonScreen(
                self._library,
                who=who,
                read=lambda said: self._read(screen, said, back),
                everybody=self.show_everybody,
                browse=app.door.browse,
                leave=leave,
                choices=reader.choices,
                keymap=reader.keymap,
                phrases=reader.phrases,
            )
            return screen

        def back() -> None:
            app.door.show_screen(name, make)

        back()

    def _everybody(self) -> Screen[None]:
        from newsreader.ui.screens.people import PeopleScreen

        reader = self._app.reader
        return PeopleScreen(
            self._library,
            show=self.show_person,
            leave=self._app.pop_screen,
            choices=reader.choices,
            keymap=reader.keymap,
            phrases=reader.phrases,
        )

    def _who(self, reader: ReaderScreen, article: Article, actor: Actor) -> int | None:
        """The one who an actor is; runs in a thread. Where the article is not kept, the one of that name."""
        reader.desk.keeper.settle(PATIENCE)
        people = self._library().people
        number = people.of_actor(article, actor.id)
        if number is not None:
            return number
        found = likeliest([one for one in meant(actor.name, people.listed()) if one.kind is actor.kind])
        return None if found is None else found.number

    def _read(self, screen: PersonScreen, said: Said, back: Callable[[], None]) -> None:
        """Read an article at a statement; from there one comes back to it."""
        app = self._app
        opening = partial(open_kept, self._library, said.article, app.tools.read, said.statement.version)

        def arrived(opened: Opened | None) -> None:
            if opened is None:
                screen.say("ui.library.gone")
                screen.renew()
                return
            then = partial(go_to, said=said)
            app.door.open_article(opened.article, analysis=opened.analysis, then=then, back=back)

        screen.act(opening, arrived)


def go_to(reader: ReaderScreen, said: Said) -> None:
    """Go to a statement in the open article: marked if the analysis has it, else where its words stand."""
    from newsreader.ui.commands import who

    spans, analysis = said.statement.spans, reader.analysis
    same = [one for one in analysis.statements if one.spans == spans] if analysis is not None else []
    if same and same[0].confidence >= reader.view.min_confidence:
        who.choose_statement(reader, same[0].id)
    elif spans and spans[-1].end <= len(reader.article.text):
        reader.leave()
        reader.finder.show_at(spans, 0, said.statement.text[:40])
