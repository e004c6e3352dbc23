"""`newsreader import`: annotations come back into the store, and their places are found again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.annotations.anchoring.placing import place_all
from newsreader.annotations.changes import Change
from newsreader.annotations.model import all_anchors
from newsreader.annotations.store.store import Store
from newsreader.article.sources import STANDARD_INPUT, is_address
from newsreader.cli.session import FAILURE
from newsreader.cli.streams import standard_input
from newsreader.errors import ExportError, SourceError
from newsreader.export.incoming import Incoming, parse
from newsreader.export.incoming.web import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.annotations.model import Annotation
    from newsreader.article.model import Article
    from newsreader.cli.session import Session


@dataclass
class Tally:
    """What became of the annotations of a call.

    Attributes:
        new: were not in the store.
        changed: were in it in an earlier version.
        known: are in it as they came, or in a later version.
        orphaned: of the new and changed ones, those that have no sure place in the article's text as it is now.
    """

    new: int = 0
    changed: int = 0
    known: int = 0
    orphaned: int = 0
    failed: bool = field(default=False)


def run(files: Sequence[str], session: Session, *, article: str | None) -> int:
    """Bring annotations back.

    Args:
        files: files of the formats `json`, `jsonl` and `w3c`; "-" for standard input.
        session: the run of the command.
        article: the source of the article that all of them are about; None for the ones that the files name.

    Returns:
        The exit status: 1 if a file was left out.

    Raises:
        NewsreaderError: if the store cannot be opened or written, or the article cannot be read.
    """
    tally = Tally()
    given = _read(article) if article is not None else None
    with Store(session.store_file) as store:
        for notice in store.notices:
            session.tell(session.phrases.say(notice))
        for name in files:
            try:
                for incoming in parse(name, _content(name)):
                    _take(incoming, given or _article(incoming, name), store, tally)
            except ExportError as error:
                tally.failed = True
                session.tell(session.phrases.say(error))
    numbers = {"new": tally.new, "changed": tally.changed, "known": tally.known, "orphaned": tally.orphaned}
    print(session.phrases("cli.import.done", **numbers))
    return FAILURE if tally.failed else 0


def _take(incoming: Incoming, article: Article | None, store: Store, tally: Tally) -> None:
    """Put the annotations of an article into the store, all or none of them."""
    texts = {one.id: one.text for one in (incoming.article, article) if one is not None}
    records = [_honest(one, texts) for one in incoming.annotations]
    if article is not None:
        records = [replace(one, source=article.source) for one in records]
        records += [one.on(article) for one in incoming.foreign]
    elif incoming.foreign:
        raise ExportError("export.import.no_article", source=incoming.source)
    undated = {one.id for one in incoming.foreign if one.modified is None and one.created is None}
    changes = []
    for record in records:
        before = store.get(record.id)
        if before is not None and (record.id in undated or before.modified >= record.modified):
            tally.known += 1
            continue
        changes.append(Change(before, record))
        tally.new += before is None
        tally.changed += before is not None
    if article is not None:
        placed = place_all(article, [change.after for change in changes if change.after], texts)
        tally.orphaned += sum(one.method is None for one in placed)
        # What was made on a text that nobody tells is kept as it stands now; the rest is placed when it is opened.
        changes = [
            Change(change.before, one.annotation) if change.after and change.after.article == UNKNOWN else change
            for change, one in zip(changes, placed, strict=True)
        ]
    kept = {change.after.article for change in changes if change.after}
    store.apply(changes, {identifier: text for identifier, text in texts.items() if identifier in kept})


def _honest(annotation: Annotation, texts: dict[str, str]) -> Annotation:
    """An annotation that stands where it says, or one whose places are to be looked for."""
    text = texts.get(annotation.article)
    stands = text is not None and all(text[one.start : one.end] == one.exact for one in all_anchors(annotation))
    return annotation if stands or text is None else replace(annotation, article=UNKNOWN)


def _article(incoming: Incoming, name: str) -> Article | None:
    """The article as it is now: where its source says, or beside the file; else as the file has it."""
    source = incoming.source
    if source != STANDARD_INPUT and not is_address(source):
        beside = Path(name).parent / Path(source).name
        for path in (Path(source), beside):
            if path.is_file():
                try:
                    return _read(str(path))
                except SourceError:
                    continue
    return incoming.article


def _read(source: str) -> Article:
    from newsreader.article import read

    return read(source, stdin=standard_input())


def _content(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return standard_input().read()
    try:
        return Path(name).expanduser().read_bytes()
    except OSError as error:
        raise ExportError("export.import.unreadable", path=name, reason=error.strerror or error) from None
