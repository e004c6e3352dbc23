"""Other languages are noticed, German and short texts are let through."""

from __future__ import annotations

import pytest

from newsreader.analysis.language import other_language

GERMAN = (
    "Die Bundesregierung will im kommenden Jahr mehr Geld für den Ausbau der Schienen ausgeben. Das sagte der "
    "Verkehrsminister am Montag in Berlin. Die Opposition kritisierte den Plan als nicht ausreichend."
)
OTHERS = {
    "en": "The government said on Monday that it would spend more money on the railways next year. The opposition "
    "criticised the plan as not being enough, and asked for more time to discuss it with the states.",
    "fr": "Le gouvernement a annoncé lundi qu'il dépenserait plus d'argent pour les chemins de fer l'an prochain. "
    "L'opposition a critiqué le plan, qui selon elle ne suffit pas pour les régions dans le nord du pays.",
    "es": "El gobierno anunció el lunes que gastará más dinero en los ferrocarriles el próximo año. La oposición "
    "criticó el plan porque no es suficiente para las regiones del norte, según dijo su portavoz.",
    "it": "Il governo ha annunciato lunedì che spenderà più soldi per le ferrovie nel prossimo anno. L'opposizione ha "
    "criticato il piano, che non è sufficiente per le regioni del nord, come ha detto il suo portavoce.",
    "nl": "De regering zei maandag dat zij volgend jaar meer geld aan het spoor zal uitgeven. De oppositie vond het "
    "plan niet genoeg en vroeg om meer tijd, omdat het voor de provincies in het noorden te laat komt.",
    "pl": "Rząd ogłosił w poniedziałek, że w przyszłym roku wyda więcej pieniędzy na kolej. Opozycja skrytykowała "
    "ten plan, bo jej zdaniem nie jest on wystarczający dla regionów, które leżą na północy kraju i się nie rozwijają.",
    "ru": "Правительство заявило в понедельник, что в следующем году потратит больше денег на железные дороги. "
    "Оппозиция раскритиковала этот план как недостаточный.",
    "tr": "Hükümet pazartesi günü gelecek yıl demiryolları için daha fazla para harcayacağını açıkladı. Muhalefet bu "
    "planın yeterli olmadığını ve kuzey bölgeleri için çok geç kaldığını söyledi. Bu bir ilk değil ama yeni ve büyük.",
    "pt": "O governo disse na segunda-feira que vai gastar mais dinheiro com as ferrovias no próximo ano. A oposição "
    "não gostou do plano, que segundo ela não é suficiente para as regiões do norte do país, mas ele foi aprovado.",
    "el": "Η κυβέρνηση ανακοίνωσε τη Δευτέρα ότι θα δαπανήσει περισσότερα χρήματα για τους σιδηροδρόμους το επόμενο "
    "έτος. Η αντιπολίτευση επέκρινε το σχέδιο.",
    "ja": "政府は月曜日、来年は鉄道にもっとお金を使うと発表した。野党はこの計画を不十分だと批判し、"
    "北部の地域のためにもっと時間が必要だと述べた。"
    "それについて首相は、計画はすでに決まっていて、これからも変わらないと説明した。記者会見は東京で行われ、多くの質問が出た。",
}


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_noticed(language: str) -> None:
    assert other_language(OTHERS[language]) == language


@pytest.mark.parametrize("language", OTHERS)
def test_in_capitals_too(language: str) -> None:
    assert other_language(OTHERS[language].upper().replace("İ", "i")) in {language, None}


@pytest.mark.parametrize(
    "text",
    [
        GERMAN,
        GERMAN.upper(),
        GERMAN.replace("ü", "ue").replace("ä", "ae").replace("ö", "oe"),
        GERMAN.replace("ü", "u\u0308").replace("ä", "a\u0308"),
        GERMAN.replace("regierung", "\u00adregie\u00adrung"),
        GERMAN * 300,
        "",
        "   \n\n ",
        "New York Times",
        "The End.",
        "12:30 - 14:15, 3:2, 5:4\n" * 50,
        "FC Bayern, Borussia Dortmund, Schalke 04, Real Madrid, Manchester United, Olympique Lyon " * 5,
        "🎉" * 300,
    ],
)
def test_german_and_what_cannot_be_told_is_let_through(text: str) -> None:
    assert other_language(text) is None


def test_a_long_quotation_does_not_make_an_article_foreign() -> None:
    assert other_language(f"{GERMAN} Der Minister sagte: „{OTHERS['en'][:120]}“. {GERMAN}") is None


def test_an_unknown_language_is_not_german() -> None:
    finnish = "hallitus kertoi maanantaina että se aikoo käyttää ensi vuonna enemmän rahaa rautateihin kuin ennen " * 10
    assert other_language(finnish) == "und"
