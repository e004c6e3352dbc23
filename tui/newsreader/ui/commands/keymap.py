"""Which key does what: the commands' own keys, changed by the user's keymap."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from newsreader.errors import ConfigError
from newsreader.ui.commands.command import EVERYWHERE, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsreader.ui.commands.command import Command

_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "meta", "hyper"})
_KEYS = "up down left right home end pageup pagedown insert delete backspace enter tab escape space"
_NAMED = frozenset(_KEYS.split()) | {f"f{number}" for number in range(1, 25)}
_RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
READER = frozenset({*EVERYWHERE, View.SELECTION})
"""the parts of the reader's screen"""
RESERVED = frozenset({"ctrl+q", "ctrl+c"})
"""keys that end the program or copy wherever one is"""
_SHOWN = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "enter": "⏎",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "delete": "Del",
    "backspace": "⌫",
}
_CHARACTERS = {
    name: character
    for code in range(0x21, 0x7F)
    if not (character := chr(code)).isalnum()
    for name in [unicodedata.name(character).lower().replace(" ", "_").replace("-", "_")]
} | {"plus": "+", "minus": "-", "slash": "/", "backslash": "\\", "at": "@", "underscore": "_"}


def name_of(key: str) -> str:
    """A key as Textual names it: `/` becomes `slash`, `ctrl+x` stays.

    Args:
        key: a character or a name, with modifiers before it.

    Raises:
        ValueError: if there is no such key.
    """
    key = key.strip()
    *modifiers, base = [key] if key == "+" else key.split("+")
    if not base or not _MODIFIERS.issuperset(modifiers):
        raise ValueError(key)
    if len(base) == 1 and not base.isalnum():
        base = unicodedata.name(base).lower().replace(" ", "_").replace("-", "_")
        base = _RENAMED.get(base, base)
    elif len(base) > 1 and base not in _NAMED and base not in _CHARACTERS:
        raise ValueError(key)
    return "+".join((*modifiers, base))


def shown(key: str) -> str:
    """A key as the user reads it: `slash` becomes `/`, `alt+left` becomes `Alt+←`."""
    *modifiers, base = key.split("+")
    base = _SHOWN.get(base) or _CHARACTERS.get(base) or (base.upper() if base in _NAMED else base)
    return "+".join((*(name.capitalize() for name in modifiers), base))


class Keymap:
    """The keys of every command.

    Args:
        commands: the commands.
        own: the user's keys by command id, separated by commas.

    On the screens beside the reader's a key that the user has given to a command goes before one that another command
    has there by itself, which then is without it: a keymap that was made for the reader holds everywhere.

    Raises:
        ConfigError: if `own` names an unknown command or key, or gives one key to two commands of a part of the
            reader's screen, or to two of the user's own on another.
    """

    def __init__(self, commands: Iterable[Command], own: Mapping[str, str]) -> None:
        self._commands = tuple(commands)
        known = {command.id for command in self._commands}
        for identifier in own:
            if identifier not in known:
                raise ConfigError("ui.keymap_unknown", command=identifier)
            if not own[identifier].strip(" ,"):
                raise ConfigError("ui.keymap_empty", command=identifier)
        self._lost: set[tuple[View, str, str]] = set()
        self._keys = {c.id: _names(c.id, own.get(c.id, c.keys)) for c in self._commands}
        self._refuse_clashes(own)

    @property
    def changed(self) -> dict[str, str]:
        """The keys of the commands whose own keys the user has changed, as Textual's keymap wants them."""
        return {c.id: ",".join(self._keys[c.id]) for c in self._commands if self._keys[c.id] != _names(c.id, c.keys)}

    def keys(self, identifier: str) -> tuple[str, ...]:
        """The keys of a command, by the names that Textual uses."""
        return self._keys[identifier]

    def command(self, view: View, key: str) -> str | None:
        """The id of the command that a key calls in a part of the screen, None for none.

        Args:
            view: the part.
            key: a key as Textual names it.
        """
        found = (
            c.id
            for c in self._commands
            if view in c.views and key in self._keys[c.id] and (view, c.id, key) not in self._lost
        )
        return next(found, None)

    def label(self, identifier: str, *, first: bool = False, view: View | None = None) -> str:
        """The keys of a command as the user reads them.

        Args:
            identifier: the command's id.
            first: whether only the first one is wanted.
            view: the screen on which they are wanted, where the command may have lost some; None for any.
        """
        keys = [key for key in self._keys[identifier] if (view, identifier, key) not in self._lost]
        return " ".join(shown(key) for key in (keys[:1] if first else keys))

    def _refuse_clashes(self, own: Mapping[str, str]) -> None:
        taken: dict[tuple[str, str], str] = {}
        for command in self._commands:
            for view in command.views:
                for key in self._keys[command.id]:
                    other = taken.setdefault((view, key), command.id)
                    if other != command.id:
                        mine, theirs = (command.id, other) if command.id in own else (other, command.id)
                        if view not in READER and mine in own and theirs not in own:
                            self._lost.add((view, theirs, key))
                            taken[view, key] = mine
                            continue
                        raise ConfigError("ui.keymap_clash", pressed=shown(key), command=mine, other=theirs)


def _names(identifier: str, keys: str) -> tuple[str, ...]:
    """The names of keys separated by commas."""
    names: list[str] = []
    for key in filter(None, (part.strip() for part in keys.split(","))):
        try:
            names.append(name_of(key))
        except ValueError:
            raise ConfigError("ui.keymap_key", command=identifier, pressed=key) from None
        if names[-1] in RESERVED:
            raise ConfigError("ui.keymap_taken", command=identifier, pressed=shown(names[-1]))
    return tuple(dict.fromkeys(names))
