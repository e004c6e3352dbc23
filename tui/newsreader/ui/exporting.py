"""What the export dialog offers: what of the article, which layer, which kinds; and what was chosen the last time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from newsreader.article.sources import STANDARD_INPUT, is_address
from newsreader.export import Choice, LayerChoice, Words
from newsreader.export.choice import HIGHLIGHTS, NAMES, NOTES, STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.analysis.words import Sentence
    from newsreader.article.model import Article, Span
    from newsreader.export import Document, Format
    from newsreader.phrases import Phrases
    from newsreader.ui.choices import Choices

ALL, SELECTION, ACTOR = "all", "selection", "actor:"
"""values of what is exported; an actor's id follows"""

NAME = "newsreader"
"""name of the file for an article without a name"""


@dataclass(frozen=True)
class Offer:
    """What there is to export.

    Attributes:
        document: the article with both layers.
        selection: the selected part of the text, None for none.
        actor: id of the actor who is chosen in the list, None for none.
        min_confidence: how sure the analysis must be of a statement that is shown, 0 to 1.
        words: gives the sentences of an article with what the pipeline says of their tokens; slow.
    """

    document: Document
    selection: Span | None = None
    actor: str | None = None
    min_confidence: float = 0.0
    words: Callable[[Article], tuple[Sentence, ...] | None] = lambda article: None

    def parts(self, phrases: Phrases) -> list[tuple[str, str]]:
        """What can be exported, as label and value: all, the selection, each actor who is quoted."""
        layer = self.document.layer
        rows = [(phrases("ui.export.all"), ALL)]
        if self.selection is not None:
            rows.append((phrases("ui.export.selection"), SELECTION))
        quoted = {one.actor for one in layer.statements} | {self.actor}
        rows += [(actor.name, f"{ACTOR}{actor.id}") for actor in layer.actors if actor.id in quoted]
        return rows

    @property
    def part(self) -> str:
        """What is offered first: what is selected or chosen, else all."""
        if self.selection is not None:
            return SELECTION
        known = {actor.id for actor in self.document.layer.actors}
        return f"{ACTOR}{self.actor}" if self.actor in known else ALL

    def kinds(self, phrases: Phrases, label: Callable[[str], str]) -> list[tuple[str, str]]:
        """The kinds that the article has, as label and value, the groups before them."""
        layer = self.document.layer
        rows = [(phrases("ui.export.every_kind"), ALL)]
        rows += [(phrases(f"ui.export.{group}"), group) for group in (STATEMENTS, NAMES)]
        if self.document.human:
            rows.append((phrases("ui.export.notes"), f"{NOTES},{HIGHLIGHTS}"))
        statements = dict.fromkeys(one.kind.value for one in layer.statements)
        rows += [(phrases(f"export.kind.{kind}"), kind) for kind in statements]
        rows += [(label(kind), kind) for kind in dict.fromkeys(one.kind for one in layer.entities)]
        return rows

    def chosen(self, part: str, layer: str, kinds: str) -> Document:
        """The document with what was chosen of it."""
        choice = Choice(
            LayerChoice(layer),
            self.min_confidence,
            None if kinds == ALL else frozenset(kinds.split(",")),
            part.removeprefix(ACTOR) if part.startswith(ACTOR) else None,
            (self.selection,) if part == SELECTION and self.selection is not None else None,
        )
        return self.document.chosen(choice)

    def with_words(self, document: Document, one: Format) -> Document:
        """The document with its tokens, where the format is about them. Slow: call it in a thread."""
        from dataclasses import replace

        if one.words is not Words.TAGGED:
            return document
        return replace(document, words=self.words(document.article))


class Memory:
    """What was chosen in the dialog the last time.

    Args:
        choices: where it is kept.
    """

    def __init__(self, choices: Choices) -> None:
        self._choices = choices

    @property
    def format(self) -> str:
        """Name of the format."""
        return self._choices.get("export_format", "json")

    @property
    def layer(self) -> str:
        """Which layer."""
        layer = self._choices.get("export_layer", "both")
        return layer if layer in set(LayerChoice) else "both"

    @property
    def kinds(self) -> str:
        """Which kinds."""
        return self._choices.get("export_kinds", ALL)

    @property
    def folder(self) -> Path:
        """The folder of the last target, if it is still there; else the present one."""
        folder = Path(self._choices.get("export_folder", ""))
        return folder if folder.is_dir() else Path()

    def keep(self, one: Format, layer: str, kinds: str) -> None:
        """Note what was chosen."""
        self._choices.set("export_format", "json", one.name)
        self._choices.set("export_layer", "both", layer)
        self._choices.set("export_kinds", ALL, kinds)

    def keep_folder(self, target: Path) -> None:
        """Note where it was written."""
        self._choices.set("export_folder", "", str(target.absolute().parent))


def suggestion(source: str, folder: Path, one: Format) -> Path:
    """A file named after an article's source."""
    name = PurePath(source.partition("?")[0]) if is_address(source) else PurePath(source)
    stem = NAME if source == STANDARD_INPUT else name.stem or NAME
    return folder / (stem + one.suffix)
