"""Finished analyses on disk, so that an article is analysed once by each pipeline; no spaCy is needed to read one."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsreader.analysis.info import PipelineInfo
    from newsreader.analysis.result import Analysis
    from newsreader.article.model import Article

SCHEMA = "newsreader-cache/1"
LIMIT = 64 * 1024 * 1024


class AnalysisCache:
    """A folder of analyses, one JSON file for an article and a pipeline.

    What cannot be read is as if it were not there, and what cannot be written is left: a cache is never a reason to
    stop.

    Args:
        folder: where the files lie; it is made when the first one is written.
        limit: how many bytes the files may take together; the ones not used for longest go first.
        writes: whether anything is kept or noted; else what is there is only read.
    """

    def __init__(self, folder: Path, limit: int = LIMIT, *, writes: bool = True) -> None:
        self.folder = folder
        self.limit = limit
        self.writes = writes

    def path(self, article: Article, info: PipelineInfo) -> Path:
        """The file of an article and a pipeline; how the text is divided and dated counts as part of the article."""
        blocks = [(block.kind.value, *block.span) for block in article.blocks]
        sections = [(section.id, *section.span) for section in article.sections]
        key = [article.id, str(article.published), article.language, blocks, sections, info.name, info.version]
        digest = hashlib.sha256(json.dumps(key).encode())
        return self.folder / f"{digest.hexdigest()[:40]}.json"

    def get(self, article: Article, info: PipelineInfo) -> Analysis | None:
        """The analysis that a pipeline made of an article, None if there is none (or no sound one)."""
        path = self.path(article, info)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        from newsreader.analysis.document import to_analysis

        try:
            row = json.loads(content)
            if row["schema"] != SCHEMA or row["article"] != article.id:
                return None
            analysis = to_analysis(row)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        if analysis.pipeline != info or not _fits(analysis, len(article.text)):
            return None
        if self.writes:
            with contextlib.suppress(OSError):
                os.utime(path)
        return analysis

    def put(self, article: Article, analysis: Analysis) -> None:
        """Keep an analysis; another process sees either the whole file or none."""
        if not self.writes:
            return
        from newsreader.analysis.document import results

        path = self.path(article, analysis.pipeline)
        row: dict[str, Any] = {
            "schema": SCHEMA,
            "article": article.id,
            "pipeline": {"name": analysis.pipeline.name, "version": analysis.pipeline.version},
            **results(analysis, article.text),
        }
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            _write(path, json.dumps(row, separators=(",", ":")).encode())
            self.prune()

    def prune(self) -> None:
        """Remove the files that were not used for longest until the rest fits the limit."""
        prune(self.folder, self.limit)


def prune(folder: Path, limit: int) -> None:
    """Remove the JSON files of a folder that were not used for longest until the rest takes no more than a limit.

    Args:
        folder: the folder.
        limit: bytes.

    Raises:
        OSError: if the folder cannot be read.
    """
    with os.scandir(folder) as entries:
        files = [(entry.stat(), entry.path) for entry in entries if entry.name.endswith(".json")]
    total = sum(state.st_size for state, _ in files)
    for state, path in sorted(files, key=lambda file: (file[0].st_mtime_ns, file[1])):
        if total <= limit:
            break
        with contextlib.suppress(OSError):
            Path(path).unlink()
        total -= state.st_size


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _fits(analysis: Analysis, length: int) -> bool:
    """Whether all spans lie inside a text of a length (code points)."""
    spans = [entity.span for entity in analysis.entities]
    spans += [span for actor in analysis.actors for span in actor.mentions]
    for statement in analysis.statements:
        spans += [*statement.spans, *statement.cue, *statement.frame, *statement.addressee]
        spans += [statement.speaker] if statement.speaker is not None else []
    return all(span.end <= length for span in spans)
