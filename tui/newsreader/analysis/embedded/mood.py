"""Person, number and mood of finite verbs; above all, Konjunktiv told from Indikativ where the form is the same.

Of the forms that can be both, those of the first Konjunktiv ("habe", "gehe", "brauche") are indicative with "ich" as
subject and Konjunktiv with any other. Of the second Konjunktiv, weak verbs ("sagte") and "sollte", "wollte" have no
form of their own: they are taken as Konjunktiv where the sentence gives a reason to (a condition, "als ob", a
Konjunktiv or modal beside them).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from newsreader.analysis.embedded.lexicon import Lexicon


class Option(NamedTuple):
    """One reading of a finite verb form."""

    mood: str
    """Ind or Sub."""
    tense: str
    """Pres or Past; of a Sub, Pres is Konjunktiv I and Past Konjunktiv II."""
    person: str
    number: str


_TENSES = {"PRÄ": ("Ind", "Pres"), "PRT": ("Ind", "Past"), "KJ1": ("Sub", "Pres"), "KJ2": ("Sub", "Past")}
_NUMBERS = {"SIN": "Sing", "PLU": "Plur"}

# Second Konjunktiv by habit, though the preterite is the same form: wishes and advice rather than narration.
_ADVICE = frozenset({"sollte", "sollten", "solltest", "solltet"})
_CONDITION = frozenset({"wenn", "falls", "sofern", "ob"})
_CLAUSE_END = frozenset({"$,", "$."})
_SUBJECTS_1 = frozenset({"ich"})


def finite_readings(form: str, lexicon: Lexicon) -> tuple[Option, ...]:
    """The finite readings of a verb form, without doubles; empty where the lexicon does not know it."""
    readings, _ = lexicon.analyse(form if form.islower() else form[:1].lower() + form[1:].lower())
    found: dict[Option, None] = {}
    for reading in readings:
        parts = reading.tag.split(":")
        if parts[0] != "VER":
            continue
        person = next((p for p in parts if p in ("1", "2", "3")), "")
        number = next((_NUMBERS[p] for p in parts if p in _NUMBERS), "")
        tense = next((_TENSES[p] for p in parts if p in _TENSES), None)
        if person and number and tense:
            found[Option(*tense, person, number)] = None
    return tuple(found)


def _guess(form: str) -> tuple[Option, ...]:
    """Readings of an unknown form by its ending."""
    lower = form.lower()
    if lower.endswith(("ten", "tet")):
        return (Option("Ind", "Past", "3", "Plur"),)
    if lower.endswith("te"):
        return Option("Ind", "Past", "3", "Sing"), Option("Ind", "Past", "1", "Sing")
    if lower.endswith("st"):
        return (Option("Ind", "Pres", "2", "Sing"),)
    if lower.endswith("e"):
        return Option("Sub", "Pres", "3", "Sing"), Option("Ind", "Pres", "1", "Sing")
    if lower.endswith("en"):
        return Option("Ind", "Pres", "3", "Plur"), Option("Ind", "Pres", "1", "Plur")
    return (Option("Ind", "Pres", "3", "Sing"),)


class Finite:
    """A finite verb of a text while its reading is being chosen."""

    def __init__(self, form: str, tag: str, options: tuple[Option, ...], person: Any, number: Any, first: bool) -> None:
        """Args:
        form: the token.
        tag: its tag.
        options: its readings.
        person, number: log-probabilities of those tasks' labels.
        first: whether it begins its sentence.
        """
        self.form = form
        self.tag = tag
        self.options = options or _guess(form)
        self.person = person
        self.number = number
        self.first = first
        self.chosen: Option | None = None

    @property
    def features(self) -> str:
        """The features in the way of Universal Dependencies."""
        assert self.chosen is not None
        mood, tense, person, number = self.chosen
        return f"Mood={mood}|Number={number}|Person={person}|Tense={tense}|VerbForm=Fin"


def _clause(i: int, tokens: list[str], tags: list[str], firsts: list[bool]) -> tuple[int, int]:
    """The stretch around a token that commas, conjunctions before a verb, and the sentence bound: start, end."""
    start = i
    while start > 0 and not firsts[start] and tags[start - 1] not in ("$.",) and not _bounds(start - 1, tokens, tags):
        start -= 1
    end = i + 1
    while end < len(tokens) and not firsts[end] and tags[end] not in ("$.",) and not _bounds(end, tokens, tags):
        end += 1
    return start, end


def _bounds(i: int, tokens: list[str], tags: list[str]) -> bool:
    return tags[i] == "$," or tokens[i] in (":", ";", "–", "„", "“", '"', "»", "«")


def _sentence(i: int, firsts: list[bool]) -> tuple[int, int]:
    start = i
    while start > 0 and not firsts[start]:
        start -= 1
    end = i + 1
    while end < len(firsts) and not firsts[end]:
        end += 1
    return start, end


def _has_ich(i: int, tokens: list[str], tags: list[str], firsts: list[bool]) -> bool:
    start, end = _clause(i, tokens, tags, firsts)
    if any(tokens[k].lower() in _SUBJECTS_1 for k in range(start, end)):
        return True
    # "ich komme und gehe", "Ich, der Wirt, habe": a clause without a subject of its own takes the one before.
    if any(tags[k] in ("PPER", "NN", "NE", "PDS", "PIS", "PRELS", "PWS") and k < i for k in range(start, i)):
        return False
    first, _ = _sentence(i, firsts)
    before = [tokens[k].lower() for k in range(first, start) if tags[k] in ("PPER", "PIS")]
    after = [tags[k] for k in range(i + 1, end)]
    subject_follows = any(t in ("PPER", "NE", "ART", "PPOSAT", "PDAT") for t in after[:2])
    return bool(before) and before[-1] == "ich" and not subject_follows


def settle_moods(
    finite: dict[int, Finite],
    tokens: list[str],
    tags: list[str],
    firsts: list[bool],
    persons: list[str],
    numbers: list[str],
) -> None:
    """Chooses a reading for each finite verb.

    Args:
        finite: the verbs by token number; their `chosen` is set.
        tokens, tags: the document's.
        firsts: whether each token begins a sentence.
        persons, numbers: the labels of the scores in `finite`.
    """
    person_index = {label: k for k, label in enumerate(persons)}
    number_index = {label: k for k, label in enumerate(numbers)}
    undecided: list[int] = []
    for i, verb in finite.items():
        ich = _has_ich(i, tokens, tags, firsts)
        scored: list[tuple[float, Option]] = []
        for option in verb.options:
            if (option.person == "1" and option.number == "Sing") != ich and any(
                ((o.person == "1" and o.number == "Sing") == ich) for o in verb.options
            ):
                continue
            score = float(verb.person[person_index[option.person]]) * 0.7 if option.person in person_index else -3.0
            score += float(verb.number[number_index[option.number]]) if option.number in number_index else -3.0
            scored.append((score, option))
        best = max(scored, key=lambda pair: pair[0])[1]
        same = [o for _, o in scored if o.person == best.person and o.number == best.number]
        verb.options = tuple(same)
        moods = {o.mood for o in same}
        if moods == {"Ind", "Sub"}:
            undecided.append(i)
        verb.chosen = next((o for o in same if o.mood == "Ind"), same[0])
    for i in undecided:
        verb = finite[i]
        subjunctive = _is_subjunctive(i, verb, finite, tokens, tags, firsts)
        if subjunctive:
            verb.chosen = next(o for o in verb.options if o.mood == "Sub")


def _is_subjunctive(
    i: int, verb: Finite, finite: dict[int, Finite], tokens: list[str], tags: list[str], firsts: list[bool]
) -> bool:
    """Whether a form that is both stands in the Konjunktiv."""
    assert verb.chosen is not None
    lower = verb.form.lower()
    start, end = _sentence(i, firsts)
    if verb.chosen.tense == "Pres":
        # "sie haben", "wir gehen": first Konjunktiv and present are one form, and the present is what is read.
        return False
    others = [finite[k] for k in range(start, end) if k in finite and k != i]
    clear = [o.chosen for o in others if o.chosen is not None and {p.mood for p in o.options} != {"Ind", "Sub"}]
    second = any(c.mood == "Sub" and c.tense == "Past" for c in clear)
    narrated = any(c.mood == "Ind" and c.tense == "Past" for c in clear)
    before = [tokens[k].lower() for k in range(*_clause(i, tokens, tags, firsts)) if k < i]
    as_if = "als" in before and bool(before) and ("ob" in before or "wenn" in before or before[-1] == "als")
    condition = any(word in _CONDITION for word in before[:2]) and second
    consequence = second and any(tokens[k].lower() in ("wenn", "falls") for k in range(start, end))
    if lower in _ADVICE:
        return not narrated
    if lower in ("wollte", "wollten"):
        return as_if or condition
    return as_if or condition or (consequence and verb.first)
