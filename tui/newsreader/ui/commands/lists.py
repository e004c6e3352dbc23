"""What the screens that are lists have in common; each does it in its own way."""

from __future__ import annotations

from newsreader.ui.commands.command import LISTS, MARKING, Command, Group, View

COMMANDS = (
    Command("open", "enter", None, Group.LISTS, LISTS),
    Command("mark_row", "m", None, Group.LISTS, MARKING),
    Command("mark_all", "M", None, Group.LISTS, MARKING),
    Command("reload", "r", None, Group.LISTS, (View.FEED, View.FETCH, View.FEEDS, View.ENTRIES, View.LIBRARY)),
    Command("only_unread", "n", None, Group.LISTS, (View.FEEDS, View.ENTRIES, View.LIBRARY)),
    Command("toggle_read", "N", None, Group.LISTS, (View.ENTRIES, View.LIBRARY)),
    Command("remove", "d,delete", None, Group.LISTS, (View.FEEDS, View.LIBRARY)),
    Command("leave", "escape,backspace", None, Group.LISTS, (*LISTS, View.FETCH, View.CHANGES)),
)
