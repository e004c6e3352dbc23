"""Prints the README's table of keys from the commands themselves.

.venv/bin/python scripts/key_table.py
"""

from __future__ import annotations

from itertools import groupby

from newsreader.phrases import Phrases
from newsreader.ui.commands import REGISTRY, Keymap


def table() -> str:
    """The commands that have keys, in Markdown, with the names under which the configuration knows them."""
    phrases, keymap = Phrases("en"), Keymap(REGISTRY, {})
    lines = ["| Keys | What they do | Name in `[keys]` |", "|---|---|---|"]
    for group, commands in groupby(REGISTRY, key=lambda command: command.group):
        lines.append(f"| | **{phrases(f'ui.group.{group}')}** | |")
        lines += [
            f"| {_keys(keymap.label(command.id))} | {command.title(phrases)} | `{command.id}` |"
            for command in commands
            if keymap.keys(command.id)
        ]
    return "\n".join(lines)


def _keys(label: str) -> str:
    return " ".join(f"`{key}`" for key in label.replace("|", "\\|").split())


if __name__ == "__main__":
    print(table())
