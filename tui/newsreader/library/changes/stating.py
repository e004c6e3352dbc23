"""Which statement of an article is which of another version of it, and what became of it.

A statement is known again by its words and by where it stands: in a sentence that is the same or was reworded. Who is
said to have said it does not matter for that, so that a statement given to somebody else is told as that.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from newsreader.library.changes.aligning import candidates
from newsreader.library.changes.model import RowKind, StatementChange
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
        rows: the numbers of the sentences in which its pieces begin, -1 for none.
    """

    statement: Statement
    wording: Wording
    who: str
    rows: tuple[int, ...]


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
    # A sentence that was moved has two rows; the one at its new place is both versions'.
    whole = [row for row in rows if row.kind is not RowKind.LEFT]
    one = _sayings(old, before, [row.old for row in whole])
    other = _sayings(new, after, [row.new for row in whole])
    partners = {match.new: match.old for match in _chosen(one, other)}
    same = {number for number, row in enumerate(whole) if row.old and row.new and not row.pieces}
    found = [_change(one[partners[j]] if j in partners else None, saying, same) for j, saying in enumerate(other)]
    taken = set(partners.values())
    return (*found, *(_change(saying, None, same) for i, saying in enumerate(one) if i not in taken))


def same_speaker(one: str, other: str) -> bool:
    """Whether two names are one speaker's: the words of one are among the other's ("Scholz", "Olaf Scholz")."""
    left, right = set(one.casefold().split()), set(other.casefold().split())
    if not left or not right:
        return left == right
    return left <= right or right <= left


def _sayings(article: Article, analysis: Analysis, rows: Sequence[Span | None]) -> list[Saying]:
    placed = sorted((span, number) for number, span in enumerate(rows) if span is not None)
    names = {actor.id: actor.name for actor in analysis.actors}
    found: list[Saying] = []
    for statement in analysis.statements:
        words = visible(" ".join(span.of(article.text) for span in statement.spans))
        speaker = statement.speaker.of(article.text) if statement.speaker else ""
        who = names.get(statement.actor or "", "") or speaker
        inside = tuple(_row_at(span.start, placed) for span in statement.spans)
        found.append(Saying(statement, Wording(words), " ".join(who.split()), inside))
    return found


def _row_at(offset: int, placed: Sequence[tuple[Span, int]]) -> int:
    """The number of the sentence that a code point lies in, -1 for none."""
    at = bisect_right(placed, offset, key=lambda one: one[0].start) - 1
    return placed[at][1] if at >= 0 and offset < placed[at][0].end else -1


def _chosen(one: Sequence[Saying], other: Sequence[Saying]) -> Iterator[Match]:
    """The best matches, each statement once."""
    in_row: dict[int, list[int]] = {}
    for j, saying in enumerate(other):
        in_row.setdefault(saying.rows[0], []).append(j)
    pairs = set(candidates({i: s.wording for i, s in enumerate(one)}, {j: s.wording for j, s in enumerate(other)}))
    pairs |= {(i, j) for i, said in enumerate(one) if said.rows[0] >= 0 for j in in_row.get(said.rows[0], ())}
    matches: list[Match] = []
    for i, j in pairs:
        here = one[i].rows[0] >= 0 and one[i].rows[0] == other[j].rows[0]
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


def _change(one: Saying | None, other: Saying | None, same: set[int]) -> StatementChange:
    """What became of a statement.

    Args:
        one, other: it in the older and the newer version.
        same: the numbers of the sentences whose words are the same in both.
    """
    context = all(row in same for saying in (one, other) if saying is not None for row in saying.rows)
    if one is None or other is None:
        return StatementChange(
            one and one.statement,
            other and other.statement,
            one.who if one else "",
            other.who if other else "",
            context=context,
        )
    return StatementChange(
        one.statement,
        other.statement,
        one.who,
        other.who,
        reworded=one.wording.text != other.wording.text,
        speaker=not same_speaker(one.who, other.who),
        kind=one.statement.kind is not other.statement.kind,
        context=context,
    )
