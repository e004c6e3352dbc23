"""Phrases of the room `annotations`."""

from __future__ import annotations

DE: dict[str, str] = {
    "annotations.step.restore": "Wiederherstellen ({n})",
    "store.full": "{path}: Der Datenträger ist voll; die Änderung ist nicht gespeichert. Bitte Platz schaffen und es "
    "noch einmal versuchen ({reason}).",
    "store.read_only": "{path}: Die Anmerkungen lassen sich nur lesen, nicht ändern; bitte die Rechte der Datei prüfen "
    "oder mit --store eine andere nennen.",
    "store.locked": "{path}: Ein anderes Programm hält die Anmerkungen fest; die Änderung ist nicht gespeichert. Bitte "
    "gleich noch einmal versuchen ({reason}).",
    "store.damaged": "{path}: Die Datei der Anmerkungen ist beschädigt und lässt sich nicht wiederherstellen "
    "({reason}).",
    "store.unopenable": "{path}: Die Datei der Anmerkungen lässt sich nicht öffnen ({reason}).",
    "store.too_big": "{path}: Die Anmerkung ist zu groß ({reason}).",
    "store.failed": "{path}: Die Anmerkungen lassen sich nicht lesen oder schreiben ({reason}).",
    "store.none": "Die Datei der Anmerkungen ist nicht offen; was gemacht wird, ist noch nicht gespeichert.",
    "store.folder": "{path}: Das ist ein Ordner; bitte eine Datei für die Anmerkungen nennen.",
    "store.foreign": "{path}: Das ist keine Datei mit Anmerkungen von newsreader; sie bleibt, wie sie ist. Bitte eine "
    "andere nennen.",
    "store.newer": "{path}: Die Anmerkungen sind von einer neueren Version von newsreader (Schema {found}, bekannt ist "
    "{known}); bitte newsreader aktualisieren.",
    "store.no_backup": "{path}: Vor der Umstellung auf die neue Version ließ sich keine Kopie nach {backup} schreiben "
    "({reason}); die Anmerkungen bleiben, wie sie sind.",
    "store.migrated": "{path}: Die Anmerkungen sind auf die neue Version umgestellt; die Kopie von vorher ist "
    "{backup}.",
    "store.recovered": "{path}: Die Datei der Anmerkungen war beschädigt. Alle {n} Anmerkungen sind wiederhergestellt; "
    "die beschädigte Datei ist {aside}.",
    "store.partly_recovered": "{path}: Die Datei der Anmerkungen war beschädigt. {n} Anmerkungen ließen sich "
    "wiederherstellen; die beschädigte Datei ist {aside}.",
}

EN: dict[str, str] = {
    "annotations.step.restore": "restore ({n})",
    "store.full": "{path}: the disk is full; the change is not stored. Please make room and try again ({reason}).",
    "store.read_only": "{path}: the annotations can only be read, not changed; please check the file's permissions, or "
    "name another one with --store.",
    "store.locked": "{path}: another program holds the annotations; the change is not stored. Please try again in a "
    "moment ({reason}).",
    "store.damaged": "{path}: the file of annotations is damaged and could not be recovered ({reason}).",
    "store.unopenable": "{path}: the file of annotations cannot be opened ({reason}).",
    "store.too_big": "{path}: the annotation is too big ({reason}).",
    "store.failed": "{path}: the annotations cannot be read or written ({reason}).",
    "store.none": "the file of annotations is not open; what is made is not stored yet.",
    "store.folder": "{path}: this is a folder; please name a file for the annotations.",
    "store.foreign": "{path}: this is no file of newsreader's annotations; it stays as it is. Please name another one.",
    "store.newer": "{path}: the annotations are of a newer version of newsreader (schema {found}, this one knows "
    "{known}); please update newsreader.",
    "store.no_backup": "{path}: no copy could be written to {backup} before the change to the new version ({reason}); "
    "the annotations stay as they are.",
    "store.migrated": "{path}: the annotations were changed to the new version; a copy from before is {backup}.",
    "store.recovered": "{path}: the file of annotations was damaged. All {n} annotations were recovered; the damaged "
    "file is {aside}.",
    "store.partly_recovered": "{path}: the file of annotations was damaged. {n} annotations could be recovered; the "
    "damaged file is {aside}.",
}
