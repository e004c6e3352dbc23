"""CSV and XLSX as pandas and openpyxl read them."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pandas
import pytest
from tests.export.writing import packed

from newsreader.analysis.result import Actor, ActorKind
from newsreader.export import export
from newsreader.export.shared.rows import TABLES
from newsreader.export.shared.xml_text import allowed
from newsreader.export.writers.csv_tables import harmless

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.export import Document


def csv_tables(folder: Path, *documents: Document) -> dict[str, pandas.DataFrame]:
    """The tables of an export, as pandas reads them; empty cells stay empty texts."""
    paths = export(documents, "csv", folder / "aus.csv", force=True)
    frames = [pandas.read_csv(path, keep_default_na=False) for path in paths]
    return {table.name: frame for table, frame in zip(TABLES, frames, strict=True)}


def sheets(*documents: Document) -> dict[str, pandas.DataFrame]:
    data = packed("xlsx", *documents)
    return {str(k): v for k, v in pandas.read_excel(io.BytesIO(data), sheet_name=None, keep_default_na=False).items()}


def test_pandas_reads_every_table_of_every_case(case: Document, reviewed: Document, tmp_path: Path) -> None:
    frames = csv_tables(tmp_path, case, reviewed)
    text = case.text
    rows = frames["statements"]
    mine = rows[rows["article"] == case.article.id]
    assert len(mine[mine["layer"] == "machine"]) == len(case.analysis.statements)
    for (_, row), one in zip(mine.iterrows(), case.analysis.statements, strict=False):
        assert text[row["start"] : row["end"]] == text[one.spans[0].start : one.spans[-1].end]
        whole = " ".join(span.of(text) for span in one.spans)
        assert row["text"] in (whole, f"'{whole}")
    entities = frames["entities"]
    machine = entities[(entities["article"] == case.article.id) & (entities["layer"] == "machine")]
    assert len(machine) == len(case.analysis.entities)


def test_excel_reads_the_same_as_text(case: Document, reviewed: Document) -> None:
    book = openpyxl.load_workbook(io.BytesIO(packed("xlsx", case, reviewed)))
    assert book.sheetnames == [table.name for table in TABLES]
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    column = TABLES[0].columns.index("text")
    texts = [row[column] for row in book["statements"].iter_rows(min_row=2, values_only=True)]
    wholes = [" ".join(span.of(case.text) for span in one.spans) for one in case.analysis.statements]
    assert texts[: len(wholes)] == [allowed(whole) for whole in wholes]


def test_layers_and_what_was_decided_are_columns(reviewed: Document, tmp_path: Path) -> None:
    for frames in (csv_tables(tmp_path, reviewed), sheets(reviewed)):
        rows = frames["statements"]
        found = [(row["statement"], row["layer"], row["status"]) for _, row in rows.iterrows()]
        assert found == [
            ("s1", "machine", "confirmed"),
            ("s2", "machine", "corrected"),
            ("s3", "machine", "rejected"),
            ("s1", "human", "confirmed"),
            ("s2", "human", "corrected"),
        ]
        confirmed = rows[(rows["layer"] == "human") & (rows["statement"] == "s1")].iloc[0]
        assert confirmed["note"].startswith('Erste Zeile mit "Zitat"')
        assert confirmed["note"].endswith("# dritte")
        assert "\n=zweite" in confirmed["note"]
        assert confirmed["tags"] == "zu prüfen, Kern"
        assert confirmed["annotator"] == "Jo Ögel"
        assert list(frames["annotations"]["kind"]) == ["statement"] * 3 + ["entity", "highlight", "note", "note"]


def test_na_stays_text(document: Document, tmp_path: Path) -> None:
    actors = (Actor("a1", "NA", ActorKind.PERSON, "N/A"),)
    changed = replace(document, analysis=replace(document.analysis, actors=actors))
    for frames in (csv_tables(tmp_path, changed), sheets(changed)):
        assert list(frames["actors"]["name"]) == ["NA"]
        assert frames["statements"].iloc[0]["actor_name"] == "NA"


def test_a_formula_is_text(document: Document, tmp_path: Path) -> None:
    assert csv_tables(tmp_path, document)["statements"].iloc[0]["text"] == "'=Ja"
    book = openpyxl.load_workbook(io.BytesIO(packed("xlsx", document)))
    cell = book["statements"].cell(2, 1 + TABLES[0].columns.index("text"))
    assert (cell.value, cell.data_type, cell.number_format) == ("=Ja", "s", "@")


def test_a_text_longer_than_a_cell_is_cut(document: Document) -> None:
    actors = (Actor("a1", "😀" * 20_000, ActorKind.PERSON),)
    changed = replace(document, analysis=replace(document.analysis, actors=actors))
    name = sheets(changed)["actors"]["name"][0]
    assert name == "😀" * 16_383 + "…"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_cell_is_never_a_formula(start: str) -> None:
    assert harmless(f"{start}1+1") == f"'{start}1+1"
    assert harmless(-5) == -5
    assert harmless(None) == ""
    assert harmless("a=b") == "a=b"
