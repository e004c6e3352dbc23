"""The commands, their arguments and options, and their help, in the user's language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import typer

from newsreader.cli import feeds
from newsreader.cli.actors import command as actors
from newsreader.cli.changes import command as changes
from newsreader.cli.declaring import CommonOptions, Task, command, flag, keep_in, text
from newsreader.cli.exporting import command as exporting
from newsreader.cli.helping import group_class
from newsreader.cli.searching import command as searching
from newsreader.cli.session import Session, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer.core import TyperGroup

    from newsreader.phrases import Phrases

READ = "read"
"""the command behind `newsreader SOURCE...`; nobody types its name"""


def run(arguments: Sequence[str], session: Session) -> int:
    """Parse the arguments and run what they ask for.

    Raises:
        NewsreaderError: if the call cannot be meant, or fails.
    """
    program = typer.main.get_command(build(session))
    try:
        task = program.main(list(arguments), prog_name="newsreader", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except typer.TyperException as error:
        raise _usage(error) from None
    # The task is run here and not in the parser, which has its own ideas of interrupts and closed pipes.
    return task() if callable(task) else int(task or 0)


def build(session: Session) -> typer.Typer:
    """The application with its help in the session's language."""
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
    common = CommonOptions(t)
    the_sources = typer.Argument(metavar=t("cli.help.sources"), help=t("cli.help.source"))
    the_files = typer.Argument(metavar=t("cli.help.files"), help=t("cli.help.import_files"))
    the_article = text("--article", t("cli.help.sources"), t("cli.help.article"))
    to_show_version = flag("--version", about=t("cli.help.version"))
    to_begin = flag("--init", about=t("cli.help.init"))
    to_show_schema = flag("--schema", about=t("cli.help.schema"))
    only_path = flag("--path", about=t("cli.help.config_path"))

    @app.callback()
    def start(
        context: typer.Context,
        version: bool = to_show_version,
        pipeline: str = common.pipeline,
        store: str = common.store,
        private: bool = common.private,
    ) -> Task | None:
        if version:
            from newsreader import __version__

            print(f"newsreader {__version__}")
            raise typer.Exit(0)
        context.obj = pipeline or None
        session.private = private
        keep_in(store, session)
        if context.invoked_subcommand is None:
            from newsreader.cli.reading import open_reader

            return partial(open_reader, [], session, pipeline or None)
        return None

    @command(app, t, t("cli.help.about"), name=READ, hidden=True)
    def read(
        context: typer.Context,
        sources: list[str] = the_sources,
        pipeline: str = common.pipeline,
        store: str = common.store,
        private: bool = common.private,
    ) -> Task:
        from newsreader.cli.reading import open_reader

        session.private = private or session.private
        keep_in(store, session)

        return partial(open_reader, sources, session, pipeline or context.obj)

    exporting.register(app, session)

    @command(app, t, t("cli.help.import"), name="import", short=t("cli.help.import_short"))
    def import_(
        files: list[str] = the_files,
        article: str = the_article,
        store: str = common.store,
    ) -> Task:
        from newsreader.cli.importing import run

        keep_in(store, session)
        return partial(run, files, session, article=article or None)

    @command(app, t, t("cli.help.formats"))
    def formats(schema: bool = to_show_schema) -> Task:
        return _show_schema if schema else partial(_show_formats, t)

    @command(app, t, t("cli.help.config"), short=t("cli.help.config_short"))
    def config(
        init: bool = to_begin,
        path: bool = only_path,
    ) -> Task:
        from newsreader.cli import settings

        if path:
            return settings.show_path
        return partial(settings.write_new if init else settings.show, session)

    feeds.register(app, session)
    changes.register(app, session)
    actors.register(app, session)
    searching.register(app, session)
    return app


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
