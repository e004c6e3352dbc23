"""The command, its arguments and options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from newsreader.cli.declaring import CommonOptions, Task, command, flag, pipeline_of
from newsreader.cli.filters import FilterOptions, Wanted
from newsreader.cli.session import UsageError

if TYPE_CHECKING:
    from newsreader.cli.session import Session


def register(app: typer.Typer, session: Session) -> None:
    """Add the command to the application, with its help in the session's language."""
    t = session.phrases
    common = CommonOptions(t)
    only = FilterOptions(t)
    to_check = typer.Option(False, "--check", help=t("cli.help.changes_check"))
    the_sources = typer.Argument(None, metavar=t("cli.help.sources"), help=t("cli.help.changes_sources"))
    to_json = flag("--json", about=t("cli.help.changes_json"))
    to_list = flag("--list", about=t("cli.help.changes_list"))
    the_old = typer.Option(0, "--from", metavar="N", help=t("cli.help.changes_from"), show_default=False)
    the_new = typer.Option(0, "--to", metavar="N", help=t("cli.help.changes_to"), show_default=False)
    privately = flag("--private", about=t("cli.help.changes_private"))
    only_text = flag("--only-text", about=t("cli.help.changes_only_text"))

    @command(app, t, t("cli.help.changes"), short=t("cli.help.changes_short"))
    def changes(
        context: typer.Context,
        sources: list[str] | None = the_sources,
        check: bool = to_check,
        since: str = only.since,
        until: str = only.until,
        source: str = only.source,
        actor: str = only.actor,
        feed: str = only.feed,
        unread: bool = only.unread,
        annotated: bool = only.annotated,
        as_json: bool = to_json,
        only_text: bool = only_text,
        listing: bool = to_list,
        old: int = the_old,
        new: int = the_new,
        private: bool = privately,
        pipeline: str = common.pipeline,
    ) -> Task:
        session.private = private or session.private

        def task() -> int:
            from newsreader.cli.changes.run import Options, run

            options = Options(
                as_json,
                not only_text,
                pipeline_of(pipeline, context, session),
                listing=listing,
                old=old,
                new=new,
                keep=session.keeps,
            )
            wanted = Wanted(since, until, source, actor, feed, unread, annotated)
            if check:
                from newsreader.cli.changes.checking import check as look

                return look(sources or (), wanted, options, session)
            if wanted:
                raise UsageError("cli.check.alone")
            return run(sources or (), options, session)

        return task
