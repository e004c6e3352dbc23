"""The reader on the screen, in Textual."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newsreader.article.cancelling import Cancellation
    from newsreader.article.feeds import Feed
    from newsreader.article.fetching import Fetcher
    from newsreader.article.model import Article
    from newsreader.settings.config import Config
    from newsreader.settings.state import State
    from newsreader.ui.shelf import Fetch, Item


def run(
    sources: Sequence[str],
    *,
    config: Config,
    state: State,
    pipeline: str | None = None,
    stdin: BinaryIO | None = None,
    cache_folder: Path | None = None,
    store: Path | None = None,
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
    from newsreader.ui.tools import standard

    def read_source(source: str) -> Article | Feed:
        from newsreader.article.opening import open_source

        return open_source(source, stdin=stdin)

    def read_article(source: str) -> Article:
        from newsreader.article import read

        return read(source, stdin=stdin)

    keymap = Keymap(REGISTRY, config.keys)
    shelf = Shelf(sources, read_source, fetching((cache_folder or paths.cache_folder()) / "pages"))
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
    )
    app = NewsreaderApp(tools, shelf, keymap, phrases, errors)
    try:
        status = app.run()
    finally:
        gc.enable()
        with suppress(OSError):
            state.save()
    code = app.return_code or 0 if status is None else status
    if app.reader.desk.study.alive:
        leave_now(code)
    return code


def fetching(folder: Path) -> Fetch:
    """What gets things from the web, made when it is needed and then kept, so that it stays polite.

    Args:
        folder: where pages are kept.
    """
    made: list[Fetcher] = []

    def fetch(item: Item, cancellation: Cancellation) -> Article | Feed:
        from newsreader.article.fetching import Fetcher, PageCache
        from newsreader.article.opening import open_entry, open_source

        if not made:
            made.append(Fetcher(PageCache(folder)))
        if item.entry is not None and item.feed is not None:
            return open_entry(item.entry, item.feed, made[0], cancellation)
        return open_source(item.source, fetcher=made[0], cancellation=cancellation)

    return fetch


def leave_now(code: int) -> None:
    """End the process while a thread is in the middle of native code, which an orderly end would crash or wait for."""
    import os

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
