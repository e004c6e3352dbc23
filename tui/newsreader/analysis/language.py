"""Whether a text is German, told by its most frequent small words and its script: cheap, and sure or silent.

The idea is the oldest one of language identification (Ingle 1976; Grefenstette 1995): function words make up two
fifths of a running text, and every language has its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

SAMPLE = 6000
MIN_WORDS = 25
UNKNOWN = "und"

# Words that two languages share say nothing; those that German has too are left out of the others' lists.
_WORDS = {
    "de": """der die das und ist nicht ein eine einer einen einem dem den des mit von für auf sich auch als dass daß
        wie werden wird wurde wurden haben hat hatte sind war sei nach bei aus noch nur über oder aber kann sein seine
        ihre durch um vor zum zur im er sie es wir ich fuer ueber koennen muss soll sollen man mehr seit unter""",
    "en": """the of and to that it with for as his her they at be this have from or had by not but what were we there
        can which their been has would who will more if out said about into than its after also our been""",
    "fr": """le la les et du une est dans que qui pour pas au sur ce il elle sont avec plus par ne aux cette mais ou
        ont été ses leur nous vous ces comme été être fait sa deux après selon avait""",
    "es": """el la los las y en que una por con para no su al lo como más pero sus ya este sí porque esta entre cuando
        muy sin sobre también hasta hay donde quien desde todo nos durante fue según ha dijo""",
    "it": """il lo gli e di che è un una per non si con della del dei nel nella sono come anche più ma ha al alla dal
        delle questo questa essere stato loro perché dopo suo sua degli hanno""",
    "nl": """de het een van en dat niet zijn op voor met aan ook maar om bij uit nog naar heeft hebben deze over door
        werd wordt worden zich hij ze wij kan geen meer dan wel haar al zal tot""",
    "pl": """i w na z się nie jest do że to o jak za po ale od przez był było są dla tym tak już oraz może czy jego jej
        który która które ich przed został także tylko pod""",
    "pt": """o os um uma e não com por mais dos das como mas foi ao ele tem seu sua ou quando muito nos já também só
        pelo pela até isso ela entre depois sem mesmo aos seus são está""",
    "sv": """och att det som en på är av för med till inte om har de ett han men var jag sig från vi så kan när år
        skulle också efter eller nu bara hon hade vid mot""",
    "da": """og at det som en på er af for med til ikke om har de et han men var jeg sig fra vi kan når år skulle også
        efter eller nu kun hun havde ved mod blev""",
    "tr": """ve bir bu da de için ile çok ne daha gibi olarak ama kadar sonra olan var ben o en her mi olduğu göre ise
        değil tarafından yeni büyük üzerinde""",
    "cs": """a v se na je že to s z do o i ale jako by za pro po tak však který která jsou bylo byl jeho nebo podle
        už také při jen""",
    "hu": """a az és hogy nem is egy ez meg csak mint volt már még de ha vagy szerint lehet majd azt akkor kell után
        amely minden""",
}
_WORD = re.compile(r"[^\W\d_]+")
_PROFILES = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_SCRIPTS = {"CYRILLIC": "ru", "GREEK": "el", "ARABIC": "ar", "HEBREW": "he", "CJK": "zh", "HANGUL": "ko"}
_KANA = ("HIRAGANA", "KATAKANA")


def other_language(text: str) -> str | None:
    """The language that a text is written in if it is surely not German.

    Args:
        text: any text; its beginning, middle and end are looked at.

    Returns:
        An ISO 639-1 code, "und" for a language that is not German but not known either, and None for German and for
        what is too short or too mixed to tell.
    """
    sample = unicodedata.normalize("NFC", _sample(text)).replace("\u00ad", "")
    return _by_script(sample) or _by_words(sample)


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    part, middle = SAMPLE // 3, len(text) // 2
    return " ".join((text[:part], text[middle : middle + part], text[-part:]))


def _by_script(sample: str) -> str | None:
    letters: Counter[str] = Counter()
    for character, number in Counter(sample).items():
        if character.isalpha():
            letters[unicodedata.name(character, "?").split()[0]] += number
    total = letters.total()
    if total < 4 * MIN_WORDS or letters["LATIN"] > total / 2:
        return None
    if sum(letters[script] for script in _KANA) > total / 10:
        return "ja"
    script, count = letters.most_common(1)[0]
    return _SCRIPTS.get(script, UNKNOWN) if count > total / 2 else UNKNOWN


def _by_words(sample: str) -> str | None:
    # Words in capitals throughout count as they are; else a capital is a name, or in German a noun, and no small word.
    words = _WORD.findall(sample.lower() if sample.isupper() else sample)
    small = [word for word in words if word[0].islower()]
    if len(small) < MIN_WORDS:
        return None
    counts = Counter(small)
    shares = {language: sum(counts[word] for word in profile) / len(small) for language, profile in _PROFILES.items()}
    german = shares.pop("de")
    best = max(shares, key=lambda language: (shares[language], language))
    if shares[best] >= 0.15 and shares[best] > 1.6 * german:
        return best
    return UNKNOWN if len(small) >= 4 * MIN_WORDS and german < 0.06 else None
