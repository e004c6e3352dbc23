"""The command, its arguments and options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from newsreader.cli.declaring import CommonOptions, Task, command, flag, keep_in, pipeline_of, text
from newsreader.cli.filters import FilterOptions, Wanted

if TYPE_CHECKING:
    from newsreader.cli.session import Session


def register(app: typer.Typer, session: Session) -> None:
    """Add the command to the application, with its help in the session's language."""
    from newsreader.export.choice import KINDS

    t = session.phrases
    common, only = CommonOptions(t), FilterOptions(t)
    the_format = typer.Option(
        "json", "--format", "-f", metavar="FORMAT", help=t("cli.help.format"), autocompletion=_format_names
    )
    the_output = typer.Option("-", "--output", "-o", metavar=t("cli.help.path"), help=t("cli.help.output"))
    to_stdout = flag("--stdout", about=t("cli.help.stdout"))
    the_layer = typer.Option("both", "--layer", metavar="machine|human|both", help=t("cli.help.layer"))
    the_confidence = typer.Option(
        0.0, "--min-confidence", metavar="0-1", help=t("cli.help.min_confidence"), show_default=False
    )
    the_kinds = text("--kinds", "KIND,...", t("cli.help.kinds", kinds=", ".join(KINDS)))
    the_jobs = typer.Option(1, "--jobs", "-j", metavar="N", help=t("cli.help.jobs"))
    to_resume = flag("--resume", about=t("cli.help.resume"))
    the_errors = text("--errors", t("cli.help.path"), t("cli.help.errors"))
    to_be_quiet = flag("--quiet", "-q", about=t("cli.help.quiet"))
    the_sources = typer.Argument(None, metavar=t("cli.help.sources"), help=t("cli.help.source"))
    the_query = typer.Option(
        None, "--query", metavar=t("cli.help.query"), help=t("cli.help.export_query"), show_default=False
    )

    @command(app, t, t("cli.help.export"), short=t("cli.help.export_short"))
    def export(
        context: typer.Context,
        sources: list[str] = the_sources,
        format_name: str = the_format,
        output: str = the_output,
        stdout: bool = to_stdout,
        layer: str = the_layer,
        min_confidence: float = the_confidence,
        kinds: str = the_kinds,
        jobs: int = the_jobs,
        force: bool = common.force,
        resume: bool = to_resume,
        errors: str = the_errors,
        quiet: bool = to_be_quiet,
        query: str | None = the_query,
        since: str = only.since,
        until: str = only.until,
        source: str = only.source,
        actor: str = only.actor,
        feed: str = only.feed,
        unread: bool = only.unread,
        annotated: bool = only.annotated,
        private: bool = common.private,
        pipeline: str = common.pipeline,
        store: str = common.store,
    ) -> Task:
        session.private = private or session.private
        keep_in(store, session)

        def task() -> int:
            from newsreader.cli.exporting.options import Options
            from newsreader.cli.exporting.run import run
            from newsreader.cli.exporting.shelf import chosen

            options = Options.understood(
                format_name=format_name,
                output=output,
                stdout=stdout,
                layer=layer,
                min_confidence=min_confidence,
                kinds=kinds,
                force=force,
                resume=resume,
                jobs=jobs,
                pipeline=pipeline_of(pipeline, context, session),
                errors=errors or None,
                quiet=quiet,
            )
            wanted = Wanted(since, until, source, actor, feed, unread, annotated)
            shelf = chosen(sources or [], query, wanted, options.pipeline, session)
            if shelf is None:
                return run(sources, options, session)
            with shelf:
                return run(shelf.sources, options, session, shelf)

        return task


def _format_names() -> list[str]:
    from newsreader.export import formats

    return [one.name for one in formats()]
