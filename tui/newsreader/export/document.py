"""What is exported: an article with its analysis and what a person added."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newsreader.export.choice import HIGHLIGHTS, NOTES, Choice, LayerChoice
from newsreader.export.layers import Layer, LayerName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.result import Analysis
    from newsreader.analysis.words import Sentence
    from newsreader.annotations.items import Item
    from newsreader.annotations.model import Annotation
    from newsreader.annotations.review import Review
    from newsreader.article.model import Article, Span


@dataclass(frozen=True)
class Document:
    """An article and what is known of it.

    Attributes:
        article: the article.
        analysis: what the machine found in it.
        human: what a person added, placed in this article.
        choice: what of it is exported.
        words: its sentences and tokens with what the pipeline says of them, None where nobody asked.
    """

    article: Article
    analysis: Analysis
    human: tuple[Annotation, ...] = ()
    choice: Choice = field(default_factory=Choice)
    words: tuple[Sentence, ...] | None = None

    @property
    def text(self) -> str:
        """The article's text, which all spans point into."""
        return self.article.text

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """The chosen layers, each for itself; one at least.

        A human layer without anything in it is only there if it was chosen alone.
        """
        match self.choice.layer:
            case LayerChoice.MACHINE:
                return (self._machine,)
            case LayerChoice.HUMAN:
                return (self._human,)
        return (self._machine, self._human) if self.human else (self._machine,)

    @cached_property
    def layer(self) -> Layer:
        """The chosen layer; of both, what holds: the human layer over the machine's."""
        match self.choice.layer:
            case LayerChoice.MACHINE:
                return self._machine
            case LayerChoice.HUMAN:
                return self._human
        if not self.human:
            return self._machine
        return Layer(LayerName.MERGED, self._chosen(self.review.analysis), *self._said)

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """What of a person's annotations is chosen: notes, highlights and decisions."""
        if self.choice.layer is LayerChoice.MACHINE:
            return ()
        if self.choice.everything:
            return self.human
        chosen = (self._machine, self._human)
        said = self._said[1]
        decided = {said[item].id for layer in chosen for item in layer.ids() if item in said}
        places = list(self._places()) if self.choice.actor is not None else None
        return tuple(one for one in self.human if self._wanted(one, decided, places))

    @cached_property
    def remarks(self) -> tuple[Annotation, ...]:
        """The chosen annotations that decide nothing: notes and highlights."""
        return tuple(one for one in self.annotations if one.decision is None)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text; they are cut by rule where the pipeline's are not at hand."""
        if self.words is not None:
            return self.words
        from newsreader.analysis.words import plain

        return plain(self.article)

    @cached_property
    def review(self) -> Review:
        """The human layer over the machine's, whatever is chosen."""
        from newsreader.annotations.review import reviewed

        return reviewed(self.article, self.analysis, self.human)

    def chosen(self, choice: Choice) -> Document:
        """The same with another choice."""
        return replace(self, choice=choice)

    def as_json(self) -> dict[str, Any]:
        """The document in plain dictionaries, lists, strings and numbers, in the shape `newsreader/1`.

        Its entities, actors and statements are the machine's, unless only the human layer is chosen. Where a person has
        decided anything, the key `review` tells what holds, each item with what was said about it.
        """
        from newsreader.analysis.document import results
        from newsreader.annotations.document import to_document

        layer = self._human if self.choice.layer is LayerChoice.HUMAN else self._machine
        document = to_document(self.article, layer.analysis, self.annotations)
        if self.choice.layer is LayerChoice.BOTH and self.human:
            document["review"] = results(self.layer.analysis, self.text)
            del document["review"]["notices"]
            for item in (one for items in document["review"].values() for one in items):
                item["status"] = self.layer.status_of(item["id"]).value
                item["annotator"] = self.layer.annotator_of(item["id"])
        return document

    @cached_property
    def _machine(self) -> Layer:
        machine = Layer(LayerName.MACHINE, self.choice.of(self.analysis))
        if self.choice.layer is LayerChoice.MACHINE or not self.human:
            return machine
        return replace(machine, status=self._said[0], decisions=self._said[1])

    @cached_property
    def _human(self) -> Layer:
        return Layer(LayerName.HUMAN, self._chosen(self.review.human), *self._said)

    def _chosen(self, analysis: Analysis) -> Analysis:
        return self.choice.of(analysis, frozenset(self._said[1]))

    @cached_property
    def _said(self) -> tuple[dict[str, Any], dict[str, Annotation]]:
        """What was said about each item that a person has decided about, and the annotation that did, by its id."""
        items: list[Item[Any]] = [*self.review.entities, *self.review.actors, *self.review.statements]
        by_id = {one.id: one for one in self.human}
        decided = [item for item in items if item.annotation in by_id]
        return (
            {item.value.id: item.status for item in decided},
            {item.value.id: by_id[item.annotation or ""] for item in decided},
        )

    def _wanted(self, one: Annotation, decided: set[str], places: list[Span] | None) -> bool:
        if one.decision is not None:
            return one.id in decided
        group, kind = (HIGHLIGHTS, "highlight") if one.kind == "highlight" else (NOTES, "note")
        if not self.choice.kind(group, kind):
            return False
        if not one.spans:
            return places is None and self.choice.spans is None
        return self.choice.place(one.spans) and (
            places is None or any(span.overlaps(place) for span in one.spans for place in places)
        )

    def _places(self) -> Iterator[Span]:
        """Where the chosen actor is mentioned or speaks."""
        for layer in (self._machine, self._human):
            for actor in layer.actors:
                yield from actor.mentions
            for statement in layer.statements:
                yield from statement.spans
