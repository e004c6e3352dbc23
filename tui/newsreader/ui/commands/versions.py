"""What has changed in the article, and its kept versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands.command import EVERYWHERE, Command, Group, View

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen


def changes(reader: ReaderScreen) -> None:
    """Show what has changed since the article was read last."""
    reader.changed.show()


HERE = (View.CHANGES,)
LISTED = (View.VERSIONS,)

COMMANDS = (
    Command("changes", "V", changes, Group.CHANGES, (*EVERYWHERE, View.LIBRARY)),
    Command("next_change", "n", None, Group.CHANGES, HERE),
    Command("previous_change", "N", None, Group.CHANGES, HERE),
    Command("to_change", "enter", None, Group.CHANGES, HERE),
    Command("whole_text", "w", None, Group.CHANGES, HERE),
    Command("beside", "s", None, Group.CHANGES, HERE),
    Command("all_versions", "V", None, Group.CHANGES, HERE),
    Command("read_version", "v", None, Group.CHANGES, LISTED),
    Command("compare_versions", "c", None, Group.CHANGES, LISTED),
)
