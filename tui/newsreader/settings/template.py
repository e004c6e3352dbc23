"""The configuration as a commented file: every setting with what it means; what is at its default is commented out."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from newsreader.settings.config import Config, setting_names, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.phrases import Phrases

WIDTH = 100


def text(config: Config, phrases: Phrases) -> str:
    """The content of a `config.toml` that gives just this configuration.

    Args:
        config: the settings.
        phrases: in which language they are explained.
    """
    return "\n".join(_lines(config, phrases)) + "\n"


def _lines(config: Config, phrases: Phrases) -> Iterator[str]:
    default = Config()
    yield from _comment(phrases("settings.about"))
    for name in setting_names():
        yield ""
        yield from _comment(phrases(f"settings.about.{name}"))
        if name == "keys":
            yield "[keys]"
            yield from (f"{show(command)} = {show(keys)}" for command, keys in config.keys.items())
            continue
        value = getattr(config, name)
        yield f"{'' if value != getattr(default, name) else '# '}{name} = {show(value)}"


def _comment(sentence: str) -> Iterator[str]:
    for line in sentence.split("\n"):
        yield from (f"# {part}" for part in textwrap.wrap(line, WIDTH))
