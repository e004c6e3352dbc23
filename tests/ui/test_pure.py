"""What needs no screen: finding, jumps, labels, hits, grouping, keymap, choices, shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.article.model import Span
from newsreader.errors import ConfigError, SourceError
from newsreader.phrases import Phrases
from newsreader.settings.state import State
from newsreader.ui import clipboard, opener
from newsreader.ui.choices import Choices
from newsreader.ui.commands import BY_ID, REGISTRY, Keymap, View, ids
from newsreader.ui.commands.keymap import name_of, shown
from newsreader.ui.find import find
from newsreader.ui.grouping import MENTIONED, NO_SPEAKER, groups
from newsreader.ui.hits import Hits
from newsreader.ui.jumps import Jumps
from newsreader.ui.labels import labels, narrowed
from newsreader.ui.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article


def found(text: str, words: str) -> list[str]:
    return [span.of(text) for span in find(text, words)]


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Müller und Mueller", "mueller", ["Müller", "Mueller"]),
        ("Müller und Mueller", "müller", ["Müller"]),
        ("Straße, Strasse, STRASSE", "straße", ["Straße", "Strasse", "STRASSE"]),
        ("Straße, Strasse", "strasse", ["Straße", "Strasse"]),
        ("Ma\u0308dchen", "mädchen", ["Ma\u0308dchen"]),
        ("Ma\u0308dchen", "maedchen", ["Ma\u0308dchen"]),
        ("neue Äcker", "AECKER", ["Äcker"]),
        ("ein\n  Wort", "ein wort", ["ein\n  Wort"]),
        ("„So“", '"so"', ["„So“"]),
        ("1 + (2)", "+ (2)", ["+ (2)"]),
        ("abc", "   ", []),
        ("abc", "x", []),
    ],
)
def test_find(text: str, words: str, hits: list[str]) -> None:
    assert found(text, words) == hits


@given(st.text(alphabet="aäeAÄöoü sßS.\n", max_size=40), st.integers(0, 39), st.integers(1, 8))
def test_every_piece_of_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    piece = text[start : start + length].strip()
    hits = find(text, piece)
    if piece:
        assert hits[0].start <= text.index(piece)
    else:
        assert hits == []


def test_jumps_go_back_and_forward() -> None:
    jumps = Jumps()
    jumps.leave(10)
    jumps.leave(50)
    assert jumps.back(90) == 50
    assert jumps.back(50) == 10
    assert jumps.back(10) is None
    assert jumps.forward(10) == 50
    assert jumps.forward(50) == 90
    assert jumps.forward(90) is None


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    jumps = Jumps()
    jumps.leave(1)
    jumps.back(2)
    jumps.leave(3)
    assert jumps.forward(4) is None


@given(st.integers(0, 500))
def test_no_label_begins_another(number: int) -> None:
    made = labels(number)
    assert len(made) == min(number, 441)
    assert len(set(made)) == len(made)
    assert len({len(label) for label in made}) <= 1


def test_labels_are_narrowed_by_typing() -> None:
    assert narrowed(["aa", "ab", "ba"], "a") == ["aa", "ab"]


def test_hits_go_around() -> None:
    hits = Hits()
    assert hits.step(1, 0) is None
    hits.take([Span(5, 6), Span(20, 21)])
    assert hits.counter == "0/2"
    assert hits.step(1, 10) == Span(20, 21)
    assert hits.step(1, 10) == Span(5, 6)
    assert hits.counter == "1/2"
    assert hits.step(-1, 10) == Span(20, 21)
    hits.take([Span(5, 6), Span(20, 21)], "a1", "Scholz")
    assert hits.step(-1, 10) == Span(5, 6)
    assert hits.counter == "1/2 Scholz"


def test_groups_in_order_of_appearance(article: Article, analysis: Analysis) -> None:
    made = groups(article, analysis)
    assert [group.id for group in made] == ["a3", "a4", "a1", "a5", "a6", NO_SPEAKER, MENTIONED]
    assert [group.count for group in made] == [2, 1, 1, 1, 3, 1, 1]
    assert [said.statement.id for said in made[4].said] == ["s7", "s8", "s9"]
    assert made[4].said[0].section == 3
    assert made[-1].others[0].name == "Andrej Beloussow"


def test_a_nested_statement_stands_below_its_parent(article: Article, analysis: Analysis) -> None:
    pentagon = groups(article, analysis)[1]
    assert [(said.statement.id, said.depth, said.by) for said in pentagon.said] == [
        ("s4", 0, None),
        ("s5", 1, "Lloyd Austin"),
    ]


def test_groups_sorted(article: Article, analysis: Analysis) -> None:
    by_name = [group.actor.name for group in groups(article, analysis, order="name") if group.actor]
    assert by_name == sorted(by_name, key=str.casefold)
    counts = [group.count for group in groups(article, analysis, order="count") if group.actor]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("selenskyj", {"a6": 3}),
        ("praesident", {"a6": 3}),
        ("moskau", {"a3": 1}),
        ("beloussow", {MENTIONED: 1}),
        ("xyz", {}),
    ],
)
def test_groups_filtered(article: Article, analysis: Analysis, words: str, expected: dict[str, int]) -> None:
    assert {group.id: group.count for group in groups(article, analysis, words=words)} == expected


def test_groups_leave_out_what_is_not_sure(article: Article, analysis: Analysis) -> None:
    assert [group.id for group in groups(article, analysis, min_confidence=0.95)] == [MENTIONED]


@pytest.mark.parametrize(
    ("key", "name"),
    [("/", "slash"), ("?", "question_mark"), ("G", "G"), ("ctrl+x", "ctrl+x"), ("+", "plus")],
)
def test_names_of_keys(key: str, name: str) -> None:
    assert name_of(key) == name


@pytest.mark.parametrize("key", ["", "hyperspace", "strg+x", "ctrl+", "f99"])
def test_there_are_no_such_keys(key: str) -> None:
    with pytest.raises(ValueError, match=r"^.*$"):
        name_of(key)


def test_keys_as_they_are_read() -> None:
    assert [shown(key) for key in ("slash", "alt+left", "f1", "G", "escape")] == ["/", "Alt+←", "F1", "G", "Esc"]


def test_own_keys() -> None:
    keymap = Keymap(REGISTRY, {"find": "ctrl+f, Q"})
    assert keymap.keys("find") == ("ctrl+f", "Q")
    assert keymap.label("find") == "Ctrl+f Q"
    assert keymap.changed == {"find": "ctrl+f,Q"}


@pytest.mark.parametrize(
    ("own", "key"),
    [
        ({"fly": "x"}, "ui.keymap_unknown"),
        ({"find": "strg+f"}, "ui.keymap_key"),
        ({"find": " "}, "ui.keymap_empty"),
        ({"find": "ctrl+q"}, "ui.keymap_taken"),
        ({"find": "t"}, "ui.keymap_clash"),
    ],
)
def test_wrong_keys_are_told(own: dict[str, str], key: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Keymap(REGISTRY, own)
    assert caught.value.key == key
    for language in ("de", "en"):
        assert next(iter(own)) in Phrases("de" if language == "de" else "en").say(caught.value)


def test_two_commands_may_swap_their_keys() -> None:
    keymap = Keymap(REGISTRY, {"find": "t", "contents": "/"})
    assert keymap.keys("find") == ("t",)
    assert keymap.keys("contents") == ("slash",)


def test_own_keys_go_before_those_of_commands_on_other_screens() -> None:
    keymap = Keymap(REGISTRY, {"find": "t", "contents": "/"})
    assert keymap.command(View.LIBRARY, "t") == "find"
    assert keymap.label("from_period", view=View.LIBRARY) == ""
    assert keymap.label("from_period") == "t"
    with pytest.raises(ConfigError):
        Keymap(REGISTRY, {"find": "x", "from_period": "x"})


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_command_is_named(language: str) -> None:
    phrases = Phrases("de" if language == "de" else "en")
    assert len(ids()) == len(REGISTRY) == len(BY_ID)
    assert all(command.title(phrases) for command in REGISTRY)
    assert all(command.short(phrases) for command in REGISTRY if command.footer)
    for view in (View.ARTICLE, View.SELECTION):
        assert 0 < sum(command.footer > 0 and view in command.views for command in REGISTRY) <= 8


def test_a_newer_configuration_beats_an_older_choice(tmp_path: Path) -> None:
    choices = Choices(State.load(tmp_path / "state.json"))
    assert choices.get("theme", "dark") == "dark"
    choices.set("theme", "dark", "light")
    assert choices.get("theme", "dark") == "light"
    assert choices.get("theme", "contrast") == "contrast"


def test_the_shelf_skips_what_cannot_be_read(article: Article) -> None:
    def read(source: str) -> Article:
        if source == "bad":
            raise SourceError("article.missing_file", path=source)
        return article

    shelf = Shelf(["bad", "good"], read)
    assert [error.values["path"] for error in shelf.open_first()] == ["bad"]
    assert shelf.index == 1
    assert shelf.current is article
    with pytest.raises(SourceError):
        shelf.open(0)
    assert shelf.index == 1
    with pytest.raises(SourceError):
        Shelf(["bad"], read).open_first()


def test_the_clipboard_is_a_program_without_a_shell(tmp_path: Path) -> None:
    assert clipboard.program({"PATH": str(tmp_path), "DISPLAY": ":0"}) is None
    target = tmp_path / "copied"
    tool = tmp_path / "wl-copy"
    tool.write_text(f"#!/bin/sh\n/bin/cat > {target}\n")
    tool.chmod(0o755)
    assert clipboard.copy("Größe", {"PATH": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"})
    assert target.read_text(encoding="utf-8") == "Größe"


def test_addresses_of_sources(tmp_path: Path) -> None:
    file = tmp_path / "a b.txt"
    file.write_text("x")
    assert opener.address("https://example.org/a") == "https://example.org/a"
    assert opener.address(str(file)) == file.as_uri()
    assert opener.address("-") is None
    assert opener.address(str(tmp_path / "gone.txt")) is None
    assert not opener.open_address("javascript:alert(1)")
