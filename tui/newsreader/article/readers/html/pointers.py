"""Lines of a page that are no text of an article: labels, consent, and what leads to other pages."""

from __future__ import annotations

import re

_POINTER = re.compile(
    r"(?:"
    r"lesen sie|lesen sie auch|lesen sie hier|lesen sie mehr|lesen sie dazu|lesen sie jetzt|lies auch|lies hier|"
    r"lies mehr|sehen sie|hören sie|mehr dazu|mehr zum thema|mehr zu|mehr infos|mehr informationen|siehe auch|"
    r"siehe dazu|auch interessant|auch lesenswert|passend dazu|zum thema|hintergrund|hintergründe|lesetipp|tipp|"
    r"video|podcast|newsletter|interview|kommentar|analyse|reportage|anzeige|weiterlesen|hier lesen|"
    r"weitere informationen|weiterführende|das könnte sie auch interessieren|das könnte dich auch interessieren|"
    r"mehr|link|links|quelle|quellen|liveblog|im liveblog|live"
    r")\b",
    re.IGNORECASE,
)
"""how a paragraph begins that only leads to another page, if it is a link"""

_ALWAYS = re.compile(
    r"(?:"
    r"anzeige|werbung|advertisement|- anzeige -|artikel anhören|artikel merken|teilen|drucken|kommentare|"
    r"kommentieren|inhalt|merken|zur startseite|nach oben|seite \d+ von \d+|weiterlesen|"
    r"lesezeit:? ?(?:ca\. )?\d+ min(?:\.|uten)?|\d+ min(?:\.|uten)? lesezeit|"
    r"empfohlener (?:externer|redaktioneller) inhalt|externer inhalt|externe inhalte (?:anzeigen|laden)|"
    r"(?:exklusiv )?für abonnenten|mehr zum thema:?|mehr zu diesem thema|das könnte sie auch interessieren:?|"
    r"lesen sie auch:?|auch interessant:?|themen(?: in diesem artikel| des artikels)?:?|schlagwörter:?|"
    r"stichwörter:?|tags?:?|diesen artikel teilen:?|artikel teilen:?|newsletter|jetzt anmelden|jetzt abonnieren|"
    r"video|podcast|zum video|zur galerie|liveblog|häufig gelesen|embed|player wird geladen|"
    r"placeholder image-\d{1,3}|\d{1,3}\s?/\s?\d{1,3}|lesedauer:? ?(?:ca\. )?\d+ min(?:\.|uten)?"
    r")[.!]?",
    re.IGNORECASE,
)
"""lines that are no part of any article"""

_CONSENT = re.compile(
    r"an dieser stelle (?:findest du|finden sie|befindet sich|sehen sie) (?:einen |externe|relevante)|"
    r"(?:finden sie|findest du) (?:einen )?(?:externe[nr]?|relevanten) inhalt|damit einverstanden, dass mir|"
    r"zur anzeige dieses? inhalt|dieser externe inhalt|um externe inhalte|^externe[nr]? inhalte? |"
    r"personenbezogene daten (?:können )?an dritt|klick für den datenschutz|-inhalte erlauben|"
    r"ihre zustimmung,? um|wir verwenden cookies|aktivieren sie javascript|meiner anmeldung zum newsletter|"
    r"sie können (?:sich )?jederzeit (?:vom newsletter )?abmelden|hinweise zum datenschutz|"
    r"informationen zum datenschutz|unserer datenschutzerklärung",
    re.IGNORECASE,
)
"""sentences about consent, wherever they stand in a short paragraph"""

_ARROWS = (">>", "→", "►", "▶", "➤", "➡", "➜")
"""signs that a short line begins with which leads elsewhere"""
_RUNNING_TIME = re.compile(r"(?:^|\|\s?)\d{1,3}:\d{2} ?min\.?$", re.IGNORECASE)
"""what the label of a film ends with"""

_ELSEWHERE = re.compile(
    r"(?:"
    r"aktuell auf der startseite|zitiervorschlag|über dieses thema berichtet|"
    r"mehr zum thema|mehr zu(?:m|r)? |mehr aus |mehr über |mehr von |mehr dazu|mehr lesen|mehr nachrichten|"
    r"mehr artikel|mehr themen|lesen sie (?:auch|mehr|hier|dazu|jetzt|außerdem)|lies auch|lies mehr|"
    r"das könnte (?:sie|dich|euch)|auch interessant|auch lesenswert|passend zum|passende artikel|"
    r"weitere (?:artikel|themen|meldungen|nachrichten|informationen|infos|beiträge|videos|podcasts)|verwandte |"
    r"tipps? der redaktion|redaktionstipps?|(?:aktuelle |top )?stellenangebote|neueste artikel|"
    r"(?:[\w-]+ ){1,3}empfiehlt$|"
    r"ähnliche (?:artikel|themen|beiträge)|meistgelesen|meist gelesen|am meisten gelesen|top-?themen|"
    r"aktuelle (?:nachrichten|meldungen|themen)|schlagwörter|schlagworte|stichwörter|"
    r"themen(?:$| dieses| des| in diesem)|empfehlungen|unsere empfehlung|leserkommentare|kommentare(?:$| zu)|"
    r"diskutieren sie|diskussion$|newsletter|jetzt (?:abonnieren|anmelden|lesen)|über de[nr] (?:gast)?autor|"
    r"über die (?:gast)?autor|"
    r"zur person des autors|zum autor|zur autorin|der autor$|die autorin$|die autoren$|teilen(?:$| sie)|"
    r"folgen sie uns|folgst du schon|auf dieser seite|in diesem artikel|inhaltsverzeichnis|"
    r"dieses thema im programm|sendung:|links zum thema|links zum artikel|quellen?(?:$|:$)|externe links|"
    r"zur startseite"
    r")",
    re.IGNORECASE,
)
"""how headings begin that stand above what leads elsewhere"""


def is_pointer(line: str, linked: float) -> bool:
    """Whether a line is no text of an article: an advert's label, a consent, or something that leads to another page.

    Args:
        line: the text on one line.
        linked: the share of it that is links, 0 to 1.
    """
    if len(line) <= 80 and _ALWAYS.fullmatch(line):
        return True
    if len(line) <= 200 and line.startswith(_ARROWS):
        return True
    if len(line) <= 160 and _RUNNING_TIME.search(line):
        return True
    if len(line) <= 900 and _CONSENT.search(line):
        return True
    return linked > 0.5 and len(line) <= 400 and (_POINTER.match(line) is not None)


def leads_elsewhere(heading: str) -> bool:
    """Whether a heading, or a short line like one, stands above links to other pages."""
    return len(heading) <= 100 and _ELSEWHERE.match(heading) is not None
