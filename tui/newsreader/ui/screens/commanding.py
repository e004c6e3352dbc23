"""What screens beside the reader's share: keys that come from the commands, so that a user's keymap holds there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from newsreader.ui.commands import REGISTRY
from newsreader.ui.widgets.status import Key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsreader.phrases import Phrases
    from newsreader.ui.commands import Command, Keymap, View


class CommandScreen(Screen[None]):
    """A screen that runs commands.

    A subclass names its view and takes the keys of all commands of that view with
    `BINDINGS = bindings(View.X)`; what each does there stands in `commands`. Keys are bound on the whole screen: an
    input that is typed into takes letters for itself.

    Args:
        keymap: the keys as they are in force.
        phrases: what the screen says.

    Attributes:
        keymap: as above.
        phrases: as above.
    """

    VIEW: ClassVar[View]

    def __init__(self, keymap: Keymap, phrases: Phrases) -> None:
        super().__init__()
        self.keymap = keymap
        self.phrases = phrases

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What each command of the view does here, by its id. A subclass adds its own to these."""
        return {"help": self.show_help, "quit": self.quit}

    def offered(self) -> list[Command]:
        """The commands of this screen that have a name worth choosing, in the order of the help."""
        return [one for one in REGISTRY if self.VIEW in one.views and one.palette and one.id != "help"]

    def named(self, command: str, word: str) -> Key:
        """A key for the line below.

        Args:
            command: the id of its command.
            word: the key of the phrase that stands beside it.
        """
        return Key(self.keymap.label(command, first=True, view=self.VIEW), self.phrases(word), command)

    def action_command(self, identifier: str) -> None:
        """Run a command."""
        self.commands[identifier]()

    def show_help(self) -> None:
        """The keys of this screen."""
        from newsreader.ui.dialogs.help import HelpDialog

        self.app.push_screen(HelpDialog(self.keymap, self.phrases, self.VIEW))

    def show_library(self) -> None:
        """Show what was read."""
        from newsreader.ui.messages import LibraryWanted

        self.post_message(LibraryWanted())

    def quit(self) -> None:
        """End the program, as from anywhere."""
        self.call_later(self.run_action, "app.leave")
