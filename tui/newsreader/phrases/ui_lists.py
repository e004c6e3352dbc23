"""Phrases of the room `ui` for screens that are a list."""

from __future__ import annotations

DE: dict[str, str] = {
    "ui.group.lists": "In Listen (Feeds, Bibliothek)",
    "ui.command.open": "Öffnen, was unter dem Cursor steht",
    "ui.command.mark_row": "Zeile markieren",
    "ui.command.mark_all": "Alle Zeilen markieren oder keine",
    "ui.command.reload": "Noch einmal laden",
    "ui.command.only_unread": "Nur Ungelesenes",
    "ui.command.toggle_read": "Als gelesen markieren, oder als ungelesen",
    "ui.command.remove": "Löschen, einen Feed abbestellen",
    "ui.command.leave": "Filter leeren, Markierungen aufheben, zurück",
    "ui.list.filter": "filtern",
    "ui.list.back": "zurück",
    "ui.list.quit": "beenden",
    "ui.list.palette": "Befehl …",
    "ui.list.of": "{n} von {all}",
    "ui.list.marked.one": "1 markiert",
    "ui.list.marked.other": "{n} markiert",
}

EN: dict[str, str] = {
    "ui.group.lists": "In lists (feeds, library)",
    "ui.command.open": "Open what is under the cursor",
    "ui.command.mark_row": "Mark a row",
    "ui.command.mark_all": "Mark all rows, or none",
    "ui.command.reload": "Load again",
    "ui.command.only_unread": "Only what is unread",
    "ui.command.toggle_read": "Mark as read, or as unread",
    "ui.command.remove": "Delete, unsubscribe from a feed",
    "ui.command.leave": "Empty the filter, unmark, back",
    "ui.list.filter": "filter",
    "ui.list.back": "back",
    "ui.list.quit": "quit",
    "ui.list.palette": "Command …",
    "ui.list.of": "{n} of {all}",
    "ui.list.marked.one": "1 marked",
    "ui.list.marked.other": "{n} marked",
}
