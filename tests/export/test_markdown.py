"""Markdown as markdown-it reads it, with front matter."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import srsly
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin
from tests.export.writing import written

from newsreader.export.shared.markdown_text import escaped

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

    from newsreader.export import Document


def parsed(text: str) -> list[Token]:
    return MarkdownIt("commonmark").use(front_matter_plugin).parse(text)


def shown(tokens: list[Token], opening: str, tag: str | None = None) -> list[str]:
    """The texts of all blocks of a kind, as they are shown."""
    return [
        "".join(child.content if child.type == "text" else "\n" for child in tokens[at + 1].children or [])
        for at, token in enumerate(tokens)
        if token.type == opening and tag in (None, token.tag)
    ]


def test_every_case_is_quoted_word_for_word(case: Document) -> None:
    tokens = parsed(written("markdown", case))
    assert tokens[0].type == "front_matter"
    data = srsly.yaml_loads(tokens[0].content)
    assert (data["id"], data["source"]) == (case.article.id, case.article.source)
    paragraphs = shown(tokens, "paragraph_open")
    for one in case.layer.statements:
        text = " … ".join(span.of(case.text) for span in one.spans)
        assert " ".join(text.split()) in paragraphs


def test_statements_stand_by_actor_and_section(document: Document) -> None:
    text = written("markdown", document)
    tokens = parsed(text)
    assert shown(tokens, "heading_open") == [
        *("Gipfel *endet*", "Anna Beck", "Anfang", "# Ausblick", "Ohne bekannten Sprecher", "Anfang"),
    ]
    assert "*\\@Ministerin*" in text
    assert "> \\=Ja\n>\n> — direkt; Anna Beck\n" in text
    assert '> Der Plan stehe … "bald"' in text


def test_front_matter_names_actors_and_tags(reviewed: Document) -> None:
    data = srsly.yaml_loads(parsed(written("markdown", reviewed))[0].content)
    assert data["title"] == "Gipfel *endet*"
    assert data["actors"] == ["Anna Beck"]
    assert data["tags"] == ["zu-prüfen", "Kern", "offen", "Gipfel"]
    assert data["published"] == "2024-05-03T08:30:00"


def test_notes_are_callouts_and_stay_markdown(reviewed: Document) -> None:
    text = written("markdown", reviewed)
    assert "> [!note] Jo Ögel\n> Erste Zeile mit \"Zitat\", 'Apostroph' & <b>Zeichen</b>\n> =zweite" in text
    assert "> # dritte\n> #zu-prüfen #Kern\n" in text
    assert "\n> Sie komme\n>\n> — prüfen\n\n> [!note] Jo Ögel\n> wirklich?\n> #offen\n" in text
    assert "\n*Zum ganzen Artikel*\n\n> [!note] Jo Ögel\n> Zum Ganzen\n" in text
    assert "— direkt; Anna Beck; bestätigt" in text


def test_several_articles_have_no_front_matter(document: Document, plain_document: Callable[[str], Document]) -> None:
    text = written("markdown", document, plain_document("x"), many=True)
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
def test_text_stays_text(text: str) -> None:
    parser = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough"])
    html = parser.render(f"- {escaped(text)}")
    assert html.count("<") == 4
    kept = html.removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>\n")
    for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        kept = kept.replace(name, sign)
    assert kept == " ".join(text.split())


@given(st.text())
def test_escaped_text_is_one_line_without_controls(text: str) -> None:
    line = escaped(text)
    assert len(line.splitlines()) <= 1
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in line)


def test_json_strings_are_yaml(plain_document: Callable[[str, str], Document]) -> None:
    source = "a: b # c \"d\" 'e' [f] ü\u2028.txt"
    front = parsed(written("markdown", plain_document("x", source)))[0].content
    assert srsly.yaml_loads(front)["source"] == source
    assert json.loads(front.splitlines()[1].removeprefix("source: ")) == source
