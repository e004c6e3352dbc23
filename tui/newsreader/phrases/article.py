"""Phrases of the room `article`."""

from __future__ import annotations

DE: dict[str, str] = {
    "article.missing": "{path}: Es gibt keine solche Datei; bitte den Pfad prüfen.",
    "article.no_permission": "{path}: Das darf nicht gelesen werden; bitte die Zugriffsrechte ändern.",
    "article.is_folder": "{path}: Das ist ein Ordner; bitte eine Datei darin angeben.",
    "article.empty_folder": (
        "{path}: In diesem Ordner liegt kein Artikel; gelesen werden Text (.txt), Markdown (.md), "
        "gespeicherte Seiten (.html) und Textdateien ohne Endung."
    ),
    "article.special_file": (
        "{path}: Das ist keine gewöhnliche Datei; was ein Programm ausgibt, bitte über „| newsreader -“ weiterreichen."
    ),
    "article.unreadable": "{path}: Das lässt sich nicht lesen ({reason}); bitte Datei und Laufwerk prüfen.",
    "article.too_large": "{path}: Das sind mehr als {limit} MB, zu viel für einen Artikel; bitte aufteilen.",
    "article.binary": "{path}: Das ist kein Text, sondern eine Binärdatei; bitte den Artikel als Text speichern.",
    "article.empty": "{path}: Darin steht kein Text; bitte eine Datei mit einem Artikel angeben.",
    "article.broken_encoding": (
        "{path}: Die Datei gibt sich als {encoding} aus und ist es nicht; bitte als UTF-8 neu speichern."
    ),
    "article.unread_format": (
        "{path}: Dateien mit der Endung {suffix} kann newsreader nicht lesen; bitte den Artikel als Text (.txt), "
        "Markdown (.md) oder Seite (.html) speichern."
    ),
    "article.address": (
        "{path}: Adressen im Netz kann newsreader noch nicht öffnen; bitte die Seite im Browser als Text speichern und "
        "die Datei angeben."
    ),
    "article.no_article": (
        "{path}: Auf dieser Seite steht kein Artikel, der sich lesen ließe; im Browser ansehen oder den Text kopieren "
        "und über „| newsreader -“ hineingeben."
    ),
    "article.only_beginning": (
        "Der Artikel kostet beim Verlag Geld: Hier steht nur der Anfang, den die Seite allen zeigt; o öffnet sie im "
        "Browser."
    ),
    "article.paid": "Der Artikel kostet beim Verlag Geld; was hier steht, kann unvollständig sein.",
    "article.no_input": "Es gibt keine Standardeingabe; bitte eine Datei angeben.",
    "article.input_is_keyboard": (
        "Die Standardeingabe ist die Tastatur; bitte einen Text hineinleiten („newsreader - < artikel.txt“) oder eine "
        "Datei angeben."
    ),
    "article.decoded_cp1252": (
        "Die Datei ist nicht in UTF-8 gespeichert und wurde als Windows-1252 gelesen; einzelne "
        "Zeichen können falsch sein."
    ),
}

EN: dict[str, str] = {
    "article.missing": "{path}: there is no such file; please check the path.",
    "article.no_permission": "{path}: you may not read this; please change its permissions.",
    "article.is_folder": "{path}: this is a folder; please name a file in it.",
    "article.empty_folder": (
        "{path}: this folder holds no article; text (.txt), Markdown (.md), saved pages (.html) and text files "
        "without a suffix are read."
    ),
    "article.special_file": (
        "{path}: this is no ordinary file; please pass what a program prints on through “| newsreader -”."
    ),
    "article.unreadable": "{path}: this cannot be read ({reason}); please check the file and its disk.",
    "article.too_large": "{path}: this is more than {limit} MB, too much for an article; please split it.",
    "article.binary": "{path}: this is a binary file and no text; please save the article as text.",
    "article.empty": "{path}: there is no text in it; please name a file that holds an article.",
    "article.broken_encoding": "{path}: the file claims to be {encoding} and is not; please save it again as UTF-8.",
    "article.unread_format": (
        "{path}: newsreader cannot read files with the suffix {suffix}; please save the article as text (.txt), "
        "Markdown (.md) or a page (.html)."
    ),
    "article.address": (
        "{path}: newsreader cannot open addresses in the web yet; please save the page as text in your browser and "
        "name that file."
    ),
    "article.no_article": (
        "{path}: there is no article on this page that could be read; please look at it in the browser, or copy its "
        "text and pass it on through “| newsreader -”."
    ),
    "article.only_beginning": (
        "The publisher sells this article: here is only the beginning that the page shows to all; o opens it in the "
        "browser."
    ),
    "article.paid": "The publisher sells this article; what is here may not be all of it.",
    "article.no_input": "There is no standard input; please name a file.",
    "article.input_is_keyboard": (
        "Standard input is the keyboard; please pipe a text into it (“newsreader - < article.txt”) or name a file."
    ),
    "article.decoded_cp1252": (
        "The file is not saved in UTF-8 and was read as Windows-1252; single characters may be wrong."
    ),
}
