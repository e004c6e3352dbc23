"""PDF files: text, running heads, hyphens, and files that cannot be read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from newsreader.article import read
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path

ONE = [
    "Brackenheimer Bote - Seite 1",
    "Rat verschiebt den Umbau",
    "18.02.2025, 21:40 Uhr",
    "Der Stadtrat hat den Umbau des Wasser-",
    "werks am Dienstagabend mit knapper Mehrheit",
    "um zwei Jahre verschoben.",
]
TWO = [
    "Brackenheimer Bote - Seite 2",
    "Bis dahin bleibt das alte Werk in Betrieb,",
    "sagte der Werkleiter am Abend im Rathaus.",
    "2",
]


def pdf(*pages: list[str]) -> bytes:
    """A plain PDF with a line of Helvetica for each line."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj 0 -16 Td\n" for line in lines)
        content = f"BT /F1 12 Tf 60 760 Td\n{shown}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    start = len(data)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def test_text_of_several_pages(tmp_path: Path) -> None:
    path = tmp_path / "artikel.pdf"
    path.write_bytes(pdf(ONE, TWO))
    article = read(str(path))
    assert article.title == "Rat verschiebt den Umbau"
    assert article.published is not None
    assert "des Wasserwerks am" in article.text.replace("\n", " ")
    assert "Seite" not in article.text
    assert article.text.rstrip().endswith("im Rathaus.")


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (pdf([]), "article.pdf_no_text"),
        (b"%PDF-1.7\nkaputt", "article.pdf_broken"),
        (b"", "article.pdf_broken"),
        (pdf(ONE)[:400], "article.pdf_broken"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, data: bytes, key: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read(str(path))
    assert caught.value.key == key


def test_locked_file(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(ONE))
    writer = PdfWriter()
    writer.append(PdfReader(path))
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(path)
    with pytest.raises(SourceError) as caught:
        read(str(path))
    assert caught.value.key == "article.pdf_locked"


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(ONE))
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(SourceError, match=r"newsreader\[pdf\]"):
        read(str(path))
