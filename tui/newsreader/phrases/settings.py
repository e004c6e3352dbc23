"""Phrases of the room `settings`."""

from __future__ import annotations

DE: dict[str, str] = {
    "settings.unreadable": "{path}: Die Einstellungen lassen sich nicht lesen ({reason}).",
    "settings.no_toml": "{path}: Das ist kein gültiges TOML ({reason}).",
    "settings.unknown_key": "{path}: Die Einstellung „{setting}“ gibt es nicht; es gibt {known}.",
    "settings.not_one_of": "{path}: {setting} = {value} geht nicht; erlaubt ist {allowed}.",
    "settings.not_whole": "{path}: {setting} = {value} geht nicht; erlaubt ist eine ganze Zahl von {low} bis {high}.",
    "settings.not_number": "{path}: {setting} = {value} geht nicht; erlaubt ist eine Zahl von {low} bis {high}.",
    "settings.not_switch": "{path}: {setting} = {value} geht nicht; erlaubt ist true oder false.",
    "settings.not_word": "{path}: {setting} = {value} geht nicht; erlaubt ist ein Text in Anführungszeichen.",
    "settings.not_words": "{path}: {setting} = {value} geht nicht; "
    'erlaubt ist eine Liste von Texten, etwa ["PER", "ORG"].',
    "settings.not_keys": "{path}: {setting} = {value} geht nicht; erlaubt ist eine Tabelle von Befehlen zu Tasten, "
    'etwa [keys] mit statement_next = "s,n".',
    "settings.exists": "{path}: Die Datei gibt es schon; sie bleibt, wie sie ist.",
    "settings.unwritable": "{path}: Die Datei lässt sich nicht schreiben ({reason}).",
}

EN: dict[str, str] = {
    "settings.unreadable": "{path}: the settings cannot be read ({reason}).",
    "settings.no_toml": "{path}: this is not valid TOML ({reason}).",
    "settings.unknown_key": '{path}: there is no setting "{setting}"; there are {known}.',
    "settings.not_one_of": "{path}: {setting} = {value} is not possible; allowed is {allowed}.",
    "settings.not_whole": "{path}: {setting} = {value} is not possible; "
    "allowed is a whole number from {low} to {high}.",
    "settings.not_number": "{path}: {setting} = {value} is not possible; allowed is a number from {low} to {high}.",
    "settings.not_switch": "{path}: {setting} = {value} is not possible; allowed is true or false.",
    "settings.not_word": "{path}: {setting} = {value} is not possible; allowed is a text in quotation marks.",
    "settings.not_words": "{path}: {setting} = {value} is not possible; "
    'allowed is a list of texts like ["PER", "ORG"].',
    "settings.not_keys": "{path}: {setting} = {value} is not possible; allowed is a table from commands to keys, "
    'such as [keys] with statement_next = "s,n".',
    "settings.exists": "{path}: the file is there already; it stays as it is.",
    "settings.unwritable": "{path}: the file cannot be written ({reason}).",
}
