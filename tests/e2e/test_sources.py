"""Addresses and feeds in a real terminal, fetched from a server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.webserver import Answer

if TYPE_CHECKING:
    from tests.webserver import Server

Start = Callable[..., Any]

TEXT = "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten und am Ende nichts beschlossen. "
HTML = {"Content-Type": "text/html; charset=utf-8"}


def page(title: str) -> bytes:
    return f"<!doctype html><html><body><h1>{title}</h1><p>{TEXT * 3}</p></body></html>".encode()


def test_an_address_is_read_and_comes_back_at_the_next_start(start: Start, server: Server) -> None:
    hold = threading.Event()
    server.parts["/a"] = Answer(page("Haushalt ohne Beschluss"), headers=HTML, hold=hold)
    terminal = start(server.address("/a"))
    terminal.until("loading")
    hold.set()
    terminal.until("Haushalt ohne Beschluss")
    terminal.press("q")
    assert terminal.finish() == 0
    again = start()
    again.until("Haushalt ohne Beschluss")
    again.press("q")
    assert again.finish() == 0


def test_leaving_waits_for_no_server(start: Start, server: Server) -> None:
    hold = threading.Event()
    server.parts["/a"] = Answer(page("Zu spät"), headers=HTML, hold=hold)
    terminal = start(server.address("/a"))
    terminal.until("loading")
    terminal.press("q")
    assert terminal.finish() == 0
    hold.set()


def test_a_feed_is_a_list_to_choose_from(start: Start, server: Server) -> None:
    server.parts["/zwei"] = Answer(page("Zweiter Artikel"), headers=HTML)
    items = "".join(
        f"<item><title>Meldung {name}</title><link>{server.address(f'/{name}')}</link></item>"
        for name in ("eins", "zwei")
    )
    server.parts["/feed"] = Answer(f"<rss><channel><title>Der Bote</title>{items}</channel></rss>".encode())
    terminal = start(server.address("/feed"))
    terminal.until("Meldung eins")
    terminal.press("j")
    terminal.press("\r")
    terminal.until("Zweiter Artikel")
    terminal.press("\x7f")
    terminal.until("Meldung eins")
    terminal.press("k")
    terminal.press("\r")
    terminal.until("404")
    terminal.press("q")
    assert terminal.finish() == 0
