"""Writing what is known of the article to a file."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from newsreader.errors import ExportError
from newsreader.export import Document, export, formats
from newsreader.ui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article
    from newsreader.phrases import Phrases

NAME = "newsreader"
"""name of the file for an article from standard input"""


class ExportDialog(Dialog[str]):
    """Asks for format and target, and before overwriting; its result is the message that tells where the files lie.

    Args:
        article: the article.
        analysis: its analysis.
        phrases: what the dialog says.
    """

    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+s", "write", show=False),
    ]

    def __init__(self, article: Article, analysis: Analysis, phrases: Phrases) -> None:
        super().__init__(phrases("ui.export.title"), phrases("ui.dialog.close"))
        self._document = Document(article, analysis)
        self._phrases = phrases
        self._formats = formats()
        self._asked: str | None = None

    def compose(self) -> ComposeResult:
        """Formats, target, question, buttons."""
        phrases = self._phrases
        width = max(len(one.name) for one in self._formats)
        rows = [
            Option(Content.assemble((f"{one.name:<{width}}", "bold"), "  ", phrases(one.about)))
            for one in self._formats
        ]
        yield self.box(
            OptionList(*rows),
            Horizontal(
                Static(Content(phrases("ui.export.target")), classes="label"),
                Input(str(self._suggestion(0)), compact=True, select_on_focus=False),
                classes="row",
            ),
            Static(classes="question"),
            Horizontal(
                Button(phrases("ui.export.cancel"), id="cancel", compact=True),
                Button(phrases("ui.export.button"), id="write", variant="primary", compact=True),
                classes="buttons",
            ),
        )

    def on_mount(self) -> None:
        """The first format is chosen."""
        self.query_one(OptionList).highlighted = 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another format: the target's ending goes with it, unless the user gave it one of his own."""
        field = self.query_one(Input)
        target = PurePath(field.value)
        if target.suffix in {one.suffix for one in self._formats}:
            field.value = str(target.with_suffix(self._formats[event.option_index].suffix))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The format is settled: on to the target."""
        field = self.query_one(Input)
        field.focus()
        field.action_end()

    def on_input_changed(self, event: Input.Changed) -> None:
        """A question asked about another target no longer counts."""
        self._ask(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the target writes."""
        self.action_write()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Write or call it off."""
        if event.button.id == "write":
            self.action_write()
        else:
            self.dismiss(None)

    def action_write(self) -> None:
        """Write the files; where one is there already, ask first, and write when it is confirmed."""
        typed = self.query_one(Input).value.strip()
        if not typed:
            self._show(self._phrases("ui.export.no_target"))
            return
        one = self._formats[self.query_one(OptionList).highlighted or 0]
        try:
            paths = export([self._document], one.name, Path(typed).expanduser(), force=self._asked == typed)
        except ExportError as error:
            if error.key == "export.exists":
                self._ask(typed, str(error.values.get("path", typed)))
            else:
                self._show(self._phrases.say(error))
        else:
            self.dismiss(self._phrases("ui.export.done", paths=", ".join(str(path.absolute()) for path in paths)))

    def _suggestion(self, index: int) -> Path:
        """A file in the present folder, named after the article's source."""
        source = self._document.article.source
        stem = NAME if source == "-" else PurePath(source).stem or NAME
        return Path(stem + self._formats[index].suffix)

    def _ask(self, target: str | None, path: str = "") -> None:
        """Ask whether a target is to be overwritten, or no longer."""
        self._asked = target
        self.query_one("#write", Button).label = self._phrases("ui.export.overwrite" if target else "ui.export.button")
        self._show(self._phrases("ui.export.exists", path=path) if target else "")

    def _show(self, text: str) -> None:
        question = self.query_one(".question", Static)
        question.update(Content(text))
        question.display = bool(text)
