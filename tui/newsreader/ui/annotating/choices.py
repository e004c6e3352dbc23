"""What can be done with what is at hand: the entries of the menu, each with its key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.items import Status
from newsreader.annotations.model import AnnotationKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from newsreader.annotations.items import Item
    from newsreader.annotations.model import Annotation
    from newsreader.phrases import Phrases
    from newsreader.ui.annotating.at_hand import AtHand


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of the menu.

    Attributes:
        id: what is done, perhaps with what it is done to behind a colon ("reject:entity").
        key: the key that chooses it.
        title: what it does.
        colour: the colour of a highlight, else empty.
    """

    id: str
    key: str
    title: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading."""

    title: str
    choices: tuple[Choice, ...]


def sections(
    at_hand: AtHand,
    annotations: list[Annotation],
    colours: Mapping[str, str],
    say: Phrases,
    *,
    name: str = "",
    statement: str = "",
    others: int = 0,
) -> list[Section]:
    """The menu for what is at hand.

    Args:
        at_hand: what is at hand.
        annotations: the highlights and notes that stand there, or on part of it.
        colours: the configuration's, from meaning to colour.
        say: what the entries are called.
        name: the words of the name at hand.
        statement: the first words of the statement at hand.
        others: how many other places of the article have that name.
    """
    if at_hand.orphan:
        return [Section(say("ui.annotate.orphan"), tuple(_orphan(at_hand, say)))]
    found = [Section(say("ui.annotate.mark"), tuple(_marking(at_hand, annotations, colours, say)))]
    if at_hand.entity is not None and not at_hand.chosen_actor:
        found.append(Section(say("ui.annotate.entity", words=name), tuple(_entity(at_hand, others, say))))
    if at_hand.statement is not None:
        upper = at_hand.entity is not None
        found.append(
            Section(say("ui.annotate.statement", words=statement), tuple(_statement(at_hand, say, upper=upper)))
        )
    if at_hand.actor is not None:
        found.append(Section(say("ui.annotate.actor"), tuple(_actor(at_hand, say))))
    if at_hand.selected:
        new_name = Choice("add:entity", "w", say("ui.annotate.add_entity"))
        new_statement = Choice("add:statement", "s", say("ui.annotate.add_statement"))
        found.append(Section(say("ui.annotate.new"), (new_name, new_statement)))
    return found


def _marking(
    at_hand: AtHand, annotations: list[Annotation], colours: Mapping[str, str], say: Phrases
) -> Iterator[Choice]:
    here = [one for one in annotations if one.spans == at_hand.spans]
    highlight = next((one for one in here if one.kind is AnnotationKind.HIGHLIGHT), None)
    if at_hand.spans:
        for number, (meaning, colour) in enumerate(colours.items(), 1):
            now = highlight is not None and highlight.colour == meaning
            yield Choice(f"colour:{meaning}", str(number), f"{meaning} ✓" if now else meaning, colour)
    written = any(one.note for one in here) or (at_hand.annotation is not None and bool(at_hand.annotation.note))
    title = "ui.annotate.edit_note" if written else "ui.annotate.note" if at_hand.spans else "ui.annotate.article_note"
    yield Choice("note", "n", say(title))
    if annotations or at_hand.annotation is not None:
        yield Choice("delete", "d", say("ui.annotate.delete"))


def _orphan(at_hand: AtHand, say: Phrases) -> Iterator[Choice]:
    if at_hand.new_place is not None:
        yield Choice("place", "u", say("ui.annotate.place"))
    yield Choice("note", "n", say("ui.annotate.edit_note"))
    yield Choice("delete", "d", say("ui.annotate.delete"))


def _deciding(item: Item[Any], what: str, keys: str, say: Phrases) -> Iterator[Choice]:
    """Confirm, reject, take back: what can be said about any item.

    Args:
        keys: the keys for the three.
    """
    if item.holds and item.status is Status.UNTOUCHED:
        yield Choice(f"confirm:{what}", keys[0], say("ui.annotate.confirm"))
    if item.status is not Status.REJECTED:
        added = item.status is Status.ADDED
        yield Choice(f"reject:{what}", keys[1], say("ui.annotate.remove" if added else "ui.annotate.reject"))
    if item.annotation is not None and item.status is not Status.ADDED:
        yield Choice(f"release:{what}", keys[2], say("ui.annotate.release"))


def _entity(at_hand: AtHand, others: int, say: Phrases) -> Iterator[Choice]:
    assert at_hand.entity is not None
    yield from _deciding(at_hand.entity, "entity", "cxz", say)
    if others and at_hand.statement is None:
        if at_hand.entity.holds:
            yield Choice("confirm_all:entity", "C", say.count("ui.annotate.confirm_all", others))
        yield Choice("reject_all:entity", "X", say.count("ui.annotate.reject_all", others))
    yield Choice("correct:entity", "k", say("ui.annotate.correct_entity"))
    if at_hand.selected:
        yield Choice("extent:entity", "u", say("ui.annotate.extent_entity"))


def _statement(at_hand: AtHand, say: Phrases, *, upper: bool) -> Iterator[Choice]:
    assert at_hand.statement is not None
    keys = "cxzkupr".upper() if upper else "cxzkupr"
    yield from _deciding(at_hand.statement, "statement", keys, say)
    yield Choice("correct:statement", keys[3], say("ui.annotate.correct_statement"))
    if at_hand.selected:
        yield Choice("extent:statement", keys[4], say("ui.annotate.extent_statement"))
        yield Choice("piece:statement", keys[5], say("ui.annotate.piece_statement"))
        yield Choice("speaker:statement", keys[6], say("ui.annotate.speaker_statement"))


def _actor(at_hand: AtHand, say: Phrases) -> Iterator[Choice]:
    assert at_hand.actor is not None
    if at_hand.chosen_actor:
        yield from _deciding(at_hand.actor, "actor", "cxz", say)
    yield Choice("correct:actor", "a", say("ui.annotate.correct_actor", name=at_hand.actor.value.name))
    yield Choice("join:actor", "v", say("ui.annotate.join_actor"))
    if len(at_hand.actor.value.mentions) > 1:
        yield Choice("split:actor", "t", say("ui.annotate.split_actor"))
