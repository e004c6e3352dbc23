"""When an article was published, of all the dates on its page."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.article.html.invented import TEXT, linked_data, meta, page_of

TITLE = "<h1>Der Rat streicht das Freibad</h1>"


@pytest.mark.parametrize(
    "name", ["article:published_time", "article:published:time", "article.published-time", "DC.date.issued"]
)
def test_names_of_metadata_in_any_spelling(name: str) -> None:
    told = f'<meta name="{name}" content="2024-05-03T10:00:00+02:00">'
    found = page_of(TITLE + TEXT, head=told)
    assert found.published == datetime.fromisoformat("2024-05-03T10:00:00+02:00")


@pytest.mark.parametrize("kind", ["CreativeWork", "Recipe"])
def test_date_of_what_is_no_news(kind: str) -> None:
    told = linked_data(**{"@type": kind}, datePublished="2024-05-03")
    assert page_of(TITLE + TEXT, head=told).published == datetime(2024, 5, 3)


@pytest.mark.parametrize("day", ["2024-05-03", "2024-05-04"], ids=["same", "print"])
def test_day_gets_the_time_that_is_shown(day: str) -> None:
    shown = "<div class=date><time>03.05.2024, 12:01 Uhr</time></div>"
    found = page_of(f"{TITLE}{shown}{TEXT}", head=meta(date=day))
    assert found.published == datetime(2024, 5, 3, 12, 1)


@pytest.mark.parametrize(
    "shown", ["<p>Stand: 03.05.2024, 12:01 Uhr</p>", "<p>06.05.2024, 12:01 Uhr</p>"], ids=["update", "later"]
)
def test_day_keeps_itself_beside_another_time(shown: str) -> None:
    assert page_of(f"{TITLE}{shown}{TEXT}", head=meta(date="2024-05-03")).published == datetime(2024, 5, 3)


def test_date_of_a_quoted_post_is_not_the_article_s() -> None:
    post = "<blockquote><p>Was für ein Tag.</p>am <time datetime='2018-03-12T19:30'>12. März</time></blockquote>"
    shown = "<header><div class=PublishDate><span>Freitag,</span><span>3. Mai 2024</span></div></header>"
    assert page_of(f"{shown}{TITLE}{TEXT}{post}{TEXT}").published == datetime(2024, 5, 3)
    assert page_of(f"{TITLE}{TEXT}{post}{TEXT}").published is None


def test_date_amid_links_and_signs() -> None:
    links = "".join(f"<a href='#{number}'><i></i>{number}</a> " for number in range(6))
    shown = f"<div class=line><a href='/anna'>Anna Beck</a> / 03.05.2024 / 09:30 / {links}</div>"
    assert page_of(f"{shown}{TITLE}{TEXT}").published == datetime(2024, 5, 3, 9, 30)


@pytest.mark.parametrize(
    "shown",
    [
        "<div>Stand: 04.05.2024, 12:00 Uhr | Erstveröffentlichung: 03.05.2024, 10:00 Uhr</div>",
        "<p>Aktualisiert: 04.05.2024, 12:00 Uhr</p><p>Veröffentlicht: 03.05.2024, 10:00 Uhr</p>",
        "<div>Aktualisiert <time datetime='2024-05-04T12:00'>4. Mai</time></div>"
        "<div>Veröffentlicht <time datetime='2024-05-03T10:00'>3. Mai</time></div>",
        "<time class=updated datetime='2024-05-04T12:00'>4. Mai</time> "
        "<time class=published datetime='2024-05-03T10:00'>3. Mai</time>",
        "<time itemprop=dateModified datetime='2024-05-04T12:00'>4. Mai</time> "
        "<time pubdate datetime='2024-05-03T10:00'>3. Mai</time>",
    ],
    ids=["one line", "two lines", "words", "classes", "attributes"],
)
def test_update_is_not_when_it_was_published(shown: str) -> None:
    assert page_of(f"{TITLE}{shown}{TEXT}").published == datetime(2024, 5, 3, 10)


def test_classes_that_name_both() -> None:
    shown = "<time class='entry-date published updated' datetime='2024-05-03T10:00'>3. Mai</time>"
    assert page_of(f"{TITLE}{shown}{TEXT}").published == datetime(2024, 5, 3, 10)


@pytest.mark.parametrize("unset", ["0001-01-01T00:00:00Z", "1970-01-01T01:00:00+01:00", "0"])
def test_date_that_was_never_set(unset: str) -> None:
    told = linked_data(headline="Der Rat streicht das Freibad", datePublished=unset) + meta(date="2024-05-03")
    assert page_of(TITLE + TEXT, head=told).published == datetime(2024, 5, 3)
