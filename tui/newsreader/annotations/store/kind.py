"""What sort of file one of the program's SQLite files is, so that several sorts share how they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.errors import StoreError

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence


@dataclass(frozen=True)
class Kind:
    """A sort of file.

    Attributes:
        name: how the keys of its phrases begin ("store").
        application: the application id in the file's header, by which it is told from other SQLite files.
        migrations: the statements that lead from each version of the schema to the next; a file of version n has had
            the first n.
        record: what stands in the bytes of such a file even when its head is gone. Without, everything that SQLite
            cannot read counts as a damaged file of this sort.
        durable: whether a power failure must not lose what was written last.
    """

    name: str
    application: int
    migrations: Sequence[str]
    record: re.Pattern[bytes] | None = None
    durable: bool = True

    def error(self, meaning: str, **values: object) -> StoreError:
        """The error with a meaning ("full"), in the words for this sort."""
        return StoreError(f"{self.name}.{meaning}", **values)
