"""What is exported: an article with its analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article


@dataclass(frozen=True)
class Document:
    """An article and what the analysis found in it."""

    article: Article
    analysis: Analysis

    def as_json(self) -> dict[str, Any]:
        """The document in plain dictionaries, lists, strings and numbers, in the shape `newsreader/1`."""
        from newsreader.analysis.document import to_document

        return to_document(self.article, self.analysis)
