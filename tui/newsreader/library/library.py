"""The library: what the screens and the command line ask, and where the reader puts what was opened."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.annotations.store.opened import TIMEOUT
from newsreader.library import reviewing
from newsreader.library.model import EVERY_KIND, EVERYTHING, Deletion
from newsreader.library.people.people import People
from newsreader.library.reading import Reading
from newsreader.library.searching import earlier, indexing
from newsreader.library.searching.searcher import Searcher
from newsreader.library.store import articles, statements
from newsreader.library.store.moments import now
from newsreader.library.store.rebuilding import rebuild
from newsreader.library.store.schema import LIBRARY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from newsreader.analysis.result import Analysis
    from newsreader.annotations.store.store import Store
    from newsreader.article.model import Article
    from newsreader.library.feeds.feeds import Feeds
    from newsreader.library.model import Filters, HitKind, Hits, Kept


class Library(Reading):
    """A file of articles. Several programs may have it open; threads may share a library.

    Every method that reads or writes raises a `StoreError` if that fails; then nothing has changed.

    Args:
        path: the file; it and its folder are made when they are missing.
        timeout: seconds to wait for another program that is writing.

    Raises:
        StoreError: if it cannot be opened; `str()` of it says why. A damaged file is no reason: it is set aside, what
            can be read goes into a new one, and `notices` tells.
    """

    def __init__(self, path: Path, timeout: float = TIMEOUT) -> None:
        super().__init__(path, timeout, LIBRARY, rebuild)
        self._searcher = Searcher(self._file.run, self._file.write, lambda: self.writable)
        self.people = People(self._file.run, self._file.write)
        """persons and organisations over all articles"""

    @cached_property
    def feeds(self) -> Feeds:
        """The feeds that are subscribed to."""
        from newsreader.library.feeds.feeds import Feeds

        return Feeds(self._file, lambda article, feed: self.keep(article, opened=False, feed=feed))

    # Keeping

    def keep(
        self,
        article: Article,
        analysis: Analysis | None = None,
        *,
        opened: bool = True,
        feed: str | None = None,
        at: datetime | None = None,
    ) -> Kept:
        """Keep an article. The same again changes times only; another text of the same place is a new version, and so
        is another title, author, publisher or time of publication of the same text.

        Args:
            article: the article.
            analysis: its analysis, if there is one yet; else `take_analysis` brings it later.
            opened: whether it is being read; what is fetched for later reading counts as unread.
            feed: address of the feed that brought it.
            at: when, with zone; None for now.
        """
        at = at or now()
        # Base forms are looked up beforehand, since nobody else can write meanwhile.
        vocabulary = self._file.run(lambda connection: indexing.unknown(connection, article.text))

        def write(connection: sqlite3.Connection) -> Kept:
            self._purge(connection, at)
            version = articles.put(connection, article, opened=opened, feed=feed, at=at)
            indexing.learn(connection, vocabulary)
            indexing.add(connection, version)
            earlier.renew(connection, version)
            found = analysis or statements.of_same_text(connection, version)
            if found is not None and statements.put(connection, version, article.text, found):
                articles.count_statements(connection, version)
            return articles.of_version(connection, version)

        return self._file.write(write)

    def touch(self, article: Article, at: datetime | None = None, *, earlier: bool = False) -> None:
        """Note that a kept article is read again, from the library itself: its source was not seen.

        Args:
            article: the article; one that is not kept is left.
            at: when, with zone; None for now.
            earlier: whether it is read as an earlier version, so that what has changed since stays news.
        """
        self._file.write(lambda connection: articles.touch(connection, article, at or now(), earlier=earlier))

    def note_look(self, number: int, at: datetime | None = None) -> None:
        """Note that it was looked in vain whether the page of an article has changed; `keep` notes the others.

        Args:
            number: the article.
            at: when, with zone; None for now.
        """
        self._file.write(lambda connection: articles.note_look(connection, number, at or now()))

    def take_analysis(self, article: Article, analysis: Analysis) -> None:
        """Keep the analysis of an article that is kept; one of an article that is not is left."""

        def write(connection: sqlite3.Connection) -> None:
            version = articles.version_of(connection, article)
            if version is not None and statements.put(connection, version, article.text, analysis):
                articles.count_statements(connection, version)

        self._file.write(write)

    def take_review(self, article: Article, reviewed: Analysis) -> None:
        """Let what a person has decided hold for the statements and actors of an article that is kept and analysed.

        Args:
            article: the article.
            reviewed: its analysis with the human layer over it, as `newsreader.annotations.review` gives it.
        """

        def write(connection: sqlite3.Connection) -> None:
            version = articles.version_of(connection, article)
            if version is not None and statements.put_review(connection, version, article.text, reviewed):
                articles.count_statements(connection, version)

        self._file.write(write)

    def mark(self, numbers: Iterable[int], *, read: bool) -> None:
        """Mark articles as read or unread."""
        wanted = list(numbers)
        self._file.write(lambda connection: articles.mark(connection, wanted, read=read))

    def delete(self, numbers: Iterable[int], at: datetime | None = None) -> Deletion:
        """Delete articles. For 30 days they can be brought back, after that they are gone for good.

        Args:
            numbers: the articles.
            at: when, with zone; None for now.
        """
        at = at or now()
        wanted = list(numbers)

        def write(connection: sqlite3.Connection) -> list[int]:
            self._purge(connection, at)
            return articles.delete(connection, wanted, at)

        return Deletion(tuple(self._file.write(write)), at)

    def restore(self, deletion: Deletion) -> None:
        """Bring back what was deleted together. An article that was kept anew meanwhile gets its old versions."""
        self._file.write(lambda connection: articles.restore(connection, deletion.articles, deletion.at))

    # Searching

    def search(
        self,
        query: str,
        filters: Filters = EVERYTHING,
        limit: int = 50,
        kinds: frozenset[HitKind] = EVERY_KIND,
        *,
        latest: bool = False,
    ) -> Hits:
        """What fits a query: articles, then statements, then notes, then sentences that only earlier versions have, of
        each the best first.

        Words must all be in a text, in any form and inside other words, umlauts written either way; "words in
        quotation marks" as they stand; with - before it a word must not be there; OR (ODER) stands between words of
        which one is enough; a word with * behind it is how one begins. A word in capitals (EU) stands for itself.

        Args:
            query: as typed; nothing is an error.
            filters: which articles; of somebody only his own statements are found, and a note on an article that is
                not kept fits only if there are no filters.
            limit: how many of each kind at most.
            kinds: in what to search.
            latest: whether the latest come first rather than the best.
        """
        return self._searcher.search(query, filters, limit=limit, kinds=kinds, latest=latest)

    def fitting(self, query: str, filters: Filters = EVERYTHING) -> list[int]:
        """The numbers of all articles that fit a query by their text or a statement in it, the latest first."""
        return self._searcher.fitting(query, filters)

    def catch_up(self, seconds: float = float("inf")) -> int:
        """Put into the index of words what is not in it, as after the file was made anew of a damaged one.

        Args:
            seconds: for how long; one article at least is put in.

        Returns:
            How many articles are still missing, which a search does not find.
        """
        return self._searcher.catch_up(seconds)

    def take_notes(self, store: Store) -> None:
        """Bring the index of notes up to date from the store of annotations, the truth of them, and let hold what was
        decided there about statements and actors.

        Raises:
            StoreError: also if the annotations cannot be read.
        """
        for number in reviewing.take_notes(self._file, store):
            with suppress(KeyError):  # somebody has deleted it meanwhile
                article, analysis = self.article(number), self.analysis(number)
                if analysis is not None:
                    self.take_review(article, reviewing.review(article, analysis, store))

    def _purge(self, connection: sqlite3.Connection, at: datetime) -> None:
        """Remove for good what was deleted long ago."""
        if numbers := articles.outdated(connection, at):
            articles.purge(connection, numbers)
