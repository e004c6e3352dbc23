"""Switches for the kinds of names that are highlighted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import SelectionList
from textual.widgets.selection_list import Selection

from newsreader.ui.dialogs.dialog import Dialog
from newsreader.ui.screens.legend import colour, kind_name
from newsreader.ui.widgets.article.signs import kind_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult

    from newsreader.phrases import Phrases


class KindsDialog(Dialog[None]):
    """Switches take effect at once, so that one sees the text change behind the dialog.

    Args:
        counts: how many names of each kind the article has.
        highlighted: the kinds that are highlighted now.
        phrases: what the dialog says.
        changed: told the kinds that are to be highlighted.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("i", "close", show=False)]

    def __init__(
        self,
        counts: Mapping[str, int],
        highlighted: frozenset[str],
        phrases: Phrases,
        changed: Callable[[frozenset[str]], None],
    ) -> None:
        super().__init__(phrases("ui.kinds.title"), phrases("ui.kinds.close"))
        self._counts = counts
        self._highlighted = highlighted
        self._phrases = phrases
        self._changed = changed

    def compose(self) -> ComposeResult:
        """A switch for each kind, in its colour, with the letter that stands for it without colours."""
        yield self.box(SelectionList(*(Selection(self._prompt(k), k, k in self._highlighted) for k in self._counts)))

    def on_selection_list_selected_changed(self, event: SelectionList.SelectedChanged[str]) -> None:
        """Highlight what is switched on; kinds that the article does not have stay as they are."""
        elsewhere = self._highlighted - self._counts.keys()
        self._changed(elsewhere | frozenset(event.selection_list.selected))

    def _prompt(self, label: str) -> Content:
        number = self._counts[label]
        name = Content.styled(f"{kind_letter(label)} {kind_name(label, self._phrases)}", f"${colour(label)}")
        return name + Content.styled(f"  {number}", "dim") if number else name
