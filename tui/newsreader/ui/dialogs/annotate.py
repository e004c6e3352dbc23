"""The menu of what can be done with what is at hand, each entry by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsreader.ui.dialogs.dialog import Dialog
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult

    from newsreader.phrases import Phrases
    from newsreader.ui.annotating.choices import Choice, Section


class AnnotateDialog(Dialog[str]):
    """The menu; its result is the id of the chosen entry.

    Args:
        words: the text that is at hand.
        sections: the entries under their headings.
        phrases: what the dialog says.
    """

    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, words: str, sections: Sequence[Section], phrases: Phrases) -> None:
        super().__init__(phrases("ui.annotate.title"), phrases("ui.annotate.hint"))
        self._words = words
        self._sections = sections
        self._keys = {choice.key: choice.id for section in sections for choice in section.choices}

    def compose(self) -> ComposeResult:
        """The text, and the entries."""
        quoted = Static(Content(self._words).truncate(200, ellipsis=True), classes="quoted")
        quoted.display = bool(self._words)
        box = self.box(quoted, OptionList(*self._options()))
        box.add_class("-menu")
        yield box

    def on_mount(self) -> None:
        """The cursor stands on the first entry."""
        self.query_one(OptionList).action_first()

    def on_key(self, event: events.Key) -> None:
        """An entry's key chooses it."""
        chosen = self._keys.get(event.character or "")
        if chosen is not None:
            event.stop()
            event.prevent_default()
            self.dismiss(chosen)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """An entry was chosen by enter or a click."""
        self.dismiss(event.option_id)

    def _options(self) -> Iterator[Option]:
        for number, section in enumerate(self._sections):
            if number:
                yield Option("", disabled=True)
            yield Option(Row(Content.styled(section.title, "bold $primary")), disabled=True)
            yield from (Option(Row(_entry(choice)), choice.id) for choice in section.choices)


def _entry(choice: Choice) -> Content:
    """The key, a patch of the colour where there is one, and what it does."""
    patch = Content.styled("   ", f"on $colour-{choice.colour}") + " " if choice.colour else Content("")
    return Content.assemble("  ", (choice.key, "bold $accent"), "  ") + patch + Content(choice.title)
