"""What is told about an article beside its text, by which two versions of the same text are told apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.article.model import Article


def told(article: Article) -> str:
    """Title, authors, publisher and the time of publication, as one text that is compared with others.

    When a page was updated last is none of it: many newsrooms move that without changing a word. A title that is only
    the name of its source is none.
    """
    title = None if article.title_span is None else article.title
    authors = list(article.authors) or ([] if article.author is None else [article.author])
    published = None if article.published is None else article.published.isoformat()
    return json.dumps([title, authors, article.publisher, published], separators=(",", ":"))
