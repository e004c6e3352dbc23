"""Looking whether the pages of kept articles have changed, at a server that plays them."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.webserver import Answer

from newsreader.article.cancelling import Cancellation
from newsreader.article.fetching.cache import PageCache
from newsreader.article.fetching.fetcher import Fetcher
from newsreader.article.model import Article
from newsreader.article.opening import open_source
from newsreader.errors import FetchError
from newsreader.library.library import Library
from newsreader.library.looking.pages import Look, Outcome, Pages, is_due
from newsreader.library.looking.round import Progress, Round
from newsreader.library.model import Filters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.webserver import Server

    from newsreader.library.model import Kept

HTML = {"Content-Type": "text/html; charset=utf-8"}
YESTERDAY = datetime.now(UTC) - timedelta(days=1)
BODY = "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten. Am Ende stand kein Ergebnis fest. "
SAID = "Die Ministerin nannte das einen Fehler."


def page(more: str = SAID, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body><h1>Haushalt</h1><p>{BODY * 3}</p><p>{more}</p>".encode()


def author(name: str) -> str:
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Haushalt", '
        f'"author": {{"@type": "Person", "name": "{name}"}}}}</script>'
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def fetcher(tmp_path: Path) -> Fetcher:
    return Fetcher(PageCache(tmp_path / "pages"), pause=0.0)


def keep(library: Library, server: Server, fetcher: Fetcher, path: str = "/1") -> Kept:
    """An article that was read yesterday."""
    server.parts.setdefault(path, Answer(page(), headers=HTML))
    article = open_source(server.address(path), fetcher=fetcher)
    assert isinstance(article, Article)
    return library.keep(article, at=YESTERDAY)


def look(library: Library, fetcher: Fetcher, kept: Kept, *, keeps: bool = True) -> Look:
    return Pages(library, fetcher, keeps=keeps).look(kept, Cancellation())


def test_a_page_that_is_the_same(library: Library, server: Server, fetcher: Fetcher) -> None:
    server.parts["/1"] = lambda headers: (
        Answer(status=304) if "if-none-match" in headers else Answer(page(), headers={**HTML, "ETag": '"a"'})
    )
    kept = keep(library, server, fetcher)
    assert is_due(kept, timedelta(hours=1))
    assert look(library, fetcher, kept).outcome is Outcome.SAME
    assert server.asked[-1][1]["if-none-match"] == '"a"'
    again = library.get(kept.number)
    assert again is not None
    assert (again.versions, again.opened, again.has_news) == (1, kept.opened, False)
    assert not is_due(again, timedelta(hours=1))
    assert library.versions(kept.number)[0].last > YESTERDAY


def test_a_page_that_was_edited_silently(library: Library, server: Server, fetcher: Fetcher) -> None:
    kept = keep(library, server, fetcher)
    server.parts["/1"] = Answer(page("Die Ministerin nannte das ein Versehen."), headers=HTML)
    found = look(library, fetcher, kept)
    assert found.outcome is Outcome.CHANGED
    assert found.earlier is not None
    assert found.changes is not None
    assert found.changes.counts.all == 1
    assert SAID in found.earlier.article.text
    assert [one.number for one in library.articles(Filters(changed=True))] == [kept.number]
    assert "ein Versehen" in library.article(kept.number).text
    assert library.versions(kept.number)[0].number == kept.version


def test_another_author_alone_is_a_change(library: Library, server: Server, fetcher: Fetcher) -> None:
    server.parts["/1"] = Answer(page(head=author("Eva Weber")), headers=HTML)
    kept = keep(library, server, fetcher)
    assert kept.authors == ("Eva Weber",)
    server.parts["/1"] = Answer(page(head=author("Max Mahler")), headers=HTML)
    found = look(library, fetcher, kept)
    assert found.outcome is Outcome.CHANGED
    assert found.changes is not None
    assert [(fact.old, fact.new) for fact in found.changes.facts] == [("Eva Weber", "Max Mahler")]


def test_where_nothing_is_kept_nothing_is_written(library: Library, server: Server, fetcher: Fetcher) -> None:
    kept = keep(library, server, fetcher)
    server.parts["/1"] = Answer(page("Die Ministerin nannte das ein Versehen."), headers=HTML)
    assert look(library, fetcher, kept, keeps=False).outcome is Outcome.CHANGED
    assert library.get(kept.number) == kept


def test_a_page_that_is_gone(library: Library, server: Server, fetcher: Fetcher) -> None:
    kept = keep(library, server, fetcher)
    server.parts["/1"] = Answer(b"weg", 404)
    found = look(library, fetcher, kept)
    assert found.outcome is Outcome.GONE
    again = library.get(kept.number)
    assert again is not None
    assert again.versions == 1
    assert not is_due(again, timedelta(hours=1))


def test_what_is_sold_now_does_not_take_the_place_of_the_whole(
    library: Library, server: Server, fetcher: Fetcher
) -> None:
    kept = keep(library, server, fetcher)
    whole = library.article(kept.number).text
    sold = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    body = f"<!doctype html><html><head>{sold}</head><body><h1>Haushalt</h1><p>{BODY}</p>"
    server.parts["/1"] = Answer(body.encode(), headers=HTML)
    assert look(library, fetcher, kept).outcome is Outcome.CUT
    assert library.article(kept.number).text == whole


def test_without_a_server_no_old_page_takes_its_place(library: Library, server: Server, fetcher: Fetcher) -> None:
    kept = keep(library, server, fetcher)
    server.close()
    found = look(library, fetcher, kept)
    assert found.outcome is Outcome.FAILED
    assert found.error is not None


def test_a_host_that_asks_for_patience_gets_it(library: Library, server: Server, fetcher: Fetcher) -> None:
    one, other = keep(library, server, fetcher, "/1"), keep(library, server, fetcher, "/2")
    server.parts["/1"] = Answer(b"", 429, {"Retry-After": "120"})
    pages, before = Pages(library, fetcher), len(server.asked)
    assert pages.look(one, Cancellation()).outcome is Outcome.FAILED
    assert pages.look(other, Cancellation()).outcome is Outcome.FAILED
    assert len(server.asked) == before + 1


def test_what_was_deleted_meanwhile_does_not_come_back(library: Library, server: Server, fetcher: Fetcher) -> None:
    kept = keep(library, server, fetcher)

    def answer(_: dict[str, str]) -> Answer:
        library.delete([kept.number])
        return Answer(page("Ein anderer Satz."), headers=HTML)

    server.parts["/1"] = answer
    look(library, fetcher, kept)
    assert library.count() == 0


def test_an_article_that_a_feed_has_brought_is_not_compared(library: Library, server: Server, fetcher: Fetcher) -> None:
    kept = keep(library, server, fetcher)
    brought = replace(library.article(kept.number), notices=("article.from_feed",))
    kept, asked = library.keep(replace(brought, text=brought.text + "\n")), len(server.asked)
    assert look(library, fetcher, kept).outcome is Outcome.FAILED
    assert len(server.asked) == asked


# Many pages


def test_a_round_looks_at_one_page_of_a_host_at_a_time(library: Library, server: Server, fetcher: Fetcher) -> None:
    articles = [keep(library, server, fetcher, f"/{number}") for number in range(6)]
    file = library.keep(replace(library.article(articles[0].number), source="/nirgends/a.txt"))
    server.parts["/2"] = Answer(page("Ein anderer Satz."), headers=HTML)
    server.parts["/4"] = Answer(b"weg", 404)
    server.most_at_once = 0
    told: list[Progress] = []
    tally = Round(Pages(library, fetcher), Cancellation(), told.append).run([*articles, file])
    assert server.most_at_once == 1
    assert [look.kept.number for look in tally.looks] == [kept.number for kept in articles]
    assert [look.kept for look in tally.of(Outcome.CHANGED)] == [articles[2]]
    assert [look.kept for look in tally.of(Outcome.GONE)] == [articles[4]]
    assert len(tally.of(Outcome.SAME)) == 4
    assert told[-1] == Progress(6, 6, 1)
    assert not tally.offline


def test_a_round_that_is_called_off_keeps_what_it_has(library: Library, server: Server, fetcher: Fetcher) -> None:
    articles = [keep(library, server, fetcher, f"/{number}") for number in range(3)]
    cancellation, hold = Cancellation(), threading.Event()
    server.parts["/1"] = Answer(page(), headers=HTML, hold=hold)

    def told(progress: Progress) -> None:
        if progress.done == 1:
            cancellation.cancel()

    tally = Round(Pages(library, fetcher), cancellation, told).run(articles)
    hold.set()
    assert tally.cancelled
    assert [look.outcome for look in tally.looks] == [Outcome.SAME]
    with pytest.raises(FetchError):
        Pages(library, fetcher).look(articles[1], cancellation)


def test_without_a_network_no_page_is_said_to_be_broken(library: Library, server: Server, tmp_path: Path) -> None:
    articles = [
        library.keep(Article(f"Ein Text von Host {name}.", f"http://{name}.invalid/1"), at=YESTERDAY) for name in "ab"
    ]
    tally = Round(Pages(library, Fetcher(pause=0.0)), Cancellation()).run(articles)
    assert tally.offline
    assert len(tally.of(Outcome.FAILED)) == 2
