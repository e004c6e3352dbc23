"""Which pipeline would be used, told from its files alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from newsreader import __version__
from newsreader.analysis import info
from newsreader.analysis.info import pipeline_info
from newsreader.errors import AnalysisError
from newsreader.phrases import Phrases

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, **meta: str) -> Path:
    folder.mkdir()
    (folder / "meta.json").write_text(json.dumps({"lang": "de", "name": "own", "version": "2.1"} | meta), "utf-8")
    return folder


def test_a_folder(tmp_path: Path) -> None:
    folder = write(tmp_path / "own")
    found = pipeline_info(str(folder))
    assert found.name == "de_own"
    assert found.version.startswith(f"2.1+{__version__}.")
    assert pipeline_info(str(folder)) == found


def test_a_folder_that_changed_is_another_version(tmp_path: Path) -> None:
    folder = write(tmp_path / "own")
    before = pipeline_info(str(folder))
    (folder / "weights").write_bytes(b"new")
    assert pipeline_info(str(folder)) != before


def test_a_package() -> None:
    assert pipeline_info("hypothesis").name == "hypothesis"


def test_other_rules_are_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = info.components_version()
    components = tmp_path / "components"
    components.mkdir()
    (components / "words.txt").write_text("sagen", encoding="utf-8")
    monkeypatch.setattr(info, "HERE", tmp_path)
    info.components_version.cache_clear()
    changed = info.components_version()
    info.components_version.cache_clear()
    assert changed != before


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("no_such_pipeline", "analysis.not_installed"),
        ("./nowhere", "analysis.no_such_folder"),
        ("de core news", "analysis.not_installed"),
        ("", "analysis.not_installed"),
    ],
)
def test_what_is_not_there(name: str, key: str) -> None:
    with pytest.raises(AnalysisError) as caught:
        pipeline_info(name)
    assert caught.value.key == key


def test_a_folder_without_a_pipeline(tmp_path: Path) -> None:
    for content in (None, "no json", "[]"):
        if content is not None:
            (tmp_path / "meta.json").write_text(content, encoding="utf-8")
        with pytest.raises(AnalysisError) as caught:
            pipeline_info(str(tmp_path))
        assert caught.value.key == "analysis.not_a_pipeline"
        assert str(tmp_path) in Phrases("de").say(caught.value)


def test_an_installation_without_its_pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(info, "HERE", tmp_path)
    with pytest.raises(AnalysisError) as caught:
        pipeline_info("embedded")
    assert caught.value.key == "analysis.embedded_missing"
