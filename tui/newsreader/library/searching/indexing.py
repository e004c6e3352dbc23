"""Keeping the index of words in step with the articles. What writes here runs inside a transaction of the caller's.

Words inside words are found by their tails: of "Verteidigungsminister" all ends of at least three letters are in an
index of their own, in which "minister" is how one of them begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.library.searching.folding import WORD, fold, words
from newsreader.library.searching.lemmas import lemmas
from newsreader.library.store.packing import plain, unpack_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

SHORTEST_TAIL = 3
"""letters"""

LONGEST_WORD = 80
"""letters beyond which a word has no tails, as it is none (an address, a key)"""

ORDINALS = 12
"""bits of the number of a statement's words in the index that tell which of its version's statements it is"""

MOST_STATEMENTS = 1 << ORDINALS
"""statements of an article that are indexed; no article has so many"""

AT_ONCE = 900
"""values in one condition"""

Vocabulary = dict[str, frozenset[str]]
"""words that are not in the index yet, with their base forms"""

PRESENT = "SELECT version FROM articles WHERE version IS NOT NULL"
"""the versions that the index is of; those of deleted articles stay in it, in case they come back"""


def tails(folded: Iterable[str]) -> str:
    """The ends of words that are not the words themselves."""
    found = {
        word[start:]
        for word in set(folded)
        if len(word) <= LONGEST_WORD
        for start in range(1, len(word) - SHORTEST_TAIL + 1)
    }
    return " ".join(sorted(found))


def unknown(connection: sqlite3.Connection, text: str) -> Vocabulary:
    """The words of a text that are not in the index yet. It takes a while, and needs no transaction."""
    forms: dict[str, str] = {}
    for form in WORD.findall(text):
        forms.setdefault(fold(form), form)
    wanted = list(forms)
    for at in range(0, len(wanted), AT_ONCE):
        part = wanted[at : at + AT_ONCE]
        query = f"SELECT word FROM word_forms WHERE word IN ({', '.join('?' * len(part))})"
        for (known,) in connection.execute(query, part):
            del forms[known]
    return {word: lemmas(form) - {word} for word, form in forms.items() if word}


def learn(connection: sqlite3.Connection, vocabulary: Vocabulary) -> None:
    """Note words and their base forms."""
    connection.executemany("INSERT OR IGNORE INTO word_forms VALUES (?)", [(word,) for word in vocabulary])
    rows = [(lemma, word) for word, base_forms in vocabulary.items() for lemma in base_forms]
    connection.executemany("INSERT OR IGNORE INTO word_lemmas VALUES (?, ?)", rows)


def add(connection: sqlite3.Connection, version: int) -> None:
    """Put a present version into the index with its statements, and take the versions out that it has replaced."""
    for (old,) in connection.execute(
        "SELECT word_index.version FROM word_index JOIN versions ON versions.number = word_index.version"
        " WHERE versions.article = (SELECT article FROM versions WHERE number = ?) AND versions.number != ?",
        (version, version),
    ).fetchall():
        forget(connection, old)
    title, content = connection.execute(
        "SELECT articles.title, versions.text FROM articles JOIN versions ON versions.number = articles.version"
        " WHERE articles.version = ?",
        (version,),
    ).fetchone()
    there = connection.execute("SELECT title FROM word_index WHERE version = ?", (version,)).fetchone()
    if there == (title,):
        return
    if there is not None:
        forget(connection, version)
    _text(connection, version, title, unpack_text(content), "")
    connection.execute("INSERT INTO word_index VALUES (?, ?, 0)", (version, title))
    add_statements(connection, version)


def add_statements(connection: sqlite3.Connection, version: int) -> None:
    """Put the statements of a version into the index if its text is in it and they are not."""
    row = connection.execute("SELECT statements FROM word_index WHERE version = ?", (version,)).fetchone()
    if row == (0,):
        number = _statements(connection, version, MOST_STATEMENTS, "")
        connection.execute("UPDATE word_index SET statements = ? WHERE version = ?", (number, version))


def forget(connection: sqlite3.Connection, version: int) -> None:
    """Take a version out of the index, before it is deleted or after another one has become the present one."""
    row = connection.execute("SELECT title FROM word_index WHERE version = ?", (version,)).fetchone()
    if row is None:
        return
    forget_statements(connection, version)
    [content] = connection.execute("SELECT text FROM versions WHERE number = ?", (version,)).fetchone()
    _text(connection, version, row[0], unpack_text(content), "delete")
    connection.execute("DELETE FROM word_index WHERE version = ?", (version,))


def unlearn(connection: sqlite3.Connection, texts: Iterable[str]) -> None:
    """Forget the words of texts that are gone for good, but those that something else in the index has."""
    for word in {word for text in texts for word in words(text)}:
        expression = f'"{word}"'
        if not any(
            connection.execute(
                f"SELECT 1 FROM {kind}_words WHERE {kind}_words MATCH ? LIMIT 1", (expression,)
            ).fetchone()
            for kind in ("article", "statement", "note", "earlier")
        ):
            connection.execute("DELETE FROM word_forms WHERE word = ?", (word,))
            connection.execute("DELETE FROM word_lemmas WHERE word = ?", (word,))


def forget_statements(connection: sqlite3.Connection, version: int) -> None:
    """Take the statements of a version out of the index, before they are deleted."""
    row = connection.execute("SELECT statements FROM word_index WHERE version = ?", (version,)).fetchone()
    if row is not None and row[0]:
        _statements(connection, version, row[0], "delete")
        connection.execute("UPDATE word_index SET statements = 0 WHERE version = ?", (version,))


def missing(connection: sqlite3.Connection) -> list[int]:
    """The present versions that are not in the index, as after the file was made anew of a damaged one."""
    query = f"SELECT version FROM ({PRESENT}) EXCEPT SELECT version FROM word_index ORDER BY version DESC"
    return [version for (version,) in connection.execute(query)]


def words_of(connection: sqlite3.Connection, version: int) -> Vocabulary:
    """The words of a version that are not in the index yet."""
    row = connection.execute("SELECT text FROM versions WHERE number = ?", (version,)).fetchone()
    return {} if row is None else unknown(connection, unpack_text(row[0]))


def take_in(connection: sqlite3.Connection, version: int, vocabulary: Vocabulary) -> None:
    """Put a version into the index with its words, if it is a present one still."""
    if connection.execute(f"SELECT 1 FROM ({PRESENT}) WHERE version = ?", (version,)).fetchone() is not None:
        learn(connection, vocabulary)
        add(connection, version)


def _text(connection: sqlite3.Connection, version: int, title: str, text: str, command: str) -> None:
    folded = words(text)
    put(connection, "article", version, {"title": " ".join(words(title)), "text": " ".join(folded)}, folded, command)


def _statements(connection: sqlite3.Connection, version: int, number: int, command: str) -> int:
    rows = connection.execute(
        "SELECT statements.text, coalesce(actors.name, '') FROM statements"
        " LEFT JOIN actors ON actors.number = statements.actor WHERE statements.version = ?"
        " ORDER BY statements.number LIMIT ?",
        (version, number),
    ).fetchall()
    for ordinal, (text, actor) in enumerate(rows):
        said, who = words(text), words(actor)
        columns = {"text": " ".join(said), "actor": " ".join(who)}
        put(connection, "statement", (version << ORDINALS) + ordinal, columns, said + who, command)
    return len(rows)


def put(
    connection: sqlite3.Connection, kind: str, number: int, columns: dict[str, str], folded: list[str], command: str
) -> None:
    """Put the words of one thing into the index, or take them out again, for which they must be the same words.

    Args:
        connection: the open file.
        kind: "article", "statement", "note" or "earlier".
        number: its number in the index.
        columns: the words by the names of the index's columns.
        folded: all of the words, for their tails.
        command: "" to put them in, "delete" to take them out.
    """
    for table, values in ((f"{kind}_words", columns), (f"{kind}_tails", {"tails": tails(folded)})):
        first = {table: command} if command else {}
        row = {**first, "rowid": number, **values}
        connection.execute(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
            tuple(plain(value) if isinstance(value, str) else value for value in row.values()),
        )
