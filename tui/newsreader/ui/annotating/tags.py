"""Tags as they are typed: on one line, commas between, completed from those that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def typed(line: str) -> tuple[str, ...]:
    """The tags of a line: commas between, a # in front of each is optional."""
    tags = (" ".join(part.split()).lstrip("#").strip() for part in line.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def line(tags: Sequence[str]) -> str:
    """Tags as a line to type on."""
    return ", ".join(tags)


def completed(line: str, known: Sequence[str]) -> str | None:
    """The line with its last tag completed; None if no known tag begins so, or it has none yet.

    Args:
        line: as typed so far.
        known: tags in the order in which they are offered; those that the line has already are passed over.
    """
    before, _, last = line.rpartition(",")
    begun = last.lstrip().lstrip("#")
    if not begun:
        return None
    given = {tag.casefold() for tag in typed(before)}
    for tag in known:
        if tag.casefold().startswith(begun.casefold()) and tag.casefold() not in given and len(tag) > len(begun):
            return line + tag[len(begun) :]
    return None
