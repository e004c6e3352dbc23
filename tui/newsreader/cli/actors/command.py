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
    the_name = typer.Argument(None, metavar=t("cli.help.name"), help=t("cli.help.actors_name"))
    the_since = typer.Option("", "--since", metavar=t("cli.help.period"), help=t("cli.help.since"), show_default=False)
    the_until = typer.Option("", "--until", metavar=t("cli.help.period"), help=t("cli.help.until"), show_default=False)
    the_source = typer.Option(
        "", "--source", metavar=t("cli.help.from"), help=t("cli.help.of_source"), show_default=False
    )
    the_kinds = typer.Option("", "--kind", metavar="KIND,...", help=t("cli.help.actors_kind"), show_default=False)
    the_sort = typer.Option("", "--sort", metavar="KEY", help=t("cli.help.actors_sort"), show_default=False)
    with_all = typer.Option(False, "--all", help=t("cli.help.actors_all"))
    to_analyse = typer.Option(False, "--analyse", help=t("cli.help.actors_analyse"))
    the_pipeline = typer.Option("", "--pipeline", metavar="NAME", help=t("cli.help.pipeline"), show_default=False)
    to_json = typer.Option(False, "--json", help=t("cli.help.actors_json"))
    to_csv = typer.Option(False, "--csv", help=t("cli.help.actors_csv"))

    @app.command(
        cls=command,
        options_metavar=t("cli.help.metavar_options"),
        help=t("cli.help.actors"),
        short_help=t("cli.help.actors_short"),
    )
    def actors(
        context: typer.Context,
        name: list[str] = the_name,
        since: str = the_since,
        until: str = the_until,
        source: str = the_source,
        kind: str = the_kinds,
        sort: str = the_sort,
        everybody: bool = with_all,
        analyse: bool = to_analyse,
        pipeline: str = the_pipeline,
        as_json: bool = to_json,
        as_csv: bool = to_csv,
    ) -> Task:
        def task() -> int:
            from newsreader.cli.actors.run import Options, run

            options = Options.understood(
                name=" ".join(name or ()),
                since=since,
                until=until,
                source=source,
                kind=kind,
                sort=sort,
                everybody=everybody,
                analyse=analyse,
                pipeline=pipeline or context.obj or session.config.pipeline,
                as_json=as_json,
                as_csv=as_csv,
            )
            return run(options, session)

        return task
