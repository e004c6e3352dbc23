"""Does what `newsreader actors` was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from newsreader.analysis.result import ActorKind, StatementKind
from newsreader.cli import periods
from newsreader.cli.actors import printing
from newsreader.cli.actors.analysing import analyse, unanalysed
from newsreader.cli.output import data_output
from newsreader.cli.session import FAILURE, UsageError
from newsreader.errors import StoreError
from newsreader.library.library import Library
from newsreader.library.model import Filters
from newsreader.library.people.choosing import NAMELESS, likeliest, meant
from newsreader.settings import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.cli.session import Session
    from newsreader.library.people.model import Person, Said
    from newsreader.library.people.people import People

SORTS: dict[str, Callable[[Said], tuple[Any, ...]]] = {
    "time": lambda one: (one.when,),
    "source": lambda one: (one.article.publisher or one.article.site, one.when),
    "kind": lambda one: (list(StatementKind).index(one.statement.kind), one.when),
}
"""what statements can be sorted by"""

LISTS: dict[str, Callable[[Person], tuple[Any, ...]]] = {
    "statements": lambda one: (-one.statements, -one.articles),
    "articles": lambda one: (-one.articles, -one.statements),
    "name": lambda one: (one.name.casefold(),),
    "time": lambda one: (-one.last.timestamp(),),
}
"""what actors can be sorted by"""


@dataclass(frozen=True)
class Options:
    """What was asked for.

    Attributes:
        name: whose statements; empty for the list of all.
        filters: which articles.
        kinds: which kinds: of statements with a name, of actors without one; empty for all.
        sort: by what.
        everybody: whether those who say nothing are listed too, and those without a name.
        analyse: whether what is not analysed yet is analysed first.
        pipeline: name of the pipeline for that.
        as_json: JSON rather than text.
        as_csv: CSV rather than text.
    """

    name: str
    filters: Filters
    kinds: frozenset[str]
    sort: str
    everybody: bool
    analyse: bool
    pipeline: str
    as_json: bool
    as_csv: bool

    @classmethod
    def understood(
        cls,
        *,
        name: str,
        since: str,
        until: str,
        source: str,
        kind: str,
        sort: str,
        everybody: bool,
        analyse: bool,
        pipeline: str,
        as_json: bool,
        as_csv: bool,
    ) -> Self:
        """The options of a call.

        Raises:
            UsageError: if the call cannot be meant.
        """
        if as_json and as_csv:
            raise UsageError("cli.actors.one_form")
        known = [one.value for one in (StatementKind if name.strip() else ActorKind)]
        kinds = frozenset(filter(None, (one.strip() for one in kind.split(","))))
        for one in sorted(kinds - set(known)):
            raise UsageError("cli.actors.no_kind", kind=one, known=", ".join(known))
        sorts = tuple(SORTS) if name.strip() else tuple(LISTS)
        if sort and sort not in sorts:
            raise UsageError("cli.actors.no_sort", sort=sort, known=", ".join(sorts))
        filters = Filters(source=source, since=periods.since(since), until=periods.until(until))
        return cls(name.strip(), filters, kinds, sort or sorts[0], everybody, analyse, pipeline, as_json, as_csv)


def run(options: Options, session: Session) -> int:
    """Print the list, or what somebody said.

    Returns:
        The exit status: 1 if nobody is meant, or more than one may be.
    """
    if not paths.library_file().exists():
        session.tell(session.phrases("cli.actors.no_library"))
        if not options.name:
            _print_list(options, (), session)
        return FAILURE if options.name else 0
    with Library(paths.library_file()) as library:
        for notice in library.notices:
            session.tell(session.phrases.say(notice))
        whole = _analyse(library, options, session)
        _take_decisions(library, session)
        if options.name:
            return _one(options, library.people, session) or (0 if whole else FAILURE)
        _print_list(options, _listed(options, library.people), session)
    return 0 if whole else FAILURE


def _analyse(library: Library, options: Options, session: Session) -> bool:
    """Analyse what is not analysed yet if that is wanted, else say how much there is; whether all could be."""
    waiting = unanalysed(library, options.filters)
    if waiting and options.analyse:
        return analyse(library, waiting, options.pipeline, session)
    if waiting:
        session.inform(session.phrases.count("cli.actors.unanalysed", len(waiting)))
    return True


def _take_decisions(library: Library, session: Session) -> None:
    """Let hold what the user has decided in annotations; without them, what was found holds."""
    if not session.store_file.exists():
        return
    from newsreader.annotations.store.store import Store

    try:
        with Store(session.store_file) as store:
            library.take_notes(store)
    except StoreError as error:
        session.tell(session.phrases.say(error))


def _listed(options: Options, people: People) -> list[Person]:
    found = people.listed(options.filters)
    if not options.everybody:
        found = [one for one in found if one.statements and one.kind not in NAMELESS]
    if options.kinds:
        found = [one for one in found if one.kind.value in options.kinds]
    return sorted(found, key=LISTS[options.sort])


def _print_list(options: Options, listed: Sequence[Person], session: Session) -> None:
    with data_output() as file:
        if options.as_json:
            printing.people_json(listed, file)
        elif options.as_csv:
            printing.people_csv(listed, file)
        else:
            printing.people_text(listed, session.phrases, file)


def _one(options: Options, people: People, session: Session) -> int:
    found = meant(options.name, people.listed())
    person = likeliest(found)
    if person is None:
        key = "cli.actors.nobody" if not found else "cli.actors.several"
        session.tell(session.phrases(key, name=options.name))
        printing.choices(found, session)
        return FAILURE
    if len(found) > 1:
        others = ", ".join(str(one.number) for one in found if one is not person)
        session.inform(session.phrases("cli.actors.others", numbers=others))
    kinds = [StatementKind(kind) for kind in options.kinds] if options.kinds else None
    said: list[Said] = sorted(people.said(person.number, options.filters, kinds), key=SORTS[options.sort])
    with data_output() as file:
        if options.as_json:
            printing.said_json(person, said, file)
        elif options.as_csv:
            printing.said_csv(person, said, file)
        else:
            printing.said_text(person, said, session.phrases, file)
    return 0
