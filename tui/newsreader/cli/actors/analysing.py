"""Analyses what is kept and was not opened yet, such as articles that feeds brought for later."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from newsreader.cli.progress import Progress
from newsreader.errors import AnalysisError

if TYPE_CHECKING:
    from newsreader.cli.session import Session
    from newsreader.library.library import Library
    from newsreader.library.model import Filters, Kept


def unanalysed(library: Library, filters: Filters) -> list[Kept]:
    """The articles that fit and are not analysed."""
    return [kept for kept in library.articles(filters) if kept.statements is None]


def analyse(library: Library, waiting: list[Kept], pipeline: str, session: Session) -> bool:
    """Analyse articles, one after the other; what is done stays when it is interrupted.

    Args:
        library: the library.
        waiting: the articles.
        pipeline: name of the pipeline.
        session: the run of the command.

    Returns:
        Whether all could be; of the others the user is told.

    Raises:
        AnalysisError: if there is no such pipeline or it cannot be used.
    """
    from newsreader.analysis.pipeline import load

    loaded = load(pipeline)
    bar = Progress(len(waiting), session.phrases, session.tell)
    whole = True
    try:
        for kept in waiting:
            try:
                with suppress(KeyError):  # somebody has deleted it meanwhile
                    article = library.article(kept.number)
                    library.take_analysis(article, loaded.analyse(article))
            except AnalysisError as error:
                whole = False
                bar.clear()
                session.tell(f"{kept.source}: {session.phrases.say(error)}")
            bar.step()
    finally:
        bar.clear()
    return whole
