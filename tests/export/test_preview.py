"""What is shown of an export before it is made."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from newsreader.export import Document, find, formats
from newsreader.export.preview import preview
from newsreader.export.saving import write_to


def file_of(document: Document, name: str) -> bytes:
    file = io.BytesIO()
    write_to([file], [document], find(name), many=False)
    return file.getvalue()


@pytest.mark.parametrize("name", [one.name for one in formats()])
def test_every_format_shows_something_of_the_article(reviewed: Document, name: str) -> None:
    shown = preview(reviewed, find(name))
    assert shown is not None
    assert "\0" not in shown
    assert len(shown) > 100


def test_a_workbook_is_outlined_by_its_sheets(reviewed: Document) -> None:
    shown = preview(reviewed, find("xlsx"))
    assert shown is not None
    book = load_workbook(io.BytesIO(file_of(reviewed, "xlsx")))
    blocks = dict(zip(book.sheetnames, shown.split("\n\n"), strict=True))
    for sheet in book:
        head, *lines = blocks[sheet.title].split("\n")
        assert head == f"[{sheet.title}]  {sheet.max_row - 1} × {sheet.max_column}"
        cells = [cell.value for cell in sheet[1]]
        assert set(lines[0].split(" | ")) <= set(cells)
    assert "Anna Beck" in blocks["statements"]


def test_a_doc_is_outlined_by_its_groups_of_spans(reviewed: Document) -> None:
    shown = preview(reviewed, find("spacy"))
    assert shown is not None
    [doc] = DocBin().from_bytes(file_of(reviewed, "spacy")).get_docs(Vocab())
    heads = [line for line in shown.split("\n") if not line.startswith(" ")]
    assert f"doc.ents  {len(doc.ents)}" in heads
    for name, spans in doc.spans.items():
        assert f'doc.spans["{name}"]  {len(spans)}' in heads
    assert f"  {doc.ents[0].label_:<14} {doc.ents[0].text}" in shown
