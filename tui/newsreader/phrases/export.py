"""Phrases of the room `export`."""

from __future__ import annotations

DE: dict[str, str] = {
    "export.format.json": "ein Dokument mit allem; mehrere Artikel als Liste",
    "export.format.jsonl": "ein Dokument mit allem je Zeile",
    "export.format.csv": "zwei Tabellen: eine Aussage je Zeile, und daneben NAME-entities.csv mit den Namen",
    "export.format.markdown": "die Aussagen nach Akteuren, zum Lesen",
    "export.unknown_format": "Das Format „{format}“ gibt es nicht; es gibt {known}.",
    "export.no_folder": "{path}: Den Ordner {folder} gibt es nicht; bitte erst anlegen.",
    "export.is_folder": "{path}: Das ist ein Ordner; bitte eine Datei nennen.",
    "export.exists": "{path}: Die Datei gibt es schon; mit --force wird sie ersetzt.",
    "export.unwritable": "{path}: Die Datei lässt sich nicht schreiben ({reason}).",
}

EN: dict[str, str] = {
    "export.format.json": "one document with everything; several articles as an array",
    "export.format.jsonl": "one document with everything a line",
    "export.format.csv": "two tables: one statement a row, and beside it NAME-entities.csv with the names",
    "export.format.markdown": "the statements by actor, to be read",
    "export.unknown_format": 'there is no format "{format}"; there are {known}.',
    "export.no_folder": "{path}: there is no folder {folder}; please make it first.",
    "export.is_folder": "{path}: this is a folder; please name a file.",
    "export.exists": "{path}: the file is there already; --force replaces it.",
    "export.unwritable": "{path}: the file cannot be written ({reason}).",
}
