"""The reader on the screen, in Textual."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from newsreader.article.cancelling import Cancellation
    from newsreader.article.feeds import Feed
    from newsreader.article.fetching import Fetcher
    from newsreader.article.model import Article
    from newsreader.settings.config import Config
    from newsreader.settings.state import State
    from newsreader.ui.shelf import Fetch, Item
    from newsreader.ui.tools import LibraryOpener


def run(
    sources: Sequence[str],
    *,
    config: Config,
    state: State,
    pipeline: str | None = None,
    stdin: BinaryIO | None = None,
    cache_folder: Path | None = None,
    store: Path | None = None,
    library: Path | None = None,
    keeps: bool = True,
) -> int:
    """Open articles on the screen and stay until the user leaves.

    Args:
        sources: paths or addresses in order, at least one; "-" for standard input.
        config: what the user has set.
        state: what is remembered; it is saved at the end.
        pipeline: what analyses, in the place of the configuration's.
        stdin: where the article of "-" comes from, None for the process's own.
        cache_folder: where finished analyses lie, None for the user's cache.
        store: the file of the annotations, None for the user's own.
        library: the file of the library, None for the user's own.
        keeps: whether what is read is kept: in the library, with the place in it, its analysis, and what was fetched.

    Returns:
        The exit status: 0 after quitting, 128 plus its number after a signal.

    Raises:
        SourceError: if no source can be read; the screen is not touched then.
        ConfigError: if the keymap or the theme of the configuration cannot be meant.
    """
    # Importing makes many objects and no garbage: the collector would only hold up the first frame.
    gc.disable()
    from newsreader.settings import paths
    from newsreader.ui.choices import Choices
    from newsreader.ui.commands import REGISTRY, Keymap
    from newsreader.ui.shelf import Shelf
    from newsreader.ui.terminal import take_keyboard
    from newsreader.ui.tools import LibraryOpener, standard

    opener = LibraryOpener(library or paths.library_file())
    state.private = not keeps

    def read_source(source: str) -> Article | Feed:
        from newsreader.article.opening import open_source

        return or_kept(lambda: open_source(source, stdin=stdin), source, opener)

    def read_article(source: str) -> Article:
        from newsreader.article import read

        return read(source, stdin=stdin)

    keymap = Keymap(REGISTRY, config.keys)
    pages = (cache_folder or paths.cache_folder()) / "pages"
    shelf = Shelf(sources, read_source, fetching(pages, opener, keeps=keeps))
    errors = shelf.open_first()
    if "-" in sources:
        # Standard input can be read only now, before the keyboard takes its place.
        if (piped := shelf.items[list(sources).index("-")]).article is None:
            first = shelf.item
            shelf.open(shelf.items.index(piped))
            shelf.index = shelf.items.index(first)
        take_keyboard()
    from newsreader.phrases import Phrases
    from newsreader.ui.app import NewsreaderApp
    from newsreader.ui.themes import known

    if config.theme not in known():
        raise config.error("theme", ", ".join(known()))
    language = Choices(state).get("language", config.language)
    phrases = Phrases("de" if language == "de" else "en") if language in ("de", "en") else config.phrases()
    tools = standard(
        config,
        state,
        pipeline=pipeline or config.pipeline,
        read=read_article,
        cache_folder=cache_folder or paths.cache_folder(),
        store=store or paths.store_file(),
        library=opener,
        keeps=keeps,
    )
    app = NewsreaderApp(tools, shelf, keymap, phrases, errors)
    try:
        status = app.run()
    finally:
        gc.enable()
        with suppress(OSError):
            state.save()
        app.reader.desk.keeper.finish()
    code = app.return_code or 0 if status is None else status
    if app.reader.desk.study.alive:
        leave_now(code)
    return code


def or_kept(get: Callable[[], Article | Feed], source: str, library: LibraryOpener) -> Article | Feed:
    """What a source leads to or, where it cannot be had, what the library has of it.

    Args:
        get: opens the source.
        source: its path or address.
        library: opens the library.

    Raises:
        SourceError: if there is neither.
    """
    from newsreader.errors import SourceError

    try:
        return get()
    except SourceError as error:
        if not library.exists:
            raise
        from newsreader.library.instead import instead

        if (kept := instead(error, source, library)) is None:
            raise
        return kept


def fetching(folder: Path, library: LibraryOpener, *, keeps: bool) -> Fetch:
    """What gets things from the web, made when it is needed and then kept, so that it stays polite.

    Args:
        folder: where pages are kept.
        library: opens the library, which has what cannot be had any more.
        keeps: whether pages are kept.
    """
    made: list[Fetcher] = []

    def fetch(item: Item, cancellation: Cancellation) -> Article | Feed:
        from newsreader.article.fetching import Fetcher, PageCache
        from newsreader.article.opening import open_entry, open_source

        if not made:
            made.append(Fetcher(PageCache(folder, writes=keeps)))

        def get() -> Article | Feed:
            if item.entry is not None and item.feed is not None:
                return open_entry(item.entry, item.feed, made[0], cancellation)
            return open_source(item.source, fetcher=made[0], cancellation=cancellation)

        return or_kept(get, item.source, library)

    return fetch


def leave_now(code: int) -> None:
    """End the process while a thread is in the middle of native code, which an orderly end would crash or wait for."""
    import os

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
