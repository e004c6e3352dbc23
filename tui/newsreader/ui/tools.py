"""What the reader needs from the rest of the program, handed over so that a test can hand over something else."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsreader.analysis.info import PipelineInfo
    from newsreader.annotations.store.store import Store
    from newsreader.article.fetching.fetcher import Fetcher
    from newsreader.article.model import Article
    from newsreader.library.library import Library
    from newsreader.settings.config import Config
    from newsreader.settings.state import State
    from newsreader.ui.analyst import Analyser, Cache

PATIENCE = 0.5
"""seconds that the screen waits for another program that is writing into the store"""


@dataclass(frozen=True)
class Tools:
    """The reader's tools.

    Attributes:
        config: what the user has set.
        state: what is remembered.
        read: reads an article from a source; raises SourceError.
        load: loads the pipeline, slowly; raises AnalysisError.
        info: which pipeline that would be, quickly; raises AnalysisError.
        cache: finished analyses.
        open_address: opens an address in a browser; False if it cannot.
        copy: puts a text on the system's clipboard; False if it cannot.
        store: opens the store of annotations, or gives the one that is open; raises StoreError.
        library: opens the library, or gives the one that is open; raises StoreError. None where there is none.
        keeps: whether what is read is kept in the library.
        fetcher: gives what fetches from the web for all screens; None where nothing is fetched.
        places: folder in which it is remembered where annotations were found in a text that has changed; None for none.
    """

    config: Config
    state: State
    read: Callable[[str], Article]
    load: Callable[[], Analyser]
    info: Callable[[], PipelineInfo]
    cache: Cache
    open_address: Callable[[str], bool]
    copy: Callable[[str], bool]
    store: Callable[[], Store]
    library: LibraryOpener | None = None
    keeps: bool = False
    fetcher: Callable[[], Fetcher] | None = None
    places: Path | None = None


def standard(
    config: Config,
    state: State,
    *,
    pipeline: str,
    read: Callable[[str], Article],
    cache_folder: Path,
    store: Path,
    library: LibraryOpener | None = None,
    keeps: bool = False,
    fetcher: Callable[[], Fetcher] | None = None,
) -> Tools:
    """The tools of the program itself.

    Args:
        pipeline: name of the pipeline that analyses.
        read: reads an article from a source.
        cache_folder: where finished analyses lie.
        store: the file of the annotations.
        library: opens the library.
        keeps: whether what is read is kept.
        fetcher: gives what fetches from the web.
    """
    from newsreader.analysis.cache import AnalysisCache
    from newsreader.analysis.info import pipeline_info
    from newsreader.ui import clipboard, opener

    def load() -> Analyser:
        from newsreader.analysis.pipeline import load as load_pipeline

        return load_pipeline(pipeline)

    return Tools(
        config=config,
        state=state,
        read=read,
        load=load,
        info=lambda: pipeline_info(pipeline),
        cache=AnalysisCache(cache_folder, writes=keeps),
        open_address=opener.open_address,
        copy=clipboard.copy,
        store=StoreOpener(store),
        library=library,
        keeps=keeps,
        fetcher=fetcher,
        places=cache_folder / "places" if keeps else None,
    )


class StoreOpener:
    """Opens the store when it is first needed, and again after that failed.

    Args:
        path: the store's file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._store: Store | None = None
        self._lock = Lock()

    def __call__(self) -> Store:
        """The open store.

        Raises:
            StoreError: if it cannot be opened.
        """
        from newsreader.annotations.store.store import Store

        with self._lock:
            if self._store is None:
                self._store = Store(self._path, timeout=PATIENCE)
            return self._store


class LibraryOpener:
    """Opens the library when it is first needed, and again after that failed.

    Args:
        path: the library's file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._library: Library | None = None
        self._lock = Lock()

    @property
    def exists(self) -> bool:
        """Whether there is a library yet."""
        return self._path.exists()

    def __call__(self) -> Library:
        """The open library.

        Raises:
            StoreError: if it cannot be opened.
        """
        from newsreader.library.library import Library

        with self._lock:
            if self._library is None:
                self._library = Library(self._path)
            return self._library
