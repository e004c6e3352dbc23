"""Feeds that are subscribed to, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands.command import EVERYWHERE, Command, Group, View

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen


def feeds(reader: ReaderScreen) -> None:
    """Show the subscriptions."""
    from newsreader.ui.messages import FeedsWanted

    reader.post_message(FeedsWanted())


def next_unread(reader: ReaderScreen) -> None:
    """Read the next unread entry, of the same feed first."""
    from newsreader.ui.messages import FeedsWanted

    reader.post_message(FeedsWanted(next_unread=True))


FEEDS = (View.FEEDS,)
BOTH = (View.FEEDS, View.ENTRIES)

COMMANDS = (
    Command("feeds", "F", feeds, Group.FEEDS, (*EVERYWHERE, *BOTH, View.LIBRARY)),
    Command("next_unread", "U", next_unread, Group.FEEDS, (*EVERYWHERE, *BOTH)),
    Command("subscribe", "a", None, Group.FEEDS, (View.FEEDS, View.FEED)),
    Command("edit_feed", "e", None, Group.FEEDS, FEEDS),
    Command("refresh_all", "R", None, Group.FEEDS, BOTH),
    Command("import_feeds", "i", None, Group.FEEDS, FEEDS),
    Command("export_feeds", "x", None, Group.FEEDS, FEEDS),
    Command("read_all", "A", None, Group.FEEDS, BOTH),
)
