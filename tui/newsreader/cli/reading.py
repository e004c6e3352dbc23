"""Opening the reader on the screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newsreader.cli.session import UsageError
from newsreader.cli.streams import on_terminal, standard_input

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.cli.session import Session
    from newsreader.settings.state import State


def open_reader(sources: Sequence[str], session: Session, pipeline: str | None = None) -> int:
    """Open articles in the reader; without any, the one that was read last, else the sample.

    Args:
        sources: files, folders, "-" for standard input.
        session: the run of the command.
        pipeline: what analyses, the configured one if None.

    Returns:
        The exit status.

    Raises:
        NewsreaderError: if nothing can be opened, or the configuration is wrong.
    """
    _check_terminal(sources)
    from newsreader import ui
    from newsreader.settings import State, paths

    state = State.load(paths.state_file())
    return ui.run(
        _expanded(sources) if sources else [_first(state)],
        config=session.config,
        state=state,
        pipeline=pipeline,
        stdin=standard_input(),
        store=session.store_file,
        keeps=session.keeps,
    )


def _check_terminal(sources: Sequence[str]) -> None:
    """See that there is a screen and a keyboard, also where standard input is a file or a pipe that nobody reads.

    Raises:
        UsageError: if there is not, or "-" is asked for and nothing is piped.
    """
    if sys.stdin is None or not on_terminal(sys.stdout) or not on_terminal(sys.stderr):
        raise UsageError("cli.no_terminal")
    if "-" in sources:
        if on_terminal(sys.stdin):
            raise UsageError("cli.nothing_piped")
        return
    from newsreader.ui.terminal import take_keyboard

    if not take_keyboard():
        raise UsageError("cli.no_terminal")


def _expanded(sources: Sequence[str]) -> list[str]:
    """The sources with every folder's articles in its place; no room is imported where all are files."""
    from pathlib import Path

    if not any(Path(source).is_dir() for source in sources):
        return list(sources)
    from newsreader.article import collect

    return collect(sources)


def _first(state: State) -> str:
    """What was read last if it is still there, else the sample."""
    from pathlib import Path

    from newsreader import resources

    if state.last and ("://" in state.last or Path(state.last).is_file()):
        return state.last
    return str(resources.sample())
