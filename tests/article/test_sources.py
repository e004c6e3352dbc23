"""Every bad input gets one clear sentence, and nothing hangs."""

from __future__ import annotations

import os
import socket
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from newsreader.article import read, sources
from newsreader.errors import SourceError
from newsreader.phrases import Phrases

if TYPE_CHECKING:
    from pathlib import Path


def error_of(source: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(source)
    return caught.value


@pytest.mark.parametrize("name", ["fehlt.txt", "datei.txt/unter.txt", "a\0b", "x" * 5000])
def test_no_such_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "datei.txt").write_text("Ein Satz.")
    assert error_of(f"{tmp_path}/{name}").key == "article.missing"


def test_folder(tmp_path: Path) -> None:
    assert error_of(str(tmp_path)).key == "article.is_folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "geheim.txt"
    path.write_text("Ein Satz.")
    path.chmod(0)
    assert error_of(str(path)).key == "article.no_permission"


def test_error_of_the_system_is_told_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    error = error_of(str(tmp_path / "kaputt.txt"))
    assert error.key == "article.unreadable"
    assert "Input/output error" in str(error)


def test_permission_error_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", fail)
    assert error_of(str(tmp_path / "geheim.txt")).key == "article.no_permission"


def test_file_that_vanishes_while_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "weg.txt"
    path.write_text("Ein Satz.")
    opened = os.open

    def vanish(*arguments: object) -> int:
        path.unlink()
        return opened(path, os.O_RDONLY)

    monkeypatch.setattr(os, "open", vanish)
    assert error_of(str(path)).key == "article.missing"


def test_pipe_without_a_writer_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "rohr"
    os.mkfifo(path)
    assert error_of(str(path)).key == "article.special_file"


def test_socket_and_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("buchse")
        assert error_of("buchse").key == "article.special_file"
    assert error_of("/dev/null").key == "article.special_file"


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 1024 * 1024)
    path = tmp_path / "gross.txt"
    path.write_bytes(b"a" * (1024 * 1024 + 1))
    error = error_of(str(path))
    assert error.key == "article.too_large"
    assert error.values["limit"] == 1
    with pytest.raises(SourceError, match="more than 1 MB"):
        read("-", stdin=BytesIO(b"a" * (1024 * 1024 + 1)))
    path.write_bytes(b"a" * (1024 * 1024))
    assert len(read(str(path)).text) == 1024 * 1024


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "article.empty"),
        (b" \n\t\r\n\x0c", "article.empty"),
        (b"\xef\xbb\xbf", "article.empty"),
        ("\u200b\n\u200e".encode(), "article.empty"),
        (b"Text\0Text", "article.binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "article.binary"),
        (bytes(range(1, 32)) * 30, "article.binary"),
        (b"\xff\xfeA", "article.broken_encoding"),
        (b"\xff\xfeA\0\0\0", "article.binary"),
        (b"\xef\xbb\xbf\xff", "article.broken_encoding"),
        (b"\0\0\xfe\xff\0\0\0", "article.broken_encoding"),
    ],
)
@pytest.mark.parametrize("suffix", ["", ".txt", ".md"])
def test_content_that_is_no_text(content: bytes, key: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"datei{suffix}"
    path.write_bytes(content)
    assert error_of(str(path)).key == key


def test_markdown_that_shows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "leer.md"
    path.write_text("<!-- nichts -->\n\n[a]: http://a.de\n\n***\n")
    assert error_of(str(path)).key == "article.empty"


@pytest.mark.parametrize("address", ["ftp://example.org/a", "FILE:///etc/passwd", "gopher://example.org"])
def test_only_the_web_is_fetched(address: str) -> None:
    error = error_of(address)
    assert error.key == "article.other_scheme"
    assert "http" in Phrases("de").say(error)


def test_format_that_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "seite.DOCX"
    path.write_text("<p>Ein Satz.</p>")
    error = error_of(str(path))
    assert error.key == "article.unread_format"
    assert ".html" in str(error)


def test_unknown_suffix_is_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "meldung.2024"
    path.write_text("Ein Satz.")
    assert read(str(path)).text == "Ein Satz."


def test_name_with_escape_sequences_is_shown_without_them(tmp_path: Path) -> None:
    for source in (f"{tmp_path}/\x1b[31mrot\u202e.txt", f"{tmp_path}/\udcff.txt"):
        error = error_of(source)
        assert str(error).isprintable()
        str(error).encode()


def test_standard_input() -> None:
    article = read("-", stdin=BytesIO("Ein Satz über Käse.".encode()))
    assert (article.text, article.source) == ("Ein Satz über Käse.", "-")


def test_standard_input_that_is_the_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    leader, follower = os.openpty()
    with os.fdopen(leader, "rb", 0), os.fdopen(follower, "r") as keyboard:
        monkeypatch.setattr("sys.stdin", keyboard)
        assert error_of("-").key == "article.input_is_keyboard"


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert error_of("-").key == "article.no_input"


def test_source_is_kept_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Ein Satz.")
    assert read("./a.txt").source == "./a.txt"


@pytest.mark.parametrize("length", [10_000_000])
def test_one_very_long_line(length: int, tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    text = ("Der Bundestag tagt. " * (length // 20)) + "\n" + "-" * 1000 + "\n" + "(" * length
    path.write_text(text)
    article = read(str(path))
    assert article.text == text
    assert len(article.blocks) == 3
