"""What a batch has finished, kept beside its output until that is whole, so that an interrupted one can go on."""

from __future__ import annotations

import errno
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import IO, TYPE_CHECKING, Any

from newsreader.analysis.document import results, to_analysis
from newsreader.analysis.words import Sentence, Token
from newsreader.article.model import Span
from newsreader.cli.exporting.work import Result
from newsreader.errors import ExportError

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.analysis.info import PipelineInfo
    from newsreader.article.model import Article

SCHEMA = "newsreader-journal/1"

FAR = 1 << 40
"""an offset behind everything that is ever written: where Windows locks a byte, nobody else can read it"""


class Journal:
    """The finished analyses of a batch, one a line; each is on disk as soon as it is noted.

    Args:
        target: the batch's output; the journal lies beside it, hidden.
        info: the pipeline, since another one's analyses are none of this batch.
        words: whether the tokens are kept, too.
    """

    def __init__(self, target: Path, info: PipelineInfo, *, words: bool) -> None:
        self.path = target.resolve().with_name(f".{target.name}.unfinished")
        self._target = target
        self._head = {"schema": SCHEMA, "pipeline": asdict(info), "words": words}
        self._places: dict[str, tuple[int, int]] = {}
        self._file: IO[bytes] | None = None

    def begin(self, *, resume: bool) -> int:
        """Open it, empty or with what an interrupted batch has left; gives the number of its articles.

        Raises:
            OSError: if it cannot be written.
            ExportError: if another program is writing it.
        """
        file = os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "r+b")
        if not hold(file):
            file.close()
            raise ExportError("export.busy", path=self._target)
        self._file = file
        end = self._read() if resume else 0
        self._file.seek(end)
        self._file.truncate()
        if not end:
            self._write(_line(self._head))
        return len(self._places)

    def find(self, source: str) -> bool:
        """Whether there is something of a source."""
        return source in self._places

    def get(self, article: Article) -> Result | None:
        """What became of an article, None if it is not noted, or its text has changed."""
        if self._file is None or article.source not in self._places:
            return None
        start, size = self._places[article.source]
        self._file.seek(start)
        row = json.loads(self._file.read(size))
        self._file.seek(0, 2)
        if row["article"] != article.id:
            return None
        return Result(article.source, article, to_analysis(row), _to_words(row["words"]), noted=True)

    def note(self, result: Result) -> None:
        """Keep what became of an article, unless it is kept already.

        Raises:
            ExportError: if it cannot be written, as on a full disk.
        """
        if self._file is None or result.noted or result.article is None or result.analysis is None:
            return
        try:
            self._write(result.row or journal_row(result))
        except OSError as error:
            raise ExportError("export.unwritable", path=self.path, reason=error.strerror or error) from error

    def close(self, *, finished: bool) -> None:
        """Close it; that of a finished batch is gone, as is one without any article."""
        if self._file is None:
            return
        empty = self._file.tell() <= len(_line(self._head))
        gone = finished or empty
        if gone and os.name != "nt":
            # Before it is let go of, so that it is not another program's by then.
            with suppress(OSError):
                self.path.unlink()
        self._file.close()
        self._file = None
        if gone and os.name == "nt":
            with suppress(OSError):
                self.path.unlink()

    def _write(self, line: bytes) -> None:
        assert self._file is not None
        self._file.write(line)
        self._file.flush()

    def _read(self) -> int:
        """Learn where each article stands; gives the place (bytes) behind the last whole line, 0 if it is another's."""
        end = 0
        with suppress(OSError, ValueError, KeyError, TypeError), self.path.open("rb") as file:
            head = file.readline()
            if json.loads(head) != self._head:
                return 0
            end = len(head)
            for line in file:
                if not line.endswith(b"\n"):
                    break
                self._places[json.loads(line)["source"]] = (end, len(line))
                end += len(line)
        return end


def hold(file: IO[bytes]) -> bool:
    """Keep other programs from writing a file until it is closed; False if one is writing it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Some network file systems know no locks.
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


def journal_row(result: Result) -> bytes:
    """What is kept of an article that was analysed, a line."""
    assert result.article is not None
    assert result.analysis is not None
    return _line(
        {
            "source": result.source,
            "article": result.article.id,
            "pipeline": asdict(result.analysis.pipeline),
            "words": _words(result.words),
            **results(result.analysis, result.article.text),
        }
    )


def _line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, separators=(",", ":")).encode() + b"\n"


def _words(words: tuple[Sentence, ...] | None) -> list[list[list[Any]]] | None:
    if words is None:
        return None
    return [[[*token.span, token.lemma, token.pos, token.tag, token.morph] for token in one.tokens] for one in words]


def _to_words(rows: list[list[list[Any]]] | None) -> tuple[Sentence, ...] | None:
    if rows is None:
        return None
    return tuple(Sentence(tuple(Token(Span(row[0], row[1]), *row[2:]) for row in rows_)) for rows_ in rows)
