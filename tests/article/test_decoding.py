"""Encodings: the mark decides, else UTF-8, else Windows-1252; line ends become one kind."""

from __future__ import annotations

import codecs
from io import BytesIO

import pytest

from newsreader.article import read

TEXT = "Käthe sagt: „Größe kostet 5 €“ – und geht. 😀"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_encodings_give_the_same_article(mark: bytes, encoding: str) -> None:
    article = read("-", stdin=BytesIO(mark + TEXT.encode(encoding)))
    assert article.text == TEXT
    assert article.notices == ()


def test_windows_1252_is_told() -> None:
    text = TEXT.removesuffix(" 😀")
    article = read("-", stdin=BytesIO(text.encode("cp1252")))
    assert article.text == text
    assert article.notices == ("article.decoded_cp1252",)


def test_bytes_without_meaning_in_windows_1252_cost_one_character_each() -> None:
    article = read("-", stdin=BytesIO(b"K\xe4se \x81 und \x9d Brot."))
    assert article.text == "Käse \ufffd und \ufffd Brot."


def test_line_ends() -> None:
    assert read("-", stdin=BytesIO(b"eins\r\nzwei\rdrei\n\r\nvier")).text == "eins\nzwei\ndrei\n\nvier"


def test_other_separators_stay() -> None:
    text = "eins\u2028zwei\x85drei\x0bvier\x0cfünf"
    assert read("-", stdin=BytesIO(text.encode())).text == text


def test_identity_follows_the_text_alone() -> None:
    one = read("-", stdin=BytesIO(codecs.BOM_UTF8 + TEXT.encode()))
    other = read("-", stdin=BytesIO(TEXT.encode("utf-16")))
    assert one.id == other.id
    assert one.id.startswith("sha256:")
