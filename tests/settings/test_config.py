"""The configuration: what is read, and what is said about what cannot be meant."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import ConfigError
from newsreader.phrases import Phrases
from newsreader.settings import Config, paths, template
from newsreader.settings.checks import CHECKS
from newsreader.settings.config import setting_names, show

PATH = Path("config.toml")


def parsed(text: str) -> Config:
    return Config.parse(text.encode(), PATH)


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    config = Config.load(tmp_path / "missing" / "config.toml")
    assert config == Config()
    assert config.path is None


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        'language = "de"\ntheme = "light"\nwidth = 64\nhyphenation = true\nhighlight = ["PER", "PER", "DATE"]\n'
        'min_confidence = 1\npanel = "closed"\npanel_order = "count"\npipeline = "de_core_news_lg"\n'
        'annotator = " Ada "\ncolours = {"offen" = "violet", "gut belegt" = "green"}\n'
        '[keys]\nquit = "Q, ctrl+x"\nhelp = ""\n[keys.panel]\nsort = "o"\n'
    )
    config = Config.load(path)
    assert config == Config(
        language="de",
        theme="light",
        width=64,
        hyphenation=True,
        highlight=("PER", "DATE"),
        min_confidence=1.0,
        panel="closed",
        panel_order="count",
        pipeline="de_core_news_lg",
        annotator="Ada",
        colours={"offen": "violet", "gut belegt": "green"},
        keys={"quit": "Q, ctrl+x", "help": "", "panel.sort": "o"},
    )
    assert config.path == path
    assert config.phrases().language == "de"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("widht = 70", 'no setting "widht"'),
        ("widht = 70", "width"),
        ("width = 0", "30 to 200"),
        ("width = 72.5", "width = 72.5"),
        ("width = true", "width = true"),
        ('language = "fr"', '"auto", "de", "en"'),
        ('hyphenation = "yes"', "true or false"),
        ('theme = " "', "in quotation marks"),
        ("theme = 1", "theme = 1"),
        ('highlight = "PER"', "list of texts"),
        ('highlight = ["PER", 1]', 'highlight = ["PER", 1]'),
        ("min_confidence = 2", "0 to 1"),
        ("min_confidence = nan", "0 to 1"),
        ('keys = "s"', "[keys]"),
        ("[keys]\nquit = 3", "quit"),
        ("[width]\nx = 1", '{"x" = 1}'),
        ("annotator = 3", "annotator = 3"),
        ('annotator = "a\\nb"', "on one line"),
        ('colours = "red"', "from at most 9 meanings"),
        ("colours = {}", "colours = {}"),
        ('colours = {x = "pink"}', "yellow, green, red"),
        ("width = ", "not valid TOML"),
    ],
)
def test_what_cannot_be_meant_is_told(text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parsed(text)
    for language in ("de", "en"):
        assert Phrases(language).say(caught.value).startswith("config.toml: ")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_utf_8_is_told() -> None:
    with pytest.raises(ConfigError, match="not valid TOML"):
        Config.parse(b'theme = "\xff"', PATH)


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        Config.load(tmp_path)


def test_a_higher_room_can_judge_a_value() -> None:
    error = parsed('theme = "pink"').error("theme", "dark, light")
    assert str(error) == 'config.toml: theme = "pink" is not possible; allowed is dark, light.'
    assert "quit = " in str(parsed('[keys]\nquit = "?"').error("keys.quit", "x"))


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_commented_file_gives_the_same_configuration(language: str) -> None:
    phrases = Phrases("de" if language == "de" else "en")
    config = Config(width=50, highlight=("ORG",), keys={"a.b": 'x,"'}, theme="dark")
    text = template.text(config, phrases)
    assert parsed(text) == config
    assert parsed(template.text(Config(), phrases)) == Config()
    for name in setting_names():
        assert name in text
    assert "\n# width" not in text
    assert '\n# theme = "dark"' in text
    assert max(map(len, text.splitlines())) <= 120


@given(st.text())
def test_any_text_is_shown_as_toml(text: str) -> None:
    if not any("\ud800" <= character <= "\udfff" for character in text):
        assert tomllib.loads(f"key = {show(text)}") == {"key": text}


def test_an_annotator_without_a_name_has_that_of_the_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ada")
    assert Config().annotator_name() == "ada"
    assert Config(annotator="Ada L.").annotator_name() == "Ada L."


def test_files_lie_where_the_system_wants_them(home: Path) -> None:
    assert paths.config_file() == home / "config" / "newsreader" / "config.toml"
    assert paths.state_file() == home / "state" / "newsreader" / "state.json"
    assert paths.data_folder() == home / "data" / "newsreader"
    assert paths.cache_folder() == home / "cache" / "newsreader"


def test_every_setting_has_a_check() -> None:
    assert set(setting_names()) == set(CHECKS)
