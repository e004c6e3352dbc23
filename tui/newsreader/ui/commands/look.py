"""How the screen looks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.ui import themes
from newsreader.ui.commands.command import Command, Group

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen

STEP = 4
NARROWEST, WIDEST = 30, 200


def only_text(reader: ReaderScreen) -> None:
    """Nothing but the text, or everything again."""
    reader.only_text = not reader.only_text


def widen(reader: ReaderScreen, by: int) -> None:
    """Another width of the text, in columns."""
    width = min(WIDEST, max(NARROWEST, reader.view.text_width + by))
    reader.view.text_width = width
    reader.choices.set("width", str(reader.tools.config.width), str(width))
    reader.say("ui.say.width", width=width)


def hyphenate(reader: ReaderScreen) -> None:
    """Hyphenate words at the end of a line, or not."""
    reader.view.hyphenation = not reader.view.hyphenation
    words = "on" if reader.view.hyphenation else "off"
    reader.choices.set("hyphenation", str(reader.tools.config.hyphenation), str(reader.view.hyphenation))
    reader.say(f"ui.say.hyphenation_{words}")


def kinds(reader: ReaderScreen) -> None:
    """Choose which kinds of names are highlighted."""
    from newsreader.ui.dialogs.kinds import KindsDialog

    reader.app.push_screen(KindsDialog(reader.kinds(), reader.view.highlighted, reader.phrases, reader.highlight))


def theme(reader: ReaderScreen, name: str) -> None:
    """Other colours."""
    reader.app.theme = themes.textual_name(name)
    reader.choices.set("theme", reader.tools.config.theme, name)


def language(reader: ReaderScreen, name: str) -> None:
    """Another language of the interface."""
    reader.speak("de" if name == "de" else "en")
    reader.choices.set("language", reader.tools.config.language, name)


COMMANDS = (
    Command("only_text", "z", only_text, Group.LOOK),
    Command("wider", "+", partial(widen, by=STEP), Group.LOOK),
    Command("narrower", "-", partial(widen, by=-STEP), Group.LOOK),
    Command("kinds", "i", kinds, Group.LOOK),
    Command("hyphenate", "", hyphenate, Group.LOOK),
    *(Command(f"theme_{name}", "", partial(theme, name=name), Group.LOOK) for name in themes.names()),
    *(Command(f"language_{name}", "", partial(language, name=name), Group.LOOK) for name in ("de", "en")),
)
