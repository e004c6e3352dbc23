"""Help pages in the user's language, which the parser alone would write in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from newsreader.phrases import Phrases

BRACES = re.compile(r"\{(\w+)\}(\.\.\.)?")
TYPE_OF_ARGUMENT = re.compile(r" <(?:list\[)?str\]?>")
"""how the parser writes arguments, which says nothing to a user"""


def _translated(text: str, t: Phrases) -> str:
    """A help page with its headings in the user's language."""
    for heading in ("Usage", "Arguments", "Options", "Commands"):
        text = text.replace(f"\n{heading}:\n", f"\n{t(f'cli.heading.{heading.lower()}')}:\n")
    text = text.replace("Usage:", f"{t('cli.heading.usage')}:", 1)
    # A long line may be broken behind the word.
    text = text.replace("[required]", "").replace("[default:", f"[{t('cli.heading.default')}:")
    text = TYPE_OF_ARGUMENT.sub(lambda match: " " * len(match[0]), BRACES.sub(r"\1\2", text))
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _described(parameters: list[Any], t: Phrases) -> list[Any]:
    """The options that the parser brings along, described in the user's language."""
    for parameter in parameters:
        if parameter.name in ("help", "install_completion", "show_completion"):
            parameter.help = t(f"cli.help.{parameter.name}")
    return parameters


def command_class(t: Phrases) -> type[TyperCommand]:
    """A command whose help is in the user's language."""

    class Command(TyperCommand):
        def get_help(self, ctx: Any) -> str:
            return _translated(super().get_help(ctx), t)

        def get_params(self, ctx: Any) -> list[Any]:
            return _described(super().get_params(ctx), t)

    return Command


def group_class(t: Phrases) -> type[TyperGroup]:
    """A group of commands whose help is in the user's language."""

    class Group(TyperGroup):
        def get_help(self, ctx: Any) -> str:
            return _translated(super().get_help(ctx), t)

        def get_params(self, ctx: Any) -> list[Any]:
            return _described(super().get_params(ctx), t)

    return Group
