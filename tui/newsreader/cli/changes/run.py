"""Reads two versions, or one and the one that is kept, compares them, and prints what has changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.analysis.info import pipeline_info
from newsreader.article import read
from newsreader.article.shown import shown
from newsreader.article.sources import STANDARD_INPUT
from newsreader.cli.exporting.work import Order, ToDo, Worker
from newsreader.cli.output import data_output
from newsreader.cli.plain import plain
from newsreader.cli.session import UsageError
from newsreader.cli.streams import standard_input
from newsreader.errors import SourceError
from newsreader.library.changes.comparing import compare
from newsreader.library.changes.document import listed_json, to_json
from newsreader.library.changes.telling import summary, when
from newsreader.library.changes.versions import histories, last_kept
from newsreader.library.library import Library
from newsreader.settings import paths

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article
    from newsreader.cli.session import Session
    from newsreader.library.model import KeptVersion

FIRST = {True: "cli.changes.first", False: "cli.changes.first_private"}
"""what is said of a source of which no version is kept, by whether it is kept now"""

WIDTH = 4
"""columns of a version's number"""


@dataclass(frozen=True)
class Options:
    """How changes are told.

    Attributes:
        as_json: as a document rather than for reading.
        statements: whether statements are compared too, for which both versions are analysed.
        pipeline: name of what analyses.
        listing: whether the kept versions are listed.
        old: number of the older version in that list, counted from 1; 0 for none named.
        new: number of the newer version, 0 for the last one.
        keep: whether the version that is read is kept.
    """

    as_json: bool
    statements: bool
    pipeline: str
    listing: bool = False
    old: int = 0
    new: int = 0
    keep: bool = True


def run(sources: Sequence[str], options: Options, session: Session) -> int:
    """Tell what has changed.

    Args:
        sources: the older and the newer version; or a source, which is compared with the version that is kept of it.
        options: how it is told.
        session: the run of the command.

    Returns:
        The exit status.

    Raises:
        NewsreaderError: if a version cannot be read or analysed.
    """
    of_kept = options.listing or options.old or options.new
    if not 1 <= len(sources) <= 2 or (of_kept and len(sources) != 1):
        raise UsageError("cli.changes.sources")
    if list(sources) == [STANDARD_INPUT]:
        raise UsageError("cli.changes.standard_input")
    teller = Teller(options, session)
    if len(sources) == 2:
        old, new = (read(source, stdin=standard_input()) for source in sources)
        teller.tell(old, new, f"{shown(old.source)} → {shown(new.source)}")
        return 0
    if not options.keep and not paths.library_file().exists():
        # Looking for what is kept would make the file.
        if of_kept:
            raise SourceError("cli.changes.not_kept", source=shown(sources[0]))
        teller.say_first(sources[0])
        return 0
    with Library(paths.library_file()) as library:
        for notice in library.notices:
            session.tell(session.phrases.say(notice))
        if of_kept:
            versions = _versions(library, sources[0])
            teller.list(library, versions) if options.listing else teller.pick(library, versions)
        else:
            teller.look(library, sources[0])
    return 0


def _versions(library: Library, source: str) -> list[KeptVersion]:
    kept = None if source == STANDARD_INPUT else library.find(source)
    if kept is None:
        raise SourceError("cli.changes.not_kept", source=shown(source))
    return library.versions(kept.number)


class Teller:
    """Compares versions and prints what has changed.

    Args:
        options: how it is told.
        session: the run of the command.
    """

    def __init__(self, options: Options, session: Session) -> None:
        self._options = options
        self._session = session
        self._phrases = session.phrases

    def look(self, library: Library, source: str) -> None:
        """Read a source again, keep it as it is now, and tell what has changed since it was seen last."""
        article = read(source, stdin=standard_input())
        before = last_kept(library, article)
        analysis = None
        if before is None:
            self._say(article, FIRST[self._options.keep])
        elif before.version.is_of(article):
            self._say(article, "cli.changes.none", since=before.version.last)
        else:
            since = when(before.version.last, self._phrases)
            title = self._phrases("cli.changes.since", source=shown(source), when=since)
            analysis = self.tell(before.article, article, title, since=before.version.last)
        if self._options.keep:
            library.keep(article, analysis, opened=False)

    def say_first(self, source: str) -> None:
        """Read a source of which nothing is or will be kept."""
        self._say(read(source, stdin=standard_input()), FIRST[False])

    def pick(self, library: Library, versions: Sequence[KeptVersion]) -> None:
        """Compare two of the kept versions."""
        if len(versions) == 1:
            raise SourceError("cli.changes.only_one")
        old, new = self._options.old or len(versions) - 1, self._options.new or len(versions)
        if not (1 <= old <= len(versions) and 1 <= new <= len(versions)):
            raise UsageError("cli.changes.no_such_version", number=len(versions))
        one, other = versions[old - 1], versions[new - 1]
        before, after = (library.article(one.article, one.number) for one in (one, other))
        moments = (when(one.first, self._phrases) for one in (one, other))
        self.tell(before, after, f"{shown(after.source)}: {' → '.join(moments)}", since=one.last)

    def list(self, library: Library, versions: Sequence[KeptVersion]) -> None:
        """List the kept versions with what came with each."""
        found = zip(versions, histories(library, versions), strict=True)
        with data_output() as file:
            if self._options.as_json:
                json.dump([listed_json(*one) for one in found], file, ensure_ascii=False, indent=2)
                file.write("\n")
                return
            for number, (version, changes) in enumerate(found, 1):
                what = self._phrases("changes.first") if changes is None else summary(changes, self._phrases)
                first, last = (when(moment, self._phrases) for moment in (version.first, version.last))
                file.write(f"{number:>{WIDTH}}  {first}{f' – {last}' if last != first else ''}  {what}\n")

    def tell(self, old: Article, new: Article, title: str, *, since: datetime | None = None) -> Analysis | None:
        """Compare two versions and print what has changed.

        Returns:
            The analysis of the newer version, None if only the text is compared.
        """
        before = after = None
        if self._options.statements:
            before, after = analysed([old, new], self._options.pipeline, keep=self._options.keep)
        changes = compare(old, new, before, after)
        if self._options.as_json:
            with data_output() as file:
                json.dump(to_json(changes, since), file, ensure_ascii=False, indent=2)
                file.write("\n")
        else:
            from newsreader.cli.changes.printing import show

            show(changes, title, self._phrases)
        return after

    def _say(self, article: Article, key: str, *, since: datetime | None = None) -> None:
        """That there is nothing to compare, or nothing has changed."""
        with data_output() as file:
            if self._options.as_json:
                document = to_json(compare(article, article), since)
                json.dump(document if since else {**document, "old": None}, file, ensure_ascii=False, indent=2)
            else:
                values = {"when": when(since, self._phrases)} if since else {}
                file.write(plain(self._phrases(key, source=shown(article.source), **values)))
            file.write("\n")


def analysed(articles: Sequence[Article], pipeline: str, *, keep: bool) -> list[Analysis]:
    """The analyses of articles by one pipeline, the kept ones if they are by that one.

    Raises:
        NewsreaderError: if one cannot be analysed.
    """
    worker = Worker(Order(pipeline, pipeline_info(pipeline), words=False, keep=keep))
    found: list[Analysis] = []
    for result in worker.work(ToDo(articles)):
        if result.error is not None:
            raise result.error
        assert result.analysis is not None
        found.append(result.analysis)
    return found
