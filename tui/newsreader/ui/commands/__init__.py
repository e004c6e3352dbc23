"""What the user can do: one registry for keys, palette, help and status line. It imports no Textual."""

from __future__ import annotations

from newsreader.ui.commands.command import Command, Group, View
from newsreader.ui.commands.keymap import Keymap
from newsreader.ui.commands.registry import BY_ID, REGISTRY

__all__ = ["BY_ID", "REGISTRY", "Command", "Group", "Keymap", "View", "ids"]


def ids() -> tuple[str, ...]:
    """The ids of all commands, as the user's keymap names them."""
    return tuple(BY_ID)
