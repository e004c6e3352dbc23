"""What the program says, in German and English: one catalogue a room, looked up by key."""

from __future__ import annotations

import locale
import os
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["de", "en"]


class Sayable(Protocol):
    """Anything that is said by a phrase, such as a `NewsreaderError`."""

    key: str
    values: dict[str, object]


def system_language(environment: Mapping[str, str] | None = None) -> Language:
    """The interface language that the locale asks for: German for German locales, else English.

    Args:
        environment: the variables to look at, those of the process if None.
    """
    environment = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "de" if value.lower().startswith("de") else "en"
    return "de" if (locale.getlocale()[0] or "").lower().startswith(("de", "german")) else "en"


class Phrases:
    """The phrases of one language.

    Args:
        language: "de" or "en".
    """

    def __init__(self, language: Language) -> None:
        from newsreader.phrases import catalogue

        self.language: Language = language
        self._phrases = catalogue.phrases(language)

    def __call__(self, key: str, /, **values: object) -> str:
        """The phrase of a key with its placeholders filled.

        Raises:
            KeyError: if no catalogue has the key.
        """
        phrase = self._phrases[key]
        return phrase.format(**values) if values else phrase

    def count(self, key: str, number: int, /, **values: object) -> str:
        """The phrase for a number of things: `key.one` for 1, else `key.other`; the number fills {n}."""
        return self(f"{key}.one" if number == 1 else f"{key}.other", n=number, **values)

    def say(self, thing: Sayable) -> str:
        """The sentence that tells an error or a notice to the user."""
        return self(thing.key, **thing.values)
