"""Phrases for feeds that are subscribed to."""

from __future__ import annotations

DE: dict[str, str] = {
    "feeds.broke": "{path}: An diesem Feed ist newsreader gescheitert ({reason}); die anderen bleiben davon unberührt.",
    "feeds.no_opml": "{path}: Das ist keine Liste von Feeds in OPML; bitte die Datei prüfen.",
    "feeds.empty_opml": "{path}: In dieser Liste steht kein Feed.",
}

EN: dict[str, str] = {
    "feeds.broke": "{path}: newsreader has failed at this feed ({reason}); the others are not touched by that.",
    "feeds.no_opml": "{path}: this is no list of feeds in OPML; please check the file.",
    "feeds.empty_opml": "{path}: there is no feed in this list.",
}
