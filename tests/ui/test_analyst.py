"""The background that analyses: one article at a time, the last one asked for, and no failure that escapes."""

from __future__ import annotations

import queue
import threading
import time
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import Analysis
from newsreader.article.model import Article
from newsreader.errors import AnalysisError, NewsreaderError
from newsreader.ui.analyst import Analyst

if TYPE_CHECKING:
    from collections.abc import Iterator

WAIT = 20
FIRST, SECOND = Article("eins", "1"), Article("zwei", "2")


class Slow:
    """An analyser that waits for a sign before it gives each result."""

    def __init__(self) -> None:
        self.begun: queue.Queue[str] = queue.Queue()
        self.go = threading.Semaphore(0)
        self.error: BaseException | None = None

    def analyse(self, article: Article, /) -> Analysis:
        self.begun.put(article.source)
        assert self.go.acquire(timeout=WAIT)
        if self.error:
            raise self.error
        return Analysis(PipelineInfo(article.source, "1"))


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def reports() -> queue.Queue[tuple[Article, Analysis | NewsreaderError]]:
    return queue.Queue()


@pytest.fixture
def analyst(slow: Slow, reports: queue.Queue[tuple[Article, Analysis | NewsreaderError]]) -> Iterator[Analyst]:
    made = Analyst(lambda: slow, lambda article, result: reports.put((article, result)))
    yield made
    made.close()
    slow.go.release(10)


Reports = queue.Queue[tuple[Article, Analysis | NewsreaderError]]


def test_what_is_asked_for_is_reported(analyst: Analyst, slow: Slow, reports: Reports) -> None:
    slow.go.release(2)
    for article in (FIRST, SECOND):
        analyst.ask(article)
        told, result = reports.get(timeout=WAIT)
        assert told is article
        assert isinstance(result, Analysis)
        assert result.pipeline.name == article.source
    assert not analyst.working


def test_an_overtaken_request_is_not_reported(analyst: Analyst, slow: Slow, reports: Reports) -> None:
    analyst.ask(FIRST)
    assert slow.begun.get(timeout=WAIT) == "1"
    analyst.ask(SECOND)
    slow.go.release(2)
    assert reports.get(timeout=WAIT)[0] is SECOND
    assert reports.empty()


def test_a_cancelled_request_is_not_reported(analyst: Analyst, slow: Slow, reports: Reports) -> None:
    analyst.ask(FIRST)
    assert slow.begun.get(timeout=WAIT) == "1"
    analyst.cancel()
    assert not analyst.working
    slow.go.release(2)
    analyst.ask(SECOND)
    assert reports.get(timeout=WAIT)[0] is SECOND


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (AnalysisError("analysis.embedded_missing"), "analysis.embedded_missing"),
        (ValueError("broken"), "ui.analysis_broke"),
        (SystemExit(1), "ui.analysis_broke"),
    ],
)
def test_a_failure_is_reported_and_the_next_request_works(
    analyst: Analyst, slow: Slow, reports: Reports, error: BaseException, key: str
) -> None:
    slow.error = error
    slow.go.release()
    analyst.ask(FIRST)
    result = reports.get(timeout=WAIT)[1]
    assert isinstance(result, NewsreaderError)
    assert result.key == key
    slow.error = None
    slow.go.release()
    analyst.ask(SECOND)
    assert isinstance(reports.get(timeout=WAIT)[1], Analysis)


def test_a_pipeline_that_cannot_be_loaded_is_reported(reports: Reports) -> None:
    def load() -> Slow:
        raise AnalysisError("analysis.not_installed", name="x")

    analyst = Analyst(load, lambda article, result: reports.put((article, result)))
    analyst.ask(FIRST)
    assert isinstance(reports.get(timeout=WAIT)[1], AnalysisError)
    analyst.close()


def test_the_thread_ends_and_keeps_nobody_waiting(analyst: Analyst, slow: Slow) -> None:
    assert not analyst.alive
    analyst.ask(FIRST)
    assert slow.begun.get(timeout=WAIT) == "1"
    assert analyst.alive
    assert all(thread.daemon for thread in threading.enumerate() if thread.name == "analysis")
    analyst.close()
    slow.go.release()
    end = time.monotonic() + WAIT
    while analyst.alive and time.monotonic() < end:
        time.sleep(0.01)
    assert not analyst.alive


def test_a_further_article_comes_after_the_wanted_one(analyst: Analyst, slow: Slow, reports: Reports) -> None:
    slow.go.release(3)
    analyst.ask_also(SECOND)
    assert reports.get(timeout=WAIT)[0] is SECOND
    analyst.ask(FIRST)
    analyst.ask_also(SECOND)
    assert {reports.get(timeout=WAIT)[0].source, reports.get(timeout=WAIT)[0].source} == {"1", "2"}
    assert not analyst.working


def test_a_further_article_is_dropped_with_the_wanted_one(analyst: Analyst, slow: Slow, reports: Reports) -> None:
    analyst.ask(FIRST)
    assert slow.begun.get(timeout=WAIT) == "1"
    analyst.ask_also(SECOND)
    analyst.cancel()
    slow.go.release(2)
    with pytest.raises(queue.Empty):
        reports.get(timeout=0.3)
    assert slow.begun.empty()
