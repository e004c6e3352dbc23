"""Moving through the text: lines, pages, sections, places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands.command import EVERYWHERE, LISTS, Command, Group, View

if TYPE_CHECKING:
    from newsreader.ui.screens.reader import ReaderScreen


def line_down(reader: ReaderScreen) -> None:
    """A line, or a row of the list."""
    if (rows := reader.listed) is not None:
        rows.action_cursor_down()
    else:
        reader.view.move_lines(1)


def line_up(reader: ReaderScreen) -> None:
    """A line, or a row of the list."""
    if (rows := reader.listed) is not None:
        rows.action_cursor_up()
    else:
        reader.view.move_lines(-1)


def page_down(reader: ReaderScreen) -> None:
    """A page."""
    if (rows := reader.listed) is not None:
        rows.page(1)
    else:
        reader.view.move_pages(1)


def page_up(reader: ReaderScreen) -> None:
    """A page."""
    if (rows := reader.listed) is not None:
        rows.page(-1)
    else:
        reader.view.move_pages(-1)


def half_down(reader: ReaderScreen) -> None:
    """Half a page of text."""
    reader.view.move_pages(0.5)


def half_up(reader: ReaderScreen) -> None:
    """Half a page of text."""
    reader.view.move_pages(-0.5)


def top(reader: ReaderScreen) -> None:
    """To the beginning."""
    if (rows := reader.listed) is not None:
        rows.action_first()
    else:
        reader.leave()
        reader.view.move_home()


def end(reader: ReaderScreen) -> None:
    """To the end."""
    if (rows := reader.listed) is not None:
        rows.action_last()
    else:
        reader.leave()
        reader.view.move_end()


def next_section(reader: ReaderScreen) -> None:
    """To the next heading below the first visible line."""
    here = reader.view.reading_offset
    later = [section for section in reader.article.sections if section.span.start > here]
    if later:
        reader.go(later[0].span.start, place="top")
    else:
        reader.say("ui.say.last_section")


def previous_section(reader: ReaderScreen) -> None:
    """To the heading above, which is that of the present section unless one is at its start."""
    here = reader.view.reading_offset
    earlier = [section for section in reader.article.sections if section.span.start < here]
    if earlier:
        reader.go(earlier[-1].span.start, place="top")
    else:
        reader.say("ui.say.first_section")


def back(reader: ReaderScreen) -> None:
    """To the place before the last jump."""
    place = reader.jumps.back(reader.view.top_offset)
    if place is None:
        reader.say("ui.say.no_back")
    else:
        reader.view.go_to(place, place="top")


def forward(reader: ReaderScreen) -> None:
    """To the place from which one went back."""
    place = reader.jumps.forward(reader.view.top_offset)
    if place is None:
        reader.say("ui.say.no_forward")
    else:
        reader.view.go_to(place, place="top")


def mark(reader: ReaderScreen) -> None:
    """Name the present place by a letter."""

    def named(letter: str) -> None:
        reader.marks[letter] = reader.view.top_offset
        reader.say("ui.say.marked", letter=letter)

    reader.await_letter("ui.say.mark_which", named)


def to_mark(reader: ReaderScreen) -> None:
    """To a place that has a letter; the same key again goes back."""

    def named(letter: str) -> None:
        if letter == "'":
            back(reader)
        elif letter in reader.marks:
            reader.go(reader.marks[letter], place="top")
        else:
            reader.say("ui.say.no_mark", letter=letter)

    known = " ".join(sorted(reader.marks)) or "–"
    reader.await_letter("ui.say.mark_to", named, known=known)


def contents(reader: ReaderScreen) -> None:
    """Show the table of contents."""
    from newsreader.ui.dialogs.contents import ContentsDialog

    def chosen(offset: int | None) -> None:
        if offset is not None:
            reader.go(offset, place="top")

    here = reader.article.sections.index(section) if (section := reader.view.section) else 0
    reader.app.push_screen(ContentsDialog(reader.article, reader.phrases, here), chosen)


ARTICLE = (View.ARTICLE,)
ROWS = (*EVERYWHERE, *LISTS, View.CHANGES)

COMMANDS = (
    Command("line_down", "j,down", line_down, Group.READING, ROWS, palette=False),
    Command("line_up", "k,up", line_up, Group.READING, ROWS, palette=False),
    Command("page_down", "space,pagedown", page_down, Group.READING, ROWS, palette=False),
    Command("page_up", "b,pageup", page_up, Group.READING, ROWS, palette=False),
    Command("half_down", "ctrl+d", half_down, Group.READING, (View.ARTICLE, *LISTS, View.CHANGES), palette=False),
    Command("half_up", "ctrl+u", half_up, Group.READING, (View.ARTICLE, *LISTS, View.CHANGES), palette=False),
    Command("top", "g,home", top, Group.READING, ROWS),
    Command("end", "G,end", end, Group.READING, ROWS),
    Command("next_section", "l", next_section, Group.READING, footer=4),
    Command("previous_section", "h", previous_section, Group.READING),
    Command("contents", "t", contents, Group.READING, footer=7),
    Command("back", "alt+left", back, Group.READING),
    Command("forward", "alt+right", forward, Group.READING),
    Command("mark", "m", mark, Group.READING, ARTICLE),
    Command("to_mark", "'", to_mark, Group.READING, ARTICLE),
)
