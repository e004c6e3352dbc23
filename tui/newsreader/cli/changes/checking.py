"""Looks whether kept pages have changed meanwhile, and prints which have."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.article.cancelling import Cancellation
from newsreader.article.fetching.cache import PageCache
from newsreader.article.fetching.fetcher import Fetcher
from newsreader.article.shown import shown
from newsreader.cli.changes.run import analysed
from newsreader.cli.output import data_output
from newsreader.cli.plain import plain
from newsreader.cli.progress import Progress
from newsreader.cli.session import FAILURE, UsageError
from newsreader.errors import NewsreaderError, SourceError
from newsreader.library.changes.comparing import compare
from newsreader.library.changes.document import to_json
from newsreader.library.changes.telling import summary, when
from newsreader.library.library import Library
from newsreader.library.looking.pages import Outcome, Pages, is_page
from newsreader.library.looking.round import Round
from newsreader.settings import paths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.cli.changes.run import Options
    from newsreader.cli.filters import Wanted
    from newsreader.cli.session import Session
    from newsreader.library.looking.pages import Look
    from newsreader.library.looking.round import Tally
    from newsreader.library.model import Kept

TROUBLE = (Outcome.GONE, Outcome.CUT, Outcome.FAILED)
"""what is told beside what has changed"""


def check(sources: Sequence[str], wanted: Wanted, options: Options, session: Session) -> int:
    """Look whether pages have changed.

    Args:
        sources: paths or addresses of kept articles; none for all that the filters let through.
        wanted: the filters.
        options: how it is told, and whether new versions are kept.
        session: the run of the command.

    Returns:
        The exit status: 1 if a page could not be had.

    Raises:
        NewsreaderError: if an article is not kept, or the library cannot be read or written.
    """
    if options.listing or options.old or options.new:
        raise UsageError("cli.check.both")
    if not paths.library_file().exists():
        wanted.filters(None)
        if sources:
            raise SourceError("cli.check.not_kept", source=shown(sources[0]))
        session.tell(session.phrases("cli.check.no_library"))
        return 0
    with Library(paths.library_file()) as library:
        for notice in library.notices:
            session.tell(session.phrases.say(notice))
        articles = [_meant(library, source) for source in sources]
        if not sources:
            articles = [kept for kept in library.articles(wanted.filters(library)) if is_page(kept)]
        looking = _Looking(library, options, session)
        try:
            looking.run(articles)
        finally:
            # Also of a round that was interrupted one learns what it has found.
            tally = looking.tally()
            _print_json(tally, session) if options.as_json else _print(tally, session)
    return FAILURE if tally.of(Outcome.FAILED) else 0


def _meant(library: Library, source: str) -> Kept:
    kept = library.find(source)
    if kept is None:
        raise SourceError("cli.check.not_kept", source=shown(source))
    if not is_page(kept):
        raise SourceError("cli.check.no_page", source=shown(source))
    return kept


class _Looking:
    """A round with its progress on the screen, after which the statements of what has changed are compared, too."""

    def __init__(self, library: Library, options: Options, session: Session) -> None:
        self._library = library
        self._options = options
        self._session = session
        self._cancellation = Cancellation()
        fetcher = Fetcher(PageCache(paths.pages_folder(), writes=options.keep))
        self._bar = Progress(0, session.phrases, session.tell)
        self._round = Round(Pages(library, fetcher, keeps=options.keep), self._cancellation, lambda _: self._bar.step())
        self._with_statements: dict[int, Look] = {}

    def run(self, articles: Sequence[Kept]) -> None:
        """Look at the pages of articles."""
        self._bar = Progress(len(articles), self._session.phrases, self._session.tell)
        self._bar.begin()
        try:
            tally = self._round.run(articles)
        finally:
            self._cancellation.cancel()
            self._bar.clear()
        if self._options.statements:
            # Where something cannot be analysed, its sentences are told still.
            with suppress(NewsreaderError):
                for look in tally.of(Outcome.CHANGED):
                    self._with_statements[look.kept.number] = self._compared(look)

    def tally(self) -> Tally:
        """What has come of it so far."""
        tally = self._round.tally()
        return replace(tally, looks=tuple(self._with_statements.get(one.kept.number, one) for one in tally.looks))

    def _compared(self, look: Look) -> Look:
        assert look.earlier is not None
        assert look.article is not None
        old, new = look.earlier.article, look.article
        before, after = analysed([old, new], self._options.pipeline, keep=self._options.keep)
        if self._options.keep:
            self._library.take_analysis(new, after)
        return replace(look, changes=compare(old, new, before, after))


def _print(tally: Tally, session: Session) -> None:
    phrases = session.phrases
    with data_output() as file:
        for look in tally.of(Outcome.CHANGED):
            assert look.changes is not None
            assert look.earlier is not None
            since = phrases("cli.check.since", when=when(look.earlier.version.last, phrases))
            told = " · ".join((look.kept.source, since, summary(look.changes, phrases)))
            file.write(f"{plain(look.changes.new.title)}\n  {plain(told)}\n")
    parts = [
        phrases.count("ui.check.done", len(tally.looks)),
        phrases.count("ui.check.found", len(tally.of(Outcome.CHANGED))),
    ]
    counts = ((outcome, len(tally.of(outcome))) for outcome in TROUBLE)
    parts += [phrases.count(f"ui.check.{outcome}", number) for outcome, number in counts if number]
    if tally.offline:
        session.tell(phrases("ui.check.offline"))
        return
    for look in (*tally.of(Outcome.GONE), *tally.of(Outcome.FAILED)):
        if look.error is not None:
            session.tell(phrases.say(look.error))
    for look in tally.of(Outcome.CUT):
        session.tell(phrases("cli.check.cut", source=shown(look.kept.source)))
    session.tell(" · ".join(parts))


def _print_json(tally: Tally, session: Session) -> None:
    def named(look: Look) -> dict[str, object]:
        error = None if look.error is None else {"key": look.error.key, "message": session.phrases.say(look.error)}
        return {"article": look.kept.number, "source": look.kept.source, "title": look.kept.title, "error": error}

    def changed(look: Look) -> dict[str, object]:
        assert look.changes is not None
        assert look.earlier is not None
        return {**named(look), "changes": to_json(look.changes, look.earlier.version.last)}

    document: dict[str, object] = {"looked": len(tally.looks), "offline": tally.offline}
    document["changed"] = [changed(look) for look in tally.of(Outcome.CHANGED)]
    document.update({outcome.value: [named(look) for look in tally.of(outcome)] for outcome in TROUBLE})
    with data_output() as file:
        json.dump(document, file, ensure_ascii=False, indent=2)
        file.write("\n")
