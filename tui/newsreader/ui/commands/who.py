"""From name to name, from statement to statement, and between both and the panel."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from newsreader.ui.commands.command import Command, Group, View
from newsreader.ui.labels import labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.analysis.result import Entity, Statement
    from newsreader.article.model import Span
    from newsreader.ui.screens.reader import ReaderScreen


def shown_entities(reader: ReaderScreen) -> list[Entity]:
    """The entities of the highlighted kinds."""
    analysis = reader.analysis
    return [e for e in analysis.entities if e.kind in reader.view.highlighted] if analysis else []


def shown_statements(reader: ReaderScreen) -> list[Statement]:
    """The statements of which the analysis is sure enough, in order."""
    if reader.analysis is None:
        return []
    sure = [s for s in reader.analysis.statements if s.confidence >= reader.view.min_confidence]
    return sorted(sure, key=lambda statement: statement.spans[0])


def _neighbour(starts: list[int], current: int | None, here: int, step: int) -> int | None:
    """The index after or before the current one; without one, the first from here on, or the last before."""
    wanted = current + step if current is not None else bisect_right(starts, here - 1) - (step < 0)
    return wanted if 0 <= wanted < len(starts) else None


def step_entity(reader: ReaderScreen, step: int) -> None:
    """To the next (1) or previous (-1) name."""
    entities = shown_entities(reader)
    current = next((n for n, entity in enumerate(entities) if entity == reader.view.current_entity), None)
    index = _neighbour([e.span.start for e in entities], current, reader.here, step)
    if index is None:
        reader.say_missing("ui.say.no_entity")
        return
    choose_entity(reader, entities[index].id)


def choose_entity(reader: ReaderScreen, identifier: str, *, move: bool = True) -> None:
    """Make a name the current one, and show its actor in the panel."""
    analysis = reader.analysis
    entity = next((e for e in analysis.entities if e.id == identifier), None) if analysis else None
    if analysis is None or entity is None:
        return
    reader.view.focus_entity(identifier)
    reader.left_off = None
    if move:
        reader.go(entity.span.start, place="visible")
    reader.notes.attend((entity.span,))
    actor = analysis.actor(entity.actor)
    label = reader.label(entity.kind)
    if actor is not None:
        from newsreader.ui.grouping import titled

        label = titled(actor)
        reader.side.attend(actor.id, (entity.span,))
    item = reader.annotator.review.entity(identifier) if reader.annotator.review else None
    reader.say_raw(reader.decided(item, label))


def step_statement(reader: ReaderScreen, step: int) -> None:
    """To the next (1) or previous (-1) statement."""
    statements = shown_statements(reader)
    current = next((n for n, s in enumerate(statements) if s == reader.view.current_statement), None)
    index = _neighbour([s.spans[0].start for s in statements], current, reader.here, step)
    if index is None:
        reader.say_missing("ui.say.no_statement")
        return
    choose_statement(reader, statements[index].id)


def choose_statement(reader: ReaderScreen, identifier: str, *, move: bool = True) -> None:
    """Mark a statement with its cue and its speaker, go there, and keep the panel in step."""
    statement = next((s for s in shown_statements(reader) if s.id == identifier), None)
    if statement is None:
        return
    if move:
        reader.leave()
    reader.view.focus_entity(None)
    reader.left_off = None
    reader.view.mark_statement(identifier, scroll=move)
    reader.notes.attend(statement.spans)
    note_statement(reader)
    reader.side.attend(identifier, statement.spans)


def note_statement(reader: ReaderScreen) -> None:
    """Say in the status line which statement is marked, whose it is, and what a person has said about it."""
    statements, marked = shown_statements(reader), reader.view.current_statement
    index = next((n for n, s in enumerate(statements) if marked is not None and s.id == marked.id), None)
    if index is None or reader.analysis is None:
        return
    from newsreader.ui.widgets.article import SIGNS

    statement = statements[index]
    actor = reader.analysis.actor(statement.actor)
    who = actor.name if actor else reader.phrases("ui.panel.none")
    item = reader.annotator.review.statement(statement.id) if reader.annotator.review else None
    reader.note(reader.decided(item, f"{SIGNS[statement.kind]} {index + 1}/{len(statements)} {who}"))


def current_actor(reader: ReaderScreen) -> str | None:
    """The actor of the list's row, of the current name, or of the marked statement."""
    if reader.analysis is None:
        return None
    if reader.in_list:
        return reader.panel.chosen_actor
    entity, statement = reader.view.current_entity, reader.view.current_statement
    if entity is not None and entity.actor:
        return entity.actor
    return statement.actor if statement else None


def marked_statement(reader: ReaderScreen) -> Statement | None:
    """The statement under the list's cursor when keys go there, else the one that is marked."""
    chosen = reader.panel.chosen_statement if reader.in_list else None
    listed = (s for s in reader.analysis.statements if s.id == chosen) if reader.analysis else ()
    return next(iter(listed), reader.view.current_statement)


def next_mention(reader: ReaderScreen) -> None:
    """To the next mention of the current actor."""
    actor, entity = current_actor(reader), reader.view.current_entity
    if actor is not None:
        show_mentions(reader, actor)
    elif entity is not None:
        _show_namesakes(reader, entity)
    else:
        reader.say_missing("ui.say.no_actor")


def show_mentions(reader: ReaderScreen, identifier: str) -> None:
    """Show an actor's mentions as hits and go to the next one."""
    actor = reader.analysis.actor(identifier) if reader.analysis else None
    if actor is None or not actor.mentions:
        reader.say("ui.say.no_actor")
        return
    if reader.finder.hits.name != identifier:
        reader.finder.take(actor.mentions, identifier, actor.name)
        reader.leave()
    reader.finder.step(1)


def _show_namesakes(reader: ReaderScreen, entity: Entity) -> None:
    """Show the names that are worded like one that belongs to no actor, and go to the next one."""
    text = reader.article.text
    words = entity.span.of(text)
    if reader.finder.hits.name != entity.id:
        alike = [other.span for other in shown_entities(reader) if other.span.of(text) == words]
        reader.finder.take(alike, entity.id, words)
        reader.leave()
    reader.finder.step(1)


def follow(reader: ReaderScreen) -> None:
    """From a name to its actor, from a statement to its row, from a row to its place."""
    if (rows := reader.listed) is not None:
        rows.action_select()
        return
    if reader.notes.current is not None:
        reader.corrector.edit(reader.notes.current)
        return
    statement = reader.view.current_statement
    actor = current_actor(reader) if reader.view.current_entity else None
    wanted = actor or (statement.id if statement else None)
    if not wanted:
        nothing = "ui.say.no_actor_of_name" if reader.view.current_entity else "ui.say.nothing_current"
        reader.say_missing(nothing)
        return
    reader.side.turn(View.ACTORS)
    if not reader.panel.reveal(wanted):
        reader.view.focus()


def jump(reader: ReaderScreen) -> None:
    """Put letters over what is visible; typing them goes there."""
    visible = reader.view.visible_span
    targets: dict[Span, Callable[[], None]] = {}
    for section in reader.article.sections:
        if section.heading and visible.overlaps(section.heading):
            targets[section.heading] = lambda at=section.span.start: reader.go(at, place="top")  # type: ignore[misc]
    for statement in shown_statements(reader):
        if visible.overlaps(statement.spans[0]) and statement.spans[0].start >= visible.start:
            targets[statement.spans[0]] = lambda i=statement.id: choose_statement(reader, i, move=False)  # type: ignore[misc]
    for entity in shown_entities(reader):
        if visible.overlaps(entity.span):
            targets[entity.span] = lambda i=entity.id: choose_entity(reader, i, move=False)  # type: ignore[misc]
    if not targets:
        reader.say("ui.say.nothing_here")
        return
    spans = sorted(targets)
    reader.await_label(dict(zip(labels(len(spans)), spans, strict=False)), lambda span: targets[span]())


def why(reader: ReaderScreen) -> None:
    """Explain the marked statement, or the one in the list."""
    statement = marked_statement(reader)
    if reader.analysis is None or statement is None:
        reader.say_missing("ui.say.no_marked")
        return
    from newsreader.ui.dialogs.why import WhyDialog

    reader.app.push_screen(WhyDialog(reader.article, reader.analysis, statement, reader.phrases))


def only_sure(reader: ReaderScreen) -> None:
    """Hide statements of which the analysis is less sure, more of them with each call, then none."""
    least = next((step for step in CERTAINTIES if step > reader.view.min_confidence), 0.0)
    marked = reader.view.current_statement
    reader.trust(least)
    shown, found = len(shown_statements(reader)), len(reader.analysis.statements) if reader.analysis else 0
    if marked is not None:
        reader.note("")
        choose_statement(reader, marked.id, move=False)
    percent = round(100 * least)
    reader.say("ui.say.sure" if least else "ui.say.sure_all", percent=percent, shown=shown, found=found)


ARTICLE = (View.ARTICLE,)
CERTAINTIES = (0.5, 0.7, 0.85)
"""how sure the analysis must be of what is shown, step by step"""

COMMANDS = (
    Command("next_statement", "s", lambda reader: step_statement(reader, 1), Group.WHO, footer=1),
    Command("previous_statement", "S", lambda reader: step_statement(reader, -1), Group.WHO),
    Command("next_entity", "e", lambda reader: step_entity(reader, 1), Group.WHO, footer=2),
    Command("previous_entity", "E", lambda reader: step_entity(reader, -1), Group.WHO),
    Command("next_mention", "*", next_mention, Group.WHO),
    Command("follow", "enter", follow, Group.WHO),
    Command("why", "w", why, Group.WHO),
    Command("only_sure", "%", only_sure, Group.WHO),
    Command("jump", "f", jump, Group.WHO, ARTICLE),
)
