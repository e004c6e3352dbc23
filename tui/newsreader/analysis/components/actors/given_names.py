"""Given names and the sex that they tell."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from newsreader.analysis.components.wordsets import word_set


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    names: dict[str, str] = {}
    path = Path(__file__).with_name("given_names.tsv")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, sex = line.split("\t")
        names[name.lower()] = "" if names.get(name.lower(), sex) != sex else sex
    for sex, others in _OTHERS.items():
        names.update(dict.fromkeys(others.split(), sex))
    return names


_OTHERS = {
    "m": """barack donald joe bill hillel george jimmy ronald lloyd wladimir dmitri sergei sergej andrej wolodymyr
        witali petro viktor boris emmanuel nicolas jacques françois gordon tony boris rishi keir jan-peter silvio
        matteo mario giuseppe romano pedro josé luis carlos juan felipe fidel hugo evo recep tayyip abdullah ahmet
        mahmud mahmoud ali hassan hussein mohammed muhammad mohamed saddam osama benjamin ehud ariel shimon jitzchak
        hamid nuri baschar muammar hosni kofi ban nelson thabo jacob robert kim xi hu wen jiang shinzo junichiro
        narendra manmohan pervez asif imran lech jarosław donald václav viktor ferenc traian slobodan vojislav zoran
        hashim aleksandar ivo stjepan janez edwin neil buzz steve mark elon jeff larry sergey tim warren michael
        hans-peter karl-heinz klaus-dieter franz-josef frank-walter karl-theodor
        kurt edmund horst joschka guido rainer""",
    "f": """hillary condoleezza madeleine michelle melania kamala nancy ursula theresa margaret benazir aung indira
        sonia cristina dilma michelle ségolène marine christine giorgia julia julija yulia oksana swetlana anna-lena
        annalena marie-agnes heidemarie herta renate brigitte beate ayaan nana sahra katrin claudia bärbel jutta""",
}


def sex_of_given_name(name: str) -> str | None:
    """The sex that a given name tells, "m" or "f", None if it tells none or is not known."""
    names = _given_names()
    plain = name.lower()
    return names.get(plain) or names.get(plain.split("-")[0]) or None


def is_given_name(name: str) -> bool:
    """Whether a word is known as a given name."""
    return name.lower() in _given_names() or name.lower().split("-")[0] in _given_names()


PARTICLES = word_set("von van de der den del della di da du zu zur zum vom dos le la al el bin ibn ben ten ter abu st.")
"""small words inside names, which start the surname"""
