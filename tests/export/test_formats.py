"""What each format makes of an article."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsreader.analysis.document import from_document
from newsreader.errors import ExportError
from newsreader.export import Document, export, find, formats
from newsreader.export.json_text import dumps
from newsreader.export.markdown_text import escaped
from newsreader.export.tables import harmless
from newsreader.phrases import Phrases

if TYPE_CHECKING:
    from pathlib import Path

Make = Callable[[str], Document]


def exported(documents: list[Document], name: str, folder: Path, **options: bool) -> list[str]:
    paths = export(documents, name, folder / f"out{find(name).suffix}", **options)
    return [path.read_bytes().decode() for path in paths]


def test_every_format_is_described_and_found_by_name() -> None:
    for one in formats():
        assert find(one.name.upper()) is one
        assert Phrases("de")(one.about) != Phrases("en")(one.about)
    with pytest.raises(ExportError, match="json, jsonl, csv, markdown"):
        find("xml")


def test_json_of_one_article_is_its_document(document: Document, tmp_path: Path) -> None:
    [text] = exported([document], "json", tmp_path)
    data = json.loads(text)
    assert data["schema"] == "newsreader/1"
    assert data["article"]["source"] == "texte/gipfel.txt"
    assert data["statements"][2]["text"] == 'Der Plan stehe "bald"'
    assert from_document(data) == (document.article, document.analysis)


def test_json_of_several_articles_is_an_array(document: Document, plain_document: Make, tmp_path: Path) -> None:
    [text] = exported([document, plain_document("x")], "json", tmp_path)
    assert [data["article"]["text"] for data in json.loads(text)] == [document.article.text, "x"]


def test_json_of_a_folder_with_one_article_is_an_array(document: Document, tmp_path: Path) -> None:
    [text] = exported([document], "json", tmp_path, many=True)
    assert [data["article"]["id"] for data in json.loads(text)] == [document.article.id]


def test_jsonl_has_one_document_a_line_whatever_the_text(plain_document: Make, tmp_path: Path) -> None:
    texts = ["a\nb\u2028c\x85d", "ä\x1b[2J", "z"]
    [text] = exported([plain_document(one) for one in texts], "jsonl", tmp_path)
    assert [json.loads(line)["article"]["text"] for line in text.splitlines()] == texts
    assert "ä" in text
    assert "\x1b" not in text


@given(st.text())
def test_json_text_is_json_and_obeyed_by_no_terminal(text: str) -> None:
    written = dumps([text])
    assert json.loads(written) == [text]
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in written)


def test_csv_has_a_row_a_statement_and_a_row_an_entity(document: Document, tmp_path: Path) -> None:
    texts = exported([document, document], "csv", tmp_path)
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["out-entities.csv", "out.csv"]
    assert all(text.startswith("\ufeff") for text in texts)
    assert all("\n" not in text.replace("\r\n", "") for text in texts)
    statements, entities = (list(csv.DictReader(text.removeprefix("\ufeff").splitlines())) for text in texts)
    assert len(statements) == 6
    assert len(entities) == 4
    first, second, third = statements[:3]
    assert (first["text"], first["actor_name"], first["actor_role"]) == ("'=Ja", "Anna Beck", "'@Ministerin")
    assert (first["speaker"], first["cue"], first["published"]) == ("Anna Beck", "sagte", "2024-05-03T08:30:00")
    assert (second["actor"], second["actor_name"], second["medium"]) == ("", "", "")
    assert (third["section"], third["parent"]) == ("# Ausblick", "s1")
    text = document.article.text
    assert text[int(third["start"]) : int(third["end"])] == 'Der Plan stehe, so Beck, "bald"'
    assert (entities[1]["text"], entities[1]["value"], entities[1]["label"]) == ("3. Mai", "2024-05-03", "DATE")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_cell_is_never_a_formula(start: str) -> None:
    assert harmless(f"{start}1+1") == f"'{start}1+1"
    assert harmless(-5) == -5
    assert harmless(None) == ""
    assert harmless("a=b") == "a=b"


def test_markdown_shows_statements_by_actor(document: Document, tmp_path: Path) -> None:
    [text] = exported([document], "markdown", tmp_path)
    assert text.startswith('---\ntitle: "Gipfel *endet*"\n')
    lines = text.split("---\n", 2)[2].split("\n")
    headings = [line for line in lines if line.startswith("#")]
    assert headings == [
        "# Gipfel \\*endet\\*",
        "## Anna Beck",
        "### Anfang",
        "### \\# Ausblick",
        "## Ohne bekannten Sprecher",
        "### Anfang",
    ]
    assert "*\\@Ministerin*" in lines
    assert lines[lines.index("- \\=Ja") + 1] == "  (direkt; Anna Beck)"
    assert '- Der Plan stehe "bald"' in lines


def test_markdown_of_several_articles_has_no_front_matter(
    document: Document, plain_document: Make, tmp_path: Path
) -> None:
    [text] = exported([document, plain_document("x")], "markdown", tmp_path)
    assert text.startswith("# Gipfel \\*endet\\*\n\n- Quelle: texte/gipfel.txt\n- Stand: 2024-05-03T08:30:00\n")
    assert text.count("\n# ") == 1
    assert "Keine Aussagen gefunden." in text


@pytest.mark.parametrize(
    "text",
    [
        "1. Mai",
        "2) x",
        "- Liste",
        "+ x",
        "# x",
        "> x",
        "=== x",
        "*a* _b_ `c` ~~d~~ [e](f) ![g](h)",
        "<script>alert(1)</script>",
        "&amp; &#42;",
        "https://example.org www.example.org a@example.org",
        "| a | b |",
        "back\\slash \\",
        "---",
        "    code",
        "a  \nb\r\nc",
    ],
)
def test_text_stays_text_in_markdown(text: str) -> None:
    parser = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough"])
    html = parser.render(f"- {escaped(text)}")
    assert html.count("<") == 4
    shown = html.removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>\n")
    for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(name, sign)
    assert shown == " ".join(text.split())


@given(st.text())
def test_escaped_text_is_one_line_without_controls(text: str) -> None:
    line = escaped(text)
    assert len(line.splitlines()) <= 1
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in line)
