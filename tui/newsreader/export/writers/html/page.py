"""An HTML page: head, article, and beside it who says what."""

from __future__ import annotations

from importlib.resources import files
from pathlib import PurePath
from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.annotations.items import Status
from newsreader.export.writers.html.escaping import link, text
from newsreader.export.writers.html.markup import COLOURS, Text
from newsreader.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.result import Actor, Statement
    from newsreader.annotations.model import Annotation
    from newsreader.export.document import Document

WORDS = 14
"""words of a statement that the list shows"""

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""the page loads nothing and runs nothing (Content Security Policy Level 3)"""


class Page:
    """The page of an article.

    Args:
        document: the document; of both layers, what holds is shown, with what a person has said about each part.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._layer = document.layer
        # The words around the article's own are in its language and not in that of whoever exports it.
        self._t = Phrases("de" if document.article.language == "de" else "en")
        self._numbers = {one.id: number for number, one in enumerate(self._layer.statements, start=1)}
        colours = dict.fromkeys(one.colour for one in document.remarks if one.colour)
        self._colours = {name: number for number, name in enumerate(colours, start=1)}

    def lines(self) -> Iterator[str]:
        """The page, line by line."""
        article = self._document.article
        yield "<!DOCTYPE html>"
        yield f'<html lang="{text(article.language)}">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="color-scheme" content="light dark">'
        yield f'<meta name="generator" content="newsreader {__version__}">'
        yield f"<title>{text(article.title)}</title>"
        yield f"<style>\n{files(__package__).joinpath('page.css').read_text(encoding='utf-8')}</style>"
        yield "</head>"
        yield "<body>"
        yield from self._head()
        yield '<div class="columns">'
        yield "<main>"
        yield "<article>"
        yield from Text(self._document, self._numbers, self._colours, self._t).lines()
        yield "</article>"
        yield "</main>"
        yield from self._side()
        yield "</div>"
        yield from self._foot()
        yield "</body>"
        yield "</html>"

    def _head(self) -> Iterator[str]:
        article, t = self._document.article, self._t
        facts = []
        if article.author:
            facts.append(text(article.author))
        if article.published:
            shown = article.published.strftime(t("export.html.date"))
            facts.append(f'<time datetime="{article.published.isoformat()}">{shown}</time>')
        target = link(article.source) or link(article.url or "")
        # Where the file lies on this machine is nobody's business to whom the page is passed on.
        source = text(article.publisher or (article.source if target else PurePath(article.source).name))
        facts.append(f'<a href="{target}" rel="noreferrer">{source}</a>' if target else source)
        title = "" if article.title_span else f"<h1>{text(article.title)}</h1>"
        yield f'<header>{title}<p class="facts">{" · ".join(facts)}</p>'
        yield from self._legend()
        yield "</header>"

    def _legend(self) -> Iterator[str]:
        """What the looks mean, of those that the page has."""
        t = self._t
        kinds = dict.fromkeys(one.kind for one in self._layer.statements)
        labels = dict.fromkeys(one.kind for one in self._layer.entities)
        items = [f'<span class="statement {kind.value}">{t(f"export.kind.{kind.value}")}</span>' for kind in kinds]
        items += [f'<span class="name {text(label)}">{text(self._label(label))}</span>' for label in labels]
        items += [f'<mark class="c{1 + n % COLOURS}">{text(name)}</mark>' for name, n in self._colours.items()]
        if items:
            yield f'<p class="legend">{" ".join(items)}</p>'

    def _label(self, label: str) -> str:
        try:
            return self._t(f"export.label.{label}")
        except KeyError:
            return label

    def _side(self) -> Iterator[str]:
        t, layer = self._t, self._layer
        yield f'<aside aria-label="{t("export.html.who")}">'
        yield f'<h2>{t("export.html.who")}<span class="number">{len(layer.statements)}</span></h2>'
        if not layer.statements:
            yield f'<p class="none">{t("export.markdown.none")}</p>'
        by_actor: dict[str | None, list[Statement]] = {}
        for one in layer.statements:
            by_actor.setdefault(one.actor if layer.actor(one.actor) else None, []).append(one)
        for actor in layer.actors:
            if actor.id in by_actor or actor.mentions or self._note(actor.id):
                yield from self._actor(actor, by_actor.get(actor.id, []))
        if nobody := by_actor.get(None):
            yield f"<section><h3>{t('export.markdown.nobody')}</h3>"
            yield from self._list(nobody)
            yield "</section>"
        yield from self._remarks()
        yield "</aside>"

    def _actor(self, actor: Actor, statements: list[Statement]) -> Iterator[str]:
        places = [
            f'<a href="#t-{entity.id}">{number}</a>'
            for number, entity in enumerate((e for e in self._layer.entities if e.actor == actor.id), start=1)
        ]
        silent = "" if statements else ' class="silent"'
        yield f'<section id="{text(actor.id)}"{silent}><h3>{text(actor.name)}{self._badge(actor.id)}</h3>'
        if actor.role:
            yield f'<p class="role">{text(actor.role)}</p>'
        if places:
            yield f'<p class="mentions">{self._t("export.html.mentions")} {" ".join(places)}</p>'
        yield from self._note(actor.id)
        yield from self._list(statements)
        yield "</section>"

    def _list(self, statements: list[Statement]) -> Iterator[str]:
        if not statements:
            return
        yield "<ol>"
        for one in statements:
            words = " … ".join(" ".join(span.of(self._document.text).split()) for span in one.spans).split()
            shown = " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")
            yield f'<li id="l-{one.id}" value="{self._numbers[one.id]}" class="{one.kind.value}">'
            yield f'<a href="#t-{one.id}">{text(shown)}</a>'
            yield f'<span class="kind">{self._t(f"export.kind.{one.kind.value}")}{self._badge(one.id)}</span>'
            yield from self._note(one.id)
            yield "</li>"
        yield "</ol>"

    def _badge(self, identifier: str) -> str:
        """What a person has said about an item, where somebody has."""
        status = self._layer.status_of(identifier)
        if status is Status.UNTOUCHED:
            return ""
        return f' <span class="badge {status.value}">{self._t(f"export.status.{status.value}")}</span>'

    def _note(self, identifier: str) -> list[str]:
        note, tags = self._layer.note_of(identifier), self._layer.tags_of(identifier)
        return list(_remark(note, tags, self._layer.annotator_of(identifier) or "")) if note or tags else []

    def _remarks(self) -> Iterator[str]:
        remarks = [(n, one) for n, one in enumerate(self._document.remarks, start=1) if one.note or one.tags]
        if not remarks:
            return
        yield f'<section class="remarks"><h2>{self._t("export.html.notes")}</h2>'
        for number, one in remarks:
            yield f'<div id="l-{one.id}">'
            yield from self._quoted(number, one)
            yield from _remark(one.note, one.tags, one.annotator)
            yield "</div>"
        yield "</section>"

    def _quoted(self, number: int, one: Annotation) -> Iterator[str]:
        if not one.anchors:
            yield f'<p class="about">✎{number} {self._t("export.html.whole")}</p>'
            return
        words = " … ".join(" ".join(anchor.exact.split()) for anchor in one.anchors)
        yield f'<p class="about">✎{number} <a href="#t-{one.id}">{text(words)}</a></p>'

    def _foot(self) -> Iterator[str]:
        pipeline = self._document.analysis.pipeline
        made = self._t("export.html.made", program=f"newsreader {__version__}", pipeline=pipeline.name)
        yield f"<footer><p>{text(made)}</p></footer>"


def _remark(note: str, tags: tuple[str, ...], annotator: str) -> Iterator[str]:
    """A note as it was written, line by line, with its tags and who wrote it."""
    if note:
        yield f'<p class="note">{text(note)}</p>'
    labels = "".join(f' <span class="tag">{text(name)}</span>' for name in tags)
    yield f'<p class="by">{text(annotator)}{labels}</p>'
