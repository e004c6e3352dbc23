"""The page as a browser shows it: linked both ways, escaped, without anything from outside."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from lxml import html
from tests.export.writing import written

from newsreader.export.writers.html.escaping import FORBIDDEN, link

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.export import Document

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
in_browser = pytest.mark.skipif(BROWSER is None, reason="needs chromium (apt-get install chromium)")
VOID = {"meta", "br", "link", "img", "input", "hr"}


class Checker(HTMLParser):
    """Sees that every element is closed in order, and collects what there is."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        values = dict(attrs)
        assert not any(name.startswith("on") for name in values)
        self.ids += [value] if (value := values.get("id")) else []
        self.links += [value] if (value := values.get("href") or values.get("src")) else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def checked(page: str) -> Checker:
    checker = Checker()
    checker.feed(page)
    checker.close()
    assert not checker.open
    return checker


def article_text(page: str) -> str:
    """What is read in the article, without the numbers that link to the list."""
    [article] = html.document_fromstring(page).iter("article")
    for number in article.find_class("to"):
        number.drop_tree()
    return article.text_content()


def test_every_case_nests_and_is_linked_both_ways(case: Document) -> None:
    page = written("html", case)
    checker = checked(page)
    assert len(checker.ids) == len(set(checker.ids))
    inner = {link_ for link_ in checker.links if link_.startswith("#")}
    assert {one.removeprefix("#") for one in inner} <= set(checker.ids)
    for one in case.layer.statements:
        assert {f"#t-{one.id}", f"#l-{one.id}"} <= inner
    assert not [one for one in checker.links if not one.startswith("#")]
    assert not checker.tags & {"script", "link", "img", "iframe", "object", "form", "base"}


def test_every_case_is_read_word_for_word(case: Document) -> None:
    text = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", case.text)
    assert "".join(article_text(written("html", case)).split()) == "".join(text.split())


def test_hostile_text_stays_text(reviewed: Document) -> None:
    hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    analysis = reviewed.analysis
    actor = replace(analysis.actors[0], name=hostile, role=hostile)
    entity = replace(analysis.entities[0], label=hostile)
    human = tuple(replace(one, note=hostile, tags=(hostile,), annotator=hostile) for one in reviewed.human)
    article = replace(reviewed.article, source=f"javascript:alert(1)//{hostile}", author=hostile)
    changed = replace(
        reviewed,
        article=article,
        analysis=replace(analysis, actors=(actor,), entities=(entity,)),
        human=tuple(replace(one, colour=one.colour and hostile) for one in human),
    )
    checker = checked(written("html", changed))
    assert not checker.tags & {"script", "img"}
    assert not [one for one in checker.links if one.startswith("javascript")]


def test_where_the_file_lies_is_not_told(document: Document) -> None:
    page = written("html", document)
    assert "gipfel.txt" in page
    assert "texte/" not in page


def test_only_addresses_of_the_web_are_links() -> None:
    assert link("https://example.org/?a=1&b=2") == "https://example.org/?a=1&amp;b=2"
    assert link("javascript:alert(1)") is None
    assert link("data:text/html,x") is None
    assert link("texte/a.txt") is None


def test_what_a_person_said_is_shown(reviewed: Document) -> None:
    page = written("html", reviewed)
    side = html.document_fromstring(page).find(".//aside")
    assert side is not None
    text = side.text_content()
    assert "bestätigt" in text
    assert "berichtigt" in text
    assert 'Erste Zeile mit "Zitat"' in text
    assert "Zum ganzen Artikel" in text
    assert "Der Plan stehe" not in text
    checked(page)


def in_chromium(folder: Path, page: str, *options: str) -> str:
    """What chromium prints, with the page opened from a file."""
    assert BROWSER is not None
    path = folder / "seite.html"
    path.write_text(page, encoding="utf-8")
    command = [
        BROWSER,
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--virtual-time-budget=2000"),
        f"--user-data-dir={folder / 'profile'}",
        *options,
        path.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout


@in_browser
def test_chromium_shows_the_article_and_asks_for_nothing(reviewed: Document, tmp_path: Path) -> None:
    log = tmp_path / "net.json"
    shown = in_chromium(tmp_path, written("html", reviewed), "--dump-dom", f"--log-net-log={log}")
    assert "".join(article_text(shown).split()) == "".join(reviewed.text.split())
    requested = set(re.findall(r'"url":"(https?://[^"]+)"', log.read_text(errors="replace")))
    assert not [one for one in requested if "seite" in one or "example" in one]
    assert "Content Security Policy" not in shown.partition("</head>")[2]


@in_browser
def test_chromium_prints_text_and_list(reviewed: Document, tmp_path: Path) -> None:
    pdf = tmp_path / "seite.pdf"
    in_chromium(tmp_path, written("html", reviewed), f"--print-to-pdf={pdf}", "--no-pdf-header-footer")
    data = pdf.read_bytes()
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) in (1, 2)


@in_browser
@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_sticks_out_to_the_side(width: int, reviewed: Document, tmp_path: Path) -> None:
    probe = (
        "<script>addEventListener('load', () => document.body.dataset.wide = "
        "document.documentElement.scrollWidth > innerWidth)</script></body>"
    )
    page = written("html", reviewed).replace("default-src 'none'", "script-src 'unsafe-inline'")
    shown = in_chromium(tmp_path, page.replace("</body>", probe), "--dump-dom", f"--window-size={width},900")
    assert 'data-wide="false"' in shown
