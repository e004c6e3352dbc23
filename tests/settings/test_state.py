"""What is remembered from one start to the next."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from newsreader.settings import State, atomic
from newsreader.settings.state import PLACES_KEPT, identity


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "state.json"


def test_the_last_article_and_its_place_are_remembered(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    state = State.load(path)
    assert state.last is None
    assert state.place("a.txt") == 0
    state.remember("a.txt", 17)
    state.save()
    monkeypatch.chdir("/")
    again = State.load(path)
    assert again.last == str(tmp_path / "a.txt")
    assert again.place(str(tmp_path / "a.txt")) == 17


def test_standard_input_cannot_be_opened_again_and_addresses_stay(path: Path) -> None:
    state = State.load(path)
    state.remember("https://example.org/a", 3)
    state.remember("-", 5)
    assert state.last == "https://example.org/a"
    assert state.place("-") == 0


def test_choices_keep_their_type(path: Path) -> None:
    state = State.load(path)
    state.choose("format", "csv")
    state.choose("wide", True)
    state.save()
    again = State.load(path)
    assert again.choice("format", "json") == "csv"
    assert again.choice("wide", False) is True
    assert again.choice("wide", 3) == 3
    assert again.choice("format", False) is False
    assert again.choice("other", "x") == "x"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"last": 3, "places": [], "choices": 5}',
        b'{"places": {"/a": -3, "/b": "x", "/c": true}, "choices": {"format": [1], "n": null}}',
        b"[" * 100_000,
    ],
)
def test_a_broken_file_is_an_empty_state_and_is_mended(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    state = State.load(path)
    assert state.last is None
    assert [state.place(name) for name in ("/a", "/b", "/c")] == [0, 0, 0]
    assert state.choice("format", "json") == "json"
    state.remember("/a", 1)
    state.save()
    assert State.load(path).place("/a") == 1


def test_two_readers_keep_each_other_s_places(path: Path) -> None:
    one, two = State.load(path), State.load(path)
    one.remember("/a", 1)
    two.remember("/b", 2)
    one.save()
    two.save()
    state = State.load(path)
    assert (state.place("/a"), state.place("/b"), state.last) == (1, 2, "/b")


def test_many_writers_at_once_never_leave_a_broken_file(path: Path) -> None:
    broken: list[str] = []

    def write(number: int) -> None:
        for turn in range(20):
            state = State.load(path)
            state.remember(f"/{number}", turn)
            state.save()
            try:
                json.loads(path.read_text())
            except ValueError as error:
                broken.append(str(error))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert broken == []
    assert [file.name for file in path.parent.iterdir()] == ["state.json"]


def test_the_places_longest_unvisited_are_forgotten(path: Path) -> None:
    state = State.load(path)
    for number in range(PLACES_KEPT + 1):
        state.remember(f"/{number}", number + 1)
    state.remember("/1", 7)
    state.save()
    again = State.load(path)
    assert (again.place("/0"), again.place("/1"), again.place("/2")) == (0, 7, 3)


def test_a_failed_write_leaves_what_stood_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_text("before")

    def refuse(*_: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="full"):
        atomic.write_text(path, "after")
    assert path.read_text() == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_file_may_be_named_like_nobodys_home() -> None:
    assert identity("~nobody-is-called-so") == str(Path.cwd() / "~nobody-is-called-so")
