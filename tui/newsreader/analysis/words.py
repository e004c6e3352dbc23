"""The tokens and sentences of an article, for formats that are about words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.article.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

    from newsreader.article.model import Article


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark; never white space.

    Attributes:
        span: code points of the article's text.
        lemma: its base form.
        pos: its word class (Universal Dependencies).
        tag: its word class (STTS).
        morph: its features ("Case=Nom|Number=Sing").
        All of them are empty where nothing is known.
    """

    span: Span
    lemma: str = ""
    pos: str = ""
    tag: str = ""
    morph: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens, of which there is at least one."""

    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """From its first token to its last, code points of the article's text."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)


def tagged(doc: Doc) -> tuple[Sentence, ...]:
    """The sentences of a Doc over the whole text of an article, with what the pipeline says of each token."""
    if not doc.has_annotation("SENT_START"):
        return _cut([_of(token) for token in doc], [token.i == 0 for token in doc])
    return _cut([_of(token) for token in doc], [bool(token.is_sent_start) for token in doc])


def plain(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article, cut by rule and block by block; nothing is known of their tokens."""
    from spacy.vocab import Vocab

    from newsreader.analysis.components.extensions import paragraphs
    from newsreader.analysis.embedded.sentences import sentence_starts
    from newsreader.analysis.embedded.tokenizer import GermanTokenizer

    tokenizer = GermanTokenizer(Vocab())
    sentences: list[Sentence] = []
    for block in article.blocks or paragraphs(article.text):
        words, spaces = tokenizer.split(block.span.of(article.text))
        tokens: list[Token | None] = []
        at = block.span.start
        for word, space in zip(words, spaces, strict=True):
            tokens.append(None if word.isspace() else Token(Span(at, at + len(word))))
            at += len(word) + space
        sentences += _cut(tokens, sentence_starts(words, spaces))
    return tuple(sentences)


def _of(token: SpacyToken) -> Token | None:
    if token.is_space:
        return None
    span = Span(token.idx, token.idx + len(token.text))
    return Token(span, token.lemma_, token.pos_, token.tag_, str(token.morph))


def _cut(tokens: list[Token | None], starts: list[bool]) -> tuple[Sentence, ...]:
    """Sentences of tokens, without white space (None) and without sentences that consist of it."""
    groups: list[list[Token]] = [[]]
    for token, start in zip(tokens, starts, strict=True):
        if start:
            groups.append([])
        if token is not None:
            groups[-1].append(token)
    return tuple(Sentence(tuple(group)) for group in groups if group)
