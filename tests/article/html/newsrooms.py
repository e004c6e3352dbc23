"""One invented story set in the manner of different newsrooms' systems, each with its own furniture around it."""

from __future__ import annotations

import json
from dataclasses import dataclass

KICKER = "Stadtwerke Brackenheim"
HEADLINE = "Rat verschiebt den Umbau des Wasserwerks um zwei Jahre"
LEAD = "Der Stadtrat will erst neue Gutachten abwarten. Die Werkleitung warnt vor steigenden Kosten und vor einem Engpass im Sommer."
ONE = "Der Stadtrat hat den Umbau des Wasserwerks am Dienstagabend mit knapper Mehrheit um zwei Jahre verschoben. Für den Aufschub stimmten 19 Mitglieder, 17 waren dagegen."
TWO = "„Wir bauen nicht auf Sand“, sagte die Fraktionsvorsitzende Marlene Oswald. Die vorliegenden Zahlen seien vier Jahre alt und hielten keiner Prüfung stand."
HEADING_ONE = "Werkleitung rechnet mit Mehrkosten"
THREE = "Werkleiter Joachim Brandl sprach von einem schweren Fehler. Jedes Jahr Verzug koste nach seiner Rechnung rund 400.000 Euro, die am Ende die Haushalte zahlten."
QUOTE = "Wer heute spart, zahlt morgen doppelt, und zwar alle."
HEADING_TWO = "So geht es weiter"
ITEMS = (
    "Bis Ende März sollen zwei Büros ihre Gutachten vorlegen.",
    "Im Mai berät der Ausschuss über die Ergebnisse.",
    "Im Herbst stimmt der Rat noch einmal ab.",
)
FOUR = "Bis dahin bleibt das alte Werk in Betrieb. Eine Bürgerinitiative will am Samstag vor dem Rathaus für einen raschen Bau werben und hat 300 Teilnehmer angemeldet."
CAPTION = "Das Wasserwerk am Nordhang stammt aus dem Jahr 1961."
CREDIT = "Foto: Petra Lindt"
AUTHORS = ("Carla Reuter", "Tim Vogt")
BODY = (ONE, TWO, THREE, FOUR)

JUNK = (
    "Wir verwenden Cookies und ähnliche Techniken, um Inhalte und Anzeigen zu personalisieren.",
    "Mehr zum Thema",
    "Freibad bleibt auch im kommenden Jahr geschlossen, weil das Geld für die Technik fehlt",
    "Melden Sie sich jetzt für unseren Newsletter an und lesen Sie jeden Morgen das Wichtigste.",
    "Das ist doch alles längst bekannt, die da oben machen sowieso, was sie wollen, immer wieder.",
    "Anzeige",
    "Artikel teilen",
    "Impressum",
)
COOKIES, MORE, OTHER, LETTER, COMMENT, AD, SHARE, IMPRINT = JUNK


@dataclass(frozen=True)
class Told:
    """What a page is expected to give besides the story's text."""

    page: str
    kicker: str = KICKER
    authors: tuple[str, ...] = AUTHORS
    published: str = "2025-02-18T21:40:00+01:00"
    publisher: str | None = "Brackenheimer Bote"
    encoding: str = "utf-8"


def ld(**more: object) -> str:
    """A script with the story as a NewsArticle."""
    item = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEADLINE,
        "description": LEAD,
        "datePublished": "2025-02-18T21:40:00+01:00",
        "author": [{"@type": "Person", "name": name} for name in AUTHORS],
        "publisher": {"@type": "NewsMediaOrganization", "name": "Brackenheimer Bote"},
        "isAccessibleForFree": True,
    } | more
    return f'<script type="application/ld+json">{json.dumps(item, ensure_ascii=False)}</script>'


def _items(tag: str = "ul") -> str:
    return f"<{tag}>" + "".join(f"<li>{item}</li>" for item in ITEMS) + f"</{tag}>"


def semantic() -> Told:
    """HTML5 with everything where it belongs, and JSON-LD."""
    return Told(
        f"""<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{HEADLINE} | Brackenheimer Bote</title>
        <meta property="og:title" content="{HEADLINE}"><meta property="og:site_name" content="Brackenheimer Bote">
        <link rel="canonical" href="https://bote.example/wasserwerk-1.2345">{ld()}</head><body>
        <div id="cookie-consent" role="dialog"><p>{COOKIES}</p></div>
        <header><nav><ul><li><a href="/">Start</a></li><li><a href="/stadt">Stadt</a></li></ul></nav></header>
        <main><article><header><h1><span class="kicker">{KICKER}</span> <span class="headline">{HEADLINE}</span></h1>
        <p class="lead">{LEAD}</p><p class="byline">Von Carla Reuter und Tim Vogt</p>
        <time datetime="2025-02-18T21:40:00+01:00">18.02.2025, 21:40 Uhr</time></header>
        <figure><img src="x.jpg" alt="Wasserwerk"><figcaption>{CAPTION} <small>{CREDIT}</small></figcaption></figure>
        <div class="share-bar">{SHARE}</div>
        <p>{ONE}</p><p>{TWO}</p>
        <aside class="teaser-box"><h3>{MORE}</h3><a href="/freibad">{OTHER}</a></aside>
        <h2>{HEADING_ONE}</h2><p>{THREE}</p><blockquote><p>{QUOTE}</p></blockquote>
        <div class="newsletter-box"><p>{LETTER}</p><form><input><button>Los</button></form></div>
        <h2>{HEADING_TWO}</h2>{_items()}<p>{FOUR}</p></article>
        <section class="comments"><h2>Kommentare</h2><p>{COMMENT}</p><p>{COMMENT} {COMMENT}</p></section></main>
        <footer><p>{IMPRINT}</p></footer></body></html>"""
    )


def graph_of_divs() -> Told:
    """Divs with class names of a build tool, and the facts in an `@graph` beside other items."""
    others: list[object] = [
        {"@type": "Organization", "@id": "#org", "name": "Brackenheimer Bote"},
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "Stadt", "position": 1}]},
        {
            "@type": "NewsArticle",
            "headline": OTHER,
            "datePublished": "2025-02-10T08:00:00Z",
            "url": "https://b.example/f",
        },
    ]
    item = {
        "@type": ["NewsArticle"],
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://b.example/wasserwerk"},
        "headline": HEADLINE,
        "datePublished": "2025-02-18T20:40:00.000Z",
        "author": {"@type": "Person", "name": "Von Carla Reuter, Tim Vogt"},
        "publisher": {"@type": "Organization", "name": "Brackenheimer Bote"},
    }
    script = json.dumps({"@context": "https://schema.org", "@graph": [*others, item]})
    return Told(
        f"""<html lang="de"><head><title>{HEADLINE}</title><meta property="og:url" content="https://b.example/wasserwerk">
        <meta property="og:title" content="{KICKER}: {HEADLINE}"><meta name="description" content="{LEAD}">
        <script type="application/ld+json">{script}</script></head><body><div id="__next">
        <div class="Header_nav__x8Kq2"><a href="/">Start</a></div>
        <div class="Article_head__P3otY"><div class="Article_kicker__aB3dE">{KICKER}</div>
        <h1 class="Article_title__Zz9aQ">{HEADLINE}</h1><div class="Article_teaserText__Kk2vV">{LEAD}</div>
        <div class="Article_authors__q1W2e">Von Carla Reuter, Tim Vogt</div></div>
        <div class="Article_body__mN4oP"><div class="P_text__uT6mq">{ONE}</div><div class="P_text__uT6mq">{TWO}</div>
        <div class="Embed_consent__aa1Bb">An dieser Stelle finden Sie einen relevanten Inhalt. Mit Ihrer Zustimmung wird er geladen.</div>
        <h3 class="P_sub__rr5Tt" id="teaser-nav">{HEADING_ONE}</h3><div class="P_text__uT6mq">{THREE}</div>
        <blockquote class="Q_q__a1B2c">{QUOTE}</blockquote>
        <div class="image-text caption">{CAPTION} {CREDIT}</div>
        <h3 class="P_sub__rr5Tt">{HEADING_TWO}</h3>{_items()}<div class="P_text__uT6mq">{FOUR}</div>
        <div class="Box_box__t1T2t"><h3>{MORE}</h3><div><a href="/f">{OTHER}</a></div></div></div>
        <div class="Comments_list__c1D2e comments-list"><p>{COMMENT}</p></div></div>
        <div class="consent-layer"><p>{COOKIES}</p></div></body></html>"""
    )


def microdata_in_tables() -> Told:
    """An old page in Windows-1252: layout tables, microdata, German dates, bold sub-headings."""
    return Told(
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
        <title>Brackenheimer Bote - {HEADLINE}</title><meta name="author" content="Carla Reuter und Tim Vogt">
        <meta name="publisher" content="Brackenheimer Bote"></head><body bgcolor=white>
        <table width=980><tr><td><a href=/>Start</a> | <a href=/stadt>Stadt</a></td></tr><tr><td>
        <table><tr><td class=navigation><a href=/sport>Sport</a></td><td itemscope itemtype="http://schema.org/NewsArticle">
        <h2 class=dachzeile>{KICKER}</h2><h1 itemprop=headline>{HEADLINE}</h1>
        <span itemprop=datePublished content="18.02.2025 21:40">Dienstag, 18. Februar 2025, 21:40 Uhr</span>
        <p class=vorspann><b>{LEAD}</b></p><p>{ONE}<p>{TWO}
        <table class=bild><tr><td class=bildunterschrift>{CAPTION} {CREDIT}</td></tr></table>
        <p><b>{HEADING_ONE}</b></p><p>{THREE}<p><blockquote>{QUOTE}</blockquote>
        <p><b>{HEADING_TWO}</b></p>{_items()}<p>{FOUR}
        <p><a href=/freibad>Mehr zum Thema: {OTHER}</a>
        </td></tr></table></td></tr><tr><td class=footer>{IMPRINT}</td></tr></table></body></html>""",
        published="2025-02-18T21:40:00",
        encoding="cp1252",
    )


def line_breaks() -> Told:
    """Paragraphs made by line breaks in one block, and an `h1` only in the path of the page."""
    return Told(
        f"""<html lang="de"><head><title>{HEADLINE} - Brackenheimer Bote</title>
        <meta property="article:published_time" content="2025-02-18T21:40:00+0100">
        <meta property="og:site_name" content="Brackenheimer Bote"><meta property="og:title" content="{HEADLINE}">
        <meta property="article:author" content="https://facebook.example/bote"></head><body>
        <nav class="breadcrumb"><ol><li>Start</li><li><h1>Wasserwerk: Umbau verschoben – was das kostet</h1></li></ol></nav>
        <div class="content"><div class="topline">{KICKER}</div><h2 class="headline">{HEADLINE}</h2>
        <strong class="intro">{LEAD}</strong>
        <div class="article-text">{ONE}<br><br>{TWO}<br/>
        <br><h4>{HEADING_ONE}</h4>{THREE}<br><br><q>{QUOTE}</q><br><br>
        <h4>{HEADING_TWO}</h4>{_items("ol")}{FOUR}<br><br><i>{CAPTION} {CREDIT}</i></div>
        <div class="adslot">{AD}</div><div class="social-bar">{SHARE}</div></div></body></html>""",
        authors=(),
    )


def amp() -> Told:
    """An AMP page: its own elements, adverts and related links among them."""
    return Told(
        f"""<!doctype html><html ⚡ lang="de-DE"><head><meta charset="utf-8"><title>{HEADLINE}</title>
        <link rel="canonical" href="https://bote.example/wasserwerk">{ld(datePublished="2025-02-18T21:40:00+01:00")}
        <style amp-custom>p{{margin:0}}</style></head><body>
        <amp-consent layout="nodisplay"><div>{COOKIES}</div></amp-consent>
        <amp-sidebar><ul><li><a href="/">Start</a></li></ul></amp-sidebar>
        <article class="amp-article"><p class="kicker">{KICKER}</p><h1>{HEADLINE}</h1><p class="amp-lead">{LEAD}</p>
        <amp-img src="x.jpg"></amp-img><p class="img-caption">{CAPTION} {CREDIT}</p>
        <p>{ONE}</p><amp-ad type="x"><div>{AD}</div></amp-ad><p>{TWO}</p><h2>{HEADING_ONE}</h2><p>{THREE}</p>
        <blockquote>{QUOTE}</blockquote><h2>{HEADING_TWO}</h2>{_items()}<p>{FOUR}</p>
        <amp-social-share type="email"></amp-social-share>
        <div class="related-articles"><h3>{MORE}</h3><ul><li><a href="/f">{OTHER}</a></li></ul></div></article>
        </body></html>"""
    )


NEWSROOMS = (semantic, graph_of_divs, microdata_in_tables, line_breaks, amp)
