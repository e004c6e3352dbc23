"""The command line: what is understood, what is said, and the exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from newsreader import __version__, cli
from newsreader.cli import commands
from newsreader.cli.session import Session
from newsreader.export import formats
from newsreader.settings import paths


def test_the_fast_way_knows_every_command() -> None:
    app = commands.build(Session())
    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    names += [group.name for group in app.registered_groups if group.name]
    assert {*cli.COMMANDS, commands.READ} == set(names)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"newsreader {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["-h"], ["export", "--help"], ["config", "-h"], ["feeds", "-h"], ["feeds", "add", "-h"]]
)
def test_help_is_in_the_user_s_language(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.main(arguments) == 0
    english = capsys.readouterr().out
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert cli.main(arguments) == 0
    german = capsys.readouterr().out
    assert english.startswith("Usage: newsreader")
    assert german.startswith("Aufruf: newsreader")
    for word in ("Usage", "Options:", "Commands", "Arguments", "Show this", "[required]", "<list", "default"):
        assert word not in german
    assert not [line for line in (english + german).splitlines() if line != line.rstrip()]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--bogus"], "--bogus"),
        (["export"], "SOURCE"),
        (["export", "x.txt", "--format"], "--format"),
        (["export", "x.txt", "--format", "xml"], "json, jsonl, csv, xlsx, markdown"),
        (["export", "--x\x1b[31m", "a"], "\\x1b[31m"),
        (["formats", "extra"], "extra"),
        (["seeds/x.txt"], "needs a terminal"),
        ([], "needs a terminal"),
        (["--pipeline", "x"], "needs a terminal"),
        (["x.txt", "--pipeline", "x"], "needs a terminal"),
        (["--", "--strange.txt"], "needs a terminal"),
    ],
)
def test_wrong_usage_is_one_line_and_2(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("newsreader: ")
    assert told in captured.err
    assert captured.err.count("\n") == 1
    assert "\x1b" not in captured.err


def test_formats_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["formats"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [one.name for one in formats()]


def test_the_schema_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["formats", "--schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "newsreader/1"


def test_the_configuration_is_written_once_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    path = paths.config_file()
    assert cli.main(["config", "--path"]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert cli.main(["config", "--init"]) == 0
    assert tomllib.loads(path.read_text()) == {"keys": {}}
    path.write_text('language = "de"\nwidth = 60\n')
    assert cli.main(["config", "--init"]) == 1
    assert str(path) in capsys.readouterr().err
    assert cli.main(["config"]) == 0
    shown = capsys.readouterr().out
    assert tomllib.loads(shown) == {"language": "de", "width": 60, "keys": {}}
    assert "Breite des Textes" in shown


def test_a_broken_configuration_is_told_and_help_still_helps(capsys: pytest.CaptureFixture[str]) -> None:
    path = paths.config_file()
    path.parent.mkdir(parents=True)
    path.write_text("widht = 60\n")
    assert cli.main(["config"]) == 1
    assert "widht" in capsys.readouterr().err
    assert cli.main(["--help"]) == 0
    assert cli.main(["config", "--path"]) == 0


def test_an_error_of_the_program_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "_run", broken)
    with pytest.raises(ZeroDivisionError):
        cli.main([])


def test_an_interrupt_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupted)
    assert cli.main([]) == 130


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_offers_the_commands(shell: str) -> None:
    line = "newsreader ex"
    environment = {
        **os.environ,
        "_NEWSREADER_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": "1",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    program = Path(sys.executable).parent / "newsreader"
    result = subprocess.run([program], env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert "export" in result.stdout


def test_quick_commands_import_neither_the_screen_nor_the_analysis() -> None:
    script = (
        "import sys, json; from newsreader.cli import main; main(['formats']); main(['--version']); main(['--help']);"
        "print(json.dumps([m for m in ('textual', 'spacy', 'rich', 'numpy', 'markdown_it') if m in sys.modules]))"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert json.loads(result.stdout.splitlines()[-1]) == []


def test_the_first_frame_waits_for_nothing_heavy(sample: Path) -> None:
    script = (
        "import sys, json, newsreader.cli.reading, newsreader.settings, newsreader.ui.app, newsreader.article;"
        "newsreader.article.read(sys.argv[1]);"
        "print([m for m in ('spacy', 'numpy', 'markdown_it', 'typer', 'newsreader.export') if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, str(sample)], capture_output=True, text=True, timeout=60, check=True
    )
    assert result.stdout == "[]\n"
