"""The command, its arguments and options."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from newsreader.cli.session import Session

Task = Callable[[], int]


def register(app: typer.Typer, command: type[TyperCommand], session: Session) -> None:
    """Add the command to the application, with its help in the session's language."""
    t = session.phrases
    the_sources = typer.Argument(metavar=t("cli.help.sources"), help=t("cli.help.changes_sources"))
    to_json = typer.Option(False, "--json", help=t("cli.help.changes_json"))
    to_list = typer.Option(False, "--list", help=t("cli.help.changes_list"))
    the_old = typer.Option(0, "--from", metavar="N", help=t("cli.help.changes_from"), show_default=False)
    the_new = typer.Option(0, "--to", metavar="N", help=t("cli.help.changes_to"), show_default=False)
    privately = typer.Option(False, "--private", help=t("cli.help.changes_private"))
    only_text = typer.Option(False, "--only-text", help=t("cli.help.changes_only_text"))
    the_pipeline = typer.Option("", "--pipeline", metavar="NAME", help=t("cli.help.pipeline"), show_default=False)

    @app.command(
        cls=command,
        options_metavar=t("cli.help.metavar_options"),
        help=t("cli.help.changes"),
        short_help=t("cli.help.changes_short"),
    )
    def changes(
        context: typer.Context,
        sources: list[str] = the_sources,
        as_json: bool = to_json,
        only_text: bool = only_text,
        listing: bool = to_list,
        old: int = the_old,
        new: int = the_new,
        private: bool = privately,
        pipeline: str = the_pipeline,
    ) -> Task:
        session.private = private or session.private

        def task() -> int:
            from newsreader.cli.changes.run import Options, run

            options = Options(
                as_json,
                not only_text,
                pipeline or context.obj or session.config.pipeline,
                listing=listing,
                old=old,
                new=new,
                keep=session.keeps,
            )
            return run(sources, options, session)

        return task
