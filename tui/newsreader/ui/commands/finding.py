"""Finding words, and letting go of what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands.command import EVERYWHERE, LISTS, Command, Group, View

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen


def find(reader: ReaderScreen) -> None:
    """Open the line to type into; in the list, its filter."""
    if reader.in_list:
        reader.panel.focus_filter()
    elif reader.in_notes:
        reader.notes.panel.focus_filter()
    else:
        reader.open_find()


def next_hit(reader: ReaderScreen) -> None:
    """To the next hit."""
    step(reader, 1)


def previous_hit(reader: ReaderScreen) -> None:
    """To the previous hit."""
    step(reader, -1)


def step(reader: ReaderScreen, by: int) -> None:
    """To another hit, or begin a search if there was none."""
    if reader.finder.hits.spans:
        reader.finder.step(by)
    else:
        reader.open_find()


def clear(reader: ReaderScreen) -> None:
    """Let go, one thing at a time: the panel, selected text, the note, hits, what is marked, the bare text."""
    view = reader.view
    if reader.listed is not None:
        reader.side.leave()
    elif view.selected_text:
        reader.selector.let_go()
    elif reader.notes.open:
        reader.notes.close()
    elif reader.finder.hits.spans:
        reader.finder.clear()
    elif view.current_statement or view.current_entity:
        view.mark_statement(None)
        view.focus_entity(None)
        reader.side.attend(None)
        reader.note("")
    elif reader.only_text:
        reader.only_text = False


COMMANDS = (
    Command("find", "/", find, Group.FINDING, (*EVERYWHERE, *LISTS), footer=6),
    Command("next_hit", "n", next_hit, Group.FINDING, (View.ARTICLE,)),
    Command("previous_hit", "N", previous_hit, Group.FINDING, (View.ARTICLE,)),
    Command("clear", "escape", clear, Group.FINDING, palette=False),
)
