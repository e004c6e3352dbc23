"""Which statement of an article is which of another version of it, and what became of it.

A statement is known again by its words and by where it stands: in a sentence that is the same or was reworded. Who is
said to have said it does not matter for that, so that a statement given to somebody else is told as that.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from newsreader.library.changes.aligning import candidates
from newsreader.library.changes.model import StatementChange
from newsreader.library.changes.wording import Wording, alikeness, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.analysis.result import Analysis, Statement
    from newsreader.article.model import Article, Span
    from newsreader.library.changes.model import Row

ALIKE = 0.6
"""how much alike two wordings of a statement are at least"""

ALIKE_IN_PLACE = 0.4
"""the same where the sentences in which they stand are one and the same"""

OTHER_SPEAKER = 0.85
"""the same where somebody else is said to have said it, somewhere else"""


class Saying(NamedTuple):
    """A statement as it is compared.

    Attributes:
        statement: the statement.
        wording: its words.
        who: the name of whom it is given to, else the words that name the speaker, on one line; empty for nobody.
    """

    statement: Statement
    wording: Wording
    who: str


class Match(NamedTuple):
    """Two statements that may be one.

    Attributes:
        same: whether all of them is the same.
        here: whether they stand in the same sentence.
        ours: whether both are given to the same speaker.
        score: how much their words are alike.
        near: how many statements lie between their places in the row, as a negative number.
        old, new: their indexes.
    """

    same: bool
    here: bool
    ours: bool
    score: float
    near: int
    old: int
    new: int


def compare_statements(
    old: Article, new: Article, before: Analysis, after: Analysis, rows: Sequence[Row]
) -> tuple[StatementChange, ...]:
    """What became of every statement: in the order of the newer text, those that were dropped last.

    Args:
        old, new: the versions.
        before, after: their analyses.
        rows: their sentences.
    """
    one, other = _sayings(old, before), _sayings(new, after)
    partners = {match.new: match.old for match in _chosen(one, other, rows)}
    found = [_change(one[partners[j]] if j in partners else None, saying) for j, saying in enumerate(other)]
    taken = set(partners.values())
    return (*found, *(_change(saying, None) for i, saying in enumerate(one) if i not in taken))


def same_speaker(one: str, other: str) -> bool:
    """Whether two names are one speaker's: the words of one are among the other's ("Scholz", "Olaf Scholz")."""
    left, right = set(one.casefold().split()), set(other.casefold().split())
    if not left or not right:
        return left == right
    return left <= right or right <= left


def _sayings(article: Article, analysis: Analysis) -> list[Saying]:
    names = {actor.id: actor.name for actor in analysis.actors}
    found: list[Saying] = []
    for statement in analysis.statements:
        words = visible(" ".join(span.of(article.text) for span in statement.spans))
        speaker = statement.speaker.of(article.text) if statement.speaker else ""
        who = names.get(statement.actor or "", "") or speaker
        found.append(Saying(statement, Wording(words), " ".join(who.split())))
    return found


def _chosen(one: Sequence[Saying], other: Sequence[Saying], rows: Sequence[Row]) -> Iterator[Match]:
    """The best matches, each statement once."""
    old_row = _rows_of([saying.statement for saying in one], [(row.old, n) for n, row in enumerate(rows)])
    new_row = _rows_of([saying.statement for saying in other], [(row.new, n) for n, row in enumerate(rows)])
    in_row: dict[int, list[int]] = {}
    for j, row in enumerate(new_row):
        in_row.setdefault(row, []).append(j)
    pairs = set(candidates({i: s.wording for i, s in enumerate(one)}, {j: s.wording for j, s in enumerate(other)}))
    pairs |= {(i, j) for i, row in enumerate(old_row) if row >= 0 for j in in_row.get(row, ())}
    matches: list[Match] = []
    for i, j in pairs:
        here = old_row[i] >= 0 and old_row[i] == new_row[j]
        ours = same_speaker(one[i].who, other[j].who)
        score = alikeness(one[i].wording, other[j].wording)
        if score >= (ALIKE_IN_PLACE if here else ALIKE if ours else OTHER_SPEAKER):
            matches.append(Match(score == 1.0 and ours, here, ours, score, -abs(i - j), i, j))
    matches.sort(key=lambda match: (*match[:5], -match.old, -match.new), reverse=True)
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for match in matches:
        if match.old not in taken_old and match.new not in taken_new:
            taken_old.add(match.old)
            taken_new.add(match.new)
            yield match


def _rows_of(statements: Sequence[Statement], rows: Sequence[tuple[Span | None, int]]) -> list[int]:
    """The number of the row in which each statement begins, -1 for none."""
    placed = sorted((span, number) for span, number in rows if span is not None)
    starts = [span.start for span, _ in placed]
    found: list[int] = []
    for statement in statements:
        at = bisect_right(starts, statement.spans[0].start) - 1
        inside = at >= 0 and statement.spans[0].start < placed[at][0].end
        found.append(placed[at][1] if inside else -1)
    return found


def _change(one: Saying | None, other: Saying | None) -> StatementChange:
    if one is None or other is None:
        return StatementChange(
            one and one.statement, other and other.statement, one.who if one else "", other.who if other else ""
        )
    return StatementChange(
        one.statement,
        other.statement,
        one.who,
        other.who,
        reworded=one.wording.text != other.wording.text,
        speaker=not same_speaker(one.who, other.who),
        kind=one.statement.kind is not other.statement.kind,
    )
