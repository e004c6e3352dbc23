"""The articles that a batch leaves out: told at its end, and written to a file as they come where that is asked for."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING

from newsreader.errors import ExportError, SourceError

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.cli.session import Session
    from newsreader.errors import NewsreaderError

TOLD = 20
"""articles that are told one by one; the others are counted"""


class LeftOut:
    """What was left out, and why.

    Args:
        session: the run of the command.
        path: the file that they are written to, as JSON, one a line; None for no file.

    Attributes:
        number: how many there are.

    Raises:
        ExportError: if the file cannot be written.
    """

    def __init__(self, session: Session, path: Path | None) -> None:
        self.number = 0
        self._session = session
        self._path = path
        self._lines: list[str] = []
        self._file: IO[str] | None = None
        if path is not None:
            try:
                self._file = path.open("w", encoding="utf-8", errors="backslashreplace")
            except OSError as error:
                raise ExportError("export.unwritable", path=path, reason=error.strerror or error) from error

    def add(self, source: str, error: NewsreaderError) -> None:
        """An article is left out."""
        self.number += 1
        text = self._session.phrases.say(error)
        if self.number <= TOLD:
            # Errors about a file name it themselves.
            named = isinstance(error, SourceError | ExportError)
            self._lines.append(text if named else f"{source}: {text}")
        if self._file is not None:
            row = {"source": source, "error": error.key, "message": text}
            self._file.write(json.dumps(row, ensure_ascii=False) + "\n")
            # Whoever ends the program in whatever way finds what there was until then.
            self._file.flush()

    def tell(self) -> None:
        """Say what there was; nothing if there was nothing."""
        for line in self._lines:
            self._session.tell(line)
        phrases, further = self._session.phrases, self.number - len(self._lines)
        if further:
            self._session.tell(
                phrases.count("cli.export.further", further)
                if self._path is None
                else phrases.count("cli.export.further_in", further, path=self._path)
            )
        self._lines = []

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
