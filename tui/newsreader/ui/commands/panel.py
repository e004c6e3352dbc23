"""The panel of actors, and where the keys go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands.command import Command, Group, View

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen


def focus_article(reader: ReaderScreen) -> None:
    """Keys go to the text."""
    reader.side.leave()


def focus_actors(reader: ReaderScreen) -> None:
    """Keys go to the panel, which comes if it is not there."""
    reader.side.show(True)
    reader.panel.focus_list()


def other_view(reader: ReaderScreen) -> None:
    """From the text to the panel or back."""
    if reader.in_list:
        reader.side.leave()
    else:
        focus_actors(reader)


def toggle_panel(reader: ReaderScreen) -> None:
    """Show the panel or fold it away."""
    reader.side.show(not reader.side.shown)


def sort(reader: ReaderScreen) -> None:
    """Another order of the actors: by appearance, by name, by number."""
    reader.side.sort()


def unfold(reader: ReaderScreen) -> None:
    """Open the actor under the cursor."""
    reader.panel.fold(False)


def fold(reader: ReaderScreen) -> None:
    """Close the actor under the cursor."""
    reader.panel.fold(True)


ACTORS = (View.ACTORS,)

COMMANDS = (
    Command("focus_article", "1", focus_article, Group.PANEL),
    Command("focus_actors", "2", focus_actors, Group.PANEL, footer=4),
    Command("other_view", "tab,shift+tab", other_view, Group.PANEL, palette=False),
    Command("toggle_panel", "p", toggle_panel, Group.PANEL),
    Command("sort", "r", sort, Group.PANEL),
    Command("unfold", "right", unfold, Group.PANEL, ACTORS, palette=False),
    Command("fold", "left", fold, Group.PANEL, ACTORS, palette=False),
)
