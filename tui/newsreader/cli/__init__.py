"""The `newsreader` command.

Whoever opens an article should see it at once, so that opening comes first here and everything else is imported late.
"""

from __future__ import annotations

import os
import sys

from newsreader.cli.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("export", "import", "actors", "changes", "feeds", "formats", "config", "search")
COMPLETION = "_NEWSREADER_COMPLETE"
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
"""what tells the library of matrix products how many threads to use"""

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: what stands behind the program's name, that of the process if None.

    Returns:
        The exit status: 0, 1 for a failure, 2 for wrong usage, 130 when interrupted.
    """
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    session = Session()
    # The pipeline's matrices are small: more threads take twice the processor's time, waiting for one another, and gain
    # nothing. It is read when NumPy is loaded, and by further processes.
    for name in THREADS:
        os.environ.setdefault(name, "1")
    try:
        status = _run(arguments, session)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough. Nothing may be flushed into the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return session.failed(error)
    return status


def _run(arguments: list[str], session: Session) -> int:
    if COMPLETION not in os.environ and _only_sources(arguments):
        from newsreader.cli.reading import open_reader

        return open_reader(arguments, session)
    from newsreader.cli.commands import run

    return run(arguments, session)


def _only_sources(arguments: list[str]) -> bool:
    """Whether there is nothing to parse: no option, no command."""
    return arguments[:1] not in [[command] for command in COMMANDS] and not any(
        argument.startswith("-") and argument != "-" for argument in arguments
    )
