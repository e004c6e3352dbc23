"""The screen on which one reads: the text, the panel beside it, the line below."""

from __future__ import annotations

import gc
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.screen import Screen

from newsreader.ui.choices import Choices
from newsreader.ui.commands import BY_ID, Keymap, who
from newsreader.ui.commands.binding import screen_bindings
from newsreader.ui.jumps import Jumps
from newsreader.ui.screens.annotator import Annotator
from newsreader.ui.screens.awaiting import await_label, await_letter
from newsreader.ui.screens.bottom import Bottom
from newsreader.ui.screens.changed import Changed
from newsreader.ui.screens.desk import Desk
from newsreader.ui.screens.finder import Finder
from newsreader.ui.screens.legend import kind_name, kinds_of
from newsreader.ui.screens.notes import Notes
from newsreader.ui.screens.selector import Selector
from newsreader.ui.screens.side import Side
from newsreader.ui.widgets.reading import ReadingView
from newsreader.ui.widgets.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.analysis.result import Analysis
    from newsreader.annotations.items import Item
    from newsreader.article.model import Article, Span
    from newsreader.errors import NewsreaderError
    from newsreader.phrases import Language, Phrases
    from newsreader.ui.screens.corrector import Corrector
    from newsreader.ui.shelf import Shelf
    from newsreader.ui.tools import Tools
    from newsreader.ui.widgets.actors import ActorsPanel
    from newsreader.ui.widgets.article.page import Place
    from newsreader.ui.widgets.filter import PagedList


class ReaderScreen(Screen[None]):
    """The reader.

    Args:
        tools: what the rest of the program does for it.
        shelf: the articles, one of them open.
        keymap: the keys.
        phrases: what it says.
    """

    BINDINGS: ClassVar[list[BindingType]] = screen_bindings()

    only_text: reactive[bool] = reactive(False, init=False)
    """whether nothing but the text is to be seen"""

    def __init__(self, tools: Tools, shelf: Shelf, keymap: Keymap, phrases: Phrases) -> None:
        super().__init__()
        self.tools = tools
        self.shelf = shelf
        self.keymap = keymap
        self.phrases = phrases
        self.choices = Choices(tools.state)
        self.view = ReadingView()
        self.status = StatusLine()
        self.side = Side(self)
        self.finder = Finder(self)
        self.selector = Selector(self)
        self.annotator = Annotator(self)
        self.notes = Notes(self)
        self.bottom = Bottom(self)
        self.changed = Changed(self)
        self.desk = Desk(self)
        self.jumps = Jumps()
        self.marks: dict[str, int] = {}
        self.left_off: int | None = None
        self._ready = False
        self._early: list[str] = []

    def compose(self) -> ComposeResult:
        """The text, the panel's place, the status line."""
        with Horizontal(id="page"):
            yield self.view
            yield Vertical(id="side")
        yield self.status

    def on_mount(self) -> None:
        """Get the text on the screen; everything that can wait comes after the first frame."""
        config, view = self.tools.config, self.view
        view.text_width = int(self.choices.get("width", str(config.width)))
        view.hyphenation = self.choices.get("hyphenation", str(config.hyphenation)) == "True"
        chosen = self.choices.get("highlight", ",".join(config.highlight))
        view.highlighted = frozenset(filter(None, chosen.split(",")))
        view.min_confidence = float(self.choices.get("min_confidence", str(config.min_confidence)))
        self.desk.show()
        view.focus()
        self.call_after_refresh(self._settle)

    def on_unmount(self) -> None:
        """The place is kept; nobody waits for an analysis any more."""
        self.desk.remember()
        self.desk.study.close()
        self.desk.looker.close()
        self.annotator.close()

    async def _settle(self) -> None:
        """After the first frame: the panel, the analysis, and what was typed in the meantime."""
        # What has been imported stays: looking through it for garbage would hold up a page-down by 60 ms.
        gc.freeze()
        gc.enable()
        await self.side.mount()
        self.desk.begin()
        self._ready = True
        early, self._early = self._early, []
        for command in early:
            self.action_command(command)

    # What the commands and the screen's helpers work with

    @property
    def article(self) -> Article:
        """The open article."""
        return self.shelf.current

    @property
    def analysis(self) -> Analysis | None:
        """What holds of its analysis, the human layer over the machine's; None as long as there is none."""
        return self.annotator.analysis or self.desk.study.analysis

    @cached_property
    def corrector(self) -> Corrector:
        """What turns the user's decisions into changes; nothing of it is needed before the first one."""
        from newsreader.ui.screens.corrector import Corrector

        return Corrector(self)

    @property
    def panel(self) -> ActorsPanel:
        """The panel. Commands run only when it is there."""
        assert self.side.panel is not None
        return self.side.panel

    @property
    def is_ready(self) -> bool:
        """Whether the panel stands; keys that come before wait for it."""
        return self._ready

    @property
    def in_list(self) -> bool:
        """Whether keys go to the list of actors."""
        return self.side.focused

    @property
    def in_notes(self) -> bool:
        """Whether keys go to the list of annotations."""
        return self.side.notes is not None and self.listed is self.side.notes.list

    @property
    def listed(self) -> PagedList | None:
        """The list to which keys go, None if they go elsewhere."""
        return self.side.list

    @property
    def here(self) -> int:
        """Where looking for the next thing begins: where one was taken away, else the first visible character."""
        visible = self.view.visible_span
        left = self.left_off
        return left if left is not None and visible.start <= left < visible.end else visible.start

    def leave(self) -> None:
        """Note the present place, which a jump is about to leave."""
        self.jumps.leave(self.view.top_offset)

    def go(self, offset: int, *, place: Place = "third") -> None:
        """Jump to an offset (code points) so that one can come back."""
        self.leave()
        self.view.go_to(offset, place=place)

    def say(self, key: str, **values: object) -> None:
        """A passing message in the status line, by the key of its phrase."""
        self.say_raw(self.phrases(key, **values))

    def say_missing(self, key: str) -> None:
        """That something is not there, by the key of its phrase; or, without an analysis, that nothing can be there."""
        missing = "ui.say.no_analysis" if self.desk.study.pending else "ui.panel.failed"
        self.say(key if self.analysis else missing)

    def say_raw(self, message: str) -> None:
        """A passing message in the status line, as it is."""
        self.status.say(message)

    def label(self, label: str) -> str:
        """What a kind of name is called."""
        return kind_name(label, self.phrases)

    def decided(self, item: Item[Any] | None, label: str) -> str:
        """What something is called, with the sign of what a person has said about it."""
        if item is None or item.annotation is None:
            return label
        from newsreader.ui.annotating.signs import STATUS

        return f"{label} {STATUS[item.status]} {self.phrases(f'ui.decided.{item.status}')}"

    def kinds(self) -> dict[str, int]:
        """How many names of each kind the article has."""
        return kinds_of(self.analysis)

    def note(self, text: str) -> None:
        """What stands in the status line until something else does: a counter, the marked statement."""
        self.status.note = text

    def tell(self, error: NewsreaderError) -> None:
        """Tell what went wrong."""
        self.notify(self.phrases.say(error), severity="error", timeout=8, markup=False)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        self.app.copy_to_clipboard(text)

    def await_letter(self, question: str, receiver: Callable[[str], None], **values: object) -> None:
        """Ask for a letter."""
        await_letter(self, question, receiver, **values)

    def await_label(self, labels: Mapping[str, Span], receiver: Callable[[Span], None]) -> None:
        """Show labels over places and wait for one."""
        await_label(self, labels, receiver)

    def open_find(self) -> None:
        """Let the user type what to find."""
        self.call_later(self.finder.open)

    def highlight(self, labels: frozenset[str]) -> None:
        """Highlight other kinds of names."""
        self.view.highlighted = labels
        self.choices.set("highlight", ",".join(self.tools.config.highlight), ",".join(sorted(labels)))
        self.bottom.explain()

    def trust(self, least: float) -> None:
        """Show only statements of which the analysis is at least so sure (0 to 1)."""
        self.view.min_confidence = least
        self.choices.set("min_confidence", str(self.tools.config.min_confidence), str(least))
        self.side.fill()
        self.bottom.explain()

    def speak(self, language: Language) -> None:
        """Change the interface's language."""
        self.phrases = type(self.phrases)(language)
        self.panel.speak(self.phrases)
        self.notes.panel.speak(self.phrases)
        self.finder.speak()
        self.desk.speak()
        self.side.fill()
        self.bottom.explain()
        self.bottom.locate()

    def show_actor(self, identifier: str) -> None:
        """Show an actor's mentions as hits, go to the next one, and his row in the panel."""
        who.show_mentions(self, identifier)
        self.panel.reveal(identifier)

    def action_command(self, identifier: str) -> None:
        """Run a command; one that was typed before the panel stands waits for it."""
        if not self._ready:
            self._early.append(identifier)
        elif run := BY_ID[identifier].run:
            run(self)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the panel to the new size."""
        self.side.arrange(self.size)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click into the text sends away the panel that covers it."""
        if event.widget is self.view and self.side.narrow and self.side.shown:
            self.side.leave()

    def watch_only_text(self, only: bool) -> None:
        """Hide or show everything around the text."""
        self.set_class(only, "-only-text")
        self.side.arrange(self.size)
