"""Looks in the background whether kept pages have changed, whatever screen is to be seen meanwhile."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.content import Content

from newsreader.article.cancelling import Cancellation
from newsreader.errors import NewsreaderError, SourceError
from newsreader.library.looking.pages import Outcome
from newsreader.library.looking.round import Progress, Round, Tally
from newsreader.ui.dialogs.choice import Choice, ChoiceDialog
from newsreader.ui.find import pattern
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.library.looking.pages import Pages
    from newsreader.library.model import Kept
    from newsreader.phrases import Phrases

    Told = Callable[[Progress | Tally | NewsreaderError], object]


class Checking:
    """Runs one round at a time in a daemon thread: leaving the program waits for none.

    Args:
        pages: gives what looks at a page; raises a `StoreError` if it cannot.

    Attributes:
        progress: how far the round is, None where none is under way.
    """

    def __init__(self, pages: Callable[[], Pages]) -> None:
        self._pages = pages
        self._cancellation = Cancellation()
        self.progress: Progress | None = None

    @property
    def busy(self) -> bool:
        """Whether a round is under way."""
        return self.progress is not None

    def start(self, articles: Sequence[Kept], told: Told) -> None:
        """Begin, unless a round is under way already.

        Args:
            articles: whose pages are looked at.
            told: told, in the thread, how far it is, and at the end what came of it.
        """
        if self.busy:
            return
        self._cancellation = Cancellation()
        self.progress = Progress(0, len(articles))
        threading.Thread(target=self._run, args=(articles, told), name="checking", daemon=True).start()

    def cancel(self) -> None:
        """Call it off; what was found stays."""
        self._cancellation.cancel()

    def _run(self, articles: Sequence[Kept], told: Told) -> None:
        def step(progress: Progress) -> None:
            self.progress = progress
            self._tell(told, progress)

        outcome: Tally | NewsreaderError
        try:
            outcome = Round(self._pages(), self._cancellation, step).run(articles)
        except NewsreaderError as error:
            outcome = error
        except Exception as error:  # whatever it is, the screen must not wait for ever
            outcome = SourceError("library.look_broke", path="", reason=f"{type(error).__name__}: {error}")
        self.progress = None
        self._tell(told, outcome)

    def _tell(self, told: Told, result: Progress | Tally | NewsreaderError) -> None:
        # The loop may have been closed meanwhile.
        with suppress(RuntimeError):
            told(result)


def shown(progress: Progress, key: str, phrases: Phrases) -> str:
    """How far a round is, in a few words.

    Args:
        progress: how far.
        key: the key that calls it off.
        phrases: the language.
    """
    parts = [phrases("ui.check.progress", done=progress.done, total=progress.total)]
    parts += [phrases.count("ui.check.found", progress.changed)] if progress.changed else []
    return " · ".join([*parts, phrases("ui.check.stop", key=key)])


def told(tally: Tally, phrases: Phrases) -> str:
    """What came of a round, in a sentence."""
    if tally.offline:
        return phrases("ui.check.offline")
    parts = [phrases("ui.check.stopped")] if tally.cancelled else []
    parts.append(phrases.count("ui.check.done", len(tally.looks)))
    parts.append(phrases.count("ui.check.found", len(tally.of(Outcome.CHANGED))))
    bad = ((outcome, len(tally.of(outcome))) for outcome in (Outcome.GONE, Outcome.CUT, Outcome.FAILED))
    parts += [phrases.count(f"ui.check.{outcome}", number) for outcome, number in bad if number]
    return " · ".join(parts)


def which_dialog(
    one: Kept | None, several: Sequence[Kept], phrases: Phrases, *, marked: bool
) -> ChoiceDialog[Sequence[Kept]]:
    """Asks which pages are to be looked at; its result is their articles.

    Args:
        one: the page under the cursor, None where there is none.
        several: those that are marked, or all that are listed.
        phrases: what the dialog says.
        marked: whether they are marked.
    """
    key = "ui.check.marked" if marked else "ui.check.listed"
    choices: list[Choice[Sequence[Kept]]] = [Choice(Row(Content(phrases.count(key, len(several)))), several)]
    if one is not None and not marked and len(several) > 1:
        choices.append(Choice(Row(Content(phrases("ui.check.this")), below=Content.styled(one.title, "dim")), [one]))

    def fitting(words: str) -> list[Choice[Sequence[Kept]]]:
        sought = pattern(words.strip())
        return [choice for choice in choices if not words.strip() or sought.search(choice.row.left.plain)]

    return ChoiceDialog(
        phrases("ui.check.title"),
        fitting,
        placeholder=phrases("ui.panel.filter"),
        nothing=phrases("ui.panel.no_match"),
        phrases=phrases,
    )
