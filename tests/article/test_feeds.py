"""Feeds of all kinds, sound and broken, and feeds made to break programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.article import Article, read
from newsreader.article.feeds import LONGEST_NAME, LONGEST_TEXT, Feed, article_of, is_feed, parse
from newsreader.article.opening import open_source
from newsreader.errors import SourceError
from newsreader.library.store.places import place_of

if TYPE_CHECKING:
    from pathlib import Path

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Brackenheimer Bote &amp; Co</title><link>https://bote.example/</link>
<atom:link href="https://bote.example/feed" rel="self"/>
<item><title><![CDATA[Rat verschiebt „Wasserwerk“ &amp; mehr]]></title><link>https://bote.example/a?x=1&amp;y=2</link>
<pubDate>Tue, 18 Feb 2025 20:40:00 GMT</pubDate><dc:creator>Carla Reuter</dc:creator><guid>1</guid>
<description>&lt;p&gt;Der Rat hat &lt;b&gt;vertagt&lt;/b&gt;.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>Der Rat hat am Dienstagabend mit knapper Mehrheit vertagt, sagte die Sprecherin.</p><h2>Folgen</h2>
<p>Jetzt wird alles teurer, warnte der Werkleiter noch in der Sitzung des Rates.</p>]]></content:encoded></item>
<item><title>Zweite Meldung &uuml;ber &Ouml;l</title><link>/b</link><author>post@bote.example (Tim Vogt)</author></item>
<item><guid isPermaLink="true">https://bote.example/c</guid><description>Ohne Titel, mit Text</description></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Bote</title>
<link rel="self" href="https://bote.example/atom"/><link href="https://bote.example/"/>
<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ein <b>fetter</b> Titel</div></title>
<link rel="enclosure" href="https://bote.example/ton.mp3"/><link href="artikel/1"/><id>urn:1</id>
<published>2025-02-18T21:40:00+01:00</published><updated>2025-02-19T08:00:00+01:00</updated>
<author><name>Carla Reuter</name></author><summary>Kurz gesagt</summary></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Alt</title><link>https://alt.example/</link></channel>
<item><title>Alte Meldung</title><link>https://alt.example/1</link><dc:date>2025-02-18T21:40+01:00</dc:date></item></rdf:RDF>"""


def test_rss() -> None:
    feed = parse(RSS.encode(), "feed.xml")
    assert feed.title == "Brackenheimer Bote & Co"
    assert feed.link == "https://bote.example/"
    first, second, third = feed.entries
    assert first.title == "Rat verschiebt „Wasserwerk“ & mehr"
    assert first.link == "https://bote.example/a?x=1&y=2"
    assert first.published is not None
    assert first.published.isoformat() == "2025-02-18T21:40:00+01:00"
    assert (first.author, first.summary) == ("Carla Reuter", "Der Rat hat vertagt .")
    assert (second.title, second.link, second.author) == (
        "Zweite Meldung über Öl",
        "https://bote.example/b",
        "Tim Vogt",
    )
    assert (third.title, third.link) == ("Ohne Titel, mit Text", "https://bote.example/c")


def test_atom() -> None:
    feed = parse(ATOM.encode(), "feed.atom", address="https://bote.example/atom")
    [entry] = feed.entries
    assert (feed.title, feed.link, entry.title) == ("Bote", "https://bote.example/", "Ein fetter Titel")
    assert (entry.link, entry.author, entry.summary) == (
        "https://bote.example/artikel/1",
        "Carla Reuter",
        "Kurz gesagt",
    )
    assert entry.published is not None
    assert entry.published.day == 18


def test_rss_of_old() -> None:
    [entry] = parse(RDF.encode(), "x").entries
    assert entry.title == "Alte Meldung"
    assert entry.published is not None


@pytest.mark.parametrize(
    "text", [RSS, ATOM, RDF, "<!-- x -->\n<rss>", "<?xml version='1.0'?><!DOCTYPE rss><rss version='0.91'>"]
)
def test_is_told_by_its_beginning(text: str) -> None:
    assert is_feed(text.encode())
    assert is_feed(b"\xef\xbb\xbf" + text.encode())


@pytest.mark.parametrize("text", ["", "rss", "<html><rss>", "<feeder>", "Ein Text über <rss>", "<p><feed>"])
def test_what_is_none(text: str) -> None:
    assert not is_feed(text.encode())


def test_article_that_the_feed_brings_along() -> None:
    feed = parse(RSS.encode(), "feed.xml")
    article = article_of(feed.entries[0], feed)
    assert article.title == "Rat verschiebt „Wasserwerk“ & mehr"
    assert article.authors == ("Carla Reuter",)
    assert article.published == feed.entries[0].published
    assert [article.heading(section) for section in article.sections] == [None, "Folgen"]


def test_feed_cut_off_in_the_middle() -> None:
    feed = parse(RSS[: RSS.index("Zweite")].encode(), "x")
    assert feed.entries[0].title.startswith("Rat verschiebt")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("<rss><channel><title>leer</title></channel></rss>", "article.empty_feed"),
        ("<rss>", "article.empty_feed"),
        ("<fee", "article.broken_feed"),
        ("kein Feed", "article.broken_feed"),
        ("", "article.broken_feed"),
    ],
)
def test_broken_feeds(text: str, key: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse(text.encode(), "x")
    assert caught.value.key == key


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "geheim"
    secret.write_text("GEHEIM")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "{secret.as_uri()}">]>'
    text = f"<?xml version='1.0'?>{bomb}<rss><channel><item><title>A &l9; &f; Z</title><link>https://a.example/</link></item></channel></rss>"
    try:
        [entry] = parse(text.encode(), "x").entries
    except SourceError:
        return
    assert "GEHEIM" not in entry.title
    assert len(entry.title) < 1000


def test_entities_in_attributes_stay_closed() -> None:
    text = '<!DOCTYPE feed [<!ENTITY a "https://b.example/">]><feed><entry><title>A</title><link href="&a;x"/></entry></feed>'
    [entry] = parse(text.encode(), "x").entries
    assert entry.link is None or "b.example" not in entry.link


def test_empty_feed_is_one_where_it_may_be() -> None:
    feed = parse(b"<rss><channel><title>leer</title></channel></rss>", "x", may_be_empty=True)
    assert (feed.title, feed.entries) == ("leer", ())


def test_deep_and_long_feeds() -> None:
    deep = "<rss><channel><item><title>A</title><link>https://a.example/</link><x>" + "<y>" * 100_000
    assert parse(deep.encode(), "x").entries[0].title == "A"
    item = "<item><title>\x1b[31mA\u202e &#x9b;</title><link>javascript:alert(1)</link></item>"
    feed = parse(f"<rss><channel>{item * 5000}</channel></rss>".encode(), "x")
    assert len(feed.entries) == 2000
    assert feed.entries[0].title == "[31mA"
    assert feed.entries[0].link is None


def test_names_and_summaries_have_an_end() -> None:
    long = "x" * 3_000_000
    text = f"<rss><channel><title>{long}</title><item><title>{long}</title><guid>{long}</guid><author>{long}</author><description>{long}</description></item></channel></rss>"
    feed = parse(text.encode(), "x")
    [entry] = feed.entries
    assert {len(feed.title), len(entry.title), len(entry.id), len(entry.author)} == {LONGEST_NAME}
    assert len(entry.summary) == LONGEST_TEXT


def test_encodings() -> None:
    text = RSS.replace("UTF-8", "ISO-8859-1").replace("„Wasserwerk“", "Wässerung")
    assert "Wässerung" in parse(text.encode("cp1252"), "x").entries[0].title
    assert "Wässerung" in parse(text.encode("utf-16"), "x").entries[0].title


def test_file_is_opened_as_a_list(tmp_path: Path) -> None:
    for name in ("feed.xml", "feed.rss", "feed"):
        path = tmp_path / name
        path.write_text(RSS)
        feed = open_source(str(path))
        assert isinstance(feed, Feed)
        assert len(feed.entries) == 3
        with pytest.raises(SourceError, match="list"):
            read(str(path))
    path = tmp_path / "daten.xml"
    path.write_text("<daten/>")
    with pytest.raises(SourceError) as caught:
        read(str(path))
    assert caught.value.key == "article.unread_format"
    assert not isinstance(caught.value, Article)


def test_entries_without_a_link_are_each_known_by_something_of_their_own() -> None:
    items = "".join(
        f"<item><title>Meldung</title><guid isPermaLink='false'>m{number}</guid><description>&lt;p&gt;Text {number}. "
        f"{'Es geht weiter. ' * 10}&lt;/p&gt;</description></item>"
        for number in (1, 2)
    )
    feed = parse(f"<rss><channel><title>Ticker</title>{items}</channel></rss>".encode(), "https://a.example/f?x=1")
    one, other = (article_of(entry, feed) for entry in feed.entries)
    assert one.source != other.source
    assert one.source == article_of(feed.entries[0], feed).source
    assert one.source.startswith("https://a.example/f?x=1#newsreader-entry=")
    assert place_of(one.source) == one.source
    assert place_of("https://a.example/f?x=1#unten") == "https://a.example/f?x=1"
