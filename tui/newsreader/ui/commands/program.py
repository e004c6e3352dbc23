"""Help, palette, other articles, the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.ui.commands.command import EVERYWHERE, LISTS, Command, Group, View

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen


def help_(reader: ReaderScreen) -> None:
    """All keys."""
    from newsreader.ui.dialogs.help import HelpDialog

    reader.app.push_screen(HelpDialog(reader.keymap, reader.phrases))


def palette(reader: ReaderScreen) -> None:
    """Every command, section and actor by name."""
    from newsreader.ui.palette import palette as make

    reader.app.push_screen(make(reader))


def step_article(reader: ReaderScreen, by: int) -> None:
    """To another of the articles that were opened together; one that cannot be read is told and skipped."""
    if len(reader.shelf.sources) == 1:
        reader.say("ui.say.only_article")
    else:
        reader.desk.step(by)


def to_list(reader: ReaderScreen) -> None:
    """Back to the list on which the article was chosen, or to that of the feed that it is in."""
    from newsreader.ui.messages import ListWanted

    item = reader.shelf.item
    if item.back is not None:
        item.back()
    elif item.feed is not None:
        reader.post_message(ListWanted(item.feed))
    else:
        reader.say("ui.say.no_list")


def read_again(reader: ReaderScreen) -> None:
    """Read the open article's file or page again."""
    from newsreader.ui.messages import ItemWanted

    item = reader.shelf.item
    if item.source == "-":
        reader.say("ui.say.no_source")
        return
    reader.desk.remember()
    if reader.changed.open_news():
        return
    reader.post_message(ItemWanted(item, anew=True))


def quit_(reader: ReaderScreen) -> None:
    """Leave; where something is not stored, only when asked twice."""
    if reader.annotator.may_leave():
        reader.app.exit(0)


ANYWHERE = (*EVERYWHERE, *LISTS, View.FETCH, View.CHANGES)

COMMANDS = (
    Command("next_article", ">", partial(step_article, by=1), Group.PROGRAM),
    Command("previous_article", "<", partial(step_article, by=-1), Group.PROGRAM),
    Command("to_list", "backspace", to_list, Group.PROGRAM),
    Command("read_again", "R", read_again, Group.PROGRAM),
    Command("palette", "ctrl+p", palette, Group.PROGRAM, (*EVERYWHERE, *LISTS, View.CHANGES), palette=False),
    Command("help", "?,f1", help_, Group.PROGRAM, ANYWHERE, footer=8),
    Command("quit", "q", quit_, Group.PROGRAM, ANYWHERE),
)
