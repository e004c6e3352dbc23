"""Phrases of the room `library`."""

from __future__ import annotations

DE: dict[str, str] = {
    "library.full": "{path}: Der Datenträger ist voll; in der Bibliothek ist nichts geändert. Bitte Platz schaffen "
    "({reason}).",
    "library.read_only": "{path}: Die Bibliothek lässt sich nur lesen; was gelesen wird, kommt nicht hinein. Bitte die "
    "Rechte der Datei prüfen.",
    "library.locked": "{path}: Ein anderes Programm hält die Bibliothek fest; es ist nichts geändert. Bitte gleich "
    "noch einmal versuchen ({reason}).",
    "library.damaged": "{path}: Die Bibliothek ist beschädigt und lässt sich nicht wiederherstellen ({reason}).",
    "library.unopenable": "{path}: Die Bibliothek lässt sich nicht öffnen ({reason}).",
    "library.too_big": "{path}: Das ist für die Bibliothek zu groß ({reason}).",
    "library.failed": "{path}: Die Bibliothek lässt sich nicht lesen oder schreiben ({reason}).",
    "library.broke": "In der Bibliothek ist etwas schiefgegangen ({reason}); dieser Artikel ist nicht darin.",
    "library.instead_of_file": "Die Datei ist nicht zu lesen: Gezeigt wird der Artikel aus der Bibliothek.",
    "library.instead_of_page": "Die Seite ist gerade nicht zu haben: Gezeigt wird der Artikel aus der Bibliothek.",
    "library.instead_of_gone": "Die Seite gibt es nicht mehr: Gezeigt wird der Artikel aus der Bibliothek.",
    "library.as_kept": "Aus der Bibliothek: der Text, wie er zuletzt gelesen wurde.",
    "library.folder": "{path}: Das ist ein Ordner; dort kann keine Bibliothek liegen.",
    "library.foreign": "{path}: Das ist keine Bibliothek von newsreader; die Datei bleibt, wie sie ist.",
    "library.newer": "{path}: Die Bibliothek ist von einer neueren Version von newsreader (Schema {found}, bekannt ist "
    "{known}); bitte newsreader aktualisieren.",
    "library.no_backup": "{path}: Vor der Umstellung auf die neue Version ließ sich keine Kopie nach {backup} "
    "schreiben ({reason}); die Bibliothek bleibt, wie sie ist.",
    "library.migrated": "{path}: Die Bibliothek ist auf die neue Version umgestellt; die Kopie von vorher ist "
    "{backup}.",
    "library.recovered": "{path}: Die Bibliothek war beschädigt. Alle {n} Artikel sind wiederhergestellt; die "
    "beschädigte Datei ist {aside}.",
    "library.partly_recovered": "{path}: Die Bibliothek war beschädigt. {n} Artikel ließen sich wiederherstellen; die "
    "beschädigte Datei ist {aside}.",
}

EN: dict[str, str] = {
    "library.full": "{path}: the disk is full; nothing has changed in the library. Please make room ({reason}).",
    "library.read_only": "{path}: the library can only be read; what you read does not get into it. Please check the "
    "file's permissions.",
    "library.locked": "{path}: another program holds the library; nothing has changed. Please try again in a moment "
    "({reason}).",
    "library.damaged": "{path}: the library is damaged and could not be recovered ({reason}).",
    "library.unopenable": "{path}: the library cannot be opened ({reason}).",
    "library.too_big": "{path}: this is too big for the library ({reason}).",
    "library.failed": "{path}: the library cannot be read or written ({reason}).",
    "library.broke": "something went wrong in the library ({reason}); this article is not in it.",
    "library.instead_of_file": "The file cannot be read: the article from the library is shown.",
    "library.instead_of_page": "The page cannot be had at present: the article from the library is shown.",
    "library.instead_of_gone": "The page is gone: the article from the library is shown.",
    "library.as_kept": "From the library: the text as it was read last.",
    "library.folder": "{path}: this is a folder; no library can lie there.",
    "library.foreign": "{path}: this is no library of newsreader; the file stays as it is.",
    "library.newer": "{path}: the library is of a newer version of newsreader (schema {found}, this one knows "
    "{known}); please update newsreader.",
    "library.no_backup": "{path}: no copy could be written to {backup} before the change to the new version "
    "({reason}); the library stays as it is.",
    "library.migrated": "{path}: the library was changed to the new version; a copy from before is {backup}.",
    "library.recovered": "{path}: the library was damaged. All {n} articles were recovered; the damaged file is "
    "{aside}.",
    "library.partly_recovered": "{path}: the library was damaged. {n} articles could be recovered; the damaged file is "
    "{aside}.",
}
