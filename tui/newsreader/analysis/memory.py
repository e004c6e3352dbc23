"""What keeps the memory of thousands of articles steady: words that were only met are forgotten now and then."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

LIMIT = 50_000
"""strings that may come together until they are forgotten: words and lemmas of about a million words of news"""


class PassingWords:
    """The strings and lexemes that a pipeline meets from now on, forgotten when they have become many.

    spaCy keeps each string that it has ever seen for as long as the pipeline lives. From here on they are kept in a
    memory zone (spaCy 3.8) instead, which is closed and begun anew once there are enough of them.

    No other thread may use the pipeline meanwhile, and no Doc may be used after `tidy`.

    Args:
        nlp: the pipeline.
        limit: how many strings may come together.
    """

    def __init__(self, nlp: Language, limit: int = LIMIT) -> None:
        self._strings = nlp.vocab.strings
        self._nlp = nlp
        self._limit = limit
        self._zone = ExitStack()
        self._begin()

    def tidy(self) -> None:
        """Forget them if they are enough; for between two batches, when nobody has a Doc any more."""
        if len(self._strings) - self._kept > self._limit:
            self.close()
            self._begin()

    def close(self) -> None:
        """Forget them, and let the pipeline keep what it meets again."""
        self._zone.close()

    def _begin(self) -> None:
        self._kept = len(self._strings)
        self._zone.enter_context(self._nlp.memory_zone())
