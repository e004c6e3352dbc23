"""Invented pages for the tests of what is read from single parts of a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsreader.article.readers.html import page

if TYPE_CHECKING:
    from newsreader.article import Article

LONG = "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten und am Ende nichts beschlossen. "
TEXT = f"<p>{LONG * 2}</p><p>{LONG}</p>"


def page_of(body: str = TEXT, *, head: str = "", window: str = "") -> Article:
    """The article of a page with a body, further elements of its head, and the title of its window."""
    html = f"<!doctype html><html lang=de><head><title>{window}</title>{head}</head><body>{body}</body></html>"
    return page.read(html.encode(), "seite.html")


def linked_data(**item: object) -> str:
    """A script with an item of JSON-LD, a `NewsArticle` unless it says otherwise."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **item})}</script>'


def meta(**contents: str) -> str:
    """Meta elements by name; "__" stands for ":"."""
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{content}">' for name, content in contents.items()
    )
