"""The reader as it hears what its parts tell: the text, the lists, the find bar, and what works in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands import taking, who
from newsreader.ui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from newsreader.ui.messages import (
        ActorChosen,
        Analysed,
        Compared,
        FilterChanged,
        FindChanged,
        FindLeft,
        FindStep,
        KeyPressed,
        LibraryTold,
        Looked,
        NotebookRead,
        NoteChosen,
        NotesFilterChanged,
        StatementChosen,
        TextChanged,
    )
    from newsreader.ui.widgets.article import EntityClicked, LinkClicked, SectionClicked, StatementClicked, TextClicked


class HearingReader(ReaderScreen):
    """The reader. Each of its methods is called for a message of that name, so that the messages, and with them the
    parts that send them, need not be imported for the first frame.
    """

    def on_article_view_moved(self) -> None:
        self.bottom.locate()
        self.side.follow()
        self.notes.follow()
        self.desk.remember()

    def on_article_view_selection_changed(self) -> None:
        self.selector.follow()

    def on_notebook_read(self, message: NotebookRead) -> None:
        self.annotator.take(message)
        self.changed.renew()

    def on_note_chosen(self, message: NoteChosen) -> None:
        if self.side.narrow:
            self.side.leave()
        self.notes.choose(message.annotation)

    def on_notes_filter_changed(self, message: NotesFilterChanged) -> None:
        self.notes.filter(message.words)

    def on_library_told(self, message: LibraryTold) -> None:
        self.notify(self.phrases.say(message.error), severity="warning", timeout=10, markup=False)

    def on_analysed(self, message: Analysed) -> None:
        self.desk.take(message)
        self.changed.analysed(message)

    def on_text_changed(self, message: TextChanged) -> None:
        self.changed.take(message)

    def on_looked(self, message: Looked) -> None:
        self.changed.looked(message)

    def on_compared(self, message: Compared) -> None:
        self.changed.compared(message)

    def on_article_view_entity_clicked(self, message: EntityClicked) -> None:
        who.choose_entity(self, message.entity.id, move=False)

    def on_article_view_statement_clicked(self, message: StatementClicked) -> None:
        who.choose_statement(self, message.statement.id, move=False)

    def on_article_view_text_clicked(self, message: TextClicked) -> None:
        self.notes.at(message.offset)

    def on_article_view_section_clicked(self, message: SectionClicked) -> None:
        self.go(message.section.span.start, place="top")

    def on_article_view_link_clicked(self, message: LinkClicked) -> None:
        taking.open_target(self, message.target)

    def on_statement_chosen(self, message: StatementChosen) -> None:
        if self.side.narrow:
            self.side.leave()
        who.choose_statement(self, message.statement)

    def on_actor_chosen(self, message: ActorChosen) -> None:
        if self.side.narrow:
            self.side.leave()
        who.show_mentions(self, message.actor)

    def on_filter_changed(self, message: FilterChanged) -> None:
        self.side.filter(message.words)

    def on_find_changed(self, message: FindChanged) -> None:
        self.finder.search(message.words)

    def on_find_step(self, message: FindStep) -> None:
        self.finder.step(message.by)

    def on_find_left(self, message: FindLeft) -> None:
        self.finder.close(keep=message.keep)

    def on_key_pressed(self, message: KeyPressed) -> None:
        self.action_command(message.command)
