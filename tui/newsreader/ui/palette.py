"""The command palette: every command, section, actor and article by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Provider
from textual.content import Content

from newsreader.ui.commands import REGISTRY, View
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
    """Gives the palette entries of one sort."""

    @property
    def reader(self) -> ReaderScreen:
        """The screen from which the palette was opened."""
        assert isinstance(self.screen, ReaderScreen)
        return self.screen

    def entries(self) -> Iterator[Entry]:
        """All entries, in the order in which they are offered before anything is typed."""
        raise NotImplementedError

    async def discover(self) -> Hits:
        """Everything, as long as nothing is typed."""
        for entry in self.entries():
            yield DiscoveryHit(Content(entry.title), entry.run, text=entry.title, help=_plain(entry.help))

    async def search(self, query: str) -> Hits:
        """What matches."""
        matcher = self.matcher(query)
        for entry in self.entries():
            if (score := matcher.match(entry.title)) > 0:
                yield Hit(score, _lit(matcher, entry.title), entry.run, text=entry.title, help=_plain(entry.help))


class CommandEntries(Entries):
    """The commands."""

    def entries(self) -> Iterator[Entry]:
        """Every command that makes sense here, with its keys."""
        reader = self.reader
        for command in REGISTRY:
            if command.palette and (View.ARTICLE in command.views or reader.in_list):
                keys = reader.keymap.label(command.id)
                yield Entry(command.title(reader.phrases), keys, lambda c=command: c.run(reader))  # type: ignore[misc]


class SectionEntries(Entries):
    """The article's sections, so that "Selenskyj wirbt" leads there."""

    def entries(self) -> Iterator[Entry]:
        """Every heading."""
        reader = self.reader
        for section in reader.article.sections:
            if heading := reader.article.heading(section):
                place = section.span.start
                yield Entry(heading, reader.phrases("ui.palette.section"), lambda p=place: reader.go(p, place="top"))  # type: ignore[misc]


class ActorEntries(Entries):
    """The actors; choosing one shows all its mentions."""

    def entries(self) -> Iterator[Entry]:
        """Every actor."""
        reader = self.reader
        for actor in reader.analysis.actors if reader.analysis else ():
            if actor.mentions:
                help_ = actor.role or reader.phrases("ui.palette.actor")
                yield Entry(actor.name, help_, lambda i=actor.id: reader.show_actor(i))  # type: ignore[misc]


class ArticleEntries(Entries):
    """The articles that were opened together."""

    def entries(self) -> Iterator[Entry]:
        """Every source but the one that is open."""
        reader = self.reader
        for index, source in enumerate(reader.shelf.sources):
            if index != reader.shelf.index:
                yield Entry(source, reader.phrases("ui.palette.article"), lambda n=index: reader.desk.open(n))  # type: ignore[misc]


def palette(reader: ReaderScreen) -> CommandPalette:
    """The palette for a reader."""
    return CommandPalette(
        [CommandEntries, SectionEntries, ActorEntries, ArticleEntries], placeholder=reader.phrases("ui.palette.search")
    )


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
