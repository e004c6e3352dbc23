"""What an article is, and the readers that make one from a source."""

from newsreader.article.collecting import collect
from newsreader.article.model import Article, Block, BlockKind, Inline, InlineKind, Section, Span
from newsreader.article.reading import read

__all__ = ["Article", "Block", "BlockKind", "Inline", "InlineKind", "Section", "Span", "collect", "read"]
