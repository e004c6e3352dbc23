"""How commands declare their options and join the application, with help in the user's language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from newsreader.cli.helping import command_class

if TYPE_CHECKING:
    from newsreader.cli.session import Session
    from newsreader.phrases import Phrases

Task = Callable[[], int]
"""what a command does once the arguments are understood; gives the exit status"""

F = TypeVar("F", bound=Callable[..., Any])

# Options are defaults rather than annotations: those are looked up in a module, where the user's language is not known.


def text(name: str, value: str, about: str) -> Any:
    """An option with a value; "" without it.

    Args:
        name: as it is typed ("--since").
        value: what the help calls its value.
        about: what it is for.
    """
    return typer.Option("", name, metavar=value, help=about, show_default=False)


def flag(*names: str, about: str) -> Any:
    """An option that is there or not.

    Args:
        names: as it is typed.
        about: what it is for.
    """
    return typer.Option(False, *names, help=about)


class CommonOptions:
    """Options that several commands have, with their help in a language."""

    def __init__(self, t: Phrases) -> None:
        self.pipeline: Any = text("--pipeline", "NAME", t("cli.help.pipeline"))
        self.store: Any = text("--store", t("cli.help.path"), t("cli.help.store"))
        self.private: Any = flag("--private", about=t("cli.help.private"))
        self.force: Any = flag("--force", about=t("cli.help.force"))


def keep_in(store: str, session: Session) -> None:
    """Note the file of annotations that an option names; what stands nearer to the sources holds."""
    if store:
        session.store = Path(store).expanduser()


def pipeline_of(pipeline: str, context: typer.Context, session: Session) -> str:
    """The pipeline that is meant: the command's, else the one named before the command, else the user's."""
    named: str | None = context.obj
    return pipeline or named or session.config.pipeline


def command(
    app: typer.Typer, t: Phrases, about: str, *, name: str | None = None, short: str | None = None, **more: Any
) -> Callable[[F], F]:
    """Makes a function a command of the application (a decorator).

    Args:
        app: the application, or a group of it.
        t: the language of its help.
        about: what it does.
        name: what it is called, None for the function's name.
        short: what it does, for the list of commands; None for the first sentence of `about`.
        more: what else the parser shall know.
    """
    return app.command(
        name, cls=command_class(t), options_metavar=t("cli.help.metavar_options"), help=about, short_help=short, **more
    )
