"""What of a document is exported: which layer, which kinds, how sure, whose, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from newsreader.analysis.result import Analysis, StatementKind
from newsreader.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.analysis.result import Actor, Entity, Statement
    from newsreader.article.model import Span

NAMES, STATEMENTS, NOTES, HIGHLIGHTS = "names", "statements", "notes", "highlights"
ENTITY_KINDS = ("PER", "ORG", "LOC", "MISC", "DATE", "TIME", "MONEY", "QUANTITY", "PERCENT")
KINDS = (NAMES, *ENTITY_KINDS, STATEMENTS, *(kind.value for kind in StatementKind), NOTES, HIGHLIGHTS)
"""what can be chosen: a group, an entity's label, a kind of statement"""


class LayerChoice(StrEnum):
    """Which layer is exported."""

    MACHINE = "machine"
    HUMAN = "human"
    BOTH = "both"


@dataclass(frozen=True)
class Choice:
    """What is exported.

    Attributes:
        layer: the machine's layer, the human one, or both.
        min_confidence: statements that the machine is less sure of are left out, 0 to 1. What a person has decided
            about has no such limit.
        kinds: the kinds of names, statements and notes, see `KINDS`; None for all.
        actor: id of an actor: only he, his statements and mentions.
        spans: only what shares a code point with one of these stretches; None for the whole text.
    """

    layer: LayerChoice = LayerChoice.BOTH
    min_confidence: float = 0.0
    kinds: frozenset[str] | None = None
    actor: str | None = None
    spans: tuple[Span, ...] | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out of a layer."""
        return not self.min_confidence and self.kinds is None and self.actor is None and self.spans is None

    def kind(self, group: str, kind: str) -> bool:
        """Whether a kind is chosen, itself or by its group."""
        return self.kinds is None or group in self.kinds or kind in self.kinds

    def place(self, spans: Iterable[Span]) -> bool:
        """Whether something stands where something is chosen; what stands nowhere belongs to the whole article."""
        if self.spans is None:
            return True
        return any(span.overlaps(chosen) for span in spans for chosen in self.spans)

    def of(self, analysis: Analysis, decided: frozenset[str] = frozenset()) -> Analysis:
        """An analysis with what is chosen of it.

        Nothing refers to what was left out: a statement whose parent is missing has none, and only the actors remain
        whom something that is left mentions.

        Args:
            analysis: a layer.
            decided: ids of what a person has decided about.
        """
        if self.everything:
            return analysis
        statements = tuple(one for one in analysis.statements if self._statement(one, one.id in decided))
        entities = tuple(one for one in analysis.entities if self._entity(one))
        left = {one.id for one in statements}
        named = {one.actor for one in statements} | {one.actor for one in entities}
        return replace(
            analysis,
            entities=entities,
            actors=tuple(one for one in analysis.actors if self._actor(one, named)),
            statements=tuple(one if one.parent in left else replace(one, parent=None) for one in statements),
        )

    def _statement(self, one: Statement, decided: bool) -> bool:
        return (
            (decided or one.confidence >= self.min_confidence)
            and self.kind(STATEMENTS, one.kind.value)
            and self.actor in (None, one.actor)
            and self.place(one.spans)
        )

    def _entity(self, one: Entity) -> bool:
        return self.kind(NAMES, one.kind) and self.actor in (None, one.actor) and self.place((one.span,))

    def _actor(self, one: Actor, named: set[str | None]) -> bool:
        if self.actor is not None:
            return one.id == self.actor
        return one.id in named


def kinds(words: str) -> frozenset[str]:
    """The kinds in a list with commas, in any case ("per, ORG,direct").

    Raises:
        ExportError: if one of them is not known.
    """
    known = {kind.lower(): kind for kind in KINDS}
    asked = [word.strip() for word in words.split(",") if word.strip()]
    for word in asked:
        if word.lower() not in known:
            raise ExportError("export.unknown_kind", kind=word, known=", ".join(KINDS))
    return frozenset(known[word.lower()] for word in asked)
