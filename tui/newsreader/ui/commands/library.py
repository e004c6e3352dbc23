"""The library: what was read, with filters, an order, and a search in all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands.command import EVERYWHERE, Command, Group, View

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen


def library(reader: ReaderScreen) -> None:
    """Show what was read."""
    from newsreader.ui.messages import LibraryWanted

    reader.post_message(LibraryWanted())


LIBRARY = (View.LIBRARY,)
NARROWED = (View.LIBRARY, View.PEOPLE, View.PERSON)
"""the screens that are narrowed to a source and a period"""
NEAR = (*EVERYWHERE, View.LIBRARY, View.FEED, View.FETCH, View.FEEDS, View.ENTRIES)
"""the screens from which the library is one key away"""

COMMANDS = (
    Command("library", "L", library, Group.LIBRARY, NEAR),
    Command("only_annotated", "a", None, Group.LIBRARY, LIBRARY),
    Command("only_changed", "c", None, Group.LIBRARY, LIBRARY),
    Command("check_pages", "C", None, Group.LIBRARY, LIBRARY),
    Command("from_source", "s", None, Group.LIBRARY, NARROWED),
    Command("from_period", "t", None, Group.LIBRARY, NARROWED),
    Command("all_articles", "0", None, Group.LIBRARY, NARROWED),
    Command("other_order", ">", None, Group.LIBRARY, LIBRARY),
    Command("other_way", "<", None, Group.LIBRARY, LIBRARY),
    Command("found_in", "i", None, Group.LIBRARY, LIBRARY),
)
