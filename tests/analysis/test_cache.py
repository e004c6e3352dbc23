"""The cache of analyses: what was put is found again, and nothing that lies there can do harm."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.cache import AnalysisCache
from newsreader.analysis.info import PipelineInfo
from newsreader.article.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article


@pytest.fixture
def cache(tmp_path: Path) -> AnalysisCache:
    return AnalysisCache(tmp_path / "cache")


def test_found_again(cache: AnalysisCache, article: Article, analysis: Analysis) -> None:
    assert cache.get(article, analysis.pipeline) is None
    cache.put(article, analysis)
    assert cache.get(article, analysis.pipeline) == analysis


def test_another_text_pipeline_or_division_is_another_analysis(
    cache: AnalysisCache, article: Article, analysis: Analysis
) -> None:
    cache.put(article, analysis)
    assert cache.get(replace(article, text=article.text + " "), analysis.pipeline) is None
    assert cache.get(replace(article, published=None), analysis.pipeline) is None
    assert cache.get(replace(article, blocks=(Block(BlockKind.PARAGRAPH, Span(0, 5)),)), analysis.pipeline) is None
    assert cache.get(article, PipelineInfo("de_test", "1.1")) is None
    assert cache.get(article, PipelineInfo("de_other", "1.0+2")) is None


def test_the_same_text_from_elsewhere_is_the_same(cache: AnalysisCache, article: Article, analysis: Analysis) -> None:
    cache.put(article, analysis)
    assert cache.get(replace(article, source="other.txt"), analysis.pipeline) == analysis


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "\0\0", "[" * 100_000, '{"schema": "newsreader-cache/1"}'])
def test_a_broken_file_is_no_analysis(cache: AnalysisCache, article: Article, analysis: Analysis, content: str) -> None:
    cache.put(article, analysis)
    cache.path(article, analysis.pipeline).write_text(content, encoding="utf-8")
    assert cache.get(article, analysis.pipeline) is None
    cache.put(article, analysis)
    assert cache.get(article, analysis.pipeline) == analysis


def test_spans_beyond_the_text_are_not_believed(cache: AnalysisCache, article: Article, analysis: Analysis) -> None:
    cache.put(article, analysis)
    path = cache.path(article, analysis.pipeline)
    row = json.loads(path.read_text(encoding="utf-8"))
    row["entities"][0]["end"] = len(article.text) + 1
    path.write_text(json.dumps(row), encoding="utf-8")
    assert cache.get(article, analysis.pipeline) is None


def test_nothing_half_written_stays(cache: AnalysisCache, article: Article, analysis: Analysis) -> None:
    cache.put(article, analysis)
    assert [path.suffix for path in cache.folder.iterdir()] == [".json"]


def test_the_longest_unused_go_first(tmp_path: Path, article: Article, analysis: Analysis) -> None:
    cache = AnalysisCache(tmp_path / "cache")
    cache.put(article, analysis)
    size = cache.path(article, analysis.pipeline).stat().st_size
    cache.limit = 3 * size + size // 2
    articles = [article, *(replace(article, text=article.text + "x" * n) for n in range(1, 4))]
    for number, one in enumerate(articles[:3]):
        cache.put(one, analysis)
        os.utime(cache.path(one, analysis.pipeline), ns=(number, number))
    assert cache.get(articles[0], analysis.pipeline) is not None  # reading is using
    cache.put(articles[3], analysis)
    kept = [cache.get(one, analysis.pipeline) is not None for one in articles]
    assert kept == [True, False, True, True]
    assert sum(path.stat().st_size for path in cache.folder.iterdir()) <= cache.limit


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(
    tmp_path: Path, article: Article, analysis: Analysis
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    cache = AnalysisCache(tmp_path / "file")
    cache.put(article, analysis)
    assert cache.get(article, analysis.pipeline) is None


def test_lone_surrogates_survive(cache: AnalysisCache, article: Article, analysis: Analysis) -> None:
    odd = replace(article, text=article.text + "\ud800")
    cache.put(odd, analysis)
    assert cache.get(odd, analysis.pipeline) == analysis


def test_spacy_is_not_needed() -> None:
    import subprocess

    code = (
        "import sys, newsreader.analysis.cache, newsreader.analysis.document, newsreader.analysis.info\n"
        "newsreader.analysis.info.pipeline_info()\n"
        "sys.exit(bool({'spacy', 'textual', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
