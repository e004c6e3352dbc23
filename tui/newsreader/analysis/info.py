"""Which pipeline would make an analysis, told without spaCy: what finished analyses are kept under."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.errors import AnalysisError
from newsreader.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """Which pipeline made an analysis.

    Attributes:
        name: name of the spaCy pipeline ("de_newsreader").
        version: its version, joined with that of the components that stand on it.
    """

    name: str
    version: str


@cache
def components_version() -> str:
    """The program's version and a digest of its rules and word lists, so that a change of either is noticed."""
    digest = hashlib.sha256()
    for path in sorted([*HERE.glob("*.py"), *_files(HERE / "components")]):
        digest.update(path.relative_to(HERE).as_posix().encode())
        digest.update(path.read_bytes())
    return f"{__version__}.{digest.hexdigest()[:8]}"


def _files(folder: Path) -> Iterator[Path]:
    # By `os.walk`, which takes a third of the time of pathlib's: the first frame waits for it.
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (path for name in names if (path := Path(where, name)).is_file() and path.suffix != ".pyc")


def read_meta(path: Path) -> dict[str, object] | None:
    """The content of a pipeline's meta.json, None if there is no readable one."""
    try:
        meta = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return meta if isinstance(meta, dict) else None


def embedded_meta() -> Path | None:
    """The meta.json of the pipeline that ships with the program, None if the installation lacks it."""
    found = [*(HERE / "embedded").rglob("meta.json"), *(HERE / "models").rglob("meta.json")]
    return min(found, key=lambda path: (len(path.parts), path.as_posix()), default=None)


def is_folder(name: str) -> bool:
    """Whether a pipeline's name is a path rather than an installed package."""
    return "/" in name or "\\" in name or bool(name and Path(name).is_dir())


def _version(meta: dict[str, object]) -> str:
    return f"{meta.get('version', '0')}+{components_version()}"


def _name(meta: dict[str, object]) -> str:
    return f"{meta.get('lang', 'de')}_{meta.get('name', 'pipeline')}"


def pipeline_info(name: str = EMBEDDED) -> PipelineInfo:
    """Name and version of a pipeline.

    Args:
        name: "embedded", the path of a pipeline's folder, or the name of an installed package.

    Raises:
        AnalysisError: if there is no such pipeline.
    """
    if name == EMBEDDED:
        path = embedded_meta()
        meta = read_meta(path) if path is not None else None
        if meta is None:
            raise AnalysisError("analysis.embedded_missing")
        return PipelineInfo(_name(meta), _version(meta))
    if is_folder(name):
        folder = Path(name)
        if not folder.exists():
            raise AnalysisError("analysis.no_such_folder", name=name)
        meta = read_meta(folder / "meta.json")
        if meta is None:
            raise AnalysisError("analysis.not_a_pipeline", name=name)
        return PipelineInfo(_name(meta), f"{_version(meta)}.{_stamp(folder)}")
    return PipelineInfo(name, f"{_installed_version(name)}+{components_version()}")


def _installed_version(name: str) -> str:
    # Imported here, since a reader with the embedded pipeline waits for this module and never needs it.
    from importlib import metadata

    try:
        return metadata.version(name)
    except (metadata.PackageNotFoundError, ValueError):
        raise AnalysisError("analysis.not_installed", name=name) from None


def _stamp(folder: Path) -> str:
    """A digest of size and time of the files in a user's own pipeline, which may be retrained under one version."""
    digest = hashlib.sha256()
    for path in sorted(_files(folder)):
        state = path.stat()
        digest.update(f"{path.relative_to(folder).as_posix()} {state.st_size} {state.st_mtime_ns};".encode())
    return digest.hexdigest()[:8]
