"""The places that are shown as hits: of a search, or of an actor's mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article.model import Span


class Hits:
    """Places in order, with a current one.

    Attributes:
        spans: the places.
        current: index of the current one, None before the first step.
        name: what they belong to: an actor's id, empty for a search.
        title: what the counter names beside the number, such as an actor's name.
    """

    def __init__(self) -> None:
        self.spans: Sequence[Span] = ()
        self.current: int | None = None
        self.name = ""
        self.title = ""

    def take(self, spans: Sequence[Span], name: str = "", title: str = "") -> None:
        """Show other places."""
        self.spans, self.current, self.name, self.title = spans, None, name, title

    def clear(self) -> None:
        """Show none."""
        self.take(())

    def step(self, by: int, here: int) -> Span | None:
        """Go on to another place, around at the ends; None if there are none.

        Args:
            by: 1 or -1.
            here: offset in code points that counts as long as no place is current: the first one from there on is next.
        """
        if not self.spans:
            return None
        if self.current is None:
            later = next((n for n, span in enumerate(self.spans) if span.start >= here), len(self.spans))
            self.current = (later if by > 0 else later - 1) % len(self.spans)
        else:
            self.current = (self.current + by) % len(self.spans)
        return self.spans[self.current]

    @property
    def counter(self) -> str:
        """Such as "3/17", with the title behind it; empty without places."""
        if not self.spans:
            return ""
        number = f"{(self.current + 1) if self.current is not None else 0}/{len(self.spans)}"
        return f"{number} {self.title}".rstrip()
