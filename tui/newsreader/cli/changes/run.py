"""Reads two versions, or one and the one that is kept, compares them, and prints what has changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.analysis.info import pipeline_info
from newsreader.article import read
from newsreader.article.shown import shown
from newsreader.cli.exporting.work import Order, ToDo, Worker
from newsreader.cli.output import data_output
from newsreader.cli.session import UsageError
from newsreader.cli.streams import standard_input
from newsreader.library.changes import compare
from newsreader.library.changes.document import to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article
    from newsreader.cli.session import Session


@dataclass(frozen=True)
class Options:
    """How changes are told.

    Attributes:
        as_json: as a document rather than for reading.
        statements: whether statements are compared too, for which both versions are analysed.
        pipeline: name of what analyses.
    """

    as_json: bool
    statements: bool
    pipeline: str


def run(sources: Sequence[str], options: Options, session: Session) -> int:
    """Tell what has changed.

    Args:
        sources: the older and the newer version.
        options: how it is told.
        session: the run of the command.

    Returns:
        The exit status.

    Raises:
        NewsreaderError: if a version cannot be read or analysed.
    """
    if len(sources) != 2:
        raise UsageError("cli.changes.sources")
    old, new = (read(source, stdin=standard_input()) for source in sources)
    tell(old, new, f"{shown(old.source)} → {shown(new.source)}", options, session)
    return 0


def tell(old: Article, new: Article, title: str, options: Options, session: Session) -> None:
    """Compare two versions and print what has changed."""
    before = after = None
    if options.statements:
        before, after = analysed([old, new], options.pipeline)
    changes = compare(old, new, before, after)
    with data_output() as file:
        if options.as_json:
            json.dump(to_json(changes), file, ensure_ascii=False, indent=2)
            file.write("\n")
        else:
            from newsreader.cli.changes.printing import show

            show(changes, title, session.phrases, file)


def analysed(articles: Sequence[Article], pipeline: str) -> list[Analysis]:
    """The analyses of articles by one pipeline, the kept ones if they are by that one.

    Raises:
        NewsreaderError: if one cannot be analysed.
    """
    worker = Worker(Order(pipeline, pipeline_info(pipeline), words=False, keep=True))
    found: list[Analysis] = []
    for result in worker.work(ToDo(articles)):
        if result.error is not None:
            raise result.error
        assert result.analysis is not None
        found.append(result.analysis)
    return found
