"""What in the index of words fits a query.

What fits closely has the words themselves or other forms of them; what fits widely has words that they are part of.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.library.searching.lemmas import lemmas
from newsreader.library.store.packing import plain

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from newsreader.library.searching.query import Query, Term

MOST_FORMS = 40
"""forms of a word that are sought; more only have words that are written like many others"""

COMMON = 20_000
"""finds beyond which nobody asks for words that contain a word as well"""

SHORT = 3
"""letters of a word that is sought only at the end of longer ones"""

SHORTEST_STEM = 5
"""letters that a base form must have to be sought inside words in the place of a form with an ending"""


@dataclass(frozen=True, slots=True)
class Sought:
    """A term with all that it is found by.

    Attributes:
        term: the term.
        forms: its last word in all its other forms.
        stem: what is sought inside longer words: its last word, or a base form that the word only adds an ending to.
    """

    term: Term
    forms: frozenset[str]
    stem: str

    @property
    def close(self) -> str:
        """The expression of FTS5 for the words themselves and their other forms."""
        *before, last = self.term.words
        star = "*" if self.term.begins else ""
        phrases = (_phrase([*before, form]) for form in sorted(self.forms))
        return " OR ".join([_phrase([*before, last]) + star, *phrases])

    @property
    def longer(self) -> str | None:
        """The expression for words that begin so, None if there is none."""
        if not self.term.inside:
            return None
        *before, _ = self.term.words
        joined = f" OR {_phrase([''.join([*before, self.stem])])}*" if before else ""
        return f"{_phrase([*before, self.stem])}*{joined}"

    @property
    def inside(self) -> str | None:
        """The expression for words that it stands in, among the tails; None if there is none."""
        if len(self.term.words) == 1 and self.term.inside:
            return f"{_phrase([self.stem])}*"
        return _phrase(self.term.words) if self._ends else None

    @property
    def _ends(self) -> bool:
        """Whether it is sought only as the last part of longer words, as short ones are: "Rat" is in "Bundesrat"."""
        return len(self.term.words) == 1 and len(self.term.words[0]) == SHORT and not self.term.exact

    def fits(self, word: str) -> bool:
        """Whether a word, as it is compared, is one for which the term's last word may have been found."""
        last = self.term.words[-1]
        if word == last or word in self.forms or (self.term.begins and word.startswith(last)):
            return True
        return self.stem in word if self.term.inside else self._ends and word.endswith(last)


def seek(connection: sqlite3.Connection, query: Query) -> dict[Term, Sought]:
    """The terms of a query with their forms."""
    return {term: _sought(connection, term) for term in {*query.terms, *query.excluded}}


def _sought(connection: sqlite3.Connection, term: Term) -> Sought:
    last = term.words[-1]
    if term.exact or term.begins:
        return Sought(term, frozenset(), last)
    base = _base_forms(connection, last)
    stems = [form for form in base if len(form) >= SHORTEST_STEM and last.startswith(form)]
    return Sought(term, _forms(connection, base | {last}) - {last}, min(stems, key=len, default=last))


def _base_forms(connection: sqlite3.Connection, word: str) -> frozenset[str]:
    """The base forms that a word may have."""
    if connection.execute("SELECT 1 FROM word_forms WHERE word = ?", (plain(word),)).fetchone() is None:
        return lemmas(word)
    rows = connection.execute("SELECT lemma FROM word_lemmas WHERE word = ?", (plain(word),))
    return frozenset(lemma for (lemma,) in rows)


def _forms(connection: sqlite3.Connection, base: frozenset[str]) -> frozenset[str]:
    """The words in the index that may be forms of words with some base forms."""
    marks = ", ".join("?" * len(base))
    rows = connection.execute(
        f"SELECT word FROM word_lemmas WHERE lemma IN ({marks})"
        f" UNION SELECT word FROM word_forms WHERE word IN ({marks}) LIMIT ?",
        [plain(form) for form in base] * 2 + [MOST_FORMS],
    )
    return frozenset(form for (form,) in rows)


def _phrase(words: Iterable[str]) -> str:
    """Words in a row as FTS5 writes them; there are only letters and digits in them."""
    return '"' + plain(" ".join(words)).replace('"', " ") + '"'


@dataclass(frozen=True, slots=True)
class Found:
    """Numbers in the index that fit a query.

    Attributes:
        close: those that have the words themselves or other forms of them.
        wide: all, those included that have them inside other words.
    """

    close: set[int]
    wide: set[int]


def match(
    connection: sqlite3.Connection,
    kind: str,
    query: Query,
    sought: dict[Term, Sought],
    everything: Callable[[], set[int]],
) -> Found:
    """What fits.

    Args:
        connection: the open file.
        kind: "article", "statement", "note" or "earlier".
        query: what is sought.
        sought: its terms.
        everything: gives all numbers that there are, for a query that only says what must not be there.
    """

    def numbers(table: str, expression: str | None) -> set[int]:
        if expression is None:
            return set()
        # Of a common word there are a hundred thousand: one text with all of them is read faster than as many rows.
        [found] = connection.execute(
            f"SELECT group_concat(rowid) FROM {kind}_{table} WHERE {kind}_{table} MATCH ?", (expression,)
        ).fetchone()
        return set(json.loads(f"[{found}]")) if found else set()

    def exactly(term: Term) -> set[int]:
        return numbers("words", sought[term].close)

    def inside(term: Term) -> set[int]:
        return numbers("words", sought[term].longer) | numbers("tails", sought[term].inside)

    closely = {term: exactly(term) for term in query.terms}
    widely = {term: close if len(close) > COMMON else close | inside(term) for term, close in closely.items()}
    without = set[int]().union(*(exactly(term) for term in query.excluded))
    if not query.groups:
        left = everything() - without
        return Found(left, left)
    close = _all(query, closely)
    # Sets may be large: what is the same is not made twice.
    wide = close if all(widely[term] is closely[term] for term in widely) else _all(query, widely)
    return Found(close - without, wide - without) if without else Found(close, wide)


def _all(query: Query, found: dict[Term, set[int]]) -> set[int]:
    """What every group has something of."""
    first, *others = (
        found[group[0]] if len(group) == 1 else set[int]().union(*(found[term] for term in group))
        for group in query.groups
    )
    return first.intersection(*others) if others else first


def ranks(connection: sqlite3.Connection, kind: str, query: Query, sought: dict[Term, Sought]) -> dict[int, float]:
    """How well each fits that fits closely, by Okapi BM25 (Robertson and Zaragoza 2009); higher is better."""
    expression = " AND ".join(f"({' OR '.join(sought[term].close for term in group)})" for group in query.groups)
    weights = {"article": "5.0, 1.0", "statement": "1.0, 0.7", "note": "1.0, 1.0", "earlier": "1.0"}[kind]
    rows = connection.execute(
        f"SELECT rowid, -bm25({kind}_words, {weights}) FROM {kind}_words WHERE {kind}_words MATCH ?", (expression,)
    )
    return dict(rows.fetchall())
