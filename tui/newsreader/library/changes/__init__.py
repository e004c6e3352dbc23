"""What has changed between two versions of an article."""

from newsreader.library.changes.comparing import compare
from newsreader.library.changes.model import (
    Changes,
    Counts,
    Fact,
    FactName,
    Piece,
    Role,
    Row,
    RowKind,
    SectionChange,
    StatementChange,
)

__all__ = [
    "Changes",
    "Counts",
    "Fact",
    "FactName",
    "Piece",
    "Role",
    "Row",
    "RowKind",
    "SectionChange",
    "StatementChange",
    "compare",
]
