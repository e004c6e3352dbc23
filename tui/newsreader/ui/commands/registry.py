"""All commands, in the order in which the help lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands import (
    annotating,
    feeds,
    finding,
    library,
    lists,
    look,
    moving,
    panel,
    people,
    program,
    selecting,
    taking,
    versions,
    who,
)

if TYPE_CHECKING:
    from newsreader.ui.commands.command import Command

REGISTRY: tuple[Command, ...] = (
    *moving.COMMANDS,
    *who.COMMANDS,
    *finding.COMMANDS,
    *selecting.COMMANDS,
    *annotating.COMMANDS,
    *panel.COMMANDS,
    *taking.COMMANDS,
    *look.COMMANDS,
    *program.COMMANDS,
    *lists.COMMANDS,
    *feeds.COMMANDS,
    *versions.COMMANDS,
    *library.COMMANDS,
    *people.COMMANDS,
)

BY_ID: dict[str, Command] = {command.id: command for command in REGISTRY}
