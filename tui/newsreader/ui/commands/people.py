"""People over all articles: who there is, what somebody said, who is the same as whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands.command import EVERYWHERE, Command, Group, View
from newsreader.ui.commands.who import current_actor

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen


def people(reader: ReaderScreen) -> None:
    """Show what the actor at hand said in all articles; without one, who there is."""
    from newsreader.ui.messages import PeopleWanted

    reader.post_message(PeopleWanted(current_actor(reader)))


BOTH = (View.PEOPLE, View.PERSON)

COMMANDS = (
    Command("people", "P", people, Group.LIBRARY, (*EVERYWHERE, View.LIBRARY, View.PERSON)),
    Command("group_by", "r", None, Group.LIBRARY, BOTH),
    Command("plot", "p", None, Group.LIBRARY, (View.PERSON,)),
    Command("everybody", "a", None, Group.LIBRARY, (View.PEOPLE,)),
    Command("join_people", "J", None, Group.LIBRARY, BOTH),
    Command("split_person", "S", None, Group.LIBRARY, (View.PERSON,)),
    Command("rename_person", "R", None, Group.LIBRARY, BOTH),
)
