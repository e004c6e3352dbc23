"""Hyphenation by pyphen's dictionaries, loaded when the first word is divided."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.ui.widgets.article.wrap import Hyphenate

_DICTIONARIES = {"de": "de_DE", "en": "en_GB", "fr": "fr", "es": "es", "it": "it_IT", "nl": "nl_NL"}


@lru_cache(maxsize=4)
def hyphenator(language: str) -> Hyphenate | None:
    """What divides the words of a language (ISO 639-1 code), None where there is no dictionary for it."""
    name = _DICTIONARIES.get(language)
    if name is None:
        return None

    from pyphen import LANGUAGES, Pyphen  # type: ignore[import-untyped]

    if name not in LANGUAGES:
        return None
    dictionary = Pyphen(lang=name)

    @lru_cache(maxsize=20_000)
    def divide(word: str) -> tuple[int, ...]:
        # The German dictionary divides Bundess-taat like müss-te; without more knowledge such words stay whole.
        positions = (int(position) for position in dictionary.positions(word))
        return tuple(position for position in positions if word[position - 2 : position + 1].lower() != "sst")

    return divide
