"""Which untouched items a filter lets through, to confirm or reject all of them at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.items import Status
from newsreader.annotations.model import ItemKind
from newsreader.ui.find import pattern

if TYPE_CHECKING:
    from newsreader.analysis.result import Entity, Statement
    from newsreader.annotations.items import Item
    from newsreader.annotations.review import Review
    from newsreader.article.model import Article


@dataclass(frozen=True, slots=True)
class Filter:
    """What an item must be.

    Attributes:
        what: statements or entities.
        kind: the statement's kind or the entity's label; empty for any.
        actor: id of the actor; empty for any.
        words: what its text must hold, spelt as `find.pattern` allows; empty for anything.
        least: how sure the machine must be of a statement, 0 to 1.
    """

    what: ItemKind = ItemKind.STATEMENT
    kind: str = ""
    actor: str = ""
    words: str = ""
    least: float = 0.0


def matching(article: Article, review: Review, wanted: Filter) -> list[Item[Statement]] | list[Item[Entity]]:
    """The items that nobody has decided about yet and that a filter lets through."""
    search = pattern(wanted.words.strip()).search

    def fits(item: Item[Statement] | Item[Entity], kind: str, text: str) -> bool:
        return (
            item.status is Status.UNTOUCHED
            and wanted.kind in ("", kind)
            and wanted.actor in ("", item.value.actor)
            and search(text) is not None
        )

    if wanted.what is ItemKind.ENTITY:
        return [one for one in review.entities if fits(one, one.value.kind, one.value.span.of(article.text))]
    return [
        one
        for one in review.statements
        if one.value.confidence >= wanted.least
        and fits(one, one.value.kind, " ".join(span.of(article.text) for span in one.value.spans))
    ]
