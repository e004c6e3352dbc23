"""What the library tells: kept articles, their versions, statements, and what is found in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from newsreader.library.store.telling import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from newsreader.analysis.info import PipelineInfo
    from newsreader.analysis.result import ActorKind, Medium, StatementKind
    from newsreader.article.model import Article, Span


@dataclass(frozen=True, slots=True)
class Kept:
    """An article of the library.

    Attributes:
        number: its number in the library, never given twice.
        place: what tells it from others: its absolute path, its address without the fragment, or the digest of what
            came from standard input.
        source: path or address as it was opened last, paths made absolute; "-" for standard input.
        title: its title on one line.
        publisher: who published it, None if that is not known.
        site: the host of an address, the folder of a file, "" for standard input.
        authors: who wrote it.
        published: when it was published or last updated, as far as it tells.
        first: when it was kept first, with zone.
        opened: when it was opened last, with zone; None if it never was.
        read: whether it counts as read.
        feed: address of the feed that brought it, None if none did.
        length: code points of its text.
        statements: how many statements were found in it, None as long as it is not analysed.
        annotations: how many annotations are on it.
        versions: how many versions of it are kept.
        version: number of its present version.
        id: "sha256:" and the digest of its present text.
        seen: number of the version that was read last, None if none was or that is not known.
        looked: when it was last looked whether its source has changed, also in vain, with zone; None if never.
    """

    number: int
    place: str
    source: str
    title: str
    publisher: str | None
    site: str
    authors: tuple[str, ...]
    published: datetime | None
    first: datetime
    opened: datetime | None
    read: bool
    feed: str | None
    length: int
    statements: int | None
    annotations: int
    versions: int
    version: int
    id: str
    seen: int | None = None
    looked: datetime | None = None

    @property
    def has_news(self) -> bool:
        """Whether it has changed since it was read last or, if it never was, since it was kept first."""
        if self.seen is None:
            return self.opened is None and self.versions > 1
        return self.seen != self.version


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A version of a kept article.

    Attributes:
        number: its number in the library, never given twice.
        article: number of the article.
        id: "sha256:" and the digest of the text.
        first: when it was seen first, with zone.
        last: when it was seen last, with zone.
        analysed: which pipeline has analysed it, None if none has.
        told: title, authors, publisher and time as one text; versions of the same text differ in it.
    """

    number: int
    article: int
    id: str
    first: datetime
    last: datetime
    analysed: PipelineInfo | None
    told: str

    def is_of(self, article: Article) -> bool:
        """Whether an article has this version's text, title, authors, publisher and time."""
        return self.id == article.id and self.told == told(article)


@dataclass(frozen=True, slots=True)
class KeptActor:
    """An actor of an article of the library, as its analysis gives it.

    Attributes:
        number: its number in the library; another one after the article was analysed anew.
        article: number of the article.
        id: its id in the analysis ("a1").
        name: the fullest name that the article gives.
        kind: what it is.
        role: office or function as the article words it.
        mentions: how often it is mentioned.
    """

    number: int
    article: int
    id: str
    name: str
    kind: ActorKind
    role: str | None
    mentions: int


@dataclass(frozen=True, slots=True)
class KeptStatement:
    """A statement in the present version of an article of the library.

    Attributes:
        number: its number in the library; another one after the article was analysed anew.
        article: number of the article.
        version: number of the version.
        id: its id in the analysis ("s1").
        kind: how it is rendered.
        medium: speech, writing or thought where that is known.
        spans: its pieces in order, code points of the article's text.
        text: the pieces themselves, joined by spaces.
        actor: who says it, None if that is not known.
        confidence: how sure the program is, 0 to 1.
    """

    number: int
    article: int
    version: int
    id: str
    kind: StatementKind
    medium: Medium | None
    spans: tuple[Span, ...]
    text: str
    actor: KeptActor | None
    confidence: float


class Order(StrEnum):
    """What articles are ordered by."""

    OPENED = "opened"
    """when they were opened last; those that never were, when they were kept"""
    PUBLISHED = "published"
    """when they were published; those that do not tell, when they were kept"""
    TITLE = "title"
    SOURCE = "source"
    LENGTH = "length"
    STATEMENTS = "statements"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles are meant: those for which all holds that is set.

    Attributes:
        unread: whether only what is not read (True) or only what is read (False).
        changed: whether only what has changed since it was read last (True) or only what has not (False).
        annotated: whether only what has annotations (True) or only what has none (False).
        source: a host ("example.org" means its subdomains too), a folder (with those in it), an address, a path, or
            words of the publisher.
        feed: address of a feed.
        since: not published before this moment; local time if it has no zone. What does not tell when it was published
            counts with the moment when it was kept first.
        until: published before this moment.
        text: words that the title holds, capitals and umlauts written either way.
        articles: numbers of articles.
        actor: number of a person or an organisation that they mention, see `newsreader.library.people`.
    """

    unread: bool | None = None
    changed: bool | None = None
    annotated: bool | None = None
    source: str = ""
    feed: str = ""
    since: datetime | None = None
    until: datetime | None = None
    text: str = ""
    articles: tuple[int, ...] | None = None
    actor: int | None = None


EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class Deletion:
    """What was deleted together, which `Library.restore` brings back.

    Attributes:
        articles: their numbers.
        at: when, with zone.
    """

    articles: tuple[int, ...]
    at: datetime


class HitKind(StrEnum):
    """What something was found in."""

    ARTICLE = "article"
    STATEMENT = "statement"
    NOTE = "note"
    EARLIER = "earlier"
    """a sentence of an earlier version that the present one does not have"""


EVERY_KIND = frozenset(HitKind)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found.

    Attributes:
        kind: what it was found in.
        article: the article; of a note on a text that is not kept, None.
        version: number of the version whose text `span` is in.
        span: where in the text: what was found, or the statement, or the note's anchor.
        before: what stands before it, on one line.
        found: what was found, or the statement, or the note, on one line.
        after: what stands after it, on one line.
        marks: the words in `found` that were sought, code points of `found`.
        quoted: of a note, the words that it is on, on one line.
        actor: name of the actor who says a statement.
        statement: how the statement is rendered.
        item: id of the statement in the analysis, or of the annotation.
        until: when an earlier version was seen last, with zone; None for what is there now.
        score: how well it fits; higher is better. Only comparable inside one search.
    """

    kind: HitKind
    article: Kept | None
    version: int | None
    span: Span
    before: str
    found: str
    after: str
    marks: tuple[Span, ...] = ()
    quoted: str = ""
    actor: str | None = None
    statement: StatementKind | None = None
    item: str | None = None
    until: datetime | None = None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found.

    Attributes:
        hits: the best, the best first.
        total: how many there are of each kind.
        seconds: how long it took.
        missing: how many articles were not searched, since they are still to be put into the index of words.
    """

    hits: tuple[Hit, ...] = ()
    total: dict[HitKind, int] = field(default_factory=dict)
    seconds: float = 0.0
    missing: int = 0

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)
