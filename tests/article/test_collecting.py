"""Folders stand for the articles in them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from newsreader.article import collect, read
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with articles, other files, hidden ones, links and a pipe."""
    folder = tmp_path / "korpus"
    for name in ("b.txt", "a.md", "c.TEXT", "meldung", "unter/tiefer/z.markdown", "unter/y.txt", "Ä/ö.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Ein Satz.")
    for name in ("bild.png", "daten.json", "seite.html", ".verborgen.txt", ".git/HEAD"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Ein Satz.")
    (folder / "programm").write_bytes(b"\x7fELF\0\0")
    (folder / "nichts").write_bytes(b"")
    (folder / "breit").write_bytes("Ein Satz.".encode("utf-16"))
    os.mkfifo(folder / "rohr.txt")
    (folder / "unter" / "schleife").symlink_to(folder)
    (folder / "verweis.txt").symlink_to(folder / "b.txt")
    (folder / "ins-leere.txt").symlink_to(folder / "fehlt.txt")
    return folder


def test_folder_stands_for_its_articles(corpus: Path) -> None:
    found = collect([str(corpus)])
    assert [os.path.relpath(path, corpus) for path in found] == [
        "a.md",
        "b.txt",
        "breit",
        "c.TEXT",
        "meldung",
        "seite.html",
        "verweis.txt",
        "unter/y.txt",
        "unter/tiefer/z.markdown",
        "Ä/ö.txt",
    ]
    assert {read(path).text for path in found} == {"Ein Satz."}


def test_order_of_sources_stays(corpus: Path) -> None:
    sources = ["-", str(corpus / "b.txt"), "https://example.org/a", str(corpus / "unter"), str(corpus / "a.md")]
    assert collect(sources) == [
        *sources[:3],
        str(corpus / "unter/y.txt"),
        str(corpus / "unter/tiefer/z.markdown"),
        sources[4],
    ]


def test_file_is_taken_whatever_its_name(corpus: Path) -> None:
    assert collect([str(corpus / "bild.png")]) == [str(corpus / "bild.png")]


def test_missing_path(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        collect([str(tmp_path / "fehlt")])
    assert caught.value.key == "article.missing"


def test_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "bild.png").write_bytes(b"\0")
    with pytest.raises(SourceError) as caught:
        collect([str(tmp_path)])
    assert caught.value.key == "article.empty_folder"
    assert ".md" in str(caught.value)


def test_folder_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "offen.txt").write_text("Ein Satz.")
    locked = tmp_path / "zu"
    locked.mkdir()
    scan = os.scandir

    def scandir(path: str) -> object:
        if path == str(locked):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert collect([str(tmp_path)]) == [str(tmp_path / "offen.txt"), str(locked)]
    with pytest.raises(SourceError) as caught:
        collect([str(locked)])
    assert caught.value.key == "article.no_permission"


def test_nothing_gives_nothing() -> None:
    assert collect([]) == []
