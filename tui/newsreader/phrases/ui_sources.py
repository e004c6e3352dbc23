"""Phrases of the room `ui` for what is fetched, and for feeds."""

from __future__ import annotations

DE: dict[str, str] = {
    "ui.fetch.begun": "lädt …",
    "ui.fetch.waiting": "lädt …  {seconds} s",
    "ui.fetch.cancel": "Esc bricht ab",
    "ui.fetch.cancelled": "Abgebrochen.",
    "ui.fetch.broke": "Das Laden ist gescheitert ({reason}).",
    "ui.fetch.retry": "r noch einmal",
    "ui.fetch.browse": "o im Browser öffnen",
    "ui.fetch.back": "Esc zurück",
    "ui.fetch.quit": "q beendet",
    "ui.feed.articles.one": "1 Artikel",
    "ui.feed.articles.other": "{n} Artikel",
    "ui.feed.open": "Enter liest",
    "ui.feed.reload": "r neu laden",
    "ui.feed.time": "%d.%m. %H:%M",
    "ui.say.no_list": "Dieser Artikel steht in keinem Feed.",
}

EN: dict[str, str] = {
    "ui.fetch.begun": "loading …",
    "ui.fetch.waiting": "loading …  {seconds} s",
    "ui.fetch.cancel": "Esc cancels",
    "ui.fetch.cancelled": "Cancelled.",
    "ui.fetch.broke": "Loading has failed ({reason}).",
    "ui.fetch.retry": "r try again",
    "ui.fetch.browse": "o open in the browser",
    "ui.fetch.back": "Esc back",
    "ui.fetch.quit": "q quit",
    "ui.feed.articles.one": "1 article",
    "ui.feed.articles.other": "{n} articles",
    "ui.feed.open": "Enter reads",
    "ui.feed.reload": "r reload",
    "ui.feed.time": "%d %b %H:%M",
    "ui.say.no_list": "This article is in no feed.",
}
