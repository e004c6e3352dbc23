"""RIS and BibTeX as rispy and bibtexparser read them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import bibtexparser
import pytest
import rispy
from tests.export.writing import written

from newsreader.article.model import Span
from newsreader.export.shared.citing import inverted
from newsreader.export.writers.bibtex import escaped

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.export import Document


def cited(document: Document) -> Document:
    """The document with everything that can be cited."""
    article = replace(
        document.article,
        author="Von Anna Beck und Max von der Au",
        agency=Span(document.text.index("dpa"), document.text.index("dpa") + 3),
        source="https://example.org/a_{b}?c=1%202&d=~e",
    )
    return replace(document, article=article)


def test_every_case_is_read(case: Document, document: Document) -> None:
    entries = rispy.loads(written("ris", case, document, many=True))
    assert [entry["type_of_reference"] for entry in entries] == ["NEWS", "NEWS"]
    assert entries[1]["title"] == "Gipfel *endet*"
    library = bibtexparser.parse_string(written("bibtex", case, document, many=True))
    assert not library.failed_blocks
    assert len(library.entries) == 2


def test_ris_has_author_date_and_address(reviewed: Document) -> None:
    text = written("ris", cited(reviewed))
    assert all(line.endswith("\r") for line in text.split("\n")[:-1])
    [entry] = rispy.loads(text)
    assert entry["authors"] == ["Beck, Anna", "von der Au, Max"]
    assert (entry["year"], entry["date"], entry["publisher"]) == ("2024", "2024/05/03", "dpa")
    assert entry["urls"] == ["https://example.org/a_{b}?c=1%202&d=~e"]
    assert entry["keywords"] == ["Gipfel"]
    assert entry["notes"] == ["Zum Ganzen"]


def test_bibtex_has_author_date_and_address(reviewed: Document) -> None:
    library = bibtexparser.parse_string(written("bibtex", cited(reviewed)))
    [entry] = library.entries
    fields = {field.key: field.value for field in entry.fields}
    assert (entry.entry_type, entry.key) == ("article", "beck2024gipfel")
    assert fields["author"] == "Beck, Anna and von der Au, Max"
    assert fields["title"] == "{Gipfel *endet*}"
    assert (fields["date"], fields["year"], fields["month"]) == ("2024-05-03", "2024", "5")
    assert fields["url"] == "https://example.org/a_%7Bb%7D?c=1%202&d=~e"
    assert (fields["langid"], fields["keywords"], fields["annotation"]) == ("ngerman", "Gipfel", "Zum Ganzen")


def test_keys_are_unique(document: Document) -> None:
    library = bibtexparser.parse_string(written("bibtex", document, document, document, many=True))
    assert [entry.key for entry in library.entries] == ["2024gipfel", "2024gipfel-2", "2024gipfel-3"]


@pytest.mark.parametrize("title", ["}{", "{", "100 % & #1 _a_ $x$ ~ ^ \\end", "„Ja“ – ‚nein‘", "a, b = {c}"])
def test_a_title_ends_no_field(title: str, plain_document: Callable[[str], Document]) -> None:
    document = plain_document(title)
    document = replace(document, article=replace(document.article, title_span=Span(0, len(title))))
    library = bibtexparser.parse_string(written("bibtex", document))
    assert not library.failed_blocks
    [entry] = library.entries
    [value] = [field.value for field in entry.fields if field.key == "title"]
    assert value == "{" + escaped(title) + "}"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Anna Beck", "Beck, Anna"),
        ("Ursula von der Leyen", "von der Leyen, Ursula"),
        ("dpa", "dpa"),
        ("Redaktion der Zeitung für den Norden", "Redaktion der Zeitung für den Norden"),
    ],
)
def test_names_are_inverted(name: str, shown: str) -> None:
    assert inverted(name) == shown
