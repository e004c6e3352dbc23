"""The commands, their arguments and options, and their help, in the user's language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from newsreader.cli import feeds
from newsreader.cli.actors import command as actors
from newsreader.cli.changes import command as changes
from newsreader.cli.filters import FilterOptions, Wanted
from newsreader.cli.helping import command_class, group_class
from newsreader.cli.searching import command as searching
from newsreader.cli.session import Session, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer.core import TyperGroup

    from newsreader.phrases import Phrases

Task = Callable[[], int]
"""what a command does once the arguments are understood; gives the exit status"""

READ = "read"
"""the command behind `newsreader SOURCE...`; nobody types its name"""


def run(arguments: Sequence[str], session: Session) -> int:
    """Parse the arguments and run what they ask for.

    Raises:
        NewsreaderError: if the call cannot be meant, or fails.
    """
    command = typer.main.get_command(build(session))
    try:
        task = command.main(list(arguments), prog_name="newsreader", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except typer.TyperException as error:
        raise _usage(error) from None
    # The task is run here and not in the parser, which has its own ideas of interrupts and closed pipes.
    return task() if callable(task) else int(task or 0)


def build(session: Session) -> typer.Typer:
    """The application with its help in the session's language."""
    from newsreader.export.choice import KINDS

    t = session.phrases
    app = typer.Typer(
        cls=_group(t),
        help=t("cli.help.about"),
        epilog=t("cli.help.epilog"),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        subcommand_metavar=t("cli.help.metavar"),
        options_metavar=t("cli.help.metavar_options"),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    command = command_class(t)
    # Defaults rather than annotations: those are looked up in the module, where the user's language is not known.
    the_sources = typer.Argument(metavar=t("cli.help.sources"), help=t("cli.help.source"))
    the_pipeline = typer.Option("", "--pipeline", metavar="NAME", help=t("cli.help.pipeline"), show_default=False)
    the_store = typer.Option("", "--store", metavar=t("cli.help.path"), help=t("cli.help.store"), show_default=False)
    the_format = typer.Option(
        "json", "--format", "-f", metavar="FORMAT", help=t("cli.help.format"), autocompletion=_format_names
    )
    the_output = typer.Option("-", "--output", "-o", metavar=t("cli.help.path"), help=t("cli.help.output"))
    to_stdout = typer.Option(False, "--stdout", help=t("cli.help.stdout"))
    the_layer = typer.Option("both", "--layer", metavar="machine|human|both", help=t("cli.help.layer"))
    the_confidence = typer.Option(
        0.0, "--min-confidence", metavar="0-1", help=t("cli.help.min_confidence"), show_default=False
    )
    the_kinds = typer.Option(
        "", "--kinds", metavar="KIND,...", help=t("cli.help.kinds", kinds=", ".join(KINDS)), show_default=False
    )
    the_jobs = typer.Option(1, "--jobs", "-j", metavar="N", help=t("cli.help.jobs"))
    to_force = typer.Option(False, "--force", help=t("cli.help.force"))
    to_resume = typer.Option(False, "--resume", help=t("cli.help.resume"))
    the_errors = typer.Option("", "--errors", metavar=t("cli.help.path"), help=t("cli.help.errors"), show_default=False)
    to_be_quiet = typer.Option(False, "--quiet", "-q", help=t("cli.help.quiet"))
    the_files_or_none = typer.Argument(None, metavar=t("cli.help.sources"), help=t("cli.help.source"))
    the_query = typer.Option(
        None, "--query", metavar=t("cli.help.query"), help=t("cli.help.export_query"), show_default=False
    )
    only = FilterOptions(t)
    the_files = typer.Argument(metavar=t("cli.help.files"), help=t("cli.help.import_files"))
    the_article = typer.Option(
        "", "--article", metavar=t("cli.help.sources"), help=t("cli.help.article"), show_default=False
    )
    to_keep_nothing = typer.Option(False, "--private", help=t("cli.help.private"))
    to_show_version = typer.Option(False, "--version", help=t("cli.help.version"))
    to_begin = typer.Option(False, "--init", help=t("cli.help.init"))
    to_show_schema = typer.Option(False, "--schema", help=t("cli.help.schema"))
    only_path = typer.Option(False, "--path", help=t("cli.help.config_path"))

    @app.callback()
    def start(
        context: typer.Context,
        version: bool = to_show_version,
        pipeline: str = the_pipeline,
        store: str = the_store,
        private: bool = to_keep_nothing,
    ) -> Task | None:
        if version:
            from newsreader import __version__

            print(f"newsreader {__version__}")
            raise typer.Exit(0)
        context.obj = pipeline or None
        session.private = private
        _keep_in(store, session)
        if context.invoked_subcommand is None:
            from newsreader.cli.reading import open_reader

            return partial(open_reader, [], session, pipeline or None)
        return None

    @app.command(
        READ, cls=command, options_metavar=t("cli.help.metavar_options"), hidden=True, help=t("cli.help.about")
    )
    def read(
        context: typer.Context,
        sources: list[str] = the_sources,
        pipeline: str = the_pipeline,
        store: str = the_store,
        private: bool = to_keep_nothing,
    ) -> Task:
        from newsreader.cli.reading import open_reader

        session.private = private or session.private
        _keep_in(store, session)

        return partial(open_reader, sources, session, pipeline or context.obj)

    @app.command(
        cls=command,
        options_metavar=t("cli.help.metavar_options"),
        help=t("cli.help.export"),
        short_help=t("cli.help.export_short"),
    )
    def export(
        context: typer.Context,
        sources: list[str] = the_files_or_none,
        format_name: str = the_format,
        output: str = the_output,
        stdout: bool = to_stdout,
        layer: str = the_layer,
        min_confidence: float = the_confidence,
        kinds: str = the_kinds,
        jobs: int = the_jobs,
        force: bool = to_force,
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
        private: bool = to_keep_nothing,
        pipeline: str = the_pipeline,
        store: str = the_store,
    ) -> Task:
        session.private = private or session.private
        _keep_in(store, session)

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
                pipeline=pipeline or context.obj or session.config.pipeline,
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

    @app.command(
        "import",
        cls=command,
        options_metavar=t("cli.help.metavar_options"),
        help=t("cli.help.import"),
        short_help=t("cli.help.import_short"),
    )
    def import_(
        files: list[str] = the_files,
        article: str = the_article,
        store: str = the_store,
    ) -> Task:
        from newsreader.cli.importing import run

        _keep_in(store, session)
        return partial(run, files, session, article=article or None)

    @app.command(cls=command, options_metavar=t("cli.help.metavar_options"), help=t("cli.help.formats"))
    def formats(schema: bool = to_show_schema) -> Task:
        return _show_schema if schema else partial(_show_formats, t)

    @app.command(
        cls=command,
        options_metavar=t("cli.help.metavar_options"),
        help=t("cli.help.config"),
        short_help=t("cli.help.config_short"),
    )
    def config(
        init: bool = to_begin,
        path: bool = only_path,
    ) -> Task:
        from newsreader.cli import settings

        if path:
            return settings.show_path
        return partial(settings.write_new if init else settings.show, session)

    feeds.register(app, session)
    changes.register(app, command, session)
    actors.register(app, command, session)
    searching.register(app, command, session)
    return app


def _keep_in(store: str, session: Session) -> None:
    """Note the file of annotations that an option names; what stands nearer to the sources holds."""
    if store:
        session.store = Path(store).expanduser()


def _show_formats(t: Phrases) -> int:
    from newsreader.export import formats

    width = max(len(one.name) for one in formats()) + 2
    for one in formats():
        needs = f" ({t('cli.formats.needs', extra=one.extra.name)})" if one.extra else ""
        print(f"{one.name:<{width}}{one.suffix:<9}{t(one.about)}{needs}")
    return 0


def _show_schema() -> int:
    from importlib.resources import files

    print(files("newsreader.export").joinpath("document.schema.json").read_text(encoding="utf-8"), end="")
    return 0


def _format_names() -> list[str]:
    from newsreader.export import formats

    return [one.name for one in formats()]


def _usage(error: typer.TyperException) -> UsageError:
    """What is wrong with the call. The parser's own sentences, where there is none of ours, are English."""
    name = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    match type(error).__name__:
        case "NoSuchOption":
            return UsageError("cli.no_such_option", option=name)
        case "BadOptionUsage":
            return UsageError("cli.option_lacks_value", option=name)
        case "MissingParameter" if parameter is not None:
            return UsageError("cli.missing", name=parameter.metavar)
        case _:
            return UsageError("cli.wrong_usage", reason=error.format_message().rstrip("."))


def _group(t: Phrases) -> type[TyperGroup]:
    class Group(group_class(t)):  # type: ignore[misc]
        """Commands; what is none of them is an article to read."""

        def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
            named = self.commands.get(args[0])
            if named is not None and not named.hidden:
                return super().resolve_command(ctx, args)  # type: ignore[no-any-return]
            if args[0].startswith("-") and args[0] != "-":
                args = ["--", *args]
            return "", self.commands[READ], args

    return Group
