"""Writing what is known of the article to a file, or to the clipboard."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, OptionList, Select, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from newsreader.errors import ExportError, NewsreaderError
from newsreader.export import LayerChoice, export, formats
from newsreader.export.preview import preview, whole
from newsreader.ui.dialogs.dialog import Dialog
from newsreader.ui.exporting import ALL, Memory, Offer, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from newsreader.export import Document, Format
    from newsreader.phrases import Phrases

LINES = 40
"""lines of the preview"""

TAB = 4
"""columns that a tab in the preview takes"""


class ExportDialog(Dialog[str]):
    """Asks what goes where in which format, shows how it begins, and asks before overwriting.

    Its result is the message that tells where the files lie.

    Args:
        offer: what there is to export.
        memory: what was chosen the last time.
        phrases: what the dialog says.
        label: what a kind of name is called.
        copy: puts a text on the clipboard.
    """

    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+s", "write", show=False),
        Binding("y", "copy", show=False),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012 - no class variable in Textual either

    @dataclass
    class Previewed(Message):
        """How the export begins."""

        text: str
        """its first lines, or why there are none"""

    @dataclass
    class Finished(Message):
        """The export is made, or could not be."""

        paths: tuple[Path, ...] = ()
        """the files that were written"""
        copied: str | None = None
        """what goes to the clipboard"""
        error: NewsreaderError | None = None
        """why nothing was made"""

    def __init__(
        self,
        offer: Offer,
        memory: Memory,
        phrases: Phrases,
        *,
        label: Callable[[str], str],
        copy: Callable[[str], None],
    ) -> None:
        super().__init__(phrases("ui.export.title"), phrases("ui.export.hint"))
        self._offer = offer
        self._memory = memory
        self._phrases = phrases
        self._label = label
        self._copy = copy
        self._formats = formats()
        self._asked: str | None = None
        self._busy = False

    def compose(self) -> ComposeResult:
        """Formats, what of the article, preview, target, question, buttons."""
        phrases, memory = self._phrases, self._memory
        width = max(len(one.name) for one in self._formats)
        rows = [
            Option(Content.assemble((f"{one.name:<{width}}", "bold"), "  ", phrases(one.about)))
            for one in self._formats
        ]
        kinds = self._offer.kinds(phrases, self._label)
        remembered = memory.kinds if memory.kinds in {value for _, value in kinds} else ALL
        layers = [(phrases(f"ui.export.layer.{layer}"), layer.value) for layer in reversed(LayerChoice)]
        target = suggestion(self._offer.document.article.source, memory.folder, self._format_named(memory.format))
        yield self.box(
            OptionList(*rows, id="formats"),
            Horizontal(
                self._select("part", self._offer.parts(phrases), self._offer.part),
                self._select("kinds", kinds, remembered),
                self._select("layer", layers, memory.layer),
                classes="row selects",
            ),
            VerticalScroll(Static(id="preview"), can_focus=False, classes="preview"),
            Horizontal(
                Static(Content(phrases("ui.export.target")), classes="label"),
                Input(str(target), compact=True, select_on_focus=False),
                classes="row",
            ),
            Static(classes="question"),
            Horizontal(
                Button(phrases("ui.export.cancel"), id="cancel", compact=True),
                Button(phrases("ui.export.copy"), id="copy", compact=True),
                Button(phrases("ui.export.button"), id="write", variant="primary", compact=True),
                classes="buttons",
            ),
        )

    @staticmethod
    def _select(name: str, rows: list[tuple[str, str]], value: str) -> Select[str]:
        # A plain string would be read as markup.
        options = [(Content(label), row) for label, row in rows]
        return Select(options, value=value, allow_blank=False, compact=True, id=name)

    def on_mount(self) -> None:
        """The format of the last time is chosen."""
        names = [one.name for one in self._formats]
        self.query_one("#formats", OptionList).highlighted = names.index(self._format_named(self._memory.format).name)

    # What the user does

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another format: the target's ending goes with it, unless the user gave it one of his own."""
        if event.option_list.id != "formats":
            return
        field = self.query_one(Input)
        target = PurePath(field.value)
        if target.suffix in {one.suffix for one in self._formats}:
            field.value = str(target.with_suffix(self._formats[event.option_index].suffix))
        self._show_preview()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The format is settled: on to the target."""
        if event.option_list.id == "formats":
            field = self.query_one(Input)
            field.focus()
            field.action_end()

    def on_select_changed(self) -> None:
        """Something else is chosen of the article."""
        self._ask(None)
        self._show_preview()

    def on_input_changed(self, event: Input.Changed) -> None:
        """A question asked about another target no longer counts."""
        self._ask(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the target writes."""
        self.action_write()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Write, copy, or call it off."""
        match event.button.id:
            case "write":
                self.action_write()
            case "copy":
                self.action_copy()
            case _:
                self.dismiss(None)

    def action_write(self) -> None:
        """Write the files; where one is there already, ask first, and write when it is confirmed."""
        typed = self.query_one(Input).value.strip()
        if not typed:
            self._show(self._phrases("ui.export.no_target"))
        elif not self._busy:
            self._begin()
            self._write(self._chosen(), self._format, Path(typed).expanduser(), force=self._asked == typed)

    def action_copy(self) -> None:
        """Put the first of the files on the clipboard."""
        if not self._busy:
            self._begin()
            self._make_copy(self._chosen(), self._format)

    # What the workers do and tell

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _preview(self, document: Document, one: Format) -> None:
        try:
            text = preview(document, one)
            shown = self._phrases("ui.export.no_text") if text is None else "\n".join(text.split("\n")[:LINES])
        except NewsreaderError as error:
            shown = self._phrases.say(error)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Previewed(shown))

    @work(thread=True, group="export", exit_on_error=False)
    def _write(self, document: Document, one: Format, target: Path, *, force: bool) -> None:
        try:
            document = self._offer.with_words(document, one)
            self.post_message(self.Finished(tuple(export([document], one.name, target, force=force))))
        except NewsreaderError as error:
            self.post_message(self.Finished(error=error))

    @work(thread=True, group="export", exit_on_error=False)
    def _make_copy(self, document: Document, one: Format) -> None:
        try:
            text = whole(self._offer.with_words(document, one), one)
            self.post_message(self.Finished(copied="" if text is None else text))
        except NewsreaderError as error:
            self.post_message(self.Finished(error=error))

    def on_export_dialog_previewed(self, message: Previewed) -> None:
        """Show how it begins."""
        self.query_one("#preview", Static).update(Content(message.text.expandtabs(TAB)))
        self.query_one(".preview", VerticalScroll).scroll_home(animate=False)

    def on_export_dialog_finished(self, message: Finished) -> None:
        """Close, or tell what went wrong; where a file is there already, ask."""
        self._busy = False
        phrases, one = self._phrases, self._format
        error = message.error
        if isinstance(error, ExportError) and error.key == "export.exists":
            self._ask(self.query_one(Input).value.strip(), str(error.values.get("path", "")))
        elif error is not None:
            self._show(phrases.say(error))
        elif message.copied == "":
            self._show(phrases("ui.export.no_copy", format=one.name))
        else:
            self._memory.keep(one, self._value("layer"), self._value("kinds"))
            if message.copied is not None:
                self._copy(message.copied)
                self.dismiss(phrases.count("ui.say.copied", len(message.copied)))
            else:
                self._memory.keep_folder(message.paths[0])
                paths = ", ".join(str(path.absolute()) for path in message.paths)
                self.dismiss(phrases("ui.export.done", paths=paths))

    # What there is

    @property
    def _format(self) -> Format:
        return self._formats[self.query_one("#formats", OptionList).highlighted or 0]

    def _format_named(self, name: str) -> Format:
        return next((one for one in self._formats if one.name == name), self._formats[0])

    def _value(self, name: str) -> str:
        return str(self.query_one(f"#{name}", Select).value)

    def _chosen(self) -> Document:
        return self._offer.chosen(self._value("part"), self._value("layer"), self._value("kinds"))

    def _show_preview(self) -> None:
        if self.query("#preview"):
            self._preview(self._chosen(), self._format)

    def _begin(self) -> None:
        self._busy = True
        self._show(self._phrases("ui.export.busy"))

    def _ask(self, target: str | None, path: str = "") -> None:
        """Ask whether a target is to be overwritten, or no longer."""
        self._asked = target
        self.query_one("#write", Button).label = self._phrases("ui.export.overwrite" if target else "ui.export.button")
        self._show(self._phrases("ui.export.exists", path=path) if target else "")

    def _show(self, text: str) -> None:
        question = self.query_one(".question", Static)
        question.update(Content(text))
        question.display = bool(text)
