"""Showing and starting the configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.errors import ConfigError
from newsreader.settings import atomic, paths, template

if TYPE_CHECKING:
    from newsreader.cli.session import Session


def show(session: Session) -> int:
    """Print where the configuration lies and all settings as they are, each with what it means."""
    path = paths.config_file()
    key = "cli.config.from_file" if session.config.path else "cli.config.no_file"
    session.inform(session.phrases(key, path=path))
    print(template.text(session.config, session.phrases), end="")
    return 0


def show_path() -> int:
    """Print only where the configuration lies."""
    print(paths.config_file())
    return 0


def write_new(session: Session) -> int:
    """Write a configuration in which everything is explained and nothing is changed yet.

    Raises:
        ConfigError: if there is one already, or it cannot be written.
    """
    path = paths.config_file()
    if path.exists():
        raise ConfigError("settings.exists", path=path)
    try:
        atomic.write_text(path, template.text(session.config, session.phrases))
    except OSError as error:
        raise ConfigError("settings.unwritable", path=path, reason=error.strerror) from error
    session.inform(session.phrases("cli.config.written", path=path))
    return 0
