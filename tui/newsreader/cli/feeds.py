"""The group of commands `newsreader feeds`: their arguments, options and help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import typer

from newsreader.cli.declaring import CommonOptions, Task, command, flag, text
from newsreader.cli.helping import group_class

if TYPE_CHECKING:
    from newsreader.cli.session import Session

NAME = "feeds"


def register(app: typer.Typer, session: Session) -> None:
    """Add the group to the program's commands."""
    t = session.phrases
    options = t("cli.help.metavar_options")
    common = CommonOptions(t)
    group = typer.Typer(
        cls=group_class(t),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        subcommand_metavar=t("cli.help.feeds_metavar"),
        options_metavar=options,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    as_json = flag("--json", about=t("cli.help.feeds_json"))
    the_address = typer.Argument(metavar=t("cli.help.address"), help=t("cli.help.feeds_address"))
    the_name = text("--name", t("cli.help.name"), t("cli.help.feeds_name"))
    the_folder = text("--folder", t("cli.help.folder"), t("cli.help.feeds_folder"))
    the_feed = typer.Argument(metavar="FEED", help=t("cli.help.feeds_feed"))
    the_feeds = typer.Argument(None, metavar="[FEED...]", help=t("cli.help.feeds_feeds"), show_default=False)
    the_articles = typer.Option(-1, "--articles", metavar="N", help=t("cli.help.feeds_articles"), show_default=False)
    the_list = typer.Argument(metavar=t("cli.help.files"), help=t("cli.help.feeds_list"))
    the_target = typer.Argument("-", metavar=f"[{t('cli.help.files')}]", help=t("cli.help.feeds_target"))

    @group.callback()
    def start(context: typer.Context, json: bool = as_json) -> Task | None:
        from newsreader.cli import feeding

        context.obj = json
        return partial(feeding.show, session, as_json=json) if context.invoked_subcommand is None else None

    @command(group, t, t("cli.help.feeds_add"))
    def add(
        context: typer.Context,
        address: str = the_address,
        name: str = the_name,
        folder: str = the_folder,
        json: bool = as_json,
    ) -> Task:
        from newsreader.cli import feeding

        return partial(feeding.add, session, address, name=name, folder=folder, as_json=json or context.obj)

    @command(group, t, t("cli.help.feeds_remove"))
    def remove(feed: str = the_feed) -> Task:
        from newsreader.cli import feeding

        return partial(feeding.remove, session, feed)

    @command(group, t, t("cli.help.feeds_refresh"), short=t("cli.help.feeds_refresh_short"))
    def refresh(
        context: typer.Context,
        feeds: list[str] = the_feeds,
        articles: int = the_articles,
        json: bool = as_json,
    ) -> Task:
        from newsreader.cli import feeding

        articles_or_none = None if articles < 0 else articles
        return partial(feeding.refresh, session, feeds or [], articles=articles_or_none, as_json=json or context.obj)

    @command(group, t, t("cli.help.feeds_import"), name="import")
    def import_(file: str = the_list) -> Task:
        from newsreader.cli import feeding

        return partial(feeding.take_list, session, file)

    @command(group, t, t("cli.help.feeds_export"))
    def export(file: str = the_target, force: bool = common.force) -> Task:
        from newsreader.cli import feeding

        return partial(feeding.give_list, session, file, force=force)

    app.add_typer(
        group, name=NAME, help=t("cli.help.feeds"), short_help=t("cli.help.feeds_short"), options_metavar=options
    )
