"""The whole analysis: a spaCy pipeline for German with the program's components on top, run on articles."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy
import spacy
import spacy.about
from spacy.tokens import Doc
from spacy.util import is_compatible_version

from newsreader.analysis.chunks import chunks
from newsreader.analysis.components import agreement as _agreement
from newsreader.analysis.components import blocks as _blocks
from newsreader.analysis.components import extensions
from newsreader.analysis.components import statements as _statements
from newsreader.analysis.components.actors import component as _actors
from newsreader.analysis.components.dates import component as _dates
from newsreader.analysis.convert import to_analysis
from newsreader.analysis.info import EMBEDDED, is_folder, pipeline_info, read_meta
from newsreader.analysis.language import other_language
from newsreader.analysis.result import Analysis
from newsreader.analysis.words import Sentence, tagged
from newsreader.article.model import Block, BlockKind, Span
from newsreader.errors import AnalysisError
from newsreader.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language

    from newsreader.analysis.info import PipelineInfo
    from newsreader.article.model import Article

WithWords = tuple[Analysis, tuple[Sentence, ...] | None]
"""an analysis, and the sentences of the text where there are any"""

FIRST = "newsreader_blocks"
COMPONENTS = ("newsreader_agreement", "newsreader_dates", "newsreader_statements", "newsreader_actors")
FACTORIES = (_blocks, _agreement, _dates, _statements, _actors)
"""the modules whose import makes the factories known where the program's entry points are not installed"""

BATCH = 30_000
"""code points that go through the pipeline together"""

_OWN = list(COMPONENTS)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""half a character, which a broken file may hold and spaCy cannot; another character keeps its place"""

_NEEDED = {"sents": "SENT_START", "tags": "TAG", "morph": "MORPH", "lemmas": "LEMMA", "ents": "ENT_IOB"}
_PROBE = "Olaf Scholz sprach am Montag in Berlin. Das sei gut, sagte er."


class Pipeline:
    """A pipeline with the program's components.

    Args:
        nlp: a German spaCy pipeline that gives sentences, tags, morphology, lemmas and entities.
        info: what it is.
        called: the name that the user knows it by; that of the info if None.

    Raises:
        AnalysisError: if it lacks one of them.
    """

    def __init__(self, nlp: Language, info: PipelineInfo, called: str | None = None) -> None:
        self.nlp = nlp
        self.info = info
        _check(nlp, called or info.name)
        if FIRST not in nlp.pipe_names:
            nlp.add_pipe(FIRST, first=True)
        for name in COMPONENTS:
            if name not in nlp.pipe_names:
                nlp.add_pipe(name)
        self._own = [(name, nlp.get_pipe(name)) for name in COMPONENTS]

    def analyse(self, article: Article) -> Analysis:
        """Who is in an article and who says what."""
        return next(self.analyse_many([article]))

    def analyse_many(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """The analyses of articles in their order; several short ones go through the pipeline together."""
        for batch in _batches(articles):
            yield from [analysis for analysis, _ in self._analyse(batch)]

    def analyse_many_with_words(self, articles: Iterable[Article]) -> Iterator[WithWords]:
        """The same, with the sentences and what the pipeline says of each token; None where it says nothing."""
        for batch in _batches(articles):
            yield from self._analyse(batch, words=True)

    def analyse_with_words(self, article: Article) -> WithWords:
        """An analysis, and the sentences with what the pipeline says of each token; None where it says nothing."""
        return next(self.analyse_many_with_words([article]))

    def doc(self, article: Article) -> Doc:
        """The spaCy Doc of an article with everything that the components put on it."""
        return self._finish(article, self._base([article])[0])

    def _analyse(self, articles: Sequence[Article], *, words: bool = False) -> list[WithWords]:
        known = [_without_spacy(article.text, self.info) for article in articles]
        left = [article for article, result in zip(articles, known, strict=True) if result is None]
        bases = iter(self._base(left))
        results: list[WithWords] = []
        for article, result in zip(articles, known, strict=True):
            if result is not None:
                results.append((result, None))
                continue
            doc = self._finish(article, next(bases))
            results.append((to_analysis(article, doc, self.info), tagged(doc) if words else None))
        return results

    def _base(self, articles: Sequence[Article]) -> list[list[Doc]]:
        """The articles' parts with tags and entities, before the components that look at a whole article."""
        parts: list[list[Doc]] = []
        for article in articles:
            blocks, text = _blocks_of(article), _LONE_SURROGATE.sub("\ufffd", article.text)
            parts.append([self._part(text, blocks, span) for span in chunks(text, blocks)])
        done: dict[int, Doc] = {}
        flat = list(chain.from_iterable(parts))
        for group in _groups(doc for doc in flat if not all(token.is_space for token in doc)):
            for given, doc in zip(group, self.nlp.pipe(group, batch_size=len(group), disable=_OWN), strict=True):
                doc.tensor = numpy.zeros((0,), dtype="float32")
                done[id(given)] = doc
        return [[done.get(id(doc), doc) for doc in part] for part in parts]

    def _part(self, text: str, blocks: Sequence[Block], span: Span) -> Doc:
        doc = self.nlp.make_doc(span.of(text))
        doc._.blocks = tuple(
            Block(block.kind, Span(max(block.span.start - span.start, 0), min(block.span.end, span.end) - span.start))
            for block in blocks
            if block.span.overlaps(span)
        )
        return doc

    def _finish(self, article: Article, parts: list[Doc]) -> Doc:
        doc = parts[0]
        if len(parts) > 1:
            joined = Doc.from_docs(parts, ensure_whitespace=False, exclude=["tensor", "user_data"])  # type: ignore[call-arg]
            assert joined is not None
            doc = joined
        doc._.blocks = _blocks_of(article)
        doc._.published = article.published
        _blocks.mark_blocks(doc)
        _blocks.limit_sentences(doc)
        for _, component in self._own:
            doc = component(doc)
        return doc


def _without_spacy(text: str, info: PipelineInfo) -> Analysis | None:
    """The analysis of a text that there is nothing to analyse in, None for others."""
    if not text.strip():
        return Analysis(info)
    if other_language(text) is not None:
        return Analysis(info, notices=("analysis.other_language",))
    return None


def _blocks_of(article: Article) -> tuple[Block, ...]:
    """The article's blocks; a dateline is one of its own, so that it is no part of the sentence that it opens."""
    blocks = article.blocks or extensions.paragraphs(article.text)
    dateline = article.dateline
    if dateline is None:
        return blocks
    opens = (i for i, block in enumerate(blocks) if block.span.start == dateline.start < dateline.end < block.span.end)
    place = next(opens, None)
    if place is None:
        return blocks
    whole = blocks[place]
    rest = Span(dateline.end, whole.span.end)
    parts = (Block(BlockKind.STAMP, dateline), replace(whole, span=rest))
    return (*blocks[:place], *parts, *blocks[place + 1 :])


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _groups(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    group: list[Doc] = []
    size = 0
    for doc in docs:
        length = doc[-1].idx + len(doc[-1])
        if group and size + length > BATCH:
            yield group
            group, size = [], 0
        group.append(doc)
        size += length
    if group:
        yield group


def _check(nlp: Language, name: str) -> None:
    if nlp.lang != "de":
        raise AnalysisError("analysis.not_german", name=name, language=nlp.lang)
    doc = nlp(_PROBE)
    lacking = [key for key, attribute in _NEEDED.items() if not doc.has_annotation(attribute)]
    if lacking:
        raise AnalysisError("analysis.missing_components", name=name, missing=Missing(lacking))


class Missing:
    """What a pipeline lacks, in words of the language that the error is told in."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = tuple(keys)

    def __format__(self, spec: str) -> str:
        phrases = Phrases("de" if spec == "de" else "en")
        return ", ".join(phrases(f"analysis.missing.{key}") for key in self.keys)

    def __str__(self) -> str:
        return format(self, "")

    def __repr__(self) -> str:
        return f"Missing({self.keys!r})"


def load(name: str = EMBEDDED) -> Pipeline:
    """Load a pipeline and put the program's components on it.

    Args:
        name: "embedded" for the one that ships with the program, the path of a pipeline's folder, or the name of an
            installed spaCy package.

    Raises:
        AnalysisError: if there is no such pipeline, if it is for another spaCy or another language, or if it lacks
            something that is needed.
    """
    info = pipeline_info(name)
    if name == EMBEDDED:
        from newsreader.analysis import embedded

        return Pipeline(embedded.load(), info)
    return Pipeline(_load_other(name), info, name)


def _load_other(name: str) -> Language:
    if is_folder(name):
        meta = read_meta(Path(name) / "meta.json") or {}
        wanted = str(meta.get("spacy_version", ""))
        if wanted and is_compatible_version(spacy.about.__version__, wanted) is False:
            raise AnalysisError("analysis.other_version", name=name, wanted=wanted, installed=spacy.about.__version__)
        if meta.get("lang", "de") != "de":
            raise AnalysisError("analysis.not_german", name=name, language=meta.get("lang"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp = spacy.load(Path(name) if is_folder(name) else name)
    except AnalysisError:
        raise
    except Exception as error:  # a foreign pipeline may fail in any way that its own code likes
        reason = str(error).strip().split("\n", 1)[0] or type(error).__name__
        raise AnalysisError("analysis.broken_pipeline", name=name, reason=reason) from error
    wanted = str(nlp.meta.get("spacy_version", ""))
    if wanted and is_compatible_version(spacy.about.__version__, wanted) is False:
        raise AnalysisError("analysis.other_version", name=name, wanted=wanted, installed=spacy.about.__version__)
    return nlp
