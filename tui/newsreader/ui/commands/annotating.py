"""Annotating: marks, notes, decisions, and taking them back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.ui.commands.command import EVERYWHERE, Command, Group, View

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen


def annotate(reader: ReaderScreen) -> None:
    """The menu for what is at hand; in the list of annotations, the note of the one under the cursor."""
    reader.corrector.menu()


def note(reader: ReaderScreen) -> None:
    """A note on what is at hand."""
    reader.corrector.write_at_hand()


def delete(reader: ReaderScreen) -> None:
    """Delete the annotation at hand."""
    reader.corrector.delete_at_hand()


def decide(reader: ReaderScreen, verb: str) -> None:
    """Confirm or reject what is at hand."""
    reader.corrector.decide(verb)


def decide_all(reader: ReaderScreen) -> None:
    """Confirm or reject all of a filter."""
    from newsreader.ui.screens import forms

    forms.bulk(reader)


def undo(reader: ReaderScreen) -> None:
    """Take the last change back."""
    reader.annotator.undo()


def redo(reader: ReaderScreen) -> None:
    """Make the change again that was taken back last."""
    reader.annotator.redo()


def step_note(reader: ReaderScreen, by: int) -> None:
    """To the next or previous annotation."""
    reader.notes.step(by)


def save_again(reader: ReaderScreen) -> None:
    """Try again to store what is not stored yet."""
    reader.annotator.save()


ALL = (View.ARTICLE, View.ACTORS, View.NOTES, View.SELECTION)
UNDOING = (*EVERYWHERE, View.FEEDS, View.ENTRIES, View.LIBRARY, View.PEOPLE, View.PERSON)

COMMANDS = (
    Command("annotate", "a", annotate, Group.ANNOTATING, ALL, footer=3),
    Command("note", "W", note, Group.ANNOTATING, ALL),
    Command("next_note", "full_stop", partial(step_note, by=1), Group.ANNOTATING),
    Command("previous_note", "comma", partial(step_note, by=-1), Group.ANNOTATING),
    Command("confirm", "c", partial(decide, verb="confirm"), Group.ANNOTATING),
    Command("reject", "X", partial(decide, verb="reject"), Group.ANNOTATING),
    Command("decide_all", "C", decide_all, Group.ANNOTATING),
    Command("delete", "d,delete", delete, Group.ANNOTATING),
    Command("undo", "u", undo, Group.ANNOTATING, UNDOING),
    Command("redo", "ctrl+r", redo, Group.ANNOTATING, UNDOING),
    Command("save_again", "ctrl+s", save_again, Group.ANNOTATING),
)
