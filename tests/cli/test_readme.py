"""The README says what is so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import newsreader
from newsreader import cli
from newsreader.errors import NewsreaderError
from newsreader.export import formats
from newsreader.settings import Config
from newsreader.ui.commands import REGISTRY, Keymap

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(readme: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)


def test_the_key_table_is_that_of_the_commands(readme: str) -> None:
    result = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "key_table.py")], capture_output=True, text=True, timeout=60, check=True
    )
    assert result.stdout.strip() in readme


def test_the_examples_of_the_configuration_are_understood(readme: str) -> None:
    [keys, annotating] = blocks(readme, "toml")
    config = Config.parse(keys.encode(), Path("config.toml"))
    keymap = Keymap(REGISTRY, config.keys)
    for command in tomllib.loads(keys)["keys"]:
        assert keymap.keys(command)
    config = Config.parse(annotating.encode(), Path("config.toml"))
    assert config.annotator_name() == "Ada Lovelace"
    assert config.colours == Config().colours


def test_the_json_example_has_the_shape_of_the_document(readme: str, sample: Path) -> None:
    [example] = blocks(readme, "json")
    shown = json.loads(example)
    article = newsreader.read(sample)
    real = newsreader.to_document(article, newsreader.analyse(article))
    assert shown.keys() <= real.keys()
    assert shown["article"].keys() <= real["article"].keys()
    for part in ("entities", "actors", "statements"):
        assert shown[part][0].keys() <= real[part][0].keys()


def test_the_python_example_runs(
    readme: str, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [example] = blocks(readme, "python")
    (tmp_path / "article.txt").write_bytes(sample.read_bytes())
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), names)
    assert "Olaf Scholz" in capsys.readouterr().out
    assert isinstance(names["document"], dict)


def test_every_format_and_command_is_named(readme: str) -> None:
    for one in formats():
        assert f"| `{one.name}` |" in readme
    for command in cli.COMMANDS:
        assert f"newsreader {command} " in readme


def test_a_missing_file_raises_what_the_documentation_says(tmp_path: Path) -> None:
    with pytest.raises(NewsreaderError, match="no such file"):
        newsreader.read(tmp_path / "missing.txt")
