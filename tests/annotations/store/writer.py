"""Writes annotations one after the other and says the id of each once it is made, until it is killed."""

from __future__ import annotations

import argparse
import resource
import signal
from itertools import count
from pathlib import Path

from newsreader.annotations.pen import Pen
from newsreader.annotations.store.store import Store
from newsreader.article.model import Article, Span
from newsreader.errors import StoreError


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("--until", type=int, help="how many are made")
    parser.add_argument("--file-size", type=int, help="bytes that a file may have at most")
    options = parser.parse_args()
    if options.file_size:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (options.file_size, options.file_size))
    article = Article("Ein Satz mit Wörtern. " * 100, "/a.txt")
    pen = Pen(article, "Eva")
    # Whoever writes without a pause leaves others little room, on a busy machine for longer than a reader would wait.
    store = Store(options.path, timeout=30)
    print(flush=True)
    for number in count():
        if number == options.until:
            break
        change = pen.highlight([Span(number % 500, number % 500 + 30)], "yellow", note=f"Notiz {number} " * 20)
        try:
            store.apply([change], {article.id: article.text})
        except StoreError as error:
            print(error.key, flush=True)
            return
        print(change.id, flush=True)


if __name__ == "__main__":
    main()
