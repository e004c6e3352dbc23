"""The format `csv`: tables of statements, entities, actors and annotations, for R, pandas and spreadsheets.

Cells that a spreadsheet would take for a formula get an apostrophe in front (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from newsreader.export.shared.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO

    from newsreader.export.document import Document

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`; each table has a file."""
    tables = [(table, csv.writer(file, lineterminator="\r\n")) for table, file in zip(TABLES, files, strict=True)]
    for table, writer in tables:
        writer.writerow(table.columns)
    for document in documents:
        for table, writer in tables:
            writer.writerows([harmless(row[column]) for column in table.columns] for row in table.rows(document))


def harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula; numbers and a lone "-" stay, None is an empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, str) and cell != "-" and cell.startswith(FORMULA_STARTS):
        return "'" + cell
    return cell
