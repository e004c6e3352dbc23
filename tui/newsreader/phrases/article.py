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
    "article.no_article": (
        "{path}: Auf dieser Seite steht kein Artikel, der sich lesen ließe; im Browser ansehen oder den Text kopieren "
        "und über „| newsreader -“ hineingeben."
    ),
    "article.only_beginning": (
        "Der Artikel kostet beim Verlag Geld: Hier steht nur der Anfang, den die Seite allen zeigt; o öffnet sie im "
        "Browser."
    ),
    "article.paid": "Der Artikel kostet beim Verlag Geld; was hier steht, kann unvollständig sein.",
    "article.is_feed": (
        "{path}: Das ist ein Feed mit vielen Artikeln; newsreader {path} zeigt seine Liste, ein einzelner Artikel hat "
        "seine eigene Adresse."
    ),
    "article.broken_feed": "{path}: Dieser Feed ist beschädigt oder keiner; bitte die Adresse prüfen.",
    "article.empty_feed": "{path}: In diesem Feed steht zurzeit kein Artikel; bitte später noch einmal versuchen.",
    "article.from_feed": "Die Seite des Artikels war nicht zu haben; gezeigt wird, was der Feed selbst davon enthält.",
    "article.pdf_extra": (
        "{path}: Zum Lesen von PDF fehlt noch ein Paket; bitte pip install 'newsreader[pdf]' ausführen."
    ),
    "article.pdf_locked": "{path}: Dieses PDF ist mit einem Kennwort geschützt; bitte ohne Schutz neu speichern.",
    "article.pdf_broken": "{path}: Dieses PDF ist beschädigt ({reason}); bitte neu herunterladen oder speichern.",
    "article.pdf_no_text": (
        "{path}: In diesem PDF stehen nur Bilder und kein Text; bitte mit Texterkennung (OCR) neu speichern."
    ),
    "article.bad_address": "{path}: Das ist keine Adresse, die es geben kann; bitte prüfen (https://...).",
    "article.other_scheme": "{path}: Gelesen werden nur Adressen mit http oder https, nicht {scheme}.",
    "article.bad_redirect": "{path}: Die Seite leitet nach {target} weiter; gefolgt wird nur zu http und https.",
    "article.redirects": "{path}: Die Seite leitet immer weiter und führt nirgends hin; bitte im Browser öffnen.",
    "article.http_missing": "{path}: Diese Seite gibt es nicht oder nicht mehr ({status}); bitte die Adresse prüfen.",
    "article.http_forbidden": (
        "{path}: Der Server gibt diese Seite so nicht heraus ({status}); im Browser geht es vielleicht."
    ),
    "article.http_paid": "{path}: Diese Seite kostet Geld ({status}); wer sie bezahlt hat, liest sie im Browser.",
    "article.http_too_many": "{path}: Der Server bittet um Geduld ({status}); bitte in {wait} s noch einmal versuchen.",
    "article.http_server": "{path}: Der Server hat gerade selbst ein Problem ({status}); bitte später noch einmal.",
    "article.http_status": (
        "{path}: Der Server antwortet mit {status} statt mit der Seite; im Browser geht es vielleicht."
    ),
    "article.timeout": "{path}: Der Server antwortet nicht rechtzeitig; bitte noch einmal versuchen.",
    "article.no_network": "{path}: Es gibt keine Verbindung ins Netz; bitte die Verbindung prüfen.",
    "article.no_host": "{path}: Dieser Server ist nicht zu finden; bitte Adresse und Netzverbindung prüfen.",
    "article.refused": "{path}: Der Server nimmt keine Verbindung an; bitte Adresse prüfen oder später noch einmal.",
    "article.proxy": "{path}: Der Proxy ist nicht zu erreichen; bitte HTTPS_PROXY und HTTP_PROXY prüfen.",
    "article.tls": (
        "{path}: Die verschlüsselte Verbindung kommt nicht zustande ({reason}); vielleicht geht es mit http:// vorn."
    ),
    "article.certificate": (
        "{path}: Der Server weist sich nicht gültig aus ({reason}); im Browser ansehen, nichts Vertrauliches eingeben."
    ),
    "article.broken_connection": "{path}: Die Verbindung ist abgerissen ({reason}); bitte noch einmal versuchen.",
    "article.page_too_large": "{path}: Das sind mehr als {limit} MB, zu viel für einen Artikel; nicht geladen.",
    "article.content_type": "{path}: Das ist kein Artikel, sondern {type}; im Browser öffnen.",
    "article.cancelled": "{path}: Abgebrochen.",
    "article.kept_page": "Kein Netz: Gezeigt wird die Fassung, die beim letzten Mal geladen wurde.",
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
    "article.no_article": (
        "{path}: there is no article on this page that could be read; please look at it in the browser, or copy its "
        "text and pass it on through “| newsreader -”."
    ),
    "article.only_beginning": (
        "The publisher sells this article: here is only the beginning that the page shows to all; o opens it in the "
        "browser."
    ),
    "article.paid": "The publisher sells this article; what is here may not be all of it.",
    "article.is_feed": (
        "{path}: this is a feed of many articles; newsreader {path} shows its list, a single article needs its own "
        "address."
    ),
    "article.broken_feed": "{path}: this feed is broken, or is none; please check the address.",
    "article.empty_feed": "{path}: there is no article in this feed at present; please try again later.",
    "article.from_feed": "The article's page could not be had; what the feed itself holds of it is shown.",
    "article.pdf_extra": "{path}: a package for reading PDF is missing; please run pip install 'newsreader[pdf]'.",
    "article.pdf_locked": "{path}: this PDF is locked with a password; please save it again without one.",
    "article.pdf_broken": "{path}: this PDF is broken ({reason}); please download or save it again.",
    "article.pdf_no_text": (
        "{path}: this PDF holds pictures and no text; please save it again with text recognition (OCR)."
    ),
    "article.bad_address": "{path}: this cannot be an address; please check it (https://...).",
    "article.other_scheme": "{path}: only addresses with http or https are read, not {scheme}.",
    "article.bad_redirect": "{path}: the page leads on to {target}; only http and https are followed.",
    "article.redirects": "{path}: the page leads on and on and nowhere; please open it in the browser.",
    "article.http_missing": "{path}: there is no such page, or no longer ({status}); please check the address.",
    "article.http_forbidden": "{path}: the server does not hand this page out ({status}); a browser may get it.",
    "article.http_paid": "{path}: this page costs money ({status}); who has paid reads it in the browser.",
    "article.http_too_many": "{path}: the server asks for patience ({status}); please try again in {wait} s.",
    "article.http_server": "{path}: the server itself has a problem ({status}); please try again later.",
    "article.http_status": "{path}: the server answers {status} and not the page; a browser may get it.",
    "article.timeout": "{path}: the server does not answer in time; please try again.",
    "article.no_network": "{path}: there is no connection to the network; please check it.",
    "article.no_host": "{path}: this server cannot be found; please check the address and the network.",
    "article.refused": "{path}: the server accepts no connection; please check the address, or try again later.",
    "article.proxy": "{path}: the proxy cannot be reached; please check HTTPS_PROXY and HTTP_PROXY.",
    "article.tls": "{path}: no encrypted connection comes about ({reason}); perhaps it works with http:// in front.",
    "article.certificate": (
        "{path}: the server's certificate is not valid ({reason}); look at it in the browser, enter nothing private."
    ),
    "article.broken_connection": "{path}: the connection broke off ({reason}); please try again.",
    "article.page_too_large": "{path}: this is more than {limit} MB, too much for an article; not loaded.",
    "article.content_type": "{path}: this is no article but {type}; please open it in the browser.",
    "article.cancelled": "{path}: cancelled.",
    "article.kept_page": "No network: shown is what was loaded the last time.",
    "article.no_input": "There is no standard input; please name a file.",
    "article.input_is_keyboard": (
        "Standard input is the keyboard; please pipe a text into it (“newsreader - < article.txt”) or name a file."
    ),
    "article.decoded_cp1252": (
        "The file is not saved in UTF-8 and was read as Windows-1252; single characters may be wrong."
    ),
}
