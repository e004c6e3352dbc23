"""Why the program takes something for a statement, and how it came to the actor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsreader.ui.dialogs.dialog import Dialog
from newsreader.ui.grouping import first_words, titled
from newsreader.ui.widgets.article.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from newsreader.analysis.result import Analysis, Statement
    from newsreader.article.model import Article, Span
    from newsreader.phrases import Phrases


class WhyDialog(Dialog[None]):
    """The explanation of a statement.

    Args:
        article: the article.
        analysis: its analysis.
        statement: one of its statements.
        phrases: what the dialog says.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("w", "close", show=False)]

    def __init__(self, article: Article, analysis: Analysis, statement: Statement, phrases: Phrases) -> None:
        super().__init__(phrases("ui.why.title"), phrases("ui.dialog.close"))
        self._article = article
        self._analysis = analysis
        self._statement = statement
        self._phrases = phrases

    def compose(self) -> ComposeResult:
        """The statement's first words, and a line for each thing that is known."""
        head = Content.styled(f"{SIGNS[self._statement.kind]} {first_words(self._article, self._statement)}", "italic")
        rows = [
            Horizontal(Static(Content(name), classes="name"), Static(Content(value), classes="value"), classes="fact")
            for name, value in self.facts()
        ]
        yield self.box(VerticalScroll(Static(head, classes="head"), *rows, id="dialog-body"))

    def facts(self) -> Iterator[tuple[str, str]]:
        """What is known, as names and values."""
        statement, say = self._statement, self._phrases
        yield say("ui.why.kind"), say(f"ui.why.kind.{statement.kind}")
        if statement.medium:
            yield say("ui.why.medium"), say(f"ui.why.medium.{statement.medium}")
        speaker = self._words([statement.speaker] if statement.speaker else [])
        yield say("ui.why.speaker"), speaker or say("ui.why.no_speaker")
        if actor := self._analysis.actor(statement.actor):
            yield say("ui.why.actor"), titled(actor)
        if statement.reason:
            yield say("ui.why.reason"), self._named("reason", statement.reason)
        yield say("ui.why.cue"), self._words(statement.cue) or say("ui.why.no_cue")
        if statement.frame:
            yield say("ui.why.frame"), self._words(statement.frame)
        if statement.addressee:
            yield say("ui.why.addressee"), self._words(statement.addressee)
        if statement.rule:
            yield say("ui.why.rule"), self._named("rule", statement.rule)
        if parent := next((s for s in self._analysis.statements if s.id == statement.parent), None):
            yield say("ui.why.parent"), f"{SIGNS[parent.kind]} {first_words(self._article, parent)}"
        yield say("ui.why.confidence"), say("ui.status.percent", n=round(100 * statement.confidence))

    def _words(self, spans: Sequence[Span]) -> str:
        return " … ".join(" ".join(span.of(self._article.text).split()) for span in spans)

    def _named(self, sort: str, name: str) -> str:
        """What a construction or a reason is called, part by part; a part without a phrase is its own name."""
        parts = []
        for part in name.split(", "):
            try:
                parts.append(self._phrases(f"ui.why.{sort}.{re.sub(r'[^a-z]+', '_', part.lower())}"))
            except KeyError:
                parts.append(part)
        return ", ".join(parts)
