"""The format `xlsx`: the tables of `csv` as sheets of one Excel workbook.

Every text is stored as text: none is a formula (OWASP, "CSV Injection"), none is taken for a number or a day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.export.shared.rows import TABLES
from newsreader.export.shared.xml_text import allowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO, Any

    from newsreader.export.document import Document
    from newsreader.export.shared.rows import Table

LONGEST = 32_767
"""characters that a cell may hold (Excel specifications and limits), counted in UTF-16"""

SHOWN, WIDEST = 5, 30
"""rows of a sheet, and characters of a cell, that an outline shows"""

WIDTHS = {"text": 70, "note": 40, "title": 40, "source": 30, "name": 30, "actor_name": 30, "speaker": 25, "section": 30}
"""columns that are wider than others, in characters"""


def write(documents: Iterable[Document], files: Sequence[IO[bytes]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`; rows go to disk as they come."""
    from openpyxl import Workbook

    [file] = files
    book = Workbook(write_only=True)
    sheets = [(table, _sheet(book, table)) for table in TABLES]
    for document in documents:
        for table, sheet in sheets:
            for row in table.rows(document):
                sheet.append([_cell(sheet, row[column]) for column in table.columns])
    book.save(file)


def outline(document: Document) -> str:
    """What the workbook of a document holds: of each sheet the rows and columns, and how it begins."""
    parts = []
    for table in TABLES:
        rows = list(table.rows(document))
        lines = [f"[{table.name}]  {len(rows)} × {len(table.columns)}"]
        if rows:
            # A column that says the same from top to bottom, as the article's source does, would hide the others.
            columns = [name for name in table.columns if len(rows) == 1 or len({row[name] for row in rows}) > 1]
            first = [[_short(row[column]) for column in columns] for row in rows[:SHOWN]]
            lines += [" | ".join(cells) for cells in (columns, *first)] + ["…"] * (len(rows) > SHOWN)
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _short(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"


def _sheet(book: Any, table: Table) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(table.name)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(column, 14)
    head = []
    for column in table.columns:
        cell = WriteOnlyCell(sheet, column)
        cell.font = Font(bold=True)
        head.append(cell)
    sheet.append(head)
    return sheet


def _cell(sheet: Any, value: object) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, _fitting(allowed(value).replace("\r", "\n")))
    # Set afterwards, for the cell has made a formula of a text that begins with "=".
    cell.data_type = "s"
    cell.number_format = "@"
    return cell


def _fitting(text: str) -> str:
    if len(text) * 2 <= LONGEST or len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    return text.encode("utf-16-le")[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
