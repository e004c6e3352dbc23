"""Markdown as a reader sees it: formatted text, blocks of every kind, front matter, raw HTML without its tags."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from newsreader.article import Article, BlockKind, InlineKind
from newsreader.article.readers import markup
from newsreader.article.readers.front_matter import read_front_matter

ReadText = Callable[..., Article]

BODY = "Der Stadtrat hat am Montag beschlossen, den Haushalt erst im Frühling zu verabschieden, teilte er mit."


def shown(article: Article) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


def inlines(article: Article) -> list[tuple[InlineKind, str, str]]:
    return [(inline.kind, inline.span.of(article.text), inline.target) for inline in article.inlines]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("ein\nweicher Umbruch", "ein weicher Umbruch"),
        ("ein  \nharter\\\nUmbruch", "ein\nharter\nUmbruch"),
        ("ein<br>harter<BR/>Umbruch<br />hier", "ein\nharter\nUmbruch\nhier"),
        ("&auml; &amp; &#8222;gut&#8220; &lt;b&gt; &copy;", "ä & „gut“ <b> ©"),
        ("5 < 6 und 7 > 3 & mehr", "5 < 6 und 7 > 3 & mehr"),
        ("**fett *schräg*** und ~~weg~~", "fett schräg und weg"),
        (r"\*kein\* \[Markup\] [dpa] [/b]", "*kein* [Markup] [dpa] [/b]"),
        ("ein <span class='x'>roher</span> <b>Text</b><!-- nichts -->", "ein roher Text"),
        ("![Der *Rat* tagt](rat.jpg) im Saal", "Der Rat tagt im Saal"),
        ("[![Bild](a.png)](http://a.de)", "Bild"),
        ("eins\n\n***\n\nzwei", "eins\n\nzwei"),
        ("eins\n\n![](leer.png)\n\nzwei", "eins\n\nzwei"),
        ("    Code\n\n      weiter\n", "Code\n\n  weiter"),
        ("```python\n\nx = 1\n```", "x = 1"),
        ("- a\n- b\n\nc", "a\nb\n\nc"),
        ("- a\n\n  a2\n\n- b\n  1) c\n  2) d", "a\na2\nb\nc\nd"),
        ("- a\n\n<!-- -->\n\n- b", "a\n\nb"),
        ("> a\n>\n> - b\n> - c", "a\n\nb\nc"),
        ("|a|b|\n|-|-|\n|1|2\t3|\n\n|c|\n|-|", "a\tb\n1\t2 3\n\nc"),
        ("<div>\n<p>eins</p><p>zwei &amp; drei</p>\n</div>", "eins\n\nzwei & drei"),
        ("[a]: http://a.de\n\nText [a]", "Text a"),
        ("Titel\n=====\n\nText", "Titel\n\nText"),
        ("\\\nText", "Text"),
        ("&nbsp; Text &nbsp;", "Text"),
        ("Ein&#10;Text\n\nNoch einer, der ein wenig länger ist.", "Ein Text\n\nNoch einer, der ein wenig länger ist."),
    ],
)
def test_text(source: str, text: str, read_text: ReadText, check_spans: Callable[[Article], None]) -> None:
    article = read_text(source, ".md")
    assert article.text == text
    check_spans(article)


def test_formatted_stretches(read_text: ReadText) -> None:
    article = read_text(
        '<i></i> **a *b* `c`** [~~d~~](http://a.de "t") <https://b.de> ![e](f) [](http://leer.de)', ".md"
    )
    assert inlines(article) == [
        (InlineKind.STRONG, "a b c", ""),
        (InlineKind.EMPHASIS, "b", ""),
        (InlineKind.CODE, "c", ""),
        (InlineKind.LINK, "d", "http://a.de"),
        (InlineKind.STRIKE, "d", ""),
        (InlineKind.LINK, "https://b.de", "https://b.de"),
    ]


def test_link_that_runs_a_program_is_none(read_text: ReadText) -> None:
    article = read_text("[hier](javascript:alert(1)) und [da](vbscript:x)", ".md")
    assert not article.inlines


def test_line_breaks_are_kept_where_they_are_hard(read_text: ReadText) -> None:
    article = read_text("weich\nhier\n\nhart  \nhier\n\n```\nx\n```", ".md")
    assert [block.preformatted for block in article.blocks] == [False, True, True]


def test_nested_lists(read_text: ReadText) -> None:
    article = read_text("7. a\n   - b\n     * c\n\n       mehr\n8. d\n   ```\n   x\n   ```\n9. > e\n", ".md")
    assert [(b.kind.value, b.level, b.marker, b.quoted, b.span.of(article.text)) for b in article.blocks] == [
        ("list_item", 1, "7.", 0, "a"),
        ("list_item", 2, "◦", 0, "b"),
        ("list_item", 3, "▪", 0, "c"),
        ("list_item", 3, "", 0, "mehr"),
        ("list_item", 1, "8.", 0, "d"),
        ("code", 0, "", 0, "x"),
        ("list_item", 1, "9.", 1, "e"),
    ]


def test_headings_are_the_sections(read_text: ReadText) -> None:
    article = read_text(
        f"# Titel\n\n{BODY}\n\n## Eins\n\n{BODY}\n\n### Zwei\n\nZwei\n---\n\n> ## Zitat\n\n- # Punkt", ".md"
    )
    assert article.title == "Titel"
    assert [(s.id, article.heading(s), s.level) for s in article.sections] == [
        ("0", None, 1),
        ("1", "Eins", 2),
        ("2", "Zwei", 3),
        ("3", "Zwei", 2),
    ]
    assert BlockKind.HEADING not in [block.kind for block in article.blocks if block.quoted]


def test_first_heading_of_a_lower_level_is_no_title(read_text: ReadText) -> None:
    article = read_text(f"## Eins\n\n{BODY}\n\n## Zwei\n\n{BODY}", ".md")
    assert article.title_span is None
    assert [article.heading(section) for section in article.sections] == ["Eins", "Zwei"]


def test_heading_below_the_text_is_no_title(read_text: ReadText) -> None:
    article = read_text(f"{BODY}\n\n# Eins\n\n{BODY}", ".md")
    assert article.title_span is None
    assert [article.heading(section) for section in article.sections] == [None, "Eins"]


def test_kicker_above_the_title(read_text: ReadText) -> None:
    article = read_text(f"Haushalt\n\n# Stadtrat vertagt sich\n\n{BODY}\n\n{BODY}", ".md")
    assert article.title == "Haushalt Stadtrat vertagt sich"
    article = read_text(f"Stand: 3. Mai 2024\n\n# Stadtrat vertagt sich\n\n{BODY}\n\n{BODY}", ".md")
    assert article.title == "Stadtrat vertagt sich"
    assert article.published == datetime(2024, 5, 3)


def test_markdown_without_headings_is_read_like_plain_text(read_text: ReadText) -> None:
    source = f"**Stadtrat vertagt sich**\n\nStand: 3. Mai 2024\n\n{BODY}\n\n**Streit um *Zahlen***\n\n{BODY}"
    article = read_text(source, ".md")
    assert article.title == "Stadtrat vertagt sich"
    assert article.published == datetime(2024, 5, 3)
    assert [article.heading(section) for section in article.sections] == [None, "Streit um Zahlen"]
    assert (InlineKind.STRONG, "Stadtrat vertagt sich", "") in inlines(article)


def test_stamp_behind_soft_and_hard_breaks(read_text: ReadText) -> None:
    for broken in ("\n", "  \n"):
        article = read_text(f"# Titel\n\nVon Anna Beck{broken}Stand: 3. Mai 2024, 14:20 Uhr\n\n{BODY}", ".md")
        assert article.published == datetime(2024, 5, 3, 14, 20)
        assert article.author == "Anna Beck"


def test_title_of_the_front_matter_opens_the_text(read_text: ReadText) -> None:
    article = read_text(f"---\ntitle: Stadtrat vertagt sich\n---\n\n{BODY}\n\n## Eins\n\n{BODY}", ".md")
    assert article.text.startswith("Stadtrat vertagt sich\n\nDer Stadtrat")
    assert article.title_span == (0, 21)
    assert article.blocks[0].kind is BlockKind.TITLE


def test_heading_goes_before_the_title_of_the_front_matter(read_text: ReadText) -> None:
    article = read_text(f"---\ntitle: Ein anderer\n---\n\n# Stadtrat vertagt sich\n\n{BODY}", ".md")
    assert article.title == "Stadtrat vertagt sich"
    assert "Ein anderer" not in article.text


def test_sections_of_level_one_below_a_title_of_the_front_matter(read_text: ReadText) -> None:
    article = read_text(f"---\ntitle: Der Haushalt\n---\n\n# Eins\n\n{BODY}\n\n# Zwei\n\n{BODY}", ".md")
    assert article.title == "Der Haushalt"
    assert [article.heading(section) for section in article.sections] == [None, "Eins", "Zwei"]


def test_title_of_the_front_matter_is_not_shown_twice(read_text: ReadText) -> None:
    article = read_text(f"---\ntitle: Der Haushalt\n---\n\n## Der Haushalt\n\n{BODY}", ".md")
    assert article.text.count("Der Haushalt") == 1
    assert article.title == "Der Haushalt"


def test_front_matter_dates_the_article_unless_the_text_is_more_exact(read_text: ReadText) -> None:
    source = "---\ndate: {}\nlanguage: {}\n---\n\n# Titel\n\nStand: 03.05.2024 14:20 Uhr\n\n" + BODY
    assert read_text(source.format("2024-05-01", "at"), ".md").published == datetime(2024, 5, 1)
    assert read_text(source.format("2024-05-03", "en_GB"), ".md").published == datetime(2024, 5, 3, 14, 20)
    assert read_text(source.format("gestern", "en_GB"), ".md").language == "en"
    assert read_text(source.format("gestern", "Deutsch"), ".md").language == "de"


@pytest.mark.parametrize(
    ("content", "title", "author", "published"),
    [
        ("title: Ein Titel", "Ein Titel", None, None),
        ("Titel: 'Ein: Titel' # Bemerkung", "Ein: Titel", None, None),
        ("title: >\n  Ein langer\n  Titel", "Ein langer Titel", None, None),
        ("title: Ein langer\n  Titel", "Ein langer Titel", None, None),
        ("title: Ein #1 Titel", "Ein", None, None),
        ("title:\n", None, None, None),
        ("author: Anna Beck", None, "Anna Beck", None),
        ("authors: [Anna Beck, 'Jan Wolf']", None, "Anna Beck, Jan Wolf", None),
        ("author:\n- Anna Beck\n- Jan Wolf", None, "Anna Beck, Jan Wolf", None),
        ("author:\n  - name: Anna Beck\n    mail: a@b.de\n  - name: Jan Wolf", None, "Anna Beck, Jan Wolf", None),
        ("author:\n  name: Anna Beck\n  mail: a@b.de", None, "Anna Beck", None),
        ("date: 03.05.2024 14:20", None, None, datetime(2024, 5, 3, 14, 20)),
        ("lastmod: 2024-05-04\npublished: '2024-05-03'", None, None, datetime(2024, 5, 3)),
        ("updated: 3. Mai 2024", None, None, datetime(2024, 5, 3)),
        ("date: 2024-13-45", None, None, None),
        ("title: Eins\ntitle: Zwei", "Eins", None, None),
        (": : :\n- x\n  y\n{{\ntitle: Doch", "Doch", None, None),
        ("\t\x1b[31m\n: \n-", None, None, None),
        ("", None, None, None),
    ],
)
def test_front_matter(content: str, title: str | None, author: str | None, published: datetime | None) -> None:
    found = read_front_matter(content)
    assert (found.title, found.told.author, found.told.published) == (title, author, published)


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("<p>a</p><p>b</p>", ["a", "b"]),
        ("<div>a <b>b</b>\n c</div>", ["a b c"]),
        ("a<!-- b --> c <!-- d", ["a c"]),
        ("<style>p{}</style>a<script>b</script>c<SCRIPT >d", ["ac"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("1 < 2 &lt;b&gt;", ["1 < 2 <b>"]),
        ("<!DOCTYPE html><?php x ?>a", ["a"]),
        ("", []),
        ("<p>\x1d</p>", []),
    ],
)
def test_raw_html(html: str, paragraphs: list[str]) -> None:
    assert markup.paragraphs(html) == paragraphs
