"""The command, its arguments and options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from newsreader.cli.declaring import CommonOptions, Task, command, flag, pipeline_of, text
from newsreader.cli.filters import FilterOptions

if TYPE_CHECKING:
    from newsreader.cli.session import Session


def register(app: typer.Typer, session: Session) -> None:
    """Add the command to the application, with its help in the session's language."""
    t = session.phrases
    common, only = CommonOptions(t), FilterOptions(t)
    the_name = typer.Argument(None, metavar=t("cli.help.name"), help=t("cli.help.actors_name"))
    the_kinds = text("--kind", "KIND,...", t("cli.help.actors_kind"))
    the_sort = text("--sort", "KEY", t("cli.help.actors_sort"))
    with_all = flag("--all", about=t("cli.help.actors_all"))
    to_analyse = flag("--analyse", about=t("cli.help.actors_analyse"))
    to_json = flag("--json", about=t("cli.help.actors_json"))
    to_csv = flag("--csv", about=t("cli.help.actors_csv"))

    @command(app, t, t("cli.help.actors"), short=t("cli.help.actors_short"))
    def actors(
        context: typer.Context,
        name: list[str] = the_name,
        since: str = only.since,
        until: str = only.until,
        source: str = only.source,
        kind: str = the_kinds,
        sort: str = the_sort,
        everybody: bool = with_all,
        analyse: bool = to_analyse,
        pipeline: str = common.pipeline,
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
                pipeline=pipeline_of(pipeline, context, session),
                as_json=as_json,
                as_csv=as_csv,
            )
            return run(options, session)

        return task
