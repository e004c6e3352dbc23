"""Whole articles in the layouts that newsrooms, readers and machines produce, and what must be seen in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from newsreader.article import BlockKind, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsreader.article import Article

P, H, LI, L = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.LEAD
T, ST, SIG = BlockKind.TITLE, BlockKind.STAMP, BlockKind.SIGNATURE
ROW, CODE = BlockKind.TABLE_ROW, BlockKind.CODE


@dataclass(frozen=True)
class Expected:
    """What must be seen in an article."""

    kinds: list[BlockKind]
    title: str | None = None
    published: datetime | None = None
    headings: tuple[str, ...] = ()
    dateline: str | None = None
    author: str | None = None


EXPECTED = {
    "kicker-titel-stand.txt": Expected(
        [T, T, ST, SIG, L, P, H, P, H, P, SIG],
        "Streit um Wärmenetze Kommunen fordern mehr Geld vom Bund",
        datetime(2025, 3, 4, 17, 5),
        ("Kosten steigen seit Jahren", "Wie geht es weiter?"),
        author="Katja Brandner und Emil Sorg",
    ),
    "agentur-umbrochen.txt": Expected(
        [T, L, P, H, P, SIG],
        "Umweltverbände klagen gegen Ausbau der Elbfähre bei Glückstadt",
        headings=("Behörde verteidigt Planung",),
        dateline="BERLIN/HAMBURG (dpa/lno) -",
    ),
    "zeilenweise.txt": Expected(
        [T, ST, L, P, H, P, P, H, P],
        "Stadtrat stimmt für autofreie Altstadt",
        datetime(2024, 11, 20, 8, 15),
        ("Händler fürchten Umsatzverlust", "Busse sollen öfter fahren"),
    ),
    "ohne-titel.txt": Expected([P, P, P]),
    "ein-satz.txt": Expected([P]),
    "eine-zeile.txt": Expected([P]),
    "ein-absatz.txt": Expected([T, P], "Rhein führt wieder mehr Wasser"),
    "interview.txt": Expected([T, L, SIG, P, P, P, P, P, P, P, P], '"Wir brauchen mehr Geduld"', author="Jonas Reuter"),
    "ticker.txt": Expected([T, ST, P, P, P, P, P], "Liveticker zur Landtagswahl", datetime(2024, 9, 22, 20, 10)),
    "gedicht.txt": Expected([T, P, P, P], "Nachts am Kanal"),
    "leserbrief.txt": Expected([P, P, P, P, P, SIG]),
    "liste.txt": Expected(
        [T, ST, L, LI, LI, LI, LI, LI, H, P, H, P, P, LI, LI, LI, P],
        "WIRTSCHAFT Was sich zum Jahreswechsel ändert",
        datetime(2024, 12, 30, 6, 0),
        ("1. Steuern", "2. Energie"),
    ),
    "nur-ueberschriften.txt": Expected([P, P, P]),
    "zitat-und-signatur.txt": Expected(
        [T, L, P, P, H, P, P, P, SIG],
        "Trainer Bäumler hört zum Saisonende auf",
        headings=("Krahn: „Ein großer Verlust“",),
    ),
    "funke-ort.txt": Expected(
        [ST, T, L, P],
        "KRANKENHÄUSER Klinik schließt Geburtshilfe",
        datetime(2024, 5, 3, 14, 20),
        dateline="LÜNEBURG –",
        author="Nils Ahrendt",
    ),
    "spielplan.txt": Expected([T, P, P], "Ergebnisse vom Wochenende"),
    "schmale-spalte.txt": Expected([T, P], "Neuer Radweg am Fluss"),
    "unsichtbares.txt": Expected([T, P, P], "Formular"),
    "reportage.md": Expected(
        [T, L, H, P, LI, LI, LI, LI, LI, LI, P, P, H, ROW, ROW, ROW, P, P, P, CODE],
        "Das Dorf, das bleiben wollte",
        datetime(2024, 8, 19, 6, 30, tzinfo=timezone(timedelta(hours=2))),
        ("Was vom Ort übrig ist", "Zahlen"),
        author="Selma Kurz, Ivo Brandt",
    ),
    "meldung.md": Expected(
        [T, ST, SIG, L, H, P],
        "Hafen bleibt gesperrt",
        datetime(2025, 2, 5, 9, 12),
        ("Löscharbeiten dauern an",),
        "ROSTOCK (dpa) –",
        "Pia Lohse",
    ),
}


def headings(article: Article) -> tuple[str, ...]:
    return tuple(heading for section in article.sections if (heading := article.heading(section)))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_article_is_understood(name: str, texts: Path, check_spans: Callable[[Article], None]) -> None:
    article, expected = read(str(texts / name)), EXPECTED[name]
    assert [block.kind for block in article.blocks] == expected.kinds
    assert (article.title if article.title_span else None) == expected.title
    assert article.published == expected.published
    assert headings(article) == expected.headings
    assert (article.dateline.of(article.text) if article.dateline else None) == expected.dateline
    assert article.author == expected.author
    check_spans(article)


def test_every_text_has_an_expectation(texts: Path) -> None:
    assert {path.name for path in texts.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(name for name in EXPECTED if name.endswith(".txt")))
def test_plain_text_stays_as_it_is(name: str, texts: Path) -> None:
    assert read(str(texts / name)).text == (texts / name).read_text("utf-8")


def test_sample_article(sample: Path, check_spans: Callable[[Article], None]) -> None:
    article = read(str(sample))
    assert article.title == "Nach dem NATO-Gipfel Verteidigungsminister der USA und Russlands telefonieren"
    assert article.published == datetime(2024, 7, 13, 10, 36)
    assert [article.heading(section) for section in article.sections] == [
        None,
        "Telefonat kurz nach dem NATO-Gipfel",
        "Selenskyj wirbt in den USA um weitere Unterstützung",
    ]
    assert article.stamp is not None
    assert article.stamp.of(article.text) == "Stand: 13.07.2024 10:36 Uhr"
    assert [block.kind for block in article.blocks] == [T, ST, L, P, P, H, P, P, H, P, P]
    check_spans(article)


def test_lines_of_verse_and_tables_are_kept(texts: Path) -> None:
    for name, count in (("gedicht.txt", 2), ("spielplan.txt", 1), ("leserbrief.txt", 1), ("nur-ueberschriften.txt", 3)):
        kept = [block for block in read(str(texts / name)).blocks if block.preformatted]
        assert len(kept) == count, name
    wrapped = read(str(texts / "agentur-umbrochen.txt"))
    assert not any(block.preformatted for block in wrapped.blocks)


def test_depth_of_list_items(texts: Path) -> None:
    plain = read(str(texts / "liste.txt"))
    assert [block.level for block in plain.blocks if block.kind is LI] == [1, 1, 2, 2, 1, 1, 1, 1]
    assert {block.marker for block in plain.blocks} == {""}


def test_markdown_is_shown_as_a_reader_sees_it(texts: Path) -> None:
    article = read(str(texts / "reportage.md"))
    blocks = [block for block in article.blocks if block.kind is LI]
    assert [(block.span.of(article.text), block.level, block.marker) for block in blocks] == [
        ("Kirche", 1, "1."),
        ("Gasthof", 1, "2."),
        ("Saal", 2, "◦"),
        ("Kegelbahn", 2, "◦"),
        ("seit 1961 außer Betrieb", 2, ""),
        ("Friedhof", 1, "3."),
    ]
    assert [(inline.kind.value, inline.span.of(article.text), inline.target) for inline in article.inlines] == [
        ("strong", "Weydorf", ""),
        ("emphasis", "grünen", ""),
        ("link", "Gasthof", "https://example.org/gasthof"),
        ("strike", "Schule", ""),
        ("code", "2019", ""),
        ("strong", "1.204", ""),
    ]
    rows = [block for block in article.blocks if block.kind is ROW]
    assert [[cell.of(article.text) for cell in row.cells] for row in rows] == [
        ["Jahr", "Einwohner", "Anteil"],
        ["1990", "1.204", ""],
        ["2024", "17", "1,4 %"],
    ]
    assert [row.header for row in rows] == [True, False, False]
    assert [block.quoted for block in article.blocks if block.quoted] == [1, 2]
    assert "alert" not in article.text
    assert "<" not in article.text
    assert "Die Gemeinde & der Kreis streiten weiter.\n\nEnde offen." in article.text
    assert article.text.endswith("17 / 1204 = 0,014\n  (gerundet)")
