"""The configuration: what the user has set, from `config.toml`, with a clear error for what cannot be meant."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, Self

from newsreader.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from newsreader.phrases import Language, Phrases


@dataclass(frozen=True)
class Config:
    """All settings. Each has a default, so that no file is needed."""

    language: Literal["auto", "de", "en"] = "auto"
    """language of the interface; "auto" follows the locale"""

    theme: str = "dark"
    """name of a theme: "dark", "light", "contrast", "terminal" (its own colours), or one of Textual's"""

    width: int = 72
    """columns of text in the article, 30 to 200; a narrower terminal wins"""

    hyphenation: bool = False
    """whether words are hyphenated at the end of a line"""

    highlight: tuple[str, ...] = ("PER", "ORG", "LOC", "MISC", "DATE")
    """labels of the entities that are highlighted"""

    min_confidence: float = 0.0
    """statements of which the program is less sure than this (0 to 1) are not shown"""

    panel: Literal["auto", "open", "closed"] = "auto"
    """the panel of actors at the start: "auto" opens it where the terminal is wide enough"""

    panel_order: Literal["appearance", "name", "count"] = "appearance"
    """order of the actors in the panel"""

    pipeline: str = "embedded"
    """what analyses: "embedded", or the name or folder of an installed German spaCy pipeline"""

    feed_articles: int = 0
    """articles of unread entries that a refresh fetches of each feed, so that they can be read without a network"""

    feed_age: int = 30
    """minutes after which the screen of feeds fetches them again by itself, 0 for never"""

    page_age: int = 15
    """minutes after which it is looked whether the page of a kept article has changed when that is opened; 0: never"""

    keep: bool = True
    """whether what is read is kept in the library, with the places in it, its analyses and fetched pages"""

    annotator: str = ""
    """name under which annotations are made; empty for the name of the login"""

    colours: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType({"prüfen": "yellow", "belegt": "green", "falsch": "red"})
    )
    """colours to highlight with: from the meaning of each, at most nine, to a colour of `colours.COLOURS`"""

    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """other keys for commands: from a command's id to its keys, commas between"""

    path: Path | None = field(default=None, compare=False)
    """the file that was read, None if there was none"""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a configuration; a file that does not exist gives the defaults.

        Raises:
            ConfigError: if the file cannot be read or has an unknown key or a wrong value.
        """
        try:
            content = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return cls()
        except OSError as error:
            raise ConfigError("settings.unreadable", path=path, reason=error.strerror) from error
        return cls.parse(content, path)

    @classmethod
    def parse(cls, content: bytes, path: Path) -> Self:
        """Read a configuration from the content of a file.

        Args:
            content: TOML in UTF-8.
            path: the file, for messages.

        Raises:
            ConfigError: as for `load`.
        """
        import tomllib

        try:
            table = tomllib.loads(content.decode("utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ConfigError("settings.no_toml", path=path, reason=error) from error
        values: dict[str, Any] = {key: _checked(key, value, path) for key, value in table.items()}
        return cls(**values, path=path)

    def error(self, key: str, allowed: str) -> ConfigError:
        """The error for a setting whose value only a higher room can judge, such as a theme or a command's id.

        Args:
            key: the setting, such as "theme" or "keys.scroll_down".
            allowed: the values that it may have, for the user to read.
        """
        value = self.keys.get(key.removeprefix("keys.")) if key.startswith("keys.") else getattr(self, key)
        from newsreader.settings import paths

        return ConfigError(
            "settings.not_one_of",
            path=self.path or paths.config_file(),
            setting=key,
            value=show(value),
            allowed=allowed,
        )

    def annotator_name(self) -> str:
        """The annotator's name: the setting, else the name of the login, else "?"."""
        if self.annotator:
            return self.annotator
        import getpass

        try:
            return getpass.getuser()
        except (OSError, KeyError, ImportError):
            return "?"

    def interface_language(self) -> Language:
        """The interface's language, after the locale if the setting is "auto"."""
        from newsreader.phrases import system_language

        return system_language() if self.language == "auto" else self.language

    def phrases(self) -> Phrases:
        """What the program says, in the interface's language."""
        from newsreader.phrases import Phrases

        return Phrases(self.interface_language())


def setting_names() -> tuple[str, ...]:
    """The names of all settings, in the order in which they are shown."""
    return tuple(part.name for part in fields(Config) if part.compare)


def show(value: object) -> str:
    """A value as TOML has it, on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _quoted(value)
        case tuple() | list():
            return "[" + ", ".join(show(item) for item in value) + "]"
        case dict() | MappingProxyType():
            return "{" + ", ".join(f"{_quoted(str(key))} = {show(item)}" for key, item in value.items()) + "}"
        case _:
            return str(value)


def _quoted(text: str) -> str:
    """A basic string of TOML, which is one of JSON too once DEL is escaped."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _checked(key: str, value: object, path: Path) -> object:
    from newsreader.settings import checks

    check = checks.CHECKS.get(key)
    if check is None:
        raise ConfigError("settings.unknown_key", path=path, setting=key, known=", ".join(setting_names()))
    try:
        return check(value)
    except checks.RefusedError as refused:
        raise ConfigError(refused.key, path=path, setting=key, value=show(value), **refused.values) from refused
