"""The registry, and what holds of every format."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newsreader.errors import ExportError
from newsreader.export import Bundling, export, find, formats, write_to
from newsreader.phrases import Phrases

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.export import Document, Format

NAMES = [one.name for one in formats()]
each_format = pytest.mark.parametrize("one", formats(), ids=NAMES)


@each_format
def test_a_format_is_described_and_found_by_name(one: Format) -> None:
    assert find(one.name.upper()) is one
    assert Phrases("de")(one.about) != Phrases("en")(one.about)
    assert one.suffix.startswith(".")


def test_an_unknown_format_is_told_with_all_that_there_are() -> None:
    with pytest.raises(ExportError, match=", ".join(NAMES)):
        find("xml")


@each_format
def test_every_file_is_written_and_none_else(one: Format, reviewed: Document, tmp_path: Path) -> None:
    paths = export([reviewed], one.name, tmp_path / f"aus{one.suffix}")
    assert sorted(tmp_path.iterdir()) == sorted(paths)
    assert len(paths) == 1 + len(one.parts) + len(one.companions)
    assert all(path.stat().st_size for path in paths)


@each_format
def test_the_same_is_written_every_time(one: Format, reviewed: Document, tmp_path: Path) -> None:
    contents = []
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        paths = export([reviewed], one.name, folder / f"aus{one.suffix}")
        contents.append([path.read_bytes() for path in paths])
    if one.name != "xlsx":  # a workbook tells when it was made
        assert contents[0] == contents[1]


@each_format
def test_several_articles_go_into_one_file_or_it_is_said_that_they_do_not(one: Format, reviewed: Document) -> None:
    file = io.BytesIO() if one.binary else io.StringIO()
    if one.bundling is Bundling.EACH:
        with pytest.raises(ExportError, match="one file an article"):
            write_to([file], [reviewed, reviewed], one, many=True)
    else:
        write_to([file], [reviewed, reviewed], one, many=True)
        assert file.getvalue()


@pytest.mark.parametrize("one", [one for one in formats() if one.extra], ids=lambda one: one.name)
def test_a_missing_package_is_one_line(
    one: Format, reviewed: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert one.extra is not None
    monkeypatch.setitem(sys.modules, one.extra.module, None)
    with pytest.raises(ExportError, match=rf"pip install 'newsreader\[{one.extra.name}\]'") as raised:
        export([reviewed], one.name, tmp_path / "aus")
    assert "\n" not in str(raised.value)
    assert not list(tmp_path.iterdir())


@each_format
def test_only_what_needs_spacy_imports_it(one: Format) -> None:
    """Formats without tokens are written without spaCy, which takes seconds to import."""
    script = (
        "import io, sys;"
        "from newsreader.analysis.info import PipelineInfo; from newsreader.analysis.result import Analysis;"
        "from newsreader.article.model import Article, Section, Span;"
        "from newsreader.export import Document, find, write_to;"
        "article = Article('Ein Satz.', 'x', sections=(Section('0', None, 1, Span(0, 9)),));"
        "one = find(sys.argv[1]);"
        "file = io.BytesIO() if one.binary else io.StringIO();"
        "write_to([file], [Document(article, Analysis(PipelineInfo('t', '1')))], one, many=False);"
        "print('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, one.name], capture_output=True, text=True, timeout=60, check=True
    )
    of_words = ("cas-json", "cas-xmi", "prodigy", "spacy", "conllu", "conll2003")
    assert done.stdout.strip() == str(one.name in of_words)
