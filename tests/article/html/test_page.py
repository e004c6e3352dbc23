"""What single pages need: tickers, interviews, paid articles, encodings, and pages made to break programs."""

from __future__ import annotations

import json
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from newsreader.article import Article, BlockKind, InlineKind, read
from newsreader.article.readers.html import page
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LONG = "Der Ausschuss hat am Montag mehrere Stunden lang über den Haushalt beraten und am Ende nichts beschlossen. "


def article(body: str, head: str = "", title: str = "Haushalt bleibt ohne Beschluss", **options: str) -> Article:
    html = f"<!doctype html><html lang=de><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}</body></html>"
    return page.read(html.encode(), "seite.html", **options)


def script(**item: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **item})}</script>'


def texts(found: Article, kind: BlockKind) -> list[str]:
    return [block.span.of(found.text) for block in found.blocks if block.kind is kind]


def test_ticker_has_a_section_for_each_entry() -> None:
    entries = "".join(
        f"<article class=entry><time datetime='2025-02-18T{hour}:05:00+01:00'>{hour}:05 Uhr</time><h2>{head}</h2><p>{hour} {LONG}</p></article>"
        for hour, head in ((12, "Der Rat tagt wieder"), (11, "Pause beschlossen"), (10, "Sitzung beginnt"))
    )
    found = article(f"<main>{entries}</main>", script(headline="x", **{"@type": "LiveBlogPosting"}))
    assert texts(found, BlockKind.HEADING) == [
        "12:05 Uhr – Der Rat tagt wieder",
        "11:05 Uhr – Pause beschlossen",
        "10:05 Uhr – Sitzung beginnt",
    ]


def test_ticker_without_headings_is_cut_by_its_times() -> None:
    entries = "".join(
        f"<div class=e><span>{hour}:05 Uhr</span><div><p>{hour} {LONG}</p></div></div>" for hour in (12, 11, 10)
    )
    found = article(f"<main>{entries}</main>")
    assert texts(found, BlockKind.HEADING) == ["12:05 Uhr", "11:05 Uhr", "10:05 Uhr"]
    assert [section.heading is not None for section in found.sections] == [False, True, True, True]


def test_ticker_that_is_only_in_the_metadata() -> None:
    updates = [
        {"@type": "BlogPosting", "headline": "Zweiter", "datePublished": "2025-02-18T09:05:00Z", "articleBody": LONG},
        {
            "@type": "BlogPosting",
            "headline": "Erster",
            "datePublished": "2025-02-18T08:05:00Z",
            "articleBody": f"<p>{LONG}</p><p>Ende.</p>",
        },
    ]
    found = article("<div id=app></div>", script(liveBlogUpdate=updates, **{"@type": "LiveBlogPosting"}))
    assert texts(found, BlockKind.HEADING) == ["10:05 Uhr – Zweiter", "09:05 Uhr – Erster"]
    assert "Ende." in texts(found, BlockKind.PARAGRAPH)


def test_questions_of_an_interview_stay_questions() -> None:
    turns = "".join(
        f"<p><strong>Frau Oswald, was hat Sie an Teil {n} gestört?</strong></p><p>{LONG}</p>" for n in (1, 2, 3)
    )
    found = article(f"<article>{turns}</article>")
    assert not texts(found, BlockKind.HEADING)
    bold = [inline.span.of(found.text) for inline in found.inlines if inline.kind is InlineKind.STRONG]
    assert bold[0] == "Frau Oswald, was hat Sie an Teil 1 gestört?"


def test_bold_line_that_opens_a_paragraph_is_one_of_its_own() -> None:
    talk = "".join(
        f"<p><strong>Was sagen Sie zu Punkt {n}?</strong><br>Dazu {n} <a href='/x'>hier</a>. {LONG}</p>"
        for n in (1, 2, 3)
    )
    found = article(f"<p>{LONG}</p>{talk}")
    running = texts(found, BlockKind.PARAGRAPH)
    assert "Was sagen Sie zu Punkt 2?" in running
    assert f"Dazu 2 hier. {LONG.strip()}" in running
    assert not texts(found, BlockKind.HEADING)
    links = [inline.span.of(found.text) for inline in found.inlines if inline.kind is InlineKind.STRONG]
    assert links == [f"Was sagen Sie zu Punkt {n}?" for n in (1, 2, 3)]
    headed = article(f"<p>{LONG}</p><p><b>Streit im Ausschuss</b><br>{LONG}</p><p>{LONG} Ende.</p>")
    assert texts(headed, BlockKind.HEADING) == ["Streit im Ausschuss"]


def test_paid_article_says_so() -> None:
    found = article(f"<article><p>{LONG}</p></article>", script(isAccessibleForFree="False", articleBody=LONG * 9))
    assert found.notices == ("article.only_beginning",)
    assert found.text.count(LONG.strip()) == 1
    found = article(
        f"<article>{''.join(f'<p>{n} {LONG * 9}</p>' for n in range(4))}</article>", script(isAccessibleForFree=False)
    )
    assert found.notices == ("article.paid",)
    assert article(f"<article><p>{LONG}</p></article>", script(isAccessibleForFree=True)).notices == ()


def test_barrier_without_metadata_says_so() -> None:
    found = article(f"<article><p>{LONG}</p><div class='c-paywall'><h3>Jetzt Abonnent werden</h3></div></article>")
    assert found.notices == ("article.only_beginning",)


def test_text_that_is_only_in_the_metadata() -> None:
    found = article("<div id=app></div>", script(articleBody=f"{LONG}\n\n{LONG}Zum Schluss."))
    assert texts(found, BlockKind.LEAD) + texts(found, BlockKind.PARAGRAPH) == [LONG.strip(), f"{LONG}Zum Schluss."]


def test_links_are_whole_and_harmless() -> None:
    body = f"<p>{LONG}<a href='/rat'>Rat</a> <a href='javascript:alert(1)'>hier</a> <a href='file:///etc/passwd'>da</a></p>"
    found = article(body, address="https://bote.example/stadt/artikel")
    assert [inline.target for inline in found.inlines if inline.kind is InlineKind.LINK] == ["https://bote.example/rat"]


def test_links_are_relative_to_what_the_page_says() -> None:
    found = article(
        f"<p>{LONG}<a href='rat'>Rat</a></p>", "<base href='/stadt/'>", address="https://bote.example/x/artikel"
    )
    assert [inline.target for inline in found.inlines if inline.kind is InlineKind.LINK] == [
        "https://bote.example/stadt/rat"
    ]


def test_tables_of_data() -> None:
    rows = "<tr><th>Jahr</th><th>Kosten</th></tr><tr><td>2024</td><td>3,1 Mio.</td></tr>"
    found = article(f"<p>{LONG * 2}</p><table>{rows}</table><p>{LONG}</p>")
    [head, row] = [block for block in found.blocks if block.kind is BlockKind.TABLE_ROW]
    assert head.header
    assert [cell.of(found.text) for cell in row.cells] == ["2024", "3,1 Mio."]


def test_hidden_text_is_not_shown() -> None:
    hidden = (
        "<p hidden>EINS</p><p style='display: none'>ZWEI</p><p class='sr-only'>DREI</p><template><p>VIER</p></template>"
    )
    found = article(f"<article><p>{LONG * 2}</p>{hidden}<script>FUENF</script><style>SECHS</style></article>")
    assert not any(word in found.text for word in ("EINS", "ZWEI", "DREI", "VIER", "FUENF", "SECHS"))


def test_nothing_invisible_is_in_the_text() -> None:
    found = article(f"<p>Vor\u00adsicht: \u202etxet\u202c \x1b[31mrot\x1b[0m&#8203; &#x9b;2J {LONG}</p>")
    assert found.text.split("\n\n")[1].startswith("Vorsicht: txet [31mrot[0m")
    assert not any(ord(character) < 32 and character != "\n" for character in found.text)
    assert "\u202e" not in found.text


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (f"<meta charset=utf-8><p>Ärger über Öl: {LONG}".encode(), None),
        (f"<meta charset=iso-8859-1><p>Ärger über Öl: {LONG}".encode("cp1252"), None),
        (f"<p>Ärger über Öl: {LONG}".encode("cp1252"), "ISO-8859-15"),
        (f"<meta charset=utf-8><p>Ärger über Öl: {LONG}".encode("utf-16"), None),
        (f"<meta charset=iso-8859-1><p>Ärger über Öl: {LONG}".encode(), "latin1"),
        (f"<meta charset=base64><p>Ärger über Öl: {LONG}".encode("cp1252"), "no-such-thing"),
    ],
)
def test_encodings(data: bytes, charset: str | None) -> None:
    assert "Ärger über Öl" in page.read(data, "seite.html", charset=charset).text


@pytest.mark.parametrize(
    "html",
    [
        b"",
        b"\0\0\0",
        b"<html><body></body></html>",
        b"<html><body><nav><a href=/>Start</a></nav></body></html>",
        b"<div>" * 100_000,
        b"<!doctype html><title>x</title><script>var a = 1;</script>",
    ],
)
def test_page_without_article(html: bytes) -> None:
    with pytest.raises(SourceError) as told:
        page.read(html, "seite.html")
    assert told.value.key == "article.no_article"


def test_deep_nesting_is_harmless() -> None:
    found = article(f"<p>{LONG * 3}</p>" + "<div>" * 100_000 + "<p>unten</p>")
    assert LONG.strip() in found.text
    found = article("<b>" * 1500 + f"<p>{LONG}</p>" * 300)
    assert found.text.count(LONG.strip()) >= 1


@pytest.mark.parametrize("tag", ["div", "b", "span class='a'", "font", "section"])
@pytest.mark.parametrize("closed", [True, False])
def test_text_behind_and_in_deep_nesting_is_read(tag: str, closed: bool) -> None:
    ends = f"</{tag.split()[0]}>" * 5000 if closed else ""
    script = "<script>if (a < b) { document.write('<div><div>') }</script>"
    found = article(f"<p>{LONG}</p>{f'<{tag}>' * 5000}<p>Ganz unten: {LONG}</p>{ends}{script}<p>Danach: {LONG}</p>")
    assert f"Ganz unten: {LONG.strip()}" in found.text
    assert f"Danach: {LONG.strip()}" in found.text
    assert "document" not in found.text


def test_headings_by_the_name_of_their_class_and_by_weight() -> None:
    named = f"<p>{LONG}</p><p class='wp-block-interline'>Steilere Zinskurve</p><p>Danach: {LONG}</p><h2>Ausblick</h2><p>Noch: {LONG}</p>"
    assert texts(article(named), BlockKind.HEADING) == ["Steilere Zinskurve", "Ausblick"]
    bold = f"<p>{LONG}</p><p><b>Steilere Zinskurve</b></p><p>Danach: {LONG}</p><p><b>Anna Beck sagte das am Montag.</b></p><p>Noch: {LONG}</p>"
    assert texts(article(bold), BlockKind.HEADING) == ["Steilere Zinskurve"]


def test_headings_of_a_numbered_list_stay_without_text() -> None:
    numbered = "".join(f"<h3>{number}. Das kostet der Haushalt im Jahr</h3>" for number in range(1, 5))
    found = article(f"<p>{LONG}</p>{numbered}<p>Zum Ende: {LONG}</p>")
    assert len(texts(found, BlockKind.HEADING)) == 4
    found = article(f"<p>{LONG}</p><h3>Das bleibt leer</h3><h3>Das nicht</h3><p>Zum Ende: {LONG}</p>")
    assert texts(found, BlockKind.HEADING) == ["Das nicht"]


@pytest.mark.parametrize(
    "heading", ["Weitere Videos", "Tipps der Redaktion", "Unser Bote empfiehlt", "Stellenangebote"]
)
def test_headings_above_what_leads_elsewhere_are_left_out(heading: str) -> None:
    box = f"<aside-box><h3>{heading}</h3><p>Ein Beitrag über etwas anderes.</p></aside-box>"
    found = article(f"<article><p>{LONG}</p>{box}<p>Zum Ende: {LONG}</p></article>")
    assert heading not in found.text
    assert "Zum Ende" in found.text


def test_further_articles_below_are_left_out() -> None:
    own = f"<article><h1>Haushalt bleibt ohne Beschluss</h1>{f'<p>Eigenes: {LONG * 3}</p>' * 2}</article>"
    further = f"<article><h2>Freibad schließt</h2>{f'<p>Fremdes: {LONG * 3}</p>' * 4}</article>"
    html = f"<html><head><title>Haushalt bleibt ohne Beschluss</title></head><body><main>{own}<div>{further * 2}</div></main></body></html>"
    found = page.read(html.encode(), "x")
    assert "Eigenes" in found.text
    assert "Fremdes" not in found.text


def test_entries_that_are_articles_belong_to_their_ticker() -> None:
    entries = "".join(
        f"<article><h2>{hour}.15 Uhr: Nachricht</h2><p>Eintrag {hour}: {LONG}</p></article>" for hour in range(8, 20)
    )
    found = article(f"<main><article><p>Vorweg: {LONG}</p></article>{entries}</main>")
    assert [f"Eintrag {hour}" in found.text for hour in range(8, 20)] == [True] * 12


@pytest.mark.parametrize("names", ["onetrust-pc-sdk", "jwplayer", "whatsapp-group", "c-video-player__next"])
def test_players_and_consent_are_left_out(names: str) -> None:
    found = article(
        f"<article><p>{LONG}</p><div class='{names}'><p>Das ist Beiwerk und kein Text.</p></div><p>{LONG}</p></article>"
    )
    assert "Beiwerk" not in found.text


def test_headings_stay_and_the_list_of_them_goes() -> None:
    headings = [f"Das ist der {number}. Punkt der langen Beratung im Ausschuss" for number in range(3)]
    contents = "<ul>" + "".join(f"<li><em>{heading}</em></li>" for heading in headings) + "</ul>"
    text = "".join(f"<h2>{heading}</h2><p>{number}: {LONG}</p>" for number, heading in enumerate(headings))
    found = article(f"<p>{LONG}</p>{contents}{text}")
    assert texts(found, BlockKind.HEADING) == headings
    assert not texts(found, BlockKind.LIST_ITEM)


def test_headline_that_is_named_again_below_the_text() -> None:
    head = '<meta property="og:title" content="Haushalt bleibt ohne Beschluss">'
    cited = "<p>Zitiervorschlag: Beck, Haushalt bleibt ohne Beschluss</p>"
    html = f"<html><head>{head}</head><body>{''.join(f'<p>{n}: {LONG * 2}</p>' for n in range(5))}{cited}</body></html>"
    found = page.read(html.encode(), "x")
    assert found.title == "Haushalt bleibt ohne Beschluss"
    assert "0: Der Ausschuss" in found.text


def test_readers_may_write_is_no_discussion() -> None:
    found = article(f"<div class='comments-enabled'><h2>Im Ausschuss</h2><p>{LONG * 3}</p></div>")
    assert LONG.strip() in found.text


def test_text_that_only_shows_when_scripts_have_run() -> None:
    found = article(f"<div style='display:none' class='article-text'>{f'<p>{LONG * 3}</p>' * 3}</div>")
    assert LONG.strip() in found.text


def test_lead_between_the_headline_and_the_element_of_the_text() -> None:
    lead = "Der Rat hat lange beraten und will im Herbst noch einmal über das Freibad sprechen."
    html = (
        f"<html><body><main><header><h1>Haushalt bleibt ohne Beschluss</h1><div class='lead'><p>{lead}</p></div></header>"
        f"<article><p>{LONG * 2}</p><p>Dann: {LONG * 3}</p></article></main></body></html>"
    )
    found = page.read(html.encode(), "x")
    assert texts(found, BlockKind.LEAD) == [lead]


def test_headline_in_a_table_of_contents_is_not_its_place() -> None:
    title = "Haushalt bleibt ohne Beschluss und der Rat berät weiter"
    contents = f"<ul><li>{title}</li><li>Streit im Ausschuss</li></ul>"
    head = f'<meta property="og:title" content="{title}">'
    found = article(f"<p>Vorweg: {LONG}</p>{contents}<p>{LONG}</p>", head, title)
    assert "Vorweg" in found.text


def test_sub_headings_that_call_themselves_headlines() -> None:
    body = f"<p>Eins: {LONG}</p><h3 itemprop='headline'>Streit im Ausschuss</h3><p>Zwei: {LONG}</p>"
    found = article(body, '<meta property="og:title" content="Haushalt bleibt ohne Beschluss">')
    assert found.title == "Haushalt bleibt ohne Beschluss"
    assert texts(found, BlockKind.HEADING) == ["Streit im Ausschuss"]
    assert "Eins:" in found.text


def test_deck_below_the_headline_is_no_section() -> None:
    deck = "Index gibt leicht nach – Satz für zehnjährige Anleihen auf Hoch – Chips gesucht"
    found = article(f"<h2>{deck}</h2><p>{LONG}</p><p>Dann: {LONG}</p>")
    assert texts(found, BlockKind.LEAD) == [deck]
    assert not texts(found, BlockKind.HEADING)


def test_headline_in_large_letters_goes_before_that_for_search_engines() -> None:
    head = script(headline="Ampeln tot, Bahnen stehen: Wie sicher ist das Netz?")
    path = "<ul><li>Start</li><li><h1>Stromausfall: Wie sicher ist das Netz?</h1></li></ul>"
    html = f"<html><head><title>Stromausfall: Wie sicher ist das Netz?</title>{head}</head><body>{path}<h2>Ampeln tot, Bahnen stehen: Wie sicher ist das Netz?</h2><p>{LONG * 2}</p></body></html>"
    assert page.read(html.encode(), "x").title == "Ampeln tot, Bahnen stehen: Wie sicher ist das Netz?"


def test_title_is_as_the_newsroom_states_it() -> None:
    shown = f"<p class='kicker'>Haushalt der Stadt</p><h1>Der Rat streicht das Freibad</h1><p>{LONG}</p>"

    def stated(headline: str) -> Article:
        return page.read(f"<html><head>{script(headline=headline)}</head><body>{shown}</body></html>".encode(), "x")

    joined = stated("Haushalt: Der Rat streicht das Freibad")
    assert joined.title == "Haushalt: Der Rat streicht das Freibad"
    assert joined.kicker is not None
    assert joined.kicker.of(joined.text) == "Haushalt"
    alone = stated("Der Rat streicht das Freibad")
    assert alone.title == "Der Rat streicht das Freibad"
    assert alone.kicker is not None
    assert alone.kicker.of(alone.text) == "Haushalt der Stadt"


def test_title_told_to_other_sites_is_the_newsrooms_own() -> None:
    seo = "Freibad Brackenheim: Das kostet die Schließung"
    head = script(headline=seo) + '<meta property="og:title" content="Der Rat streicht das Freibad">'
    found = page.read(
        f"<html><head><title>{seo} - Bote</title>{head}</head><body><h1>{seo}</h1><p>{LONG}</p></body></html>".encode(),
        "x",
    )
    assert found.title == "Der Rat streicht das Freibad"
    assert seo not in found.text


def test_name_of_the_site_in_large_letters_is_not_the_title() -> None:
    head = '<title>Schnee im Mai (3) | Neues vom Hang</title><meta property="og:title" content="Schnee im Mai (3)">'
    html = (
        f"<html><head>{head}</head><body><h1>Neues vom Hang</h1><h1>Schnee im Mai (3)</h1><p>{LONG}</p></body></html>"
    )
    assert page.read(html.encode(), "x").title == "Schnee im Mai (3)"


@pytest.mark.parametrize(
    "path",
    [
        "<nav><h1>Freibad: Was jetzt aus den Stellen wird</h1></nav>",
        "<div><a href='/'>Start</a><a href='/ort'>Ort</a><h1>Freibad: Was jetzt aus den Stellen wird</h1></div>",
    ],
)
def test_headline_for_search_engines_is_not_the_title(path: str) -> None:
    head = script(headline="Der Rat streicht das Freibad") + (
        "<title>Freibad: Was jetzt aus den Stellen wird</title>"
        '<meta property="og:title" content="Freibad: Was jetzt aus den Stellen wird">'
    )
    html = f"<html><head>{head}</head><body>{path}<article><p>{LONG}</p><p>{LONG}</p></article></body></html>"
    assert page.read(html.encode(), "x").title == "Der Rat streicht das Freibad"


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='article-meta'><a href='/anna'>Anna Beck</a> / 03.05.2024 / 09:30</div><p>{LONG}</p>",
        f"<div class='byline'>Anna Beck <time datetime='2024-05-03T09:30:00'>Freitag</time></div><p>{LONG}</p>",
        f"<p>{LONG}</p><div class='documentByLine'><span class='published'>veröffentlicht 03.05.2024 09:30</span></div>",
        f"<p>{LONG}</p><div class='comments'><time datetime='2024-06-01'>1. Juni</time></div>"
        '<script>{"@context": "https://schema.org", "@type": "WebPage", "datePublished": "2024-05-03T09:30"}</script>',
    ],
    ids=["byline", "time", "below", "page"],
)
def test_date_in_what_is_left_out(body: str) -> None:
    assert article(body).published == datetime(2024, 5, 3, 9, 30)


def test_columns_beside_a_sidebar_are_text() -> None:
    columns = "".join(f"<div class='sidebar-grid__content'><p>{number}: {LONG * 2}</p></div>" for number in range(6))
    found = article(f"<article>{columns}<div class='sidebar'><p>Am Rand: {LONG}</p></div></article>")
    assert all(f"{number}: Der Ausschuss" in found.text for number in range(6))
    assert "Am Rand" not in found.text


@pytest.mark.parametrize(
    "line",
    [
        "Von bote-online, jse",
        "15.04.2026 - 15:48 UhrLesedauer: 2 Min.",
        ">> Hier finden Sie alle Termine im Überblick",
        "Player wird geladen",
        "1/12",
        "Der Ausschuss im Film | 01:48 min",
    ],
)
def test_lines_that_are_no_text(line: str) -> None:
    found = article(f"<article><p>{line}</p><p>{LONG}</p><p>Von hier aus ging es weiter. {LONG}</p></article>")
    assert line not in found.text
    assert "Von hier aus" in found.text


def test_boxes_that_are_no_prose() -> None:
    box = "<div class='not-prose'><h3>Bilder aus dem Rathaus</h3><p>Eine Sitzung, viele Bilder.</p></div>"
    found = article(f"<article><p>{LONG * 3}</p>{box}<p>Danach: {LONG * 3}</p></article>")
    assert "Bilder" not in found.text


def test_dates_of_other_articles_are_not_the_articles() -> None:
    other = "<h2><a href='/x'>Freibad zu <span class='date'>06.11.2022</span></a></h2>"
    found = article(f"<p>{LONG}</p>{other}<ul><li><strong>Datum</strong> 25.03.2023</li></ul>")
    assert found.published == datetime(2023, 3, 25)
    told = article(f"<p>{LONG}</p>{other}", title="Haushalt bleibt ohne Beschluss | Bote | 25.03.2023")
    assert told.published == datetime(2023, 3, 25)
    assert article(f"<p>{LONG}</p>{other}").published is None


def test_utility_classes_say_nothing() -> None:
    found = article(
        f"<main><div class='print:mx-0 hidden lg:block [.teaser_&]:p-0'><p>Eins: {LONG}</p></div><div class='my-6 search:x'><p>Zwei: {LONG}</p></div></main>"
    )
    assert "Eins:" in found.text
    assert "Zwei:" in found.text


@pytest.mark.parametrize(
    "part",
    [
        "<h1>Kopf der Sache hier</h1>",
        "<table><tr><td>a</td></tr>",
        "<figure>",
        "<br>a",
        "<time>10:36 Uhr</time>",
        "<ul><li>a",
        "<a href=/>Los</a>",
    ],
)
def test_masses_of_anything_are_harmless(part: str) -> None:
    assert "Haushalt" in article(f"<p>{LONG * 3}</p>" + part * 3000).text


def test_broken_metadata_is_harmless() -> None:
    nested = "[" * 50_000
    for broken in (
        "{",
        nested,
        '{"@type": 3, "author": [[[]]], "headline": {"a": []}}',
        "null",
        '{"@type":"NewsArticle",}',
    ):
        found = article(f"<p>{LONG}</p>", f'<script type="application/ld+json">{broken}</script>')
        assert LONG.strip() in found.text


def test_files_and_standard_input(tmp_path: Path, check_spans: Callable[[Article], None]) -> None:
    html = f"<!doctype html><html><title>Titel der Seite</title><body><p>{LONG}</p></body></html>".encode()
    for name in ("a.html", "b.HTM", "ohne"):
        (tmp_path / name).write_bytes(html)
        found = read(str(tmp_path / name))
        assert found.title == "Titel der Seite"
        check_spans(found)
    assert read("-", stdin=BytesIO(b"\n" + html)).title == "Titel der Seite"
    (tmp_path / "text.txt").write_bytes(html)
    assert read(str(tmp_path / "text.txt")).text.startswith("<!doctype")


def test_web_archive(tmp_path: Path) -> None:
    lines = [
        "From: <Saved by a browser>",
        "Snapshot-Content-Location: https://bote.example/artikel",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="B"',
        "",
        "--B",
        "Content-Type: text/html",
        "Content-Transfer-Encoding: quoted-printable",
        "Content-Location: https://bote.example/artikel",
        "",
        f"<html><body><h1>=C3=84rger um den Haushalt</h1><p>{LONG * 2}</p></body></html>".replace(
            "ü", "=C3=BC"
        ).replace(" am M", " am =\r\nM"),
        "--B--",
    ]
    path = tmp_path / "seite.mhtml"
    path.write_bytes("\r\n".join(lines).encode())
    found = read(str(path))
    assert found.title == "Ärger um den Haushalt"
    assert found.url == "https://bote.example/artikel"
    path.write_bytes(b"From: x\r\n\r\nnichts")
    with pytest.raises(SourceError, match="no article"):
        read(str(path))
