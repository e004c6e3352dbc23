"""Articles that are edited at random while every sentence is followed, so that it is known where each one went."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.article.model import Span

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

NAMES = ("Lloyd Austin", "Andrej Beloussow", "Olaf Scholz", "Wolodymyr Selenskyj", "Sabrina Singh", "Jens Stoltenberg")
ROLES = ("US-Verteidigungsminister", "Bundeskanzler", "Präsident", "NATO-Generalsekretär", "Sprecherin des Pentagons")
DAYS = ("am Montag", "am Dienstag", "am Mittwoch", "am Donnerstag", "am Freitag", "am Wochenende")
PLACES = ("in Berlin", "in Washington", "in Kiew", "in Brüssel", "am Rande des Gipfels", "vor Journalisten")
THINGS = (
    "die Lage an der Grenze", "das Risiko einer Eskalation", "die Lieferung weiterer Waffen", "den Haushalt",
    "das neue Abkommen", "die Gespräche der Minister", "einen möglichen Angriff", "die Kosten der Energiewende",
)  # fmt: skip
VERBS = ("betonte", "kritisierte", "begrüßte", "verteidigte", "erklärte", "lehnte ab", "prüfte", "erwähnte")
SHORT = ("Das sagte {name}.", "Mehr dazu später.", "{name} schwieg.", "Ein Grund wurde nicht genannt.", "Wirklich?")


def sentence(chance: random.Random) -> str:
    """A sentence of the formulas of which news are full, so that many are alike."""
    name, role, day = chance.choice(NAMES), chance.choice(ROLES), chance.choice(DAYS)
    place, thing, verb = chance.choice(PLACES), chance.choice(THINGS), chance.choice(VERBS)
    number = chance.randint(2, 99)
    forms = [
        f"{role} {name} {verb} {day} {place} {thing}.",
        f"„Wir werden {thing} in {number} Tagen besprechen“, sagte {name} {day} {place}.",
        f"{day.capitalize()} teilte {role} {name} mit, man habe {thing} {number} Mal geprüft – ohne Ergebnis.",
        f"Nach Angaben von {name} geht es um {thing}; {number} Staaten hätten {place} zugestimmt, hieß es {day}.",
        f"Er wolle {thing} nicht kommentieren, so {name} ({number}).",
        chance.choice(SHORT).format(name=name),
    ]
    return chance.choices(forms, weights=[4, 4, 3, 3, 2, 2])[0]


@dataclass
class Sentence:
    """A sentence, followed through all edits.

    Attributes:
        words: its text.
        original: its text at first, None if it was put in.
    """

    words: str
    original: str | None = None

    @property
    def changed(self) -> bool:
        return self.words != self.original


@dataclass
class Draft:
    """An article as paragraphs of sentences."""

    paragraphs: list[list[Sentence]] = field(default_factory=list)

    @classmethod
    def of(cls, paragraphs: Sequence[Sequence[str]]) -> Draft:
        return cls([[Sentence(words, words) for words in paragraph] for paragraph in paragraphs])

    def layout(self) -> tuple[str, dict[int, int]]:
        """The text, and where each sentence begins, by its identity."""
        text, starts = "", {}
        for number, paragraph in enumerate(self.paragraphs):
            text += "\n\n" if number else ""
            for at, one in enumerate(paragraph):
                text += " " if at else ""
                starts[id(one)] = len(text)
                text += one.words
        return text, starts

    @property
    def sentences(self) -> list[Sentence]:
        return [one for paragraph in self.paragraphs for one in paragraph]


def invented(chance: random.Random, paragraphs: int) -> Draft:
    """An article of so many paragraphs, some sentences of which are the same."""
    return Draft.of([[sentence(chance) for _ in range(chance.randint(1, 6))] for _ in range(paragraphs)])


def edit(draft: Draft, chance: random.Random, edits: int) -> None:
    """Edit an article so many times, as newsrooms do."""
    for _ in range(edits):
        chance.choice((insert, insert, delete, reword, reword, mend, retypeset, move, swap, delete_paragraph))(
            draft, chance
        )


def _some(draft: Draft, chance: random.Random) -> tuple[list[Sentence], int] | None:
    paragraphs = [paragraph for paragraph in draft.paragraphs if paragraph]
    if not paragraphs:
        return None
    paragraph = chance.choice(paragraphs)
    return paragraph, chance.randrange(len(paragraph))


def insert(draft: Draft, chance: random.Random) -> None:
    """Put a new sentence in, sometimes as a paragraph of its own."""
    if chance.random() < 0.2 or not draft.paragraphs:
        draft.paragraphs.insert(chance.randint(0, len(draft.paragraphs)), [Sentence(sentence(chance))])
        return
    paragraph = chance.choice(draft.paragraphs)
    paragraph.insert(chance.randint(0, len(paragraph)), Sentence(sentence(chance)))


def delete(draft: Draft, chance: random.Random) -> None:
    """Take a sentence out."""
    if (some := _some(draft, chance)) is not None:
        paragraph, at = some
        del paragraph[at]
        draft.paragraphs = [one for one in draft.paragraphs if one]


def delete_paragraph(draft: Draft, chance: random.Random) -> None:
    """Take a paragraph out, but not the last one."""
    if len(draft.paragraphs) > 3 and chance.random() < 0.5:
        del draft.paragraphs[chance.randrange(len(draft.paragraphs))]


def reword(draft: Draft, chance: random.Random) -> None:
    """Put a word in, take one out or put another in its place."""
    if (some := _some(draft, chance)) is not None:
        one = some[0][some[1]]
        words = one.words.split(" ")
        at = chance.randrange(len(words))
        new = chance.choice(("gestern", "offenbar", "auch", "sogar", "zunächst", "erneut"))
        match chance.randrange(3):
            case 0:
                words.insert(at, new)
            case 1 if len(words) > 3:
                del words[at]
            case _:
                words[at] = new
        one.words = " ".join(words)


def mend(draft: Draft, chance: random.Random) -> None:
    """Change, put in or take out a letter."""
    if (some := _some(draft, chance)) is not None:
        one = some[0][some[1]]
        at = chance.randrange(len(one.words))
        letter = chance.choice("aeinrst")
        middle = chance.choice((letter, letter + one.words[at], ""))
        one.words = one.words[:at] + middle + one.words[at + 1 :] or one.words


def retypeset(draft: Draft, chance: random.Random) -> None:
    """Use other quotation marks, dashes or blanks, everywhere or in one sentence."""
    tables = (
        str.maketrans("„“", "»«"), str.maketrans("„“", '""'), str.maketrans("–", "-"), str.maketrans("–", "—"),
        str.maketrans("»«", "„“"),
    )  # fmt: skip
    table = chance.choice(tables)
    some = _some(draft, chance)
    for one in draft.sentences if chance.random() < 0.3 or some is None else [some[0][some[1]]]:
        one.words = one.words.translate(table)


def move(draft: Draft, chance: random.Random) -> None:
    """Put a paragraph elsewhere."""
    if len(draft.paragraphs) > 1:
        paragraph = draft.paragraphs.pop(chance.randrange(len(draft.paragraphs)))
        draft.paragraphs.insert(chance.randint(0, len(draft.paragraphs)), paragraph)


def swap(draft: Draft, chance: random.Random) -> None:
    """Exchange two sentences of a paragraph."""
    if (some := _some(draft, chance)) is not None:
        paragraph, at = some
        other = chance.randrange(len(paragraph))
        paragraph[at], paragraph[other] = paragraph[other], paragraph[at]


def marks(draft: Draft, chance: random.Random, number: int) -> list[tuple[Sentence, Span]]:
    """Stretches to annotate: words, names, phrases and whole sentences, each within a sentence."""
    found = []
    for _ in range(number):
        one = chance.choice(draft.sentences)
        found.append((one, stretch(one.words, chance)))
    return found


def stretch(words: str, chance: random.Random) -> Span:
    """A stretch of a sentence."""
    kind = chance.random()
    if kind < 0.3:
        return Span(0, len(words))
    edges = [0, *(at + 1 for at, letter in enumerate(words) if letter == " "), len(words) + 1]
    first = chance.randrange(len(edges) - 1)
    last = min(len(edges) - 1, first + (1 if kind < 0.6 else chance.randint(1, 6)))
    return Span(edges[first], edges[last] - 1)
