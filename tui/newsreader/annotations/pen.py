"""Making annotations: a person, an article and a clock make a change of what the user has marked and chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from newsreader.annotations.changes import Change
from newsreader.annotations.model import Anchor, Annotation, AnnotationKind, new_id, with_anchors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsreader.annotations.model import Decision
    from newsreader.article.model import Article, Span


class Keep(Enum):
    """Stands for a value that stays as it is, where None is a value of its own."""

    AS_IT_IS = "as it is"


KEEP: Final = Keep.AS_IT_IS


def now() -> datetime:
    """The time, with the zone of this machine."""
    return datetime.now().astimezone()


@dataclass(frozen=True)
class Pen:
    """What a person annotates an article with.

    Attributes:
        article: the article.
        annotator: the person's name.
        clock: gives the time with zone.
    """

    article: Article
    annotator: str
    clock: Callable[[], datetime] = now

    def anchor(self, span: Span) -> Anchor:
        """The anchor of a span (code points) of the article."""
        return Anchor.of(self.article.text, span)

    def anchors(self, spans: Iterable[Span]) -> tuple[Anchor, ...]:
        """The anchors of spans (code points) of the article."""
        return tuple(self.anchor(span) for span in spans)

    def highlight(self, spans: Iterable[Span], colour: str, *, note: str = "", tags: Iterable[str] = ()) -> Change:
        """Highlight a stretch of text.

        Args:
            spans: where, code points.
            colour: name of a colour of the configuration.
            note: Markdown.
            tags: tags.
        """
        return self.make(AnnotationKind.HIGHLIGHT, spans, colour=colour, note=note, tags=tags)

    def note(self, spans: Iterable[Span], note: str, *, tags: Iterable[str] = ()) -> Change:
        """Write a note.

        Args:
            spans: what it is about, code points; nothing if it is about the whole article.
            note: Markdown.
            tags: tags.
        """
        return self.make(AnnotationKind.NOTE, spans, note=note, tags=tags)

    def make(
        self,
        kind: AnnotationKind,
        spans: Iterable[Span] = (),
        *,
        colour: str | None = None,
        note: str = "",
        tags: Iterable[str] = (),
        decision: Decision | None = None,
    ) -> Change:
        """Make an annotation of any kind; see `Annotation` for what belongs together."""
        when = self.clock()
        return Change(
            None,
            Annotation(
                id=new_id(),
                kind=kind,
                article=self.article.id,
                source=self.article.source,
                annotator=self.annotator,
                created=when,
                modified=when,
                anchors=self.anchors(spans),
                tags=clean(tags),
                note=note.strip("\n"),
                colour=colour,
                decision=decision,
            ),
        )

    def edit(
        self,
        annotation: Annotation,
        *,
        spans: Iterable[Span] | Keep = KEEP,
        colour: str | Keep | None = KEEP,
        note: str | Keep = KEEP,
        tags: Iterable[str] | Keep = KEEP,
        decision: Decision | Keep | None = KEEP,
    ) -> Change:
        """Change an annotation. What is not named stays as it is; who made it and when stays in any case.

        Args:
            annotation: as it is, placed in this article, or an orphan of another text.
            spans: where it stands now; with them, an orphan has a place again.
            colour, note, tags, decision: as in `make`.
        """
        before = annotation
        if not isinstance(spans, Keep):
            annotation = self._put(annotation, self.anchors(spans))
        after = replace(
            annotation,
            modified=max(self.clock(), annotation.modified),
            colour=annotation.colour if isinstance(colour, Keep) else colour,
            note=annotation.note if isinstance(note, Keep) else note.strip("\n"),
            tags=annotation.tags if isinstance(tags, Keep) else clean(tags),
            decision=annotation.decision if isinstance(decision, Keep) else decision,
        )
        return Change(before, after)

    def _put(self, annotation: Annotation, anchors: tuple[Anchor, ...]) -> Annotation:
        """An annotation at another place. An orphan's other anchors have none in this article: they are left behind."""
        decision = annotation.decision
        if annotation.article != self.article.id and decision is not None:
            decision = with_anchors(annotation, lambda _: None).decision
            if decision is not None and decision.target is not None and annotation.kind is not AnnotationKind.ACTOR:
                decision = replace(decision, target=replace(decision.target, anchors=anchors))
        article, source = self.article.id, self.article.source
        return replace(annotation, article=article, source=source, anchors=anchors, decision=decision)

    def delete(self, annotation: Annotation) -> Change:
        """Delete an annotation."""
        return Change(annotation, None)


def clean(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags on one line each, without blanks around them, each once."""
    return tuple(dict.fromkeys(tag for tag in (" ".join(tag.split()) for tag in tags) if tag))
