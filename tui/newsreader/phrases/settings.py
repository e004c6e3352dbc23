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
    'etwa [keys] mit next_statement = "s,J".',
    "settings.not_name": "{path}: {setting} = {value} geht nicht; erlaubt ist ein Name auf einer Zeile.",
    "settings.not_colours": "{path}: {setting} = {value} geht nicht; erlaubt ist eine Tabelle von höchstens {most} "
    'Bedeutungen zu Farben, etwa [colours] mit belegt = "green"; Farben sind {known}.',
    "settings.exists": "{path}: Die Datei gibt es schon; sie bleibt, wie sie ist.",
    "settings.unwritable": "{path}: Die Datei lässt sich nicht schreiben ({reason}).",
    "settings.about": "Einstellungen von newsreader. Zeilen mit # davor zeigen, was ohne sie gilt.",
    "settings.about.language": "Sprache der Oberfläche: auto (nach dem System), de, en",
    "settings.about.theme": "Farben: dark, light, contrast, terminal (die eigenen des Terminals) oder ein Thema von "
    "Textual",
    "settings.about.width": "Breite des Textes in Spalten, 30 bis 200",
    "settings.about.hyphenation": "Silbentrennung am Zeilenende",
    "settings.about.highlight": "Arten von Namen, die hervorgehoben werden: PER, ORG, LOC, MISC, DATE, TIME, MONEY, "
    "QUANTITY, PERCENT",
    "settings.about.min_confidence": "Aussagen, bei denen das Programm unsicherer ist (0 bis 1), werden nicht gezeigt",
    "settings.about.panel": "Leiste der Akteure beim Start: auto (wenn Platz ist), open, closed",
    "settings.about.panel_order": "Reihenfolge der Akteure: appearance (Auftreten), name, count (Zahl der Aussagen)",
    "settings.about.pipeline": "Was analysiert: embedded oder Name oder Ordner einer installierten deutschen "
    "spaCy-Pipeline",
    "settings.about.feed_articles": "Artikel ungelesener Einträge, die beim Holen jedes Feeds mitgeladen werden, zum "
    "Lesen ohne Netz, 0 bis 100",
    "settings.about.feed_age": "Minuten, nach denen die Feeds neu geholt werden, wenn man ihre Liste öffnet; 0 für nie",
    "settings.about.keep": "Ob aufgehoben wird, was gelesen wird: Artikel in der Bibliothek, Lesestellen, Analysen und "
    "geladene Seiten; false hebt nichts davon auf",
    "settings.about.annotator": "Name, unter dem Anmerkungen gemacht werden; leer für den des Benutzerkontos",
    "settings.about.colours": "Farben zum Hervorheben und was sie bedeuten, höchstens neun: Bedeutung = yellow, green, "
    "red, blue, violet oder orange",
    "settings.about.keys": "Tasten: Befehl = Tasten, mit Komma getrennt; die Namen der Befehle zeigt die Hilfe (?).\n"
    'Beispiel: next_statement = "s,J"',
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
    'such as [keys] with next_statement = "s,J".',
    "settings.not_name": "{path}: {setting} = {value} is not possible; allowed is a name on one line.",
    "settings.not_colours": "{path}: {setting} = {value} is not possible; allowed is a table from at most {most} "
    'meanings to colours, such as [colours] with proven = "green"; the colours are {known}.',
    "settings.exists": "{path}: the file is there already; it stays as it is.",
    "settings.unwritable": "{path}: the file cannot be written ({reason}).",
    "settings.about": "Settings of newsreader. Lines behind a # show what is so without them.",
    "settings.about.language": "Language of the interface: auto (the system's), de, en",
    "settings.about.theme": "Colours: dark, light, contrast, terminal (the terminal's own), or a theme of Textual",
    "settings.about.width": "Width of the text in columns, 30 to 200",
    "settings.about.hyphenation": "Whether words are hyphenated at the end of a line",
    "settings.about.highlight": "Kinds of names that are highlighted: PER, ORG, LOC, MISC, DATE, TIME, MONEY, "
    "QUANTITY, PERCENT",
    "settings.about.min_confidence": "Statements of which the program is less sure (0 to 1) are not shown",
    "settings.about.panel": "Panel of actors at the start: auto (where there is room), open, closed",
    "settings.about.panel_order": "Order of the actors: appearance, name, count (of statements)",
    "settings.about.pipeline": "What analyses: embedded, or the name or folder of an installed German spaCy pipeline",
    "settings.about.feed_articles": "Articles of unread entries that are loaded with each feed, for reading without a "
    "network, 0 to 100",
    "settings.about.feed_age": "Minutes after which the feeds are fetched again when their list is opened; 0 for never",
    "settings.about.keep": "Whether what is read is kept: articles in the library, places in them, analyses, and "
    "fetched pages; false keeps none of it",
    "settings.about.annotator": "Name under which annotations are made; empty for that of the login",
    "settings.about.colours": "Colours to highlight with and what they mean, at most nine: meaning = yellow, green, "
    "red, blue, violet or orange",
    "settings.about.keys": "Keys: command = keys, commas between; the help (?) shows the commands' names.\n"
    'Example: next_statement = "s,J"',
}
