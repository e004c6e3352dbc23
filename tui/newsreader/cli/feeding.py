"""What the commands under `newsreader feeds` do."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.article.cancelling import Cancellation
from newsreader.article.sources import STANDARD_INPUT
from newsreader.cli.output import data_output
from newsreader.cli.plain import plain
from newsreader.cli.progress import Progress
from newsreader.cli.session import FAILURE
from newsreader.cli.streams import standard_input
from newsreader.errors import FeedError, NewsreaderError
from newsreader.export.drafts import write_whole
from newsreader.library.feeds import opml
from newsreader.library.feeds.finding import find, whole
from newsreader.library.feeds.refreshing import Refresh
from newsreader.library.library import Library
from newsreader.settings import paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.article.fetching.fetcher import Fetcher
    from newsreader.cli.session import Session
    from newsreader.library.feeds.feeds import Feeds
    from newsreader.library.feeds.model import Subscription
    from newsreader.library.feeds.refreshing import Progress as Step


def show(session: Session, *, as_json: bool) -> int:
    """List the subscriptions, folder by folder, with how much of each is unread and what is wrong with it."""
    with _feeds(session) as feeds:
        listed = feeds.listed()
    if as_json:
        _print_json([_row(one, session) for one in listed])
        return 0
    if not listed:
        session.inform(session.phrases("cli.feeds.none"))
    width = max((len(str(one.unread)) for one in listed), default=1)
    before: tuple[str, ...] = ()
    for one in listed:
        if one.folder != before:
            print(plain(f"{opml.folder_line(one.folder)}:"))
            before = one.folder
        named = one.address if one.title == one.address else f"{one.title}  {one.address}"
        print(plain(f"{one.unread:>{width + 2}}  {named}"))
        if one.failure is not None:
            print(plain(f"{'':>{width + 4}}! {_sentence(one, session)}"))
    return 0


def add(session: Session, address: str, *, name: str, folder: str, as_json: bool) -> int:
    """Subscribe to the feed of an address, and take what is in it.

    Raises:
        NewsreaderError: if there is none, or it cannot be had.
    """
    found = find(address, _fetcher(session))
    with _feeds(session) as feeds:
        one, new = feeds.add(found.address, name=name, site=found.feed.link, folder=opml.folder_of(folder))
        feeds.take(one.number, found.feed, None)
        one = feeds.get(one.number) or one
    if as_json:
        _print_json(_row(one, session))
    else:
        key = "cli.feeds.added" if new else "cli.feeds.known"
        print(plain(session.phrases.count(key, one.entries, title=one.title, address=one.address)))
    return 0


def remove(session: Session, wanted: str) -> int:
    """Unsubscribe.

    Raises:
        FeedError: if there is no such subscription.
    """
    with _feeds(session) as feeds:
        [one] = _meant(feeds, [wanted])
        feeds.remove(one.number)
    print(plain(session.phrases("cli.feeds.removed", title=one.title, address=one.address)))
    return 0


def refresh(session: Session, wanted: Sequence[str], *, articles: int | None, as_json: bool) -> int:
    """Bring feeds up to date, all that may be asked if none are named.

    Returns:
        The exit status: 1 if one could not be had.
    """
    offline = session.config.feed_articles if articles is None else articles
    if not session.keeps:
        offline = 0
    cancellation = Cancellation()
    with _feeds(session) as feeds:
        now = datetime.now(UTC)
        chosen = _meant(feeds, wanted) if wanted else [one for one in feeds.listed() if one.is_due(now)]
        bar = Progress(len(chosen), session.phrases, session.tell)
        try:
            refresh = Refresh(feeds, _fetcher(session), offline=offline, told=_Bar(bar), cancellation=cancellation)
            tally = refresh.run(chosen)
        finally:
            cancellation.cancel()
            bar.clear()
    if as_json:
        failed = [{"address": one.address, **_error(error, session)} for one, error in tally.failed]
        _print_json({"feeds": tally.refreshed, "new": tally.new, "articles": tally.kept, "failed": failed})
    else:
        count = session.phrases.count
        told = [count("cli.feeds.fetched", tally.refreshed), count("cli.feeds.new", tally.new)]
        told += [count("cli.feeds.loaded", tally.kept)] if offline else []
        told += [count("cli.feeds.failed", len(tally.failed))] if tally.failed else []
        print(" · ".join(told))
    if tally.offline:
        session.tell(session.phrases("cli.feeds.offline"))
    else:
        for _, error in tally.failed:
            session.tell(session.phrases.say(error))
    return FAILURE if tally.failed else 0


def take_list(session: Session, file: str) -> int:
    """Subscribe to all feeds of a list in OPML.

    Raises:
        FeedError: if it cannot be read, or is none.
    """
    if file == STANDARD_INPUT:
        outlines = opml.parse(standard_input().read(), file)
    else:
        outlines = opml.read(Path(file).expanduser())
    for address in outlines.left_out:
        session.tell(session.phrases("cli.feeds.left_out", address=address))
    with _feeds(session) as feeds:
        new = len(feeds.add_all(outlines.feeds))
    print(session.phrases.count("cli.feeds.imported", new, known=len(outlines.feeds) - new))
    return FAILURE if outlines.left_out else 0


def give_list(session: Session, file: str, *, force: bool) -> int:
    """Write all subscriptions as a list in OPML.

    Raises:
        ExportError: if the file is there already, or cannot be written.
    """
    with _feeds(session) as feeds:
        outlines = feeds.outlines()
    data = opml.dump(outlines, session.phrases("feeds.list_title"), datetime.now(UTC).astimezone())
    if file == STANDARD_INPUT:
        with data_output() as output:
            output.write(data.decode())
        return 0
    write_whole(Path(file).expanduser(), data, force=force)
    session.inform(session.phrases.count("cli.feeds.exported", len(outlines), path=file))
    return 0


class _Bar:
    """Shows a refresh on the bar: each feed and each article is one step."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._articles = 0

    def __call__(self, step: Step) -> None:
        if step.articles_total > self._articles:
            self._bar.more(step.articles_total - self._articles)
            self._articles = step.articles_total
        self._bar.step()


@contextmanager
def _feeds(session: Session) -> Iterator[Feeds]:
    with Library(paths.library_file()) as library:
        for notice in library.notices:
            session.tell(session.phrases.say(notice))
        yield library.feeds


def _fetcher(session: Session) -> Fetcher:
    from newsreader.article.fetching.cache import PageCache
    from newsreader.article.fetching.fetcher import Fetcher

    return Fetcher(PageCache(paths.pages_folder(), writes=session.keeps))


def _meant(feeds: Feeds, wanted: Sequence[str]) -> list[Subscription]:
    """The subscriptions of addresses or titles.

    Raises:
        FeedError: if there is no such one, or several have that title.
    """
    listed = feeds.listed()
    found = []
    for words in wanted:
        same = [one for one in listed if one.address == words] or _at(words, listed)
        same = same or [one for one in listed if one.title.casefold() == words.strip().casefold()]
        if len(same) != 1:
            raise FeedError("feeds.several" if same else "feeds.not_subscribed", path=plain(words))
        found += same
    return list(dict.fromkeys(found))


def _at(words: str, listed: Sequence[Subscription]) -> list[Subscription]:
    try:
        address = whole(words)
    except NewsreaderError:
        return []
    return [one for one in listed if address in (one.address, one.site)]


def _sentence(one: Subscription, session: Session) -> str:
    """What is wrong with a feed, and since when."""
    assert one.failure is not None
    since = one.failure.since.astimezone().strftime(session.phrases("feeds.time"))
    return session.phrases("feeds.since", since=since, error=session.phrases.say(one.failure.error))


def _row(one: Subscription, session: Session) -> dict[str, object]:
    failure = one.failure
    return {
        "address": one.address,
        "title": one.title,
        "site": one.site,
        "folder": list(one.folder),
        "entries": one.entries,
        "unread": one.unread,
        "added": one.added.isoformat(),
        "fetched": None if one.fetched is None else one.fetched.isoformat(),
        "error": None if failure is None else {**_error(failure.error, session), "since": failure.since.isoformat()},
    }


def _error(error: NewsreaderError, session: Session) -> dict[str, object]:
    return {"key": error.key, "message": session.phrases.say(error)}


def _print_json(data: object) -> None:
    with data_output() as output:
        json.dump(data, output, ensure_ascii=False, indent=2)
        output.write("\n")
