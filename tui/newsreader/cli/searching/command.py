"""The command, its arguments and options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from newsreader.cli.declaring import Task, command, flag, text
from newsreader.cli.filters import FilterOptions, Wanted

if TYPE_CHECKING:
    from newsreader.cli.session import Session

MINUS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
"""what lets a word with a minus before it be a word of the query"""


def register(app: typer.Typer, session: Session) -> None:
    """Add the command to the application, with its help in the session's language."""
    t = session.phrases
    only = FilterOptions(t)
    the_query = typer.Argument(None, metavar=t("cli.help.query"), help=t("cli.help.search_query"))
    the_kinds = text("--in", "KIND,...", t("cli.help.search_in"))
    the_limit = typer.Option(20, "--limit", metavar="N", help=t("cli.help.search_limit"))
    the_latest = flag("--latest", about=t("cli.help.search_latest"))
    to_json = flag("--json", about=t("cli.help.search_json"))
    to_csv = flag("--csv", about=t("cli.help.search_csv"))

    @command(app, t, t("cli.help.search"), short=t("cli.help.search_short"), context_settings=MINUS)
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
