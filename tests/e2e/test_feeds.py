"""Feeds in a real terminal: subscribed to, read, and read once more without a network."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.webserver import Answer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.webserver import Server

Start = Callable[..., Any]

TEXT = "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten und am Ende nichts beschlossen. "
HTML = {"Content-Type": "text/html; charset=utf-8"}


def page(title: str) -> bytes:
    return f"<!doctype html><html><body><h1>{title}</h1><p>{TEXT * 3}</p></body></html>".encode()


def rss(server: Server, *names: str) -> bytes:
    items = "".join(
        f"<item><title>Meldung {name}</title><link>{server.address(f'/{name}')}</link></item>" for name in names
    )
    return f"<rss><channel><title>Der \x1bBote</title>{items}</channel></rss>".encode()


def test_fetching_is_interrupted(start: Start, server: Server, program: str, tmp_path: Path) -> None:
    hold = threading.Event()
    for number in range(3):
        server.parts[f"/{number}"] = Answer(rss(server, "eins"), hold=hold)
    rows = "".join(f"<outline text='{number}' xmlUrl='{server.address(f'/{number}')}'/>" for number in range(3))
    (tmp_path / "abos.opml").write_text(f"<opml><body>{rows}</body></opml>")
    subprocess.run([program, "feeds", "import", str(tmp_path / "abos.opml")], check=True, timeout=60)
    terminal = start("feeds", "refresh")
    while not server.asked:
        terminal.settle(0.1)
    terminal.press("\x03")
    assert terminal.finish() == 130
    hold.set()
    assert len(server.asked) == 1


def test_leaving_while_feeds_are_fetched(start: Start, server: Server, program: str) -> None:
    hold = threading.Event()
    server.parts["/feed"] = Answer(rss(server, "eins"))
    subprocess.run([program, "feeds", "add", server.address("/feed")], check=True, timeout=60)
    server.parts["/feed"] = Answer(rss(server, "eins"), hold=hold)
    terminal = start()
    terminal.until("NATO")
    terminal.press("F")
    terminal.until("1 unread")
    terminal.press("R")
    terminal.until("fetching 0/1")
    server.parts["/anders"] = Answer(rss(server, "eins"), hold=hold)
    terminal.press("a")
    terminal.until("Address")
    terminal.press(server.address("/anders") + "\r")
    terminal.until("looking for the feed")
    terminal.press("q")
    assert terminal.finish() == 0
    hold.set()


def test_subscribed_read_and_read_without_a_network(start: Start, server: Server, program: str) -> None:
    for name in ("eins", "zwei"):
        server.parts[f"/{name}"] = Answer(page(f"Artikel {name}"), headers=HTML)
    server.parts["/feed"] = Answer(rss(server, "eins", "zwei"))
    terminal = start(rows=24, columns=80)
    terminal.until("NATO")
    terminal.press("F")
    terminal.until("No subscriptions yet")
    terminal.press("a")
    terminal.until("Address")
    terminal.press(server.address("/feed") + "\r")
    terminal.until("2 unread")
    terminal.press("\r")
    terminal.until("Meldung zwei")
    terminal.press("\r")
    terminal.until("Artikel eins")
    terminal.press("\x7f")
    terminal.until("1 unread")
    terminal.press("q")
    assert terminal.finish() == 0

    refreshed = subprocess.run(
        [program, "feeds", "refresh", "--articles", "5"], capture_output=True, text=True, timeout=60, check=False
    )
    assert refreshed.returncode == 0, refreshed.stderr
    assert "1 article loaded" in refreshed.stdout
    server.parts.clear()
    again = start(rows=24, columns=80)
    again.until("Artikel eins")
    again.press("U")
    again.until("Artikel zwei")
    again.press("U")
    again.until("Nothing unread")
    again.press("q")
    assert again.finish() == 0
