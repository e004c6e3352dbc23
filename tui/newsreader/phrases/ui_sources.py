"""Phrases of the room `ui` for what is fetched, and for feeds."""

from __future__ import annotations

DE: dict[str, str] = {
    "ui.fetch.begun": "lädt …",
    "ui.fetch.waiting": "lädt …  {seconds} s",
    "ui.fetch.cancel": "bricht ab",
    "ui.fetch.cancelled": "Abgebrochen.",
    "ui.fetch.broke": "Das Laden ist gescheitert ({reason}).",
    "ui.fetch.retry": "noch einmal",
    "ui.fetch.browse": "im Browser öffnen",
    "ui.fetch.library": "Bibliothek",
    "ui.feed.articles.one": "1 Artikel",
    "ui.feed.articles.other": "{n} Artikel",
    "ui.feed.open": "lesen",
    "ui.feed.reload": "neu laden",
    "ui.feed.browse": "Browser",
    "ui.feed.filter": "Artikel, die … enthalten",
    "ui.feed.time": "%d.%m. %H:%M",
    "ui.standing.again": "{key} liest die Quelle neu.",
    "ui.say.no_list": "Dieser Artikel ist aus keiner Liste geöffnet.",
}

EN: dict[str, str] = {
    "ui.fetch.begun": "loading …",
    "ui.fetch.waiting": "loading …  {seconds} s",
    "ui.fetch.cancel": "cancels",
    "ui.fetch.cancelled": "Cancelled.",
    "ui.fetch.broke": "Loading has failed ({reason}).",
    "ui.fetch.retry": "try again",
    "ui.fetch.browse": "open in the browser",
    "ui.fetch.library": "library",
    "ui.feed.articles.one": "1 article",
    "ui.feed.articles.other": "{n} articles",
    "ui.feed.open": "read",
    "ui.feed.reload": "reload",
    "ui.feed.browse": "browser",
    "ui.feed.filter": "Articles that hold …",
    "ui.feed.time": "%d %b %H:%M",
    "ui.standing.again": "{key} reads its source again.",
    "ui.say.no_list": "This article was opened from no list.",
}
