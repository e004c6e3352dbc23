"""Phrases for feeds that are subscribed to."""

from __future__ import annotations

DE: dict[str, str] = {
    "feeds.no_opml": "{path}: Das ist keine Liste von Feeds in OPML; bitte die Datei prüfen.",
    "feeds.empty_opml": "{path}: In dieser Liste steht kein Feed.",
}

EN: dict[str, str] = {
    "feeds.no_opml": "{path}: this is no list of feeds in OPML; please check the file.",
    "feeds.empty_opml": "{path}: there is no feed in this list.",
}
