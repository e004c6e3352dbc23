"""When a statement without a speaker of its own goes on with the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.result import StatementKind

if TYPE_CHECKING:
    from newsreader.analysis.result import Statement

_NEAR = 3
"""code points, white space aside: closing marks that may stand between two statements of one speaker"""


def continues(text: str, before: Statement, statement: Statement) -> bool:
    """Whether a statement without a speaker is made by who made the one before.

    A whole sentence in the subjunctive always goes on with somebody; direct speech does if it follows immediately in
    the same paragraph.
    """
    if statement.parent is not None and statement.parent != before.parent:
        return False
    end = max((span.end for span in (*before.spans, *before.frame)), default=0)
    gap = text[end : statement.spans[0].start] if statement.spans[0].start > end else ""
    if "\n\n" in gap:
        return False
    if statement.kind in {StatementKind.INDIRECT_FREE_INDIRECT, StatementKind.FREE_INDIRECT}:
        return gap.count(". ") <= 1
    return statement.kind is StatementKind.DIRECT and len("".join(gap.split())) <= _NEAR
