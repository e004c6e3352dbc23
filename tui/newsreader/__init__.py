"""newsreader: a terminal reader for German news that shows who says what.

The same from Python:

    import newsreader

    article = newsreader.read("article.txt")
    analysis = newsreader.analyse(article)
    for statement in analysis.statements:
        actor = analysis.actor(statement.actor)
        print(actor.name if actor else "?", [span.of(article.text) for span in statement.spans])
"""

from __future__ import annotations

from functools import lru_cache

from newsreader.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from typing import Any

    from newsreader.analysis.pipeline import Pipeline
    from newsreader.analysis.result import Analysis
    from newsreader.annotations.model import Annotation
    from newsreader.article.model import Article

__all__ = ["__version__", "analyse", "read", "to_document"]


def read(source: str | os.PathLike[str]) -> Article:
    """Open a file (plain text, Markdown, a saved web page, PDF) or an address as an article; "-" is standard input.

    Raises:
        newsreader.errors.SourceError: if it cannot be opened as an article; `str()` of it says why.
    """
    import os

    from newsreader.article import read

    return read(os.fspath(source))


def analyse(article: Article, pipeline: str = "embedded") -> Analysis:
    """Find out who is in an article and who says what. The pipeline is loaded once, which takes a second or two.

    Args:
        article: what `read` gave.
        pipeline: "embedded", or the name or folder of an installed German spaCy pipeline.

    Raises:
        newsreader.errors.AnalysisError: if there is no such pipeline or it cannot be used; `str()` of it says why.
    """
    return _loaded(pipeline).analyse(article)


def to_document(article: Article, analysis: Analysis, annotations: Iterable[Annotation] = ()) -> dict[str, Any]:
    """An article and its analysis in plain dictionaries and lists, as `newsreader export --format json` writes them.

    Args:
        article: what `read` gave.
        analysis: what `analyse` gave.
        annotations: what a person has added, see `newsreader.annotations.store`.
    """
    from newsreader.annotations.document import to_document

    return to_document(article, analysis, annotations)


@lru_cache(maxsize=2)
def _loaded(pipeline: str) -> Pipeline:
    from newsreader.analysis.pipeline import load

    return load(pipeline)
