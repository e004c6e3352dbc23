"""Selecting text by keys: `v` begins, motions move the active end, and every command that takes a selection ends it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.ui.commands.command import Command, Group, View

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen


def select(reader: ReaderScreen) -> None:
    """Begin to select at hand."""
    reader.selector.begin()


def grow(reader: ReaderScreen) -> None:
    """The next larger unit around what is selected."""
    reader.selector.grow()


def swap(reader: ReaderScreen) -> None:
    """The other end is moved."""
    reader.selector.swap()


def move(reader: ReaderScreen, unit: str, by: int) -> None:
    """The active end by a unit."""
    reader.selector.move(unit, by)


def lines(reader: ReaderScreen, by: int) -> None:
    """The active end by lines of the screen."""
    reader.selector.lines(by)


def line_edge(reader: ReaderScreen, by: int) -> None:
    """The active end to the beginning (-1) or the end (1) of its line."""
    reader.selector.line_edge(by)


SELECTION = (View.SELECTION,)


def _motion(name: str, keys: str, unit: str, by: int, footer: int = 0) -> Command:
    run = partial(move, unit=unit, by=by)
    return Command(f"select_{name}", keys, run, Group.SELECTING, SELECTION, footer, palette=False)


def _lines(name: str, keys: str, by: int) -> Command:
    return Command(f"select_{name}", keys, partial(lines, by=by), Group.SELECTING, SELECTION, palette=False)


def _edge(name: str, keys: str, by: int) -> Command:
    return Command(f"select_{name}", keys, partial(line_edge, by=by), Group.SELECTING, SELECTION, palette=False)


COMMANDS = (
    Command("select", "v", select, Group.SELECTING, (View.ARTICLE,)),
    Command("select_larger", "v", grow, Group.SELECTING, SELECTION, footer=4, palette=False),
    Command("select_other_end", "o", swap, Group.SELECTING, SELECTION, footer=8, palette=False),
    _motion("right", "l,right", "character", 1, footer=7),
    _motion("left", "h,left", "character", -1),
    _lines("down", "j,down", 1),
    _lines("up", "k,up", -1),
    _motion("next_word", "w", "word", 1, footer=1),
    _motion("previous_word", "b", "word", -1),
    _motion("next_sentence", ")", "sentence", 1, footer=2),
    _motion("previous_sentence", "(", "sentence", -1),
    _motion("next_paragraph", "p", "paragraph", 1, footer=5),
    _motion("previous_paragraph", "P", "paragraph", -1),
    _motion("next_entity", "e", "entity", 1),
    _motion("previous_entity", "E", "entity", -1),
    _motion("next_statement", "s", "statement", 1, footer=6),
    _motion("previous_statement", "S", "statement", -1),
    _edge("line_end", "end", 1),
    _edge("line_start", "home", -1),
)
