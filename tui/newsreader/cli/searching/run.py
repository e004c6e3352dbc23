"""Does what `newsreader search` was asked for."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from newsreader.article.model import Span
from newsreader.cli.output import data_output
from newsreader.cli.searching import printing
from newsreader.cli.session import UsageError
from newsreader.errors import StoreError
from newsreader.library.library import Library
from newsreader.library.model import EVERY_KIND, Hit, HitKind, Hits, Order
from newsreader.settings import paths

if TYPE_CHECKING:
    from newsreader.cli.filters import Wanted
    from newsreader.cli.session import Session
    from newsreader.library.model import Filters, Kept

ALL = 1_000_000
"""hits of a kind when all are wanted"""


@dataclass(frozen=True)
class Options:
    """What was asked for.

    Attributes:
        query: as typed; with an empty one, the articles are listed.
        kinds: in what to search.
        wanted: in which articles.
        limit: how many of each kind at most.
        latest: whether the latest come first.
        as_json: JSON rather than text.
        as_csv: CSV rather than text.
    """

    query: str
    kinds: frozenset[HitKind]
    wanted: Wanted
    limit: int
    latest: bool
    as_json: bool
    as_csv: bool

    @classmethod
    def understood(
        cls, *, query: str, kinds: str, wanted: Wanted, limit: int, latest: bool, as_json: bool, as_csv: bool
    ) -> Self:
        """The options of a call.

        Raises:
            UsageError: if the call cannot be meant.
        """
        if as_json and as_csv:
            raise UsageError("cli.search.one_form")
        if limit < 0:
            raise UsageError("cli.search.limit")
        known = {kind.value.removesuffix("s"): kind for kind in HitKind}
        named = [one.strip().lower() for one in kinds.split(",") if one.strip()]
        for one in named:
            if one.removesuffix("s") not in known:
                plural = ", ".join(f"{name}s" if kind is not HitKind.EARLIER else name for name, kind in known.items())
                raise UsageError("cli.search.no_kind", kind=one, known=plural)
        chosen = frozenset(known[one.removesuffix("s")] for one in named) or EVERY_KIND
        return cls(query.strip(), chosen, wanted, limit or ALL, latest, as_json, as_csv)


def run(options: Options, session: Session) -> int:
    """Search, and print what was found.

    Returns:
        The exit status.

    Raises:
        NewsreaderError: if the library cannot be read, or somebody is not to be found by his name.
    """
    path = paths.library_file()
    if not path.exists():
        options.wanted.filters(None)
        session.tell(session.phrases("cli.search.no_library"))
        _print(options, Hits(total=dict.fromkeys(sorted(options.kinds), 0)), session)
        return 0
    with Library(path) as library:
        _take_notes(library, session)
        filters = options.wanted.filters(library)
        hits = _found(options, library, filters, session)
        for notice in library.notices:
            session.tell(session.phrases.say(notice))
    _print(options, hits, session)
    return 0


def _found(options: Options, library: Library, filters: Filters, session: Session) -> Hits:
    if options.query:
        if library.catch_up(0):
            session.inform(session.phrases("cli.search.catching_up"))
            library.catch_up()
        return library.search(options.query, filters, options.limit, options.kinds, latest=options.latest)
    listed = library.articles(filters, Order.PUBLISHED, limit=options.limit)
    return Hits(tuple(map(_as_hit, listed)), {HitKind.ARTICLE: library.count(filters)})


def _as_hit(kept: Kept) -> Hit:
    """An article of a list, in which nothing was sought."""
    return Hit(HitKind.ARTICLE, kept, kept.version, Span(0, 0), "", "", "")


def _take_notes(library: Library, session: Session) -> None:
    """Bring the index of notes up to date; where that fails, what is there is searched."""
    if not session.store_file.exists():
        return
    from newsreader.annotations.store.store import Store

    try:
        with closing(Store(session.store_file)) as store:
            library.take_notes(store)
    except StoreError as error:
        if error.key != "library.read_only":
            session.tell(session.phrases.say(error))


def _print(options: Options, hits: Hits, session: Session) -> None:
    if options.as_json:
        with data_output() as file:
            printing.as_json(options.query, hits, file)
    elif options.as_csv:
        with data_output() as file:
            printing.as_csv(hits, file)
    else:
        printing.as_text(hits, session.phrases)
