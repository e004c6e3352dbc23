"""Makes a new store of annotations of what can be read of a damaged one."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import newsreader.annotations.store.schema as schema
import newsreader.annotations.store.writing as writing
from newsreader.annotations.changes import Change
from newsreader.annotations.document import to_json
from newsreader.annotations.store.connection import connect, transaction
from newsreader.annotations.store.salvage import salvage

if TYPE_CHECKING:
    from pathlib import Path


def rebuild(copy: Path, new: Path, timeout: float) -> tuple[str, dict[str, object]]:
    """Make a new file of what can be read of a copy.

    Args:
        copy: the damaged file, with its log beside it; both may be changed.
        new: where the new one is to lie.
        timeout: seconds to wait for another program.

    Returns:
        What the user should be told: the meaning of a `StoreError` and its values.

    Raises:
        sqlite3.Error, OSError: if the new file cannot be written.
    """
    found = salvage(copy)
    with closing(connect(new, timeout)) as connection:
        schema.prepare(connection, new, schema.ANNOTATIONS)
        with transaction(connection):
            step = writing.write(connection, [Change(None, one) for one in found.annotations.values()], found.texts)
            connection.executemany(
                "INSERT INTO history (id, revision, deleted, record) VALUES (?, ?, ?, ?)",
                [(was.id, step, gone, json.dumps({"was": to_json(was)})) for was, gone in found.history],
            )
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    return "recovered" if found.complete else "partly_recovered", {"n": len(found.annotations)}
