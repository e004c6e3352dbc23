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
    "export.markdown.direct": "direkt",
    "export.markdown.indirect": "indirekt",
    "export.markdown.reported": "berichtet",
    "export.markdown.free_indirect": "frei indirekt",
    "export.markdown.indirect_free_indirect": "indirekt und frei indirekt",
    "export.markdown.nobody": "Ohne bekannten Sprecher",
    "export.markdown.opening": "Anfang",
    "export.markdown.published": "Stand",
    "export.markdown.source": "Quelle",
    "export.markdown.within": "in „{text}“",
    "export.markdown.none": "Keine Aussagen gefunden.",
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
    "export.markdown.direct": "direct",
    "export.markdown.indirect": "indirect",
    "export.markdown.reported": "reported",
    "export.markdown.free_indirect": "free indirect",
    "export.markdown.indirect_free_indirect": "indirect and free indirect",
    "export.markdown.nobody": "No known speaker",
    "export.markdown.opening": "opening",
    "export.markdown.published": "Published",
    "export.markdown.source": "Source",
    "export.markdown.within": "within “{text}”",
    "export.markdown.none": "No statements found.",
}
