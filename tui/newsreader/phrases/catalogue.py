"""All catalogues joined: each room's module has one dictionary a language, under the same keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.phrases import (
    analysis,
    annotation,
    article,
    changes,
    cli,
    cli_export,
    cli_search,
    export,
    feeds,
    library,
    looking,
    people,
    settings,
    ui,
    ui_annotating,
    ui_changes,
    ui_commands,
    ui_export,
    ui_feeds,
    ui_library,
    ui_lists,
    ui_sources,
    ui_why,
)

if TYPE_CHECKING:
    from newsreader.phrases import Language

ROOMS = (
    article,
    changes,
    analysis,
    annotation,
    export,
    library,
    looking,
    people,
    feeds,
    settings,
    cli,
    cli_export,
    cli_search,
    ui,
    ui_annotating,
    ui_changes,
    ui_commands,
    ui_export,
    ui_feeds,
    ui_library,
    ui_lists,
    ui_sources,
    ui_why,
)


def phrases(language: Language) -> dict[str, str]:
    """Every phrase of a language by its key."""
    joined: dict[str, str] = {}
    for room in ROOMS:
        joined.update(room.DE if language == "de" else room.EN)
    return joined
