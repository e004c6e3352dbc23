"""Where title, paragraphs, sub-headings and list items are seen in plain text, by its layout alone."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from newsreader.article import Article, BlockKind

ReadText = Callable[..., Article]

LONG = (
    "Der Stadtrat hat am Montag nach langer Debatte beschlossen, den Haushalt für das kommende Jahr erst im Frühling "
    "zu verabschieden. Das teilte eine Sprecherin mit."
)
OTHER = (
    "Die Opposition kritisierte den Aufschub scharf und sprach von einem Zeichen der Schwäche, das niemandem nütze. "
    "Der Kämmerer verteidigte den Plan."
)


def kinds(article: Article) -> str:
    """The kinds of an article's blocks, one letter each."""
    letters = {
        BlockKind.TITLE: "T",
        BlockKind.STAMP: "S",
        BlockKind.LEAD: "L",
        BlockKind.PARAGRAPH: "p",
        BlockKind.HEADING: "H",
        BlockKind.LIST_ITEM: "i",
        BlockKind.SIGNATURE: "s",
        BlockKind.TABLE_ROW: "r",
        BlockKind.CODE: "c",
    }
    return "".join(letters[block.kind] for block in article.blocks)


def headings(article: Article) -> list[str | None]:
    return [article.heading(section) for section in article.sections]


@pytest.mark.parametrize(
    ("head", "seen"),
    [
        ("Haushalt kommt später", "T"),
        ("Haushalt kommt später!", "T"),
        ("Kommt der Haushalt später?", "T"),
        ("Streit im Rat: Haushalt kommt später", "T"),
        ("„Ein Zeichen der Schwäche“", "T"),
        ("HAUSHALT\n\nStadtrat vertagt sich", "TT"),
        ("Haushalt\nStadtrat vertagt sich auf den Frühling", "T"),
        ("Haushalt:\nStadtrat vertagt sich auf den Frühling\nSprecherin nennt Gründe", "T"),
        ("Stadtrat vertagt sich\n\nStand: 3. Mai 2024", "TS"),
        ("Stadtrat vertagt sich\nStand: 3. Mai 2024", "TS"),
        ("Stadtrat vertagt sich Stand: 3. Mai 2024", "TS"),
        ("Der Stadtrat hat sich vertagt.\nStand: 3. Mai 2024", "TS"),
        ("3. Mai 2024\n\nStadtrat vertagt sich", "ST"),
        ("Stadtrat vertagt sich\n\nVon Anna Beck\n\nStand: 3. Mai 2024, 14:20 Uhr", "TsS"),
        ("Stadtrat vertagt sich\n\nFoto: Anna Beck", "Tp"),
        ("Stadtrat vertagt sich", "T"),
        ("dpa-Meldung 14:20\n\nStadtrat vertagt sich", "pT"),
        ("10:36 Uhr\n\nneu\n\nStadtrat vertagt sich\n\nStand: 3. Mai 2024", "ppTS"),
        ("Betreff: Haushalt\n\nNEUBURG\n\nStadtrat vertagt sich", "TTT"),
        ("Sehr geehrte Damen und Herren,", "p"),
        ("Wörtlich sagte er:", "p"),
        ("Der Stadtrat hat sich vertagt.", "p"),
        ("https://example.org/haushalt", "p"),
        ("10:36 Uhr", "p"),
        ("***", "p"),
        ("- vertagt", "i"),
    ],
)
def test_head(head: str, seen: str, read_text: ReadText) -> None:
    article = read_text(f"{head}\n\n{LONG}\n\n{OTHER}\n")
    assert kinds(article) == seen + ("Lp" if "T" in seen else "pp")


def test_line_below_the_title_that_tells_the_story_on(read_text: ReadText) -> None:
    subtitle = "Der Kämmerer verteidigt den Aufschub, die Opposition spricht von Schwäche, und die Bürger warten weiter"
    article = read_text(f"Stadtrat vertagt sich\n\n{subtitle}\n\n{LONG}\n\n{OTHER}")
    assert kinds(article) == "TLpp"
    assert headings(article) == [None]


def test_title_without_an_empty_line_below(read_text: ReadText) -> None:
    assert kinds(read_text(f"Stadtrat vertagt sich\n{LONG}\n{OTHER}")) == "TLp"
    wrapped = textwrap.fill(LONG, 60) + "\n" + textwrap.fill(OTHER, 60)
    assert kinds(read_text(f"Stadtrat vertagt sich\n{wrapped}")) == "TLp"
    assert kinds(read_text(f"Stadtrat vertagt sich\nNEUBURG (dpa) - Er tagt.\n\n{LONG}")) == "Tpp"


def test_wrapped_title(read_text: ReadText) -> None:
    title = "Stadtrat von Neuburg vertagt die Entscheidung über den\nHaushalt auf den Frühling"
    text = f"{title}\n\n{textwrap.fill(LONG, 60)}\n\n{textwrap.fill(OTHER, 60)}\n"
    article = read_text(text)
    assert kinds(article) == "TLp"
    assert article.title == title.replace("\n", " ")
    assert not article.blocks[0].preformatted


def test_title_needs_text_below(read_text: ReadText) -> None:
    for text in ("Stadtrat vertagt sich", "Stadtrat vertagt sich\n", "Stadtrat\n\nvertagt sich\n\nauf den Frühling"):
        article = read_text(text)
        assert article.title_span is None
        assert set(kinds(article)) == {"p"}


@pytest.mark.parametrize(
    ("width", "between"),
    # At 80 columns the last line of a paragraph happens to be full, and only an empty line can tell its end.
    [(40, "\n"), (60, "\n"), (72, "\n"), (100, "\n"), (40, "\n\n"), (60, "\n\n"), (80, "\n\n"), (100, "\n\n")],
)
def test_wrapped_paragraphs_are_one_block_each(width: int, between: str, read_text: ReadText) -> None:
    paragraphs = [f"{LONG} {OTHER}", f"{OTHER} {LONG}", f"{LONG} {LONG}"]
    article = read_text(between.join(textwrap.fill(paragraph, width) for paragraph in paragraphs))
    assert [" ".join(block.span.of(article.text).split()) for block in article.blocks] == paragraphs


@pytest.mark.parametrize("width", [60, 72, 100])
def test_wrapped_text_without_empty_lines_keeps_its_headings(width: int, read_text: ReadText) -> None:
    parts = ["Stadtrat vertagt sich", "Stand: 3. Mai 2024", LONG, "Streit um Zahlen", OTHER, "Foto: Anna Beck", OTHER]
    article = read_text("\n".join(textwrap.fill(part, width) for part in parts))
    assert kinds(article) == "TSLHppp"
    assert headings(article) == [None, "Streit um Zahlen"]


def test_stamp_that_was_wrapped_with_the_title(read_text: ReadText) -> None:
    head = (
        "Stadtrat von Neuburg vertagt die Entscheidung über den Haushalt auf den Frühling Stand: 3. Mai 2024 14:20 Uhr"
    )
    article = read_text("\n\n".join(textwrap.fill(part, 64) for part in (head, f"{LONG} {OTHER}", OTHER)))
    assert kinds(article) == "TSLp"
    assert article.title == head.partition(" Stand")[0]
    assert article.published is not None


def test_hyphens_at_the_ends_of_lines_are_no_ends(read_text: ReadText) -> None:
    text = (
        "Der Stadtrat hat am Montag nach langer Debatte be-\n"
        "schlossen, den Haushalt für das kommende Jahr erst im Früh-\n"
        "ling zu verabschieden. Das teilte eine Sprecherin der Ver-\n"
        "waltung am Abend mit.\n"
    )
    assert kinds(read_text(text)) == "p"


def test_lines_without_empty_ones_are_paragraphs(read_text: ReadText) -> None:
    article = read_text("\n".join([LONG, OTHER, "Streit um Zahlen", LONG, OTHER]))
    assert kinds(article) == "ppHpp"


@pytest.mark.parametrize(
    "line",
    [
        "Streit um Zahlen",
        "Wie geht es weiter?",
        "Was ist „sozial verträglich“?",
        "Hintergrund:",
        "2. Der Plan",
        "Kämmerer: „Wir haben keine Wahl“",
        "„Schwäche“ als Vorwurf",
        "STREIT UM ZAHLEN",
        "+++ 14:02 Rat geht in die Pause +++",
        "Erst im Frühling!",
    ],
)
def test_sub_heading(line: str, read_text: ReadText) -> None:
    article = read_text(f"Stadtrat vertagt sich\n\n{LONG}\n\n{line}\n\n{OTHER}\n")
    assert kinds(article) == "TLHp"
    assert headings(article) == [None, line]
    assert article.sections[1].level == 2


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("„Wir haben keine Wahl“", "p"),
        ('"Wir haben keine Wahl"', "p"),
        ("»Wir haben keine Wahl«", "p"),
        ("Wörtlich sagte der Kämmerer:", "p"),
        ("In der Erklärung heißt es:", "p"),
        ("Er ging.", "p"),
        ("und dann war Schluss", "p"),
        ("10:36 Uhr", "p"),
        ("Montag, 3. Mai", "p"),
        ("3. Mai 2024", "p"),
        ("Foto: Anna Beck", "p"),
        ("Anzeige", "p"),
        ("Lesen Sie hier mehr über den Haushalt", "p"),
        ("* * *", "p"),
        ("Tel. 030/1234567", "p"),
        ("redaktion@example.org", "p"),
        ("Stand: 3. Mai 2024", "S"),
        ("dpa/afp", "s"),
        ("Von Anna Beck", "s"),
        ("• Streit um Zahlen", "i"),
        ("- Streit um Zahlen", "i"),
        ("Frage: Wie geht es weiter?", "p"),
        ("Wie erklären Sie sich das?", "p"),
        ("Erst kam der Rat. Dann kam der Streit", "p"),
        ("Zu " + "sehr " * 30 + "lang", "p"),
    ],
)
def test_no_sub_heading(line: str, seen: str, read_text: ReadText) -> None:
    article = read_text(f"Stadtrat vertagt sich\n\n{LONG}\n\n{LONG}\n\n{line}\n\n{OTHER}\n")
    assert kinds(article) == f"TLp{seen}p"
    assert headings(article) == [None]


def test_no_sub_heading_without_text_below(read_text: ReadText) -> None:
    article = read_text(f"Stadtrat vertagt sich\n\n{LONG}\n\n{OTHER}\n\nStreit um Zahlen\n\nKritik am Plan\n")
    assert kinds(article) == "TLppp"


def test_caption_that_hangs_on_a_paragraph(read_text: ReadText) -> None:
    text = f"{LONG}\n\n{OTHER}\n\n{LONG}\nDer Kämmerer im Rathaus\n\n{OTHER}\n"
    assert kinds(read_text(text)) == "ppppp"


def test_many_short_sections_are_none(read_text: ReadText) -> None:
    text = "Der Tag im Überblick\n\n" + "\n\n".join(f"Meldung Nummer {n}\n\nEs bleibt ruhig." for n in range(8))
    assert "H" not in kinds(read_text(text))


def test_text_that_begins_with_a_sub_heading(read_text: ReadText) -> None:
    article = read_text(f"{LONG}\n\nStreit um Zahlen\n\n{OTHER}\n")
    assert [(section.id, section.span.start) for section in article.sections] == [("0", 0), ("1", len(LONG) + 2)]


def test_dash_at_the_start_of_a_wrapped_line_is_no_item(read_text: ReadText) -> None:
    text = (
        "Der Stadtrat hat am Montag den Haushalt für das kommende Jahr beraten\n"
        "- wie immer bis in die Nacht - und dann doch noch einmal auf den\n"
        "Frühling vertagt. Das teilte eine Sprecherin der Verwaltung am Abend\n"
        "nach der Sitzung mit.\n"
    )
    assert kinds(read_text(text)) == "p"


def test_wrapped_list(read_text: ReadText) -> None:
    text = (
        "Der Stadtrat hat am Montag drei Punkte für das kommende Jahr beraten,\n"
        "die schon lange auf der Tagesordnung standen:\n"
        "- den Haushalt, der erst im Frühling und vielleicht sogar noch später\n"
        "  verabschiedet werden soll\n"
        "- die Buslinie 12\n"
        "- den Radweg am Fluss, der nach den Worten der Baudezernentin noch in\n"
        "  diesem Jahr fertig wird\n"
    )
    article = read_text(text)
    assert kinds(article) == "piii"
    assert article.blocks[2].span.of(text) == "- die Buslinie 12"


def test_numbers_count_on_in_a_list(read_text: ReadText) -> None:
    article = read_text(
        f"{LONG}\n\n1. Haushalt\n2. Buslinie\n3. Radweg\n\n{OTHER}\n\n3. Liga: Neuburg verliert wieder.\n"
    )
    assert kinds(article) == "piiipp"


def test_live_ticker(read_text: ReadText) -> None:
    lines = [f"{hour}:15 Uhr: Der Rat tagt weiter, und niemand geht nach Hause" for hour in range(20, 10, -1)]
    assert kinds(read_text("Ticker aus dem Rat\n\n" + "\n\n".join(lines))) == "p" * 11
    assert "H" not in kinds(read_text("\n".join(lines)))


def test_interview_with_names(read_text: ReadText) -> None:
    turns = "Anzeiger: Wie geht es weiter?\n\nBeck: Das weiß ich nicht. Fragen Sie den Rat.\n\n" * 4
    assert set(kinds(read_text(f"Im Gespräch\n\n{LONG}\n\n{turns}"))) == {"T", "L", "p"}


def test_title_of_a_file_without_one_is_its_name(read_text: ReadText) -> None:
    assert read_text(LONG, ".txt").title == "article"


def test_signs_of_direction_do_no_harm(read_text: ReadText) -> None:
    text = f"\u202eStadtrat vertagt sich\u202c\n\n\u200b{LONG}\u200b\n\nStreit \u2066um\u2069 Zahlen\n\n{OTHER}"
    article = read_text(text)
    assert article.text == text
    assert kinds(article) == "TLHp"
