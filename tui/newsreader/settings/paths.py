"""Where the program keeps its files, after the conventions of the operating system."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME = "newsreader"


def config_file() -> Path:
    """The configuration, which only the user writes (`config.toml`)."""
    import platformdirs

    return platformdirs.user_config_path(NAME, appauthor=False) / "config.toml"


def state_file() -> Path:
    """What was read last and where, and the choices that the reader remembers (`state.json`)."""
    import platformdirs

    return platformdirs.user_state_path(NAME, appauthor=False) / "state.json"


def data_folder() -> Path:
    """What the user makes and must never lose, such as annotations."""
    import platformdirs

    return platformdirs.user_data_path(NAME, appauthor=False)


def store_file() -> Path:
    """The annotations: what NEWSREADER_STORE names, else `annotations.sqlite` in the data folder."""
    import os
    from pathlib import Path

    named = os.environ.get("NEWSREADER_STORE")
    return Path(named).expanduser() if named else data_folder() / "annotations.sqlite"


def library_file() -> Path:
    """What was read and is kept: `library.db` in the data folder."""
    return data_folder() / "library.db"


def cache_folder() -> Path:
    """What can be computed again, such as finished analyses."""
    import platformdirs

    return platformdirs.user_cache_path(NAME, appauthor=False)


def pages_folder() -> Path:
    """Pages that were fetched, which are asked for again when they may have changed."""
    return cache_folder() / "pages"
