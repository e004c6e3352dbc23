"""The command palette: every command, section, actor and article by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Provider
from textual.content import Content

from newsreader.ui.commands import REGISTRY, View
from newsreader.ui.screens.commanding import CommandScreen
from newsreader.ui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.command import Hits
    from textual.fuzzy import Matcher


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette.

    Attributes:
        title: what is searched and shown.
        help: what stands below.
        run: what choosing it does.
    """

    title: str
    help: str
    run: Callable[[], object]


class Entries(Provider):
    """Gives the palette its entries: one provider for all of them, for Textual mixes providers in any order."""

    async def discover(self) -> Hits:
        """What is offered as long as nothing is typed."""
        for entry in self.entries(typed=False):
            yield DiscoveryHit(Content(entry.title), entry.run, text=entry.title, help=_plain(entry.help))

    async def search(self, query: str) -> Hits:
        """What matches."""
        matcher = self.matcher(query)
        for entry in self.entries(typed=True):
            if (score := matcher.match(entry.title)) > 0:
                yield Hit(score, _lit(matcher, entry.title), entry.run, text=entry.title, help=_plain(entry.help))

    def entries(self, *, typed: bool) -> Iterator[Entry]:
        """The reader's commands, sections and articles; the actors, who may be many, only for what is typed."""
        reader = self.screen
        assert isinstance(reader, ReaderScreen)
        yield from commands(reader)
        yield from sections(reader)
        if typed:
            yield from actors(reader)
        yield from articles(reader)


class ScreenEntries(Entries):
    """The commands of a screen beside the reader's."""

    def entries(self, *, typed: bool) -> Iterator[Entry]:
        """Its commands, with their keys."""
        screen = self.screen
        assert isinstance(screen, CommandScreen)
        for command in screen.offered():
            run = partial(screen.action_command, command.id)
            yield Entry(command.title(screen.phrases), screen.keymap.label(command.id, view=screen.VIEW), run)


def commands(reader: ReaderScreen) -> Iterator[Entry]:
    """Every command that makes sense here, with its keys."""
    for command in REGISTRY:
        if command.palette and command.run and (View.ARTICLE in command.views or reader.in_list):
            keys = reader.keymap.label(command.id)
            yield Entry(command.title(reader.phrases), keys, partial(command.run, reader))


def sections(reader: ReaderScreen) -> Iterator[Entry]:
    """The article's headings, so that "Selenskyj wirbt" leads there."""
    for section in reader.article.sections:
        if heading := reader.article.heading(section):
            to = partial(reader.go, section.span.start, place="top")
            yield Entry(heading, reader.phrases("ui.palette.section"), to)


def actors(reader: ReaderScreen) -> Iterator[Entry]:
    """The actors; choosing one shows all his mentions."""
    for actor in reader.analysis.actors if reader.analysis else ():
        if actor.mentions:
            help_ = actor.role or reader.phrases("ui.palette.actor")
            yield Entry(actor.name, help_, partial(reader.show_actor, actor.id))


def articles(reader: ReaderScreen) -> Iterator[Entry]:
    """The articles that were opened together, but the one that is open."""
    for index, item in enumerate(reader.shelf.items):
        if index != reader.shelf.index:
            title = item.title if item.entry is not None else item.source
            yield Entry(title, reader.phrases("ui.palette.article"), partial(reader.desk.open, index))


def palette(reader: ReaderScreen) -> CommandPalette:
    """The palette for a reader."""
    return CommandPalette([Entries], placeholder=reader.phrases("ui.palette.search"))


def screen_palette(screen: CommandScreen) -> CommandPalette:
    """The palette for another screen."""
    return CommandPalette([ScreenEntries], placeholder=screen.phrases("ui.list.palette"))


def _lit(matcher: Matcher, title: str) -> Content:
    """A title with what matched; Textual's own `highlight` would read markup in it."""
    content = Content(title)
    for offset in matcher.fuzzy_search.match(matcher.query, title)[1]:
        content = content.stylize(matcher.match_style, offset, offset + 1)
    return content


def _plain(text: str) -> str:
    """A help text without a character that Textual would read as the beginning of markup."""
    from textual.markup import escape

    return escape(text)
