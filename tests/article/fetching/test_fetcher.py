"""Fetching from a server that redirects, compresses, dawdles, refuses, breaks off."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest
from tests.webserver import Answer, Server

from newsreader.article import Article, read
from newsreader.article.cancelling import Cancellation
from newsreader.article.feeds import Feed
from newsreader.article.fetching.cache import PageCache
from newsreader.article.fetching.fetcher import Fetcher, Limits
from newsreader.article.opening import open_source
from newsreader.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten und am Ende nichts beschlossen. " * 3
PAGE = f"<!doctype html><html><head><title>Kein Beschluss</title></head><body><h1>Kein Beschluss im Ausschuss</h1><p>{TEXT}</p></body></html>"
HTML = {"Content-Type": "text/html; charset=utf-8"}
QUICK = Limits(largest=300_000, connect=1, read=0.5, whole=2)


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(limits=QUICK, pause=0)


def error_of(address: str, fetcher: Fetcher) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(address)
    return caught.value


def test_page_becomes_an_article(server: Server, fetcher: Fetcher) -> None:
    server.parts["/a"] = Answer(PAGE.encode(), headers=HTML)
    article = read(server.address("/a"), fetcher=fetcher)
    assert article.title == "Kein Beschluss im Ausschuss"
    assert article.url == article.source == server.address("/a")
    headers = server.asked[0][1]
    assert headers["user-agent"].startswith("newsreader/")
    assert "cookie" not in headers


def test_redirects_are_followed(server: Server, fetcher: Fetcher) -> None:
    server.parts["/a"] = Answer(status=301, headers={"Location": "/b?x=1"})
    server.parts["/b?x=1"] = Answer(status=307, headers={"Location": server.address("/c#teil")})
    server.parts["/c"] = Answer(PAGE.encode(), headers=HTML)
    fetched = fetcher.fetch(server.address("/a"))
    assert fetched.address == server.address("/c")
    assert read(server.address("/a"), fetcher=fetcher).source == server.address("/a")


@pytest.mark.parametrize(
    ("statuses", "moved"), [((301, 308), "/2"), ((302, 301), None), ((301, 307), "/1"), ((), None), ((303,), None)]
)
def test_what_has_moved_for_good(
    server: Server, fetcher: Fetcher, statuses: tuple[int, ...], moved: str | None
) -> None:
    for number, status in enumerate(statuses):
        server.parts[f"/{number}"] = Answer(status=status, headers={"Location": f"/{number + 1}"})
    server.parts[f"/{len(statuses)}"] = Answer(PAGE.encode(), headers=HTML)
    assert fetcher.fetch(server.address("/0")).moved == (server.address(moved) if moved else None)


def test_endless_redirects(server: Server, fetcher: Fetcher) -> None:
    server.parts["/a"] = Answer(status=302, headers={"Location": "/a"})
    assert error_of(server.address("/a"), fetcher).key == "article.redirects"


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "data:text/html,x"]
)
def test_redirect_out_of_the_web(server: Server, fetcher: Fetcher, target: str) -> None:
    server.parts["/a"] = Answer(status=302, headers={"Location": target})
    assert error_of(server.address("/a"), fetcher).key == "article.bad_redirect"


def test_gzip(server: Server, fetcher: Fetcher) -> None:
    server.parts["/a"] = Answer(gzip.compress(PAGE.encode()), headers=HTML | {"Content-Encoding": "gzip"})
    assert fetcher.fetch(server.address("/a")).data == PAGE.encode()


def test_charset_in_header_and_in_the_page(server: Server, fetcher: Fetcher) -> None:
    server.parts["/a"] = Answer(PAGE.encode("cp1252"), headers={"Content-Type": 'text/html; charset="ISO-8859-1"'})
    page = PAGE.replace("<head>", "<head><meta charset=windows-1252>")
    server.parts["/b"] = Answer(page.encode("cp1252"), headers={"Content-Type": "text/html"})
    for path in ("/a", "/b"):
        assert "über den Haushalt" in read(server.address(path), fetcher=fetcher).text


@pytest.mark.parametrize(
    ("status", "key"),
    [
        (404, "article.http_missing"),
        (410, "article.http_missing"),
        (403, "article.http_forbidden"),
        (402, "article.http_paid"),
        (429, "article.http_too_many"),
        (500, "article.http_server"),
        (418, "article.http_status"),
    ],
)
def test_statuses(server: Server, fetcher: Fetcher, status: int, key: str) -> None:
    server.parts["/a"] = Answer(PAGE.encode(), status, HTML | {"Retry-After": "7"})
    error = error_of(server.address("/a"), fetcher)
    assert error.key == key
    assert str(status) in str(error)
    if status == 429:
        assert "7 s" in str(error)


def test_larger_than_allowed(server: Server, fetcher: Fetcher) -> None:
    sent = []

    def endless() -> Iterator[bytes]:
        for _ in range(5000):
            sent.append(1)
            yield b"<p>" + b"x" * 9_997

    server.parts["/told"] = Answer(b"", headers=HTML | {"Content-Length": "50000000"})
    server.parts["/untold"] = Answer(endless(), headers=HTML)
    server.parts["/bomb"] = Answer(gzip.compress(b"0" * 50_000_000), headers=HTML | {"Content-Encoding": "gzip"})
    for path in ("/told", "/untold", "/bomb"):
        assert error_of(server.address(path), fetcher).key == "article.page_too_large"
    assert len(sent) < 2000


def test_server_that_does_not_answer(server: Server, fetcher: Fetcher) -> None:
    hold = threading.Event()
    server.parts["/a"] = Answer(PAGE.encode(), hold=hold)
    error = error_of(server.address("/a"), fetcher)
    hold.set()
    assert error.key == "article.timeout"
    assert error.retry


def test_server_that_dawdles(server: Server, fetcher: Fetcher) -> None:
    def slowly() -> Iterator[bytes]:
        for _ in range(60):
            time.sleep(0.1)
            yield b"<p>"

    server.parts["/a"] = Answer(slowly(), headers=HTML)
    assert error_of(server.address("/a"), fetcher).key == "article.timeout"


def test_connection_that_breaks_off(server: Server, fetcher: Fetcher) -> None:
    server.parts["/a"] = Answer(b"<p>kurz", headers=HTML | {"Content-Length": "5000"})
    assert error_of(server.address("/a"), fetcher).key == "article.broken_connection"
    server.parts["/b"] = Answer(b"kein gzip", headers=HTML | {"Content-Encoding": "gzip"})
    assert error_of(server.address("/b"), fetcher).key == "article.broken_connection"


def test_nobody_there(fetcher: Fetcher) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert error_of(f"http://127.0.0.1:{port}/", fetcher).key == "article.refused"
    assert error_of("http://gibt-es-nicht.invalid/", fetcher).key == "article.no_host"


def test_no_encryption_where_it_is_asked_for(server: Server, fetcher: Fetcher) -> None:
    assert error_of(f"https://127.0.0.1:{server.port}/", fetcher).key == "article.tls"


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "http://a b/", "https://exa\x1bmple.org/", "http://a:99999999/"]
)
def test_no_addresses(address: str, fetcher: Fetcher) -> None:
    assert error_of(address, fetcher).key == "article.bad_address"


def test_types_that_are_no_article(server: Server, fetcher: Fetcher) -> None:
    server.parts["/bild"] = Answer(b"\x89PNG\r\n\x1a\n", headers={"Content-Type": "image/png"})
    server.parts["/text"] = Answer(TEXT.encode(), headers={"Content-Type": "text/plain"})
    server.parts["/md"] = Answer(f"# Titel\n\n{TEXT}".encode(), headers={"Content-Type": "text/markdown"})
    server.parts["/ohne"] = Answer(PAGE.encode())
    with pytest.raises(FetchError, match="image/png"):
        read(server.address("/bild"), fetcher=fetcher)
    assert read(server.address("/text"), fetcher=fetcher).text == TEXT
    assert read(server.address("/md"), fetcher=fetcher).title == "Titel"
    assert read(server.address("/ohne"), fetcher=fetcher).title == "Kein Beschluss im Ausschuss"


def test_called_off(server: Server) -> None:
    cancellation = Cancellation()

    def slowly() -> Iterator[bytes]:
        for number in range(100):
            if number == 2:
                cancellation.cancel()
            yield b"<p>" * 30_000
            time.sleep(0.02)

    server.parts["/a"] = Answer(slowly(), headers=HTML)
    with pytest.raises(FetchError) as caught:
        Fetcher(pause=0).fetch(server.address("/a"), cancellation)
    assert caught.value.key == "article.cancelled"


def test_unchanged_pages_are_not_sent_again(server: Server, tmp_path: Path) -> None:
    def answer(headers: dict[str, str]) -> Answer:
        if headers.get("if-none-match") == '"1"' and headers.get("if-modified-since"):
            return Answer(status=304)
        return Answer(PAGE.encode(), headers=HTML | {"ETag": '"1"', "Last-Modified": "Tue, 18 Feb 2025 20:40:00 GMT"})

    server.parts["/a"] = answer
    for _ in range(2):
        fetcher = Fetcher(PageCache(tmp_path / "pages"), limits=QUICK, pause=0)
        assert fetcher.fetch(server.address("/a")).data == PAGE.encode()
    assert [bool(headers.get("if-none-match")) for _, headers in server.asked] == [False, True]


def test_what_was_kept_is_read_without_a_network(server: Server, tmp_path: Path) -> None:
    hold = threading.Event()
    server.parts["/a"] = Answer(PAGE.encode(), headers=HTML)
    fetcher = Fetcher(PageCache(tmp_path / "pages"), limits=QUICK, pause=0)
    fetcher.fetch(server.address("/a"))
    server.parts["/a"] = Answer(PAGE.encode(), headers=HTML, hold=hold)
    found = open_source(server.address("/a"), fetcher=fetcher)
    hold.set()
    assert isinstance(found, Article)
    assert found.notices == ("article.kept_page",)


def test_what_must_be_fresh_is_not_taken_from_what_was_kept(server: Server, tmp_path: Path) -> None:
    hold = threading.Event()
    server.parts["/a"] = Answer(PAGE.encode(), headers=HTML)
    fetcher = Fetcher(PageCache(tmp_path / "pages"), limits=QUICK, pause=0)
    fetcher.fetch(server.address("/a"))
    server.parts["/a"] = Answer(PAGE.encode(), headers=HTML, hold=hold)
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(server.address("/a"), fresh=True)
    hold.set()
    assert caught.value.key == "article.timeout"


def test_broken_cache_is_passed_over(server: Server, tmp_path: Path) -> None:
    server.parts["/a"] = Answer(PAGE.encode(), headers=HTML)
    cache = PageCache(tmp_path / "pages")
    fetcher = Fetcher(cache, limits=QUICK, pause=0)
    fetcher.fetch(server.address("/a"))
    [path] = (tmp_path / "pages").iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    assert cache.get(server.address("/a")) is None
    assert fetcher.fetch(server.address("/a")).data == PAGE.encode()


def test_cache_keeps_to_its_limit(server: Server, tmp_path: Path) -> None:
    other = tmp_path / "pages" / "fremd.json"
    other.parent.mkdir()
    other.write_bytes(b"x" * 20_000)
    fetcher = Fetcher(PageCache(tmp_path / "pages", limit=10_000), limits=QUICK, pause=0)
    for number in range(8):
        server.parts[f"/{number}"] = Answer(b"<p>" + b"x" * 3000, headers=HTML)
        fetcher.fetch(server.address(f"/{number}"))
    pages = list((tmp_path / "pages").glob("*.page"))
    assert pages
    assert sum(path.stat().st_size for path in pages) <= 10_000
    assert other.exists()


def test_one_request_at_a_time_to_a_host(server: Server) -> None:
    fetcher = Fetcher(limits=QUICK, pause=0.02)

    def answer(_: dict[str, str]) -> Answer:
        time.sleep(0.03)
        return Answer(PAGE.encode(), headers=HTML)

    for number in range(4):
        server.parts[f"/{number}"] = answer
    threads = [threading.Thread(target=fetcher.fetch, args=(server.address(f"/{number}"),)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(server.asked) == 4
    assert server.most_at_once == 1


def test_passwords_in_addresses_are_not_sent(server: Server, fetcher: Fetcher) -> None:
    server.parts["/a"] = Answer(PAGE.encode(), headers=HTML)
    fetcher.fetch(server.address("/a").replace("//", "//anna:geheim@"))
    assert "authorization" not in server.asked[0][1]


def test_front_page_gives_its_feed(server: Server, fetcher: Fetcher) -> None:
    link = "<link rel=alternate type=application/rss+xml href=/feed>"
    front = PAGE.replace("<head>", f"<head>{link}").encode()
    rss = f"<rss><channel><title>Bote</title><item><title>Eins</title><link>{server.address('/a')}</link></item></channel></rss>"
    server.parts["/"] = Answer(front, headers=HTML)
    server.parts["/ressort"] = Answer(
        f"<html><head>{link}</head><body><a href=/a>Eins</a></body></html>".encode(), headers=HTML
    )
    server.parts["/a"] = Answer(front, headers=HTML)
    assert isinstance(open_source(server.address("/a"), fetcher=fetcher), Article)
    assert isinstance(open_source(server.address("/"), fetcher=fetcher), Article), "there is no feed yet"
    server.parts["/feed"] = Answer(rss.encode())
    for path in ("/", "/ressort"):
        feed = open_source(server.address(path), fetcher=fetcher)
        assert isinstance(feed, Feed)
        assert (feed.source, feed.entries[0].link) == (server.address("/feed"), server.address("/a"))
