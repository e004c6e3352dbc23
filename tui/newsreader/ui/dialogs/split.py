"""Which mentions of an actor are somebody else's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Input, SelectionList
from textual.widgets.selection_list import Selection

from newsreader.article.model import Span
from newsreader.ui.dialogs.form import Form

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from newsreader.analysis.result import Actor
    from newsreader.phrases import Phrases

AROUND = 24
"""code points of text shown on each side of a mention"""


@dataclass(frozen=True, slots=True)
class SplitOff:
    """What is split off.

    Attributes:
        name: of the new actor.
        mentions: what was another's and is his, code points.
    """

    name: str
    mentions: tuple[Span, ...]


class SplitDialog(Form[SplitOff]):
    """Mentions to mark, and a name.

    Args:
        actor: whose mentions they are.
        text: the article's text.
        phrases: what the dialog says.
    """

    AUTO_FOCUS = "SelectionList"

    def __init__(self, actor: Actor, text: str, phrases: Phrases) -> None:
        super().__init__(phrases("ui.split.title", name=actor.name), phrases, phrases("ui.split.hint"))
        self._actor = actor
        self._text = text

    def compose(self) -> ComposeResult:
        """The mentions as they stand in the text, and the new actor's name."""
        say = self._phrases
        mentions = (Selection(self._shown(span), span) for span in self._actor.mentions)
        yield self.box(
            SelectionList[Span](*mentions),
            self.field(say("ui.split.name"), Input(compact=True, select_on_focus=False)),
            *self.actions(),
        )

    def on_selection_list_selected_changed(self, event: SelectionList.SelectedChanged[Span]) -> None:
        """The first mention that is split off proposes the name."""
        field, chosen = self.query_one(Input), event.selection_list.selected
        texts = {" ".join(span.of(self._text).split()) for span in self._actor.mentions}
        if chosen and (not field.value or field.value in texts):
            field.value = max((" ".join(Span(*span).of(self._text).split()) for span in chosen), key=len)

    def result(self) -> SplitOff | None:
        """What is split off; something must be, something must stay, and a name is needed."""
        chosen = tuple(sorted(Span(*span) for span in self.query_one(SelectionList).selected))
        name = " ".join(self.query_one(Input).value.split())
        if not chosen or len(chosen) == len(self._actor.mentions):
            self.complain(self._phrases("ui.split.none"))
            return None
        if not name:
            self.complain(self._phrases("ui.actor.no_name"))
            return None
        return SplitOff(name, chosen)

    def _shown(self, span: Span) -> Content:
        before = " ".join(self._text[max(0, span.start - AROUND) : span.start].split())
        after = " ".join(self._text[span.end : span.end + AROUND].split())
        return Content.assemble((f"… {before} ", "dim"), (" ".join(span.of(self._text).split()), "bold"), f" {after} …")
