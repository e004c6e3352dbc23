"""What the user does to the article: highlights, notes, and decisions, each from the menu or by a key of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsreader.ui.screens.hand import at_hand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsreader.annotations.changes import Change
    from newsreader.annotations.items import Item
    from newsreader.annotations.model import Annotation
    from newsreader.ui.annotating.at_hand import AtHand
    from newsreader.ui.screens.reader import ReaderScreen


class Corrector:
    """Turns what the user chooses into changes.

    Args:
        reader: the screen on which he chooses.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        self._reader = reader

    # The menu

    def menu(self) -> None:
        """Open the menu for what is at hand, once the annotations are read."""
        self._when_read(self._open_menu)

    def _open_menu(self) -> None:
        from newsreader.ui.annotating.choices import sections
        from newsreader.ui.dialogs.annotate import AnnotateDialog
        from newsreader.ui.grouping import first_words
        from newsreader.ui.screens import forms

        reader = self._reader
        hand = at_hand(reader)
        offered = sections(
            hand,
            self._near(hand),
            reader.tools.config.colours,
            reader.phrases,
            name=forms.words(reader, hand.entity.value.span) if hand.entity else "",
            statement=first_words(reader.article, hand.statement.value) if hand.statement else "",
            others=forms.others(reader, hand.entity.value.span) if hand.entity else 0,
        )

        def chosen(identifier: str | None) -> None:
            if identifier:
                self.run(identifier, hand)

        reader.app.push_screen(AnnotateDialog(self._words(hand), offered, reader.phrases), chosen)

    def run(self, identifier: str, hand: AtHand) -> None:
        """Do what an entry of the menu stands for."""
        from newsreader.ui.screens import forms

        reader = self._reader
        name, _, what = identifier.partition(":")
        entity, statement, actor, span = hand.entity, hand.statement, hand.actor, hand.spans[0] if hand.spans else None
        item: Item[Any] | None = {"entity": entity, "statement": statement, "actor": actor}.get(what)
        judge = reader.annotator.judge
        match name, what:
            case "colour", _:
                self._highlight(hand, what)
            case "note", _:
                self.write(hand)
            case "delete", _:
                self.delete(hand)
            case "place", _ if hand.annotation is not None and hand.new_place is not None:
                self.do("place", [reader.annotator.pen.edit(hand.annotation, spans=[hand.new_place])])
            case (("confirm" | "reject" | "release"), _) if item is not None:
                self._decide(name, item)
            case (("confirm_all" | "reject_all"), _) if entity is not None:
                self._decide(name.removesuffix("_all"), entity, everywhere=True)
            case "correct", "entity" if entity is not None:
                forms.entity(reader, entity)
            case "correct", "statement" if statement is not None:
                forms.statement(reader, statement)
            case "correct", "actor" if actor is not None:
                forms.actor(reader, actor)
            case "join", _ if actor is not None:
                forms.join(reader, actor)
            case "split", _ if actor is not None:
                forms.split(reader, actor)
            case "add", "entity" if span is not None:
                forms.new_entity(reader, span)
            case "add", "statement" if span is not None:
                forms.new_statement(reader, span)
            case "extent", "entity" if entity is not None and span is not None:
                self.do("entity", [judge.correct_entity(entity, span=span)])
            case "extent", "statement" if statement is not None and span is not None:
                self.do("statement", [judge.correct_statement(statement, spans=(span,))])
            case "piece", _ if statement is not None and span is not None:
                apart = [each for each in statement.value.spans if not each.overlaps(span)]
                self.do("statement", [judge.correct_statement(statement, spans=(*apart, span))])
            case "speaker", _ if statement is not None and span is not None:
                named = next((e for e in judge.review.entities if e.holds and e.value.span.overlaps(span)), None)
                owner = named.value.actor if named is not None and named.value.actor else statement.value.actor
                self.do("statement", [judge.correct_statement(statement, speaker=span, actor=owner)])

    def do(self, what: str, changes: Iterable[Change | None]) -> bool:
        """Make changes in one step, named by the end of its phrase's key, and let go of the selection."""
        reader = self._reader
        done = reader.annotator.do(f"ui.step.{what}", changes)
        reader.selector.let_go()
        return done

    # Single keys

    def decide(self, verb: str) -> None:
        """Confirm or reject the item at hand."""
        if not self._ready():
            return
        hand = at_hand(self._reader)
        if hand.item is None:
            self._reader.say_missing("ui.say.nothing_current")
        else:
            self._decide(verb, hand.item)

    def write_at_hand(self) -> None:
        """Write a note on what is at hand, once the annotations are read."""
        self._when_read(lambda: self.write(at_hand(self._reader)))

    def delete_at_hand(self) -> None:
        """Delete the annotation at hand."""
        if self._ready():
            self.delete(at_hand(self._reader))

    def edit(self, identifier: str) -> None:
        """Write the note of an annotation, whatever kind it is."""
        book = self._reader.annotator.notebook
        annotation = book.get(identifier) if book else None
        if annotation is not None:
            self._write(annotation, annotation.spans)

    # Marks

    def _highlight(self, hand: AtHand, meaning: str) -> None:
        """Highlight what is at hand; another colour replaces the one that is there, the same one takes it away."""
        from newsreader.annotations.model import AnnotationKind

        pen = self._reader.annotator.pen
        before = next((one for one in self._exact(hand) if one.kind is AnnotationKind.HIGHLIGHT), None)
        if before is None:
            self.do("highlight", [pen.highlight(hand.spans, meaning)])
        elif before.colour == meaning and not before.note:
            self.do("delete", [pen.delete(before)])
        else:
            self.do("highlight", [pen.edit(before, colour=meaning)])

    def write(self, hand: AtHand) -> None:
        """Write a note on what is at hand: the one that is there, else a new one."""
        from newsreader.annotations.model import AnnotationKind

        there = [one for one in self._exact(hand) if one.note or one.kind is AnnotationKind.NOTE]
        self._write(hand.annotation or (there[0] if there else None), hand.spans)

    def _write(self, annotation: Annotation | None, spans: Iterable[Any]) -> None:
        from newsreader.annotations.model import AnnotationKind
        from newsreader.ui import editor
        from newsreader.ui.annotating.listing import quoted
        from newsreader.ui.dialogs.note import NoteDialog, Written

        reader = self._reader
        spans, pen = tuple(spans), reader.annotator.pen
        before = Written(annotation.note, annotation.tags) if annotation else Written("", ())
        text = reader.article.text
        words = quoted(annotation) if annotation else " … ".join(" ".join(span.of(text).split()) for span in spans)

        def written(after: Written | None) -> None:
            if after is None or after == before:
                return
            if annotation is None:
                self.do("note", [pen.note(spans, after.note, tags=after.tags)])
            elif annotation.kind is AnnotationKind.NOTE and not after.note and not after.tags:
                self.do("delete", [pen.delete(annotation)])
            else:
                self.do("note", [pen.edit(annotation, note=after.note, tags=after.tags)])
            if reader.listed is None and spans:
                reader.notes.attend(spans)

        known = reader.annotator.tags()
        title = reader.phrases("ui.note.title")
        reader.app.push_screen(NoteDialog(title, words, before, known, editor.edit, reader.phrases), written)

    def delete(self, hand: AtHand) -> None:
        """Delete the annotation at hand; of several, the one that the user picks."""
        reader = self._reader
        decided = reader.annotator.judge.decision(hand.item) if hand.item is not None else None
        found = (
            [hand.annotation] if hand.annotation is not None else [*self._near(hand), *([decided] if decided else [])]
        )
        if not found:
            reader.say("ui.say.nothing_to_delete")
        elif len(found) == 1:
            self.do("delete", [reader.annotator.pen.delete(found[0])])
        else:
            self._pick(found, lambda one: self.do("delete", [reader.annotator.pen.delete(one)]))

    def _pick(self, annotations: list[Annotation], picked: Callable[[Annotation], object]) -> None:
        from newsreader.ui.annotating.listing import entries
        from newsreader.ui.dialogs.pick import PickDialog

        reader = self._reader
        rows = entries(annotations, (), colours=reader.tools.config.colours, phrases=reader.phrases)

        def chosen(identifier: str | None) -> None:
            found = next((one for one in annotations if one.id == identifier), None)
            if found is not None:
                picked(found)

        reader.app.push_screen(PickDialog(reader.phrases("ui.pick.title"), rows, reader.phrases), chosen)

    # Decisions

    def _decide(self, verb: str, item: Item[Any], *, everywhere: bool = False) -> None:
        """Confirm, reject or release an item, and for a name, if asked, every other place where it stands."""
        from newsreader.annotations.spreading import spread

        reader, judge = self._reader, self._reader.annotator.judge
        if verb == "confirm" and not item.holds:
            reader.say("ui.say.not_there")
            return
        change = judge.confirm(item) if verb == "confirm" else judge.reject(item) if verb == "reject" else None
        change = judge.release(item) if verb == "release" else change
        changes = [change] if change is not None else []
        if everywhere and change is not None:
            changes += spread(judge, change)
        if verb == "reject":
            reader.left_off = min(_starts(item), default=None)
        if not self.do(verb, changes):
            reader.say("ui.say.decided_already")

    def _exact(self, hand: AtHand) -> list[Annotation]:
        """The highlights and notes that stand just where something is at hand."""
        book = self._reader.annotator.notebook
        marks = book.annotations if book else ()
        return [one for one in marks if one.decision is None and one.spans == hand.spans]

    def _near(self, hand: AtHand) -> list[Annotation]:
        """The highlights and notes that stand where something is at hand, or on part of it."""
        book = self._reader.annotator.notebook
        marks = [one for one in book.annotations if one.decision is None] if book else []
        if not hand.spans:
            return [one for one in marks if not one.spans]
        return [one for one in marks if any(a.overlaps(b) for a in one.spans for b in hand.spans)]

    def _words(self, hand: AtHand) -> str:
        """The text at hand on one line; of an orphan, the text that it stood on."""
        from newsreader.ui.annotating.listing import quoted

        if hand.orphan and hand.annotation is not None:
            return quoted(hand.annotation)
        text = self._reader.article.text
        if hand.chosen_actor and hand.actor is not None:
            return hand.actor.value.name
        return " … ".join(" ".join(span.of(text).split()) for span in hand.spans)

    def _when_read(self, then: Callable[[], None]) -> None:
        """Open something that shows what it is about; before the annotations are read it waits for them, and is given
        up if the user is somewhere else by then."""
        reader = self._reader
        if self._ready():
            then()
        else:
            reader.annotator.when_read(lambda: then() if reader.app.screen is reader else None)

    def _ready(self) -> bool:
        if self._reader.annotator.notebook is None:
            self._reader.say("ui.notes.waiting")
            return False
        return True


def _starts(item: Item[Any]) -> list[int]:
    value = item.value
    spans = getattr(value, "spans", None) or ((value.span,) if hasattr(value, "span") else value.mentions)
    return [span.start for span in spans]
