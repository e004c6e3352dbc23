"""What a value in the configuration may be: each check gives the value back in its type or says what is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from newsreader.settings.colours import COLOURS

if TYPE_CHECKING:
    from collections.abc import Mapping


class RefusedError(Exception):
    """A value that is not allowed: the key of the phrase that says what is, and the phrase's values."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Check(Protocol):
    """Turns a value from TOML into the setting's value.

    Raises:
        RefusedError: if the value is not allowed.
    """

    def __call__(self, value: object, /) -> object: ...


@dataclass(frozen=True)
class OneOf:
    """One of some words."""

    allowed: tuple[str, ...]

    def __call__(self, value: object, /) -> str:
        if not isinstance(value, str) or value not in self.allowed:
            raise RefusedError("settings.not_one_of", allowed=", ".join(f'"{word}"' for word in self.allowed))
        return value


@dataclass(frozen=True)
class Whole:
    """A whole number, bounds included."""

    low: int
    high: int

    def __call__(self, value: object, /) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise RefusedError("settings.not_whole", low=self.low, high=self.high)
        return value


@dataclass(frozen=True)
class Number:
    """A number, bounds included."""

    low: float
    high: float

    def __call__(self, value: object, /) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not self.low <= value <= self.high:
            raise RefusedError("settings.not_number", low=f"{self.low:g}", high=f"{self.high:g}")
        return float(value)


def switch(value: object, /) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise RefusedError("settings.not_switch")
    return value


def word(value: object, /) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise RefusedError("settings.not_word")
    return value.strip()


def words(value: object, /) -> tuple[str, ...]:
    """A list of texts that are not empty; the same one twice counts once."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise RefusedError("settings.not_words")
    return tuple(dict.fromkeys(item.strip() for item in value))


def name(value: object, /) -> str:
    """A name on one line, perhaps empty."""
    if not isinstance(value, str) or not value.isprintable():
        raise RefusedError("settings.not_name")
    return value.strip()


MOST_COLOURS = 9


def colours(value: object, /) -> Mapping[str, str]:
    """A table from the meaning of a highlight to its colour, in the order in which they are offered."""
    if not isinstance(value, dict) or not 0 < len(value) <= MOST_COLOURS:
        raise RefusedError("settings.not_colours", most=MOST_COLOURS, known=", ".join(COLOURS))
    for meaning, colour in value.items():
        if not meaning.strip() or not meaning.isprintable() or colour not in COLOURS:
            raise RefusedError("settings.not_colours", most=MOST_COLOURS, known=", ".join(COLOURS))
    return MappingProxyType({meaning.strip(): colour for meaning, colour in value.items()})


def keys(value: object, /) -> Mapping[str, str]:
    """A table from a command to the keys that call it, commas between, "" for none;
    tables inside make dotted names."""
    if not isinstance(value, dict):
        raise RefusedError("settings.not_keys")
    return _flat(value, "")


def _flat(table: dict[object, object], prefix: str) -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            flat.update(_flat(value, f"{prefix}{name}."))
        elif isinstance(value, str):
            flat[f"{prefix}{name}"] = value
        else:
            raise RefusedError("settings.not_keys")
    return flat


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "language": OneOf(("auto", "de", "en")),
        "theme": word,
        "width": Whole(30, 200),
        "hyphenation": switch,
        "highlight": words,
        "min_confidence": Number(0, 1),
        "panel": OneOf(("auto", "open", "closed")),
        "panel_order": OneOf(("appearance", "name", "count")),
        "pipeline": word,
        "feed_articles": Whole(0, 100),
        "feed_age": Whole(0, 10_080),
        "page_age": Whole(0, 10_080),
        "keep": switch,
        "annotator": name,
        "colours": colours,
        "keys": keys,
    }
)
"""the check of each setting"""
