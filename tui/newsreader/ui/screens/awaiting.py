"""Commands that wait for a letter: the name of a mark, the label of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.labels import narrowed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsreader.article.model import Span
    from newsreader.ui.screens.reader import ReaderScreen


def await_letter(reader: ReaderScreen, question: str, receiver: Callable[[str], None], **values: object) -> None:
    """Ask for a letter; any key that is none calls it off.

    Args:
        question: key of the phrase that asks.
        receiver: gets the letter.
        values: what the phrase's placeholders stand for.
    """
    reader.view.focus()
    reader.say(question, **values)

    def received(character: str | None) -> None:
        if character is None:
            reader.say_raw("")
        else:
            receiver(character)

    reader.view.await_key(received)


def await_label(reader: ReaderScreen, labels: Mapping[str, Span], receiver: Callable[[Span], None]) -> None:
    """Show labels over places and wait until one is typed; a key that leads to none calls it off.

    Args:
        labels: the place of each label; no label begins another.
        receiver: gets the chosen place.
    """
    reader.view.reveal_labels(labels)
    reader.say("ui.say.labels")

    def received(character: str | None, typed: str = "") -> None:
        wanted = typed + (character or "").lower()
        left = narrowed(list(labels), wanted) if character else []
        if wanted in left:
            reader.view.hide_labels()
            reader.say_raw("")
            receiver(labels[wanted])
        elif left:
            reader.view.reveal_labels({label: labels[label] for label in left})
            reader.view.await_key(lambda more: received(more, wanted))
        else:
            reader.view.hide_labels()
            reader.say_raw("")

    reader.view.await_key(received)
