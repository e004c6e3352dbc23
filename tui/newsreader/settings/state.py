"""What the reader remembers from one start to the next: the last article, the place in each, and small choices."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Self, TypeVar

from newsreader.settings import atomic

PLACES_KEPT = 1000
"""places beyond this number are forgotten, the longest unvisited first"""

Value = TypeVar("Value", str, int, float, bool)


class State:
    """The remembered state. Changes are kept in memory until `save`.

    Several readers may run at once: saving reads the file again and puts only what this reader changed on top.

    Args:
        path: the file that it is saved to.

    Attributes:
        private: whether articles and the places in them are forgotten at the end; choices are kept still.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.private = False
        self._stored = _Content()
        self._changed = _Content()

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a state; a missing, unreadable or broken file is an empty one."""
        state = cls(path)
        state._stored = _Content.read(path)
        return state

    @property
    def last(self) -> str | None:
        """The source of the article that was read last, None at first. Relative paths were made absolute."""
        return self._changed.last or self._stored.last

    def place(self, source: str) -> int:
        """Where reading was left: offset in code points of the first visible character, 0 if never read."""
        name = identity(source)
        return self._changed.places.get(name, self._stored.places.get(name, 0))

    def remember(self, source: str, offset: int) -> None:
        """Note that an article is being read, and where. Standard input ("-") cannot be opened again: not noted.

        Args:
            source: path or address as given.
            offset: code points before the first visible character.
        """
        if source == "-":
            return
        name = identity(source)
        content = self._stored if self.private else self._changed
        content.last = name
        content.places.pop(name, None)
        content.places[name] = max(0, offset)

    def choice(self, name: str, default: Value) -> Value:
        """A choice that was made before, if it has the type of the default; else the default."""
        value = self._changed.choices.get(name, self._stored.choices.get(name))
        return value if type(value) is type(default) else default

    def choose(self, name: str, value: str | int | float | bool) -> None:
        """Note a choice for the next time."""
        self._changed.choices[name] = value

    def save(self) -> None:
        """Write the state.

        Raises:
            OSError: if the file cannot be written.
        """
        merged = _Content.read(self.path)
        merged.take(self._changed)
        atomic.write_text(self.path, merged.dump())
        self._stored, self._changed = merged, _Content()


def identity(source: str) -> str:
    """The name under which a source is remembered: an absolute path, or an address as it is."""
    if "://" in source:
        return source
    try:
        return str(Path(source).expanduser().absolute())
    except RuntimeError:  # "~name" where nobody is called so: a file's own name
        return str(Path(source).absolute())


class _Content:
    """What the file holds."""

    def __init__(self) -> None:
        self.last: str | None = None
        self.places: dict[str, int] = {}
        self.choices: dict[str, str | int | float | bool] = {}

    @classmethod
    def read(cls, path: Path) -> _Content:
        content = cls()
        with suppress(OSError, ValueError, RecursionError):
            data: Any = json.loads(path.read_bytes())
            if isinstance(data, dict):
                content._fill(data)
        return content

    def _fill(self, data: dict[str, Any]) -> None:
        last, places, choices = data.get("last"), data.get("places"), data.get("choices")
        self.last = last if isinstance(last, str) else None
        if isinstance(places, dict):
            self.places = {name: at for name, at in places.items() if type(at) is int and at >= 0}
        if isinstance(choices, dict):
            self.choices = {name: value for name, value in choices.items() if isinstance(value, str | int | float)}

    def take(self, newer: _Content) -> None:
        """Put newer content on top; what was visited later stands later."""
        self.last = newer.last or self.last
        for name, offset in newer.places.items():
            self.places.pop(name, None)
            self.places[name] = offset
        self.places = dict(list(self.places.items())[-PLACES_KEPT:])
        self.choices.update(newer.choices)

    def dump(self) -> str:
        data = {"version": 1, "last": self.last, "places": self.places, "choices": self.choices}
        return json.dumps(data, ensure_ascii=True, indent=1) + "\n"
