"""Amounts of money, percentages and quantities with their unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.analysis.components.dates.found import Found
from newsreader.analysis.components.dates.numbers import GAP, NUMBER, SCALE, START, shown, value

if TYPE_CHECKING:
    from collections.abc import Iterator

_CURRENCIES = {
    "€": "EUR", "euro": "EUR", "euros": "EUR", "eur": "EUR", "cent": "EUR", "$": "USD", "us-$": "USD",
    "dollar": "USD", "dollars": "USD", "us-dollar": "USD", "us-dollars": "USD", "usd": "USD", "£": "GBP",
    "pfund": "GBP", "gbp": "GBP", "pfund sterling": "GBP", "franken": "CHF", "schweizer franken": "CHF", "chf": "CHF",
    "yen": "JPY", "¥": "JPY", "yuan": "CNY", "rubel": "RUB", "mark": "DEM", "d-mark": "DEM", "dm": "DEM",
    "zloty": "PLN", "złoty": "PLN", "rupien": "INR", "lira": "TRY", "schilling": "ATS", "hrywnja": "UAH",
    "griwna": "UAH", "schwedische kronen": "SEK", "norwegische kronen": "NOK", "dänische kronen": "DKK",
    "kronen": "", "peso": "", "pesos": "", "rand": "ZAR", "australische dollar": "AUD", "kanadische dollar": "CAD",
}  # fmt: skip
_UNITS = {
    "km": "km", "kilometer": "km", "m": "m", "meter": "m", "cm": "cm", "zentimeter": "cm", "mm": "mm",
    "millimeter": "mm", "meilen": "mi", "meile": "mi", "seemeilen": "nmi", "seemeile": "nmi", "fuß": "ft", "zoll": "in",
    "quadratkilometer": "km2", "km²": "km2", "quadratmeter": "m2", "m²": "m2", "qm": "m2", "hektar": "ha", "ha": "ha",
    "kubikmeter": "m3", "m³": "m3", "liter": "l", "milliliter": "ml", "hektoliter": "hl", "barrel": "bbl",
    "tonne": "t", "tonnen": "t", "t": "t", "kilogramm": "kg", "kilo": "kg", "kg": "kg", "gramm": "g", "g": "g",
    "milligramm": "mg", "mikrogramm": "µg", "grad": "°", "grad celsius": "°C", "grad fahrenheit": "°F", "°c": "°C",
    "°f": "°F", "°": "°", "km/h": "km/h", "stundenkilometer": "km/h", "kilometer pro stunde": "km/h",
    "knoten": "kn", "watt": "W", "kilowatt": "kW", "kw": "kW", "megawatt": "MW", "mw": "MW", "gigawatt": "GW",
    "gw": "GW", "kilowattstunde": "kWh", "kilowattstunden": "kWh", "kwh": "kWh", "megawattstunden": "MWh",
    "gigawattstunden": "GWh", "terawattstunden": "TWh", "volt": "V", "ps": "PS", "byte": "B", "kilobyte": "kB",
    "megabyte": "MB", "mb": "MB", "gigabyte": "GB", "gb": "GB", "terabyte": "TB", "hertz": "Hz", "megahertz": "MHz",
    "mhz": "MHz", "gigahertz": "GHz", "ghz": "GHz", "dezibel": "dB", "lichtjahre": "ly", "lichtjahr": "ly",
    "hektopascal": "hPa", "sievert": "Sv", "millisievert": "mSv", "mikrosievert": "µSv", "becquerel": "Bq",
    "unzen": "oz", "karat": "ct",
}  # fmt: skip


def _words(words: dict[str, str]) -> str:
    """A pattern of words, longest first: with either case at the start, an n of the dative plural, gaps as blanks."""
    patterns = []
    for word in sorted(words, key=len, reverse=True):
        if word.isalpha() and len(word) > 3:
            inflected = "n?" if word.endswith(("er", "el")) else ""
            patterns.append(f"{word.capitalize()}{inflected}")
        elif " " in word:
            first, *rest = word.split()
            patterns.append(
                f"[{first[0]}{first[0].upper()}]{first[1:]}[nr]?"
                + "".join(f"{GAP}{'pro' if part == 'pro' else part.capitalize()}" for part in rest)
            )
        else:
            forms = {"us-$": "US-\\$", "us-dollar": "US-Dollar", "us-dollars": "US-Dollars", "d-mark": "D-Mark"}
            upper = word.upper() if word in {"eur", "usd", "gbp", "chf", "dm", "ps", "mw", "gw", "mb", "gb"} else word
            proper = {"yen": "Yen", "kw": "kW", "kwh": "kWh", "mhz": "MHz", "ghz": "GHz", "°c": "°C", "°f": "°F"}
            patterns.append(forms.get(word) or re.escape(proper.get(word, upper)))
    return "|".join(patterns)


_SYMBOLS = r"(?:US-\$|€|\$|£|¥|EUR|USD|CHF|GBP)"
_END = r"(?![\w-])(?!\.\d)"
_RANGE = rf"(?P<low>{NUMBER})(?:{GAP}(?P<lowscale>{SCALE}))?{GAP}(?P<join>bis|und|oder){GAP}"
_HIGH = rf"(?P<number>{NUMBER})(?:{GAP}?(?P<scale>{SCALE}))?"
# After a dash the number's own look-behind does not hold, so a range in figures has its second number spelled out.
_DASHED = rf"(?P<dlow>{NUMBER})[ ]?[–-][ ]?(?P<dnumber>\d[\d.]*(?:,\d+)?)(?:{GAP}?(?P<dscale>{SCALE}))?"
_AMOUNT = rf"(?:{_DASHED}|(?:{_RANGE})?{_HIGH})"

MONEY = re.compile(rf"{_AMOUNT}(?:{GAP}?(?P<unit>{_words(_CURRENCIES)}){_END})")
MONEY_BEFORE = re.compile(
    rf"(?<![\w-])(?P<unit>{_SYMBOLS})[ \u00a0]?(?P<number>\d[\d.]*(?:,\d+)?)(?:{GAP}(?P<scale>{SCALE}))?(?!\w)"
)
PERCENT = re.compile(rf"{_AMOUNT}(?:{GAP}?(?P<unit>%|v\.[ ]?H\.|Prozentpunkten?|Prozent){_END})")
QUANTITY = re.compile(rf"{_AMOUNT}(?:{GAP}?(?P<unit>{_words(_UNITS)}){_END})")


def _unit(match: re.Match[str], units: dict[str, str]) -> str | None:
    word = " ".join(match["unit"].lower().split())
    for form in (word, word.removesuffix("n"), word.replace("ne ", "n ").replace("er ", " ")):
        if form in units:
            return units[form]
    return None


def _value(match: re.Match[str], unit: str | None) -> str | None:
    groups = match.groupdict()
    number = value(groups.get("dnumber") or groups["number"], groups.get("dscale") or groups["scale"])
    if unit is None or unit == "" or number is None:
        return None
    if unit == "EUR" and match["unit"].lower() == "cent":
        number = number.scaleb(-2)
    low = groups.get("dlow") or groups.get("low")
    if low is None:
        return f"{shown(number)} {unit}"
    if groups.get("join") in {"und", "oder"} and not match.string[
        max(0, match.start() - 12) : match.start()
    ].rstrip().endswith("zwischen"):
        return None
    scale = groups.get("lowscale") or groups.get("dscale") or groups["scale"]
    least = value(low, scale)
    return None if least is None or least > number else f"{shown(least)}/{shown(number)} {unit}"


def amounts(text: str) -> Iterator[Found]:
    """Every amount of money, percentage and quantity in a text; they may overlap, the longer one is meant."""
    for before in MONEY_BEFORE.finditer(text):
        yield Found(before.start(), before.end(), "MONEY", _value(before, _unit(before, _CURRENCIES)))
    for start in START.finditer(text):
        if match := MONEY.match(text, start.start()):
            yield Found(match.start(), match.end(), "MONEY", _value(match, _unit(match, _CURRENCIES)))
        if match := PERCENT.match(text, start.start()):
            unit = "pp" if match["unit"].startswith("Prozentpunkt") else "%"
            yield Found(match.start(), match.end(), "PERCENT", _value(match, unit))
        if match := QUANTITY.match(text, start.start()):
            yield Found(match.start(), match.end(), "QUANTITY", _value(match, _unit(match, _UNITS)))
