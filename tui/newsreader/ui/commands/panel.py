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
    reader.side.turn(View.ACTORS)


def focus_notes(reader: ReaderScreen) -> None:
    """Keys go to the list of annotations, which comes if it is not there."""
    reader.side.turn(View.NOTES)


def other_view(reader: ReaderScreen) -> None:
    """From the text to the panel or back."""
    if reader.listed is not None:
        reader.side.leave()
    else:
        reader.side.turn(reader.side.turned)


def toggle_panel(reader: ReaderScreen) -> None:
    """Show the panel or fold it away."""
    reader.side.show(not reader.side.shown)


def sort(reader: ReaderScreen) -> None:
    """Another order of the list that is to be seen."""
    if reader.side.turned is View.NOTES:
        reader.notes.sort()
    else:
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
    Command("focus_actors", "2", focus_actors, Group.PANEL, footer=5),
    Command("focus_notes", "3,A", focus_notes, Group.PANEL),
    Command("other_view", "tab,shift+tab", other_view, Group.PANEL, palette=False),
    Command("toggle_panel", "p", toggle_panel, Group.PANEL),
    Command("sort", "r", sort, Group.PANEL),
    Command("unfold", "right", unfold, Group.PANEL, ACTORS, palette=False),
    Command("fold", "left", fold, Group.PANEL, ACTORS, palette=False),
)
