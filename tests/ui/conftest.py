"""What the tests of the reader share: an article with a hand-made analysis, and the app with its tools replaced."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import (
    Actor,
    ActorKind,
    Analysis,
    Entity,
    Medium,
    Statement,
    StatementKind,
)
from newsreader.article import read
from newsreader.article.model import Article, Span
from newsreader.phrases import Phrases
from newsreader.settings.config import Config
from newsreader.settings.state import State
from newsreader.ui.app import NewsreaderApp
from newsreader.ui.commands import REGISTRY, Keymap
from newsreader.ui.shelf import Shelf
from newsreader.ui.tools import LibraryOpener, StoreOpener, Tools
from newsreader.ui.widgets import status

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from textual.pilot import Pilot

    from newsreader.errors import NewsreaderError

    Run = Callable[..., AbstractAsyncContextManager[tuple[Any, Pilot[int]]]]

INFO = PipelineInfo("test", "1")


def at(text: str, words: str, after: str = "") -> Span:
    """Where words stand, the first time after some others."""
    start = text.index(words, text.index(after) + len(after) if after else 0)
    return Span(start, start + len(words))


def statement(
    article: Article,
    number: int,
    kind: str,
    words: str,
    actor: str | None,
    speaker: str = "",
    cue: str = "",
    parent: str | None = None,
    confidence: float = 0.9,
) -> Statement:
    """A statement by its words; speaker and cue stand nearest after or before them in the sample."""
    text = article.text
    span = at(text, words)
    return Statement(
        f"s{number}",
        StatementKind(kind),
        (span,),
        Medium.SPEECH,
        speaker=at(text, speaker) if speaker else None,
        cue=(at(text, cue),) if cue else (),
        actor=actor,
        parent=parent,
        section=article.section_at(span.start).id,
        confidence=confidence,
        rule="test_rule",
        reason="name" if actor else None,
    )


def analysis_of(article: Article) -> Analysis:
    """A hand-made analysis of the sample."""
    text = article.text
    actors = (
        Actor("a1", "Lloyd Austin", ActorKind.PERSON, "US-Verteidigungsminister", (at(text, "Lloyd Austin"),)),
        Actor("a2", "Andrej Beloussow", ActorKind.PERSON, None, (at(text, "Andrej Beloussow"),)),
        Actor("a3", "russisches Verteidigungsressort", ActorKind.ORGANISATION),
        Actor("a4", "Sprecherin des Pentagons", ActorKind.UNNAMED, None, (at(text, "Eine Sprecherin des Pentagons"),)),
        Actor("a5", "Olaf Scholz", ActorKind.PERSON, "Bundeskanzler", (at(text, "Olaf Scholz"),)),
        Actor(
            "a6",
            "Wolodymyr Selenskyj",
            ActorKind.PERSON,
            "der ukrainische Präsident",
            (
                at(text, "Selenskyj"),
                at(text, "Wolodymyr Selenskyj"),
                at(text, "Selenskyj", "schrieb"),
                at(text, "Selenskyj", "Soldaten, sagte"),
            ),
        ),
    )
    names = (
        ("Lloyd Austin", "PER", "a1"),
        ("Andrej Beloussow", "PER", "a2"),
        ("Moskau", "LOC", None),
        ("Pentagons", "ORG", None),
        ("Olaf Scholz", "PER", "a5"),
        ("Kreml", "ORG", None),
        ("Wolodymyr Selenskyj", "PER", "a6"),
    )
    entities = tuple(Entity(f"e{n}", at(text, words), label, actor) for n, (words, label, actor) in enumerate(names, 1))
    statements = (
        statement(article, 1, "indirect", "beide hätten über die Verringerung", None, "Aus Russland", "hieß"),
        statement(
            article,
            2,
            "direct",
            "Es wurde die Frage der Verhinderung",
            "a3",
            "das russische Verteidigungsressort",
            "teilte",
        ),
        statement(
            article,
            3,
            "reported",
            "Die Initiative für das Telefonat sei von Moskau ausgegangen.",
            "a3",
            confidence=0.6,
        ),
        statement(article, 4, "indirect", "Austin habe in dem", "a4", "Eine Sprecherin des Pentagons", "sagte"),
        statement(article, 5, "direct", "Bedeutung der Aufrechterhaltung", "a1", parent="s4"),
        statement(article, 6, "direct", "sehr gute Entscheidung", "a5", "Bundeskanzler Olaf Scholz", "verteidigte"),
        statement(article, 7, "indirect", "habe er Möglichkeiten zur Vertiefung", "a6", cue="schrieb"),
        statement(article, 8, "direct", "Ich danke für die Bereitschaft", "a6"),
        statement(article, 9, "indirect", "Die Ukraine brauche keine fremden Soldaten", "a6"),
    )
    return Analysis(INFO, entities, actors, statements)


class HandMade:
    """An analyser that takes the hand-made analysis; it can be held up, and it can fail."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.go = threading.Event()
        self.go.set()
        self.asked: list[str] = []

    def analyse(self, article: Article, /) -> Analysis:
        self.asked.append(article.source)
        assert self.go.wait(30)
        if self.error is not None:
            raise self.error
        try:
            return analysis_of(article)
        except ValueError:
            return Analysis(INFO)


@dataclass
class Kept:
    """A cache in memory."""

    found: dict[str, Analysis] = field(default_factory=dict)

    def get(self, article: Article, info: PipelineInfo, /) -> Analysis | None:
        return self.found.get(article.id)

    def put(self, article: Article, analysis: Analysis, /) -> None:
        self.found[article.id] = analysis


@dataclass
class Bench:
    """The app on a test bench, with what was handed to it."""

    app: NewsreaderApp
    analyser: HandMade
    cache: Kept
    state: State
    copied: list[str]
    opened: list[str]

    @property
    def line(self) -> str:
        """The status line as it reads."""
        return self.app.reader.status.render().plain

    @property
    def rows(self) -> list[str]:
        """The panel's rows as they read at 200 columns."""
        prompts: list[Any] = [option.prompt for option in self.app.reader.panel.list.options]
        return [" ".join(prompt.lines(200)[0].plain.split()) for prompt in prompts]


@pytest.fixture(autouse=True)
def _lasting(monkeypatch: pytest.MonkeyPatch) -> None:
    """What passes in the status line stays, however slow the machine that looks at it."""
    monkeypatch.setattr(status, "SECONDS", 600.0)


@pytest.fixture
def article(sample: Path) -> Article:
    """The sample."""
    return read(str(sample))


@pytest.fixture
def analysis(article: Article) -> Analysis:
    """Its hand-made analysis."""
    return analysis_of(article)


@pytest.fixture
def bench(sample: Path, tmp_path: Path) -> Callable[..., Bench]:
    """Makes a reader: `bench(*sources, language="de", error=None, cached=True, browser=False, keeps=None, **settings)`.

    With `keeps` it has a library, in which things are kept or not.
    """

    def make(
        *sources: str,
        language: str = "de",
        error: Exception | None = None,
        info_error: NewsreaderError | None = None,
        cached: bool = True,
        browser: bool = False,
        keeps: bool | None = None,
        **settings: Any,
    ) -> Bench:
        config = Config(**settings)
        state = State.load(tmp_path / "state.json")
        analyser, cache = HandMade(error), Kept()
        copied: list[str] = []
        opened: list[str] = []

        def info() -> PipelineInfo:
            if info_error:
                raise info_error
            return INFO

        def copy(text: str) -> bool:
            copied.append(text)
            return True

        def open_address(target: str) -> bool:
            opened.append(target)
            return browser

        store = StoreOpener(tmp_path / "annotations.sqlite")
        library = None if keeps is None else LibraryOpener(tmp_path / "library.db")
        tools = Tools(
            config,
            state,
            read,
            lambda: analyser,
            info,
            cache,
            open_address,
            copy,
            store,
            library=library,
            keeps=bool(keeps),
        )
        shelf = Shelf(sources or (str(sample),), read)
        errors = shelf.open_first()
        if cached and error is None:
            cache.put(shelf.current, analyser.analyse(shelf.current))
            analyser.asked.clear()
        phrases = Phrases("en" if language == "en" else "de")
        app = NewsreaderApp(tools, shelf, Keymap(REGISTRY, config.keys), phrases, errors)
        return Bench(app, analyser, cache, state, copied, opened)

    return make


@pytest.fixture
def run(bench: Callable[..., Any]) -> Run:
    """Runs a reader: `async with run(size=..., **as for bench) as (bench, pilot)`; the panel stands, keys are taken."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def running(
        *sources: str, size: tuple[int, int] = (120, 30), **kwargs: Any
    ) -> AsyncIterator[tuple[Any, Any]]:
        made = bench(*sources, **kwargs)
        async with made.app.run_test(size=size) as pilot:
            while not made.app.reader.is_ready:
                await pilot.pause(0.01)
            await pilot.pause()
            yield made, pilot

    return running
