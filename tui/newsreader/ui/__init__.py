"""The reader on the screen, in Textual."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newsreader.article.feeds import Feed
    from newsreader.article.model import Article
    from newsreader.settings.config import Config
    from newsreader.settings.state import State


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
    from newsreader.ui.web import Web, or_kept

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
    web = Web(pages, opener, keeps=keeps)
    shelf = Shelf(sources, read_source, web)
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
        fetcher=web.fetcher,
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
    if app.reader.desk.study.alive or app.fetches:
        leave_now(code)
    return code


def leave_now(code: int) -> None:
    """End the process while a thread is in the middle of native code, which an orderly end would crash or wait for."""
    import os

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
