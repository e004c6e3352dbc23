"""The commands as Textual's bindings, with ids so that the user's keymap can change them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from newsreader.ui.commands.command import EVERYWHERE
from newsreader.ui.commands.registry import REGISTRY

if TYPE_CHECKING:
    from newsreader.ui.commands.command import Command, View


def bindings(view: View) -> list[BindingType]:
    """The bindings of a part of the screen."""
    return [_binding(command, command.keys) for command in REGISTRY if view in command.views and command.keys]


def screen_bindings() -> list[BindingType]:
    """The bindings of the whole reader's screen: keys that no input would take for a letter."""
    chords = ((command, [key for key in command.keys.split(",") if _is_chord(key)]) for command in REGISTRY)
    return [_binding(command, ",".join(keys)) for command, keys in chords if keys and {*EVERYWHERE} <= {*command.views}]


def _is_chord(key: str) -> bool:
    return key.startswith(("ctrl+", "alt+")) or (key[:1] == "f" and key[1:].isdigit())


def _binding(command: Command, keys: str) -> BindingType:
    return Binding(keys, f"screen.command('{command.id}')", show=False, id=command.id)
