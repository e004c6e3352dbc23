"""The command, its arguments and options."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from newsreader.cli.filters import FilterOptions, Wanted

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from newsreader.cli.session import Session

Task = Callable[[], int]

MINUS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
"""what lets a word with a minus before it be a word of the query"""


def register(app: typer.Typer, command: type[TyperCommand], session: Session) -> None:
    """Add the command to the application, with its help in the session's language."""
    t = session.phrases
    only = FilterOptions(t)
    the_query = typer.Argument(None, metavar=t("cli.help.query"), help=t("cli.help.search_query"))
    the_kinds = typer.Option("", "--in", metavar="KIND,...", help=t("cli.help.search_in"), show_default=False)
    the_limit = typer.Option(20, "--limit", metavar="N", help=t("cli.help.search_limit"))
    the_latest = typer.Option(False, "--latest", help=t("cli.help.search_latest"))
    to_json = typer.Option(False, "--json", help=t("cli.help.search_json"))
    to_csv = typer.Option(False, "--csv", help=t("cli.help.search_csv"))

    @app.command(
        cls=command,
        options_metavar=t("cli.help.metavar_options"),
        help=t("cli.help.search"),
        short_help=t("cli.help.search_short"),
        context_settings=MINUS,
    )
    def search(
        query: list[str] = the_query,
        kinds: str = the_kinds,
        since: str = only.since,
        until: str = only.until,
        source: str = only.source,
        actor: str = only.actor,
        feed: str = only.feed,
        unread: bool = only.unread,
        annotated: bool = only.annotated,
        limit: int = the_limit,
        latest: bool = the_latest,
        as_json: bool = to_json,
        as_csv: bool = to_csv,
    ) -> Task:
        def task() -> int:
            from newsreader.cli.searching.run import Options, run

            options = Options.understood(
                query=" ".join(query or ()),
                kinds=kinds,
                wanted=Wanted(since, until, source, actor, feed, unread, annotated),
                limit=limit,
                latest=latest,
                as_json=as_json,
                as_csv=as_csv,
            )
            return run(options, session)

        return task
