"""Bylines, signatures and datelines as agencies and newspapers set them."""

from __future__ import annotations

import pytest

from newsreader.article import Span
from newsreader.article.newsroom.bylines import authors, is_closing_signature, is_signature
from newsreader.article.newsroom.datelines import read_dateline


@pytest.mark.parametrize(
    "line",
    [
        "dpa",
        "dpa/afp",
        "(dpa/AFP)",
        "dpa, epd",
        "dpa/lno kf xyz",
        "dpa sk yydd n1 abc",
        "Quelle: dpa",
        "Von Anna Beck",
        "VON ANNA BECK",
        "Von Anna Beck, Berlin",
        "Von Anna Beck und Jan von der Heyde, dpa",
        "Von Jean-Luc O’Brien (Reuters)",
        "Von Dr. Anna Beck",
        "Interview: Anna Beck",
        "Das Gespräch führten Anna Beck und Jan Wolf",
        "Anna Beck, dpa",
        "Anna Beck/dpa",
        "Jan Wolf (AFP)",
        "(mit Material von dpa)",
        "Mit Informationen von Anna Beck, Studio Kiew",
        "© dpa-infocom, dpa:240713-930-171434/3",
        "Dieser Artikel erschien zuerst im Anzeiger",
        "AFP/dpa/abc",
    ],
)
def test_signature(line: str) -> None:
    assert is_signature(line)


@pytest.mark.parametrize(
    "line",
    [
        "Von Berlin nach Kiew",
        "Von der Leyen wiedergewählt",
        "Von Bund und Ländern",
        "Von 2025 an gilt das Gesetz",
        "Die dpa berichtet aus Berlin",
        "Streit um Wärmenetze",
        "Mit Material beladen fuhr der Zug nach Köln",
        "Berlin",
        "",
        "Text und Bild",
    ],
)
def test_no_signature(line: str) -> None:
    assert not is_signature(line)


def test_closing_signature() -> None:
    for line in ("Anna Beck", "(abc)", "(abc/xy)", "abc/xy", "/abc/", "– Anna Beck"):
        assert is_closing_signature(line), line
    for line in ("Ende", "Es bleibt spannend", "und so weiter", "Anna Beck kommt"):
        assert not is_closing_signature(line), line


def test_authors() -> None:
    assert authors("Von Anna Beck und Jan Wolf, Berlin") == "Anna Beck und Jan Wolf"
    assert authors("Interview: Anna Beck") == "Anna Beck"
    assert authors("dpa/afp") is None


@pytest.mark.parametrize(
    ("text", "dateline", "place", "agency"),
    [
        ("BERLIN (dpa) - Der Bundestag tagt.", "BERLIN (dpa) -", "BERLIN", "dpa"),
        ("Berlin/Moskau (AFP) – Der Bundestag tagt.", "Berlin/Moskau (AFP) –", "Berlin/Moskau", "AFP"),
        (
            "Frankfurt am Main (dpa/lhe) — Die Börse fällt.",
            "Frankfurt am Main (dpa/lhe) —",
            "Frankfurt am Main",
            "dpa/lhe",
        ),
        ("FRANKFURT/MAIN (awp international) - Kurse fallen.", None, None, None),
        ("(dpa) - Der Bundestag tagt.", "(dpa) -", None, "dpa"),
        ("(dpa/afp) – Der Bundestag tagt.", "(dpa/afp) –", None, "dpa/afp"),
        ("Berlin, 13. Juli (Reuters) - Kurse fallen.", "Berlin, 13. Juli (Reuters) -", "Berlin", "Reuters"),
        ("New York (AP). Die Börse fällt.", "New York (AP).", "New York", "AP"),
        ("WASHINGTON dpa | Der Präsident reist.", "WASHINGTON dpa |", "WASHINGTON", "dpa"),
        ("ST. PETERSBURG (AFP) - Es schneit.", "ST. PETERSBURG (AFP) -", "ST. PETERSBURG", "AFP"),
        ("MÜNCHEN (abc) - Es schneit.", "MÜNCHEN (abc) -", "MÜNCHEN", "abc"),
        ("LÜNEBURG – Die Klinik schließt.", "LÜNEBURG –", "LÜNEBURG", None),
        ("KIEW/MOSKAU. Drohnen haben angegriffen.", "KIEW/MOSKAU.", "KIEW/MOSKAU", None),
        ("Neustadt, 15. November 2024 - Der Preis sinkt.", "Neustadt, 15. November 2024 -", "Neustadt", None),
        ("Berlin (dpa)", "Berlin (dpa)", "Berlin", "dpa"),
        ("Christian Lindner (FDP) – der Minister – sprach.", None, None, None),
        ("Jan Wolf (AFP) sprach in Berlin.", None, None, None),
        ("NATO - das Bündnis - wächst.", None, None, None),
        ("Der Bundestag (dpa) tagt.", None, None, None),
        ("Die Lage – sagt er – sei ernst.", None, None, None),
        ("B" * 500, None, None, None),
        ("B/" * 500, None, None, None),
    ],
)
def test_dateline(text: str, dateline: str | None, place: str | None, agency: str | None) -> None:
    before = "Titel\n\n"
    whole = before + text
    found = read_dateline(whole, Span(len(before), len(whole)))
    if found is None:
        assert dateline is None
        return
    assert found.span.of(whole) == dateline
    assert (found.place.of(whole) if found.place else None) == place
    assert (found.agency.of(whole) if found.agency else None) == agency
