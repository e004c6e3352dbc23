"""Taking something away: copies, exports, the source."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.ui.commands.command import EVERYWHERE, Command, Group, View
from newsreader.ui.commands.who import marked_statement
from newsreader.ui.opener import address

if TYPE_CHECKING:
    from newsreader.analysis.result import Statement
    from newsreader.analysis.words import Sentence
    from newsreader.article.model import Article
    from newsreader.ui.exporting import Offer
    from newsreader.ui.screens.reader import ReaderScreen
    from newsreader.ui.tools import Tools


def _taken(reader: ReaderScreen) -> tuple[str, Statement | None]:
    """What a copy takes: the selected text, else the marked statement with it, else the current name."""
    if selected := reader.view.selected_text:
        return selected, None
    text = reader.article.text
    if statement := marked_statement(reader):
        return " […] ".join(span.of(text) for span in statement.spans), statement
    entity = reader.view.current_entity
    return (entity.span.of(text) if entity else ""), None


def copy(reader: ReaderScreen) -> None:
    """Copy what is selected or marked."""
    text, _ = _taken(reader)
    _give(reader, text)


def copy_with_source(reader: ReaderScreen) -> None:
    """Copy what is selected or marked, with who said it, and the article's title, date and source."""
    text, statement = _taken(reader)
    if text:
        article = reader.article
        actor = reader.analysis.actor(statement.actor) if reader.analysis and statement else None
        day = article.published.strftime(reader.phrases("ui.date")) if article.published else ""
        said = [actor.name] if actor else []
        text = f"{text}\n– {', '.join([*said, *filter(None, (article.title, day, article.source))])}"
    _give(reader, text)


def _give(reader: ReaderScreen, text: str) -> None:
    if not text:
        reader.say("ui.say.nothing_to_copy")
        return
    reader.copy(text)
    if reader.selector.active:
        reader.selector.let_go()
    reader.say_raw(reader.phrases.count("ui.say.copied", len(text)))


def open_source(reader: ReaderScreen) -> None:
    """Open the article's source in the browser; without a desktop, copy its address."""
    target = address(reader.article.url or reader.article.source)
    if target is None:
        reader.say("ui.say.no_source")
    else:
        open_target(reader, target)


def open_target(reader: ReaderScreen, target: str) -> None:
    """Open an address, or copy it where there is no browser."""
    if reader.tools.open_address(target):
        reader.say("ui.say.opened", target=target)
    else:
        reader.copy(target)
        reader.say("ui.say.no_browser", target=target)


def export(reader: ReaderScreen) -> None:
    """Open the dialog that writes the annotations."""
    if reader.analysis is None:
        reader.say_missing("ui.say.no_analysis")
        return
    from newsreader.ui.dialogs.export import ExportDialog
    from newsreader.ui.exporting import Memory

    def done(message: str | None) -> None:
        if message:
            reader.notify(message, timeout=8, markup=False)

    dialog = ExportDialog(_offer(reader), Memory(reader.choices), reader.phrases, label=reader.label, copy=reader.copy)
    reader.app.push_screen(dialog, done)


def _offer(reader: ReaderScreen) -> Offer:
    """What there is to export: both layers, and what of it is selected or chosen."""
    from newsreader.export import Document
    from newsreader.ui.exporting import Offer

    machine, human = reader.annotator.layers
    return Offer(
        Document(reader.article, machine, human),
        reader.view.selection_span,
        reader.panel.chosen_actor if reader.in_list else None,
        reader.view.min_confidence,
        partial(_words, reader.tools),
    )


def _words(tools: Tools, article: Article) -> tuple[Sentence, ...] | None:
    """The sentences of an article as the pipeline has them, which is loaded for it."""
    from newsreader.analysis.pipeline import Pipeline

    analyser = tools.load()
    return analyser.analyse_with_words(article)[1] if isinstance(analyser, Pipeline) else None


COPYING = (*EVERYWHERE, View.PERSON)

COMMANDS = (
    Command("copy", "y", copy, Group.TAKING, (*COPYING, View.CHANGES)),
    Command("copy_with_source", "Y", copy_with_source, Group.TAKING, COPYING),
    Command("export", "x", export, Group.TAKING),
    Command(
        "open_source", "o", open_source, Group.TAKING, (*EVERYWHERE, View.FEED, View.LIBRARY, View.PERSON, View.FETCH)
    ),
)
