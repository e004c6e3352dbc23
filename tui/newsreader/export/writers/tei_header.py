"""The header of a TEI document: where the text comes from, who annotated it, and the actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import __version__
from newsreader.analysis.result import Actor, ActorKind, StatementKind
from newsreader.article.sources import is_address
from newsreader.export.shared.xml_text import content, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.export.document import Document
    from newsreader.export.layers import Layer


class Responsible:
    """Who is responsible for what in a document: the annotators, in order of appearance, and the program.

    Args:
        document: the document.
        prefix: what its ids begin with.
    """

    def __init__(self, document: Document, prefix: str) -> None:
        names = dict.fromkeys(one.annotator for one in document.annotations)
        self.annotators = {name: f"{prefix}annotator{number}" for number, name in enumerate(names, start=1)}
        self._program = f"#{prefix}newsreader"

    def of(self, annotator: str | None) -> str:
        """The reference to an annotator; to the program where there is none."""
        identifier = self.annotators.get(annotator or "")
        return f"#{identifier}" if identifier else self._program


def actor_id(prefix: str, layer: Layer, actor: Actor) -> str:
    """The id of an actor; the human layer's stand beside the machine's."""
    return f"{prefix}{'h.' if layer.human else ''}{actor.id}"


class Header:
    """A document's header.

    Args:
        document: the document.
        prefix: what its ids begin with, so that they are unique in a corpus.
    """

    def __init__(self, document: Document, prefix: str) -> None:
        self._document = document
        self._prefix = prefix
        self._responsible = Responsible(document, prefix)

    def lines(self) -> Iterator[str]:
        """The header."""
        yield "<teiHeader>\n"
        yield from self._file()
        yield from self._encoding()
        yield from self._profile()
        yield "</teiHeader>\n"

    def _file(self) -> Iterator[str]:
        article = self._document.article
        author = f"<author>{content(article.author)}</author>" if article.author else ""
        title = f"<title>{content(article.title)}</title>"
        yield f"<fileDesc>\n<titleStmt>{title}{author}"
        for name, identifier in self._responsible.annotators.items():
            start = tag("name", {"xml:id": identifier})
            yield f"<respStmt><resp>annotation</resp>{start}{content(name)}</name></respStmt>"
        yield "</titleStmt>\n<publicationStmt><p/></publicationStmt>\n"
        yield f"<sourceDesc><bibl>{title}{author}"
        if publisher := article.publisher or (article.agency and article.agency.of(article.text)):
            yield f"<publisher>{content(publisher)}</publisher>"
        if article.published:
            when = article.published.isoformat()
            yield f"{tag('date', {'when': when})}{when}</date>"
        address = article.source if is_address(article.source) else article.url or ""
        if is_address(address):
            yield tag("ptr", {"target": "".join(address.split())}, empty=True)
        if address != article.source:
            yield f'<idno type="source">{content(article.source)}</idno>'
        yield f'<idno type="sha256">{article.id.removeprefix("sha256:")}</idno></bibl></sourceDesc>\n</fileDesc>\n'

    def _encoding(self) -> Iterator[str]:
        pipeline = self._document.analysis.pipeline
        identifier = {"xml:id": f"{self._prefix}newsreader", "ident": "newsreader", "version": __version__}
        yield f"<encodingDesc>\n<appInfo>{tag('application', identifier)}"
        yield f"<label>newsreader</label><desc>{content(f'{pipeline.name} {pipeline.version}')}</desc>"
        yield "</application></appInfo>\n<classDecl><taxonomy>"
        for kind in StatementKind:
            start = tag("category", {"xml:id": f"{self._prefix}kind.{kind.value}"})
            yield f"{start}<catDesc>{kind.value}</catDesc></category>"
        yield "</taxonomy></classDecl>\n</encodingDesc>\n"

    def _profile(self) -> Iterator[str]:
        language = tag("language", {"ident": self._document.article.language}, empty=True)
        yield f"<profileDesc>\n<langUsage>{language}</langUsage>\n"
        rows = [(layer, actor) for layer in self._document.layers for actor in layer.actors]
        places = [self._actor(*row) for row in rows if row[1].kind is ActorKind.PLACE]
        organisations = [self._actor(*row) for row in rows if row[1].kind is ActorKind.ORGANISATION]
        people = [self._actor(*row) for row in rows if row[1].kind not in (ActorKind.PLACE, ActorKind.ORGANISATION)]
        if people or organisations:
            yield "<particDesc>\n"
            yield from _list("listPerson", people)
            yield from _list("listOrg", organisations)
            yield "</particDesc>\n"
        if places:
            yield "<settingDesc>\n"
            yield from _list("listPlace", places)
            yield "</settingDesc>\n"
        yield "</profileDesc>\n"

    def _actor(self, layer: Layer, actor: Actor) -> str:
        who = self._responsible.of(layer.annotator_of(actor.id) if layer.human else None)
        attributes: dict[str, str | None] = {"xml:id": actor_id(self._prefix, layer, actor), "resp": who}
        name, role = content(actor.name), actor.role and content(actor.role)
        match actor.kind:
            case ActorKind.PLACE:
                about = f"<desc>{role}</desc>" if role else ""
                return f"{tag('place', attributes)}<placeName>{name}</placeName>{about}</place>\n"
            case ActorKind.ORGANISATION:
                about = f"<desc>{role}</desc>" if role else ""
                return f"{tag('org', attributes)}<orgName>{name}</orgName>{about}</org>\n"
        about = f"<occupation>{role}</occupation>" if role else ""
        element = "personGrp" if actor.kind is ActorKind.GROUP else "person"
        start = tag(element, {**attributes, "role": actor.kind.value})
        return f"{start}<persName>{name}</persName>{about}</{element}>\n"


def _list(element: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield f"<{element}>\n"
        yield from rows
        yield f"</{element}>\n"
