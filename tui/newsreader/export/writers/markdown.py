"""The format `markdown`: quotations by actor and section with notes and tags, for Obsidian, Zotero and people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.annotations.items import Status
from newsreader.export.shared.json_text import dumps
from newsreader.export.shared.markdown_text import escaped
from newsreader.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from newsreader.analysis.result import Statement
    from newsreader.annotations.model import Annotation
    from newsreader.export.document import Document

_NO_TAG = re.compile(r"[^\w/-]+")


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`.

    One article has its data as front matter; of several, each has them under its heading.
    """
    [file] = files
    for number, document in enumerate(documents):
        page = _Page(document)
        if number:
            file.write("\n---\n\n")
        file.writelines(f"{line}\n" for line in page.lines(many=many))


class _Page:
    """The page of an article."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._layer = document.layer
        # The few words around the article's own are in its language and not in that of whoever exports it.
        self._t = Phrases("de" if document.article.language == "de" else "en")
        self._by_id = {one.id: one for one in self._layer.statements}

    def lines(self, *, many: bool) -> Iterator[str]:
        """The page, line by line."""
        article, t = self._document.article, self._t
        if not many:
            yield from self._front_matter()
        yield f"# {escaped(article.title)}"
        if many:
            yield ""
            yield f"- {t('export.markdown.source')}: {escaped(article.source)}"
            if article.published:
                yield f"- {t('export.markdown.published')}: {article.published.isoformat()}"
        if not self._layer.statements:
            yield ""
            yield t("export.markdown.none")
        by_actor: dict[str | None, list[Statement]] = {}
        for one in self._layer.statements:
            by_actor.setdefault(one.actor if self._layer.actor(one.actor) else None, []).append(one)
        for actor in self._layer.actors:
            remarks = self._callout(actor.id)
            if actor.id in by_actor or remarks:
                yield from self._group(actor.name, actor.role, by_actor.get(actor.id, []), remarks)
        if nobody := by_actor.get(None):
            yield from self._group(t("export.markdown.nobody"), None, nobody, [])
        yield from self._remarks()

    def _front_matter(self) -> Iterator[str]:
        """YAML, which takes JSON's strings and lists as they are."""
        article, pipeline = self._document.article, self._document.analysis.pipeline
        speaking = {one.actor for one in self._layer.statements}
        yield "---"
        for key, value in (
            ("title", article.title),
            ("source", article.source),
            ("url", article.url),
            ("publisher", article.publisher),
            ("author", article.author),
            ("published", article.published.isoformat() if article.published else None),
            ("language", article.language),
            ("tags", list(dict.fromkeys(_tag(tag) for one in self._document.annotations for tag in one.tags))),
            ("actors", [actor.name for actor in self._layer.actors if actor.id in speaking]),
            ("id", article.id),
            ("generator", f"newsreader {__version__}"),
            ("pipeline", f"{pipeline.name} {pipeline.version}"),
        ):
            if value is not None:
                yield f"{key}: {dumps(value)}"
        yield "---"
        yield ""

    def _group(self, name: str, role: str | None, statements: list[Statement], remarks: list[str]) -> Iterator[str]:
        yield ""
        yield f"## {escaped(name)}"
        if role:
            yield ""
            yield f"*{escaped(role)}*"
        yield from remarks
        article = self._document.article
        headings = {section.id: article.heading(section) for section in article.sections}
        section: object = object()
        for one in statements:
            if one.section != section:
                section = one.section
                yield ""
                yield f"### {escaped(headings.get(one.section) or self._t('export.markdown.opening'))}"
            yield ""
            yield f"> {escaped(' … '.join(span.of(article.text) for span in one.spans))}"
            yield ">"
            yield f"> — {self._remark(one)}"
            yield from self._callout(one.id)

    def _remark(self, one: Statement) -> str:
        """How a statement is rendered, who the article says spoke, what it stands in, and what a person has said."""
        remarks = [self._t(f"export.kind.{one.kind.value}")]
        if one.speaker:
            remarks.append(escaped(one.speaker.of(self._document.text)))
        if parent := self._by_id.get(one.parent or ""):
            text = " ".join(span.of(self._document.text) for span in parent.spans)
            remarks.append(self._t("export.markdown.within", text=escaped(_first_words(text))))
        if (status := self._layer.status_of(one.id)) is not Status.UNTOUCHED:
            remarks.append(self._t(f"export.status.{status.value}"))
        return "; ".join(remarks)

    def _callout(self, identifier: str) -> list[str]:
        """What a person noted on an item."""
        note, tags = self._layer.note_of(identifier), self._layer.tags_of(identifier)
        return list(_callout(note, tags, self._layer.annotator_of(identifier) or "")) if note or tags else []

    def _remarks(self) -> Iterator[str]:
        """Highlights and notes, in the order of the text."""
        remarks = sorted(self._document.remarks, key=lambda one: one.start)
        if remarks:
            yield ""
            yield f"## {self._t('export.html.notes')}"
        for one in remarks:
            yield from self._quoted(one)
            yield from _callout(one.note, one.tags, one.annotator)

    def _quoted(self, one: Annotation) -> Iterator[str]:
        yield ""
        if not one.anchors:
            yield f"*{self._t('export.html.whole')}*"
            return
        yield f"> {escaped(' … '.join(anchor.exact for anchor in one.anchors))}"
        if one.colour:
            yield ">"
            yield f"> — {escaped(one.colour)}"


def _callout(note: str, tags: Iterable[str], annotator: str) -> Iterator[str]:
    """A note in the form of Obsidian's callouts, which others show as a quotation; it is Markdown, and stays it."""
    labels = " ".join(f"#{_tag(tag)}" for tag in tags)
    lines = [*note.splitlines(), *([labels] if labels else [])]
    if not lines:
        return
    yield ""
    yield f"> [!note] {escaped(annotator)}".rstrip()
    yield from (f"> {line}".rstrip() for line in lines)


def _tag(name: str) -> str:
    """A tag as Obsidian takes it: no blanks, no signs."""
    return _NO_TAG.sub("-", name.strip()).strip("-") or "tag"


def _first_words(text: str, number: int = 6) -> str:
    words = text.split()
    return " ".join(words[:number]) + (" …" if len(words) > number else "")
