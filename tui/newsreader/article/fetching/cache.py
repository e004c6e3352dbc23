"""What was fetched, kept with what the server needs to tell whether it has changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

LIMIT = 100_000_000
"""bytes of all pages together"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was fetched.

    Attributes:
        data: its bytes, decompressed.
        address: where it was found in the end.
        content_type: the header of that name.
        etag, modified: the server's validators (RFC 9110, 8.8), "" where it gave none.
        fetched: when, in seconds since 1970.
    """

    data: bytes
    address: str
    content_type: str
    etag: str = ""
    modified: str = ""
    fetched: float = 0.0


class PageCache:
    """Pages on disk, each one file by the address that was asked for.

    Args:
        folder: where the files lie; it is made when the first one is written.
        limit: how many bytes the files may take together; those not used for longest go first.
        writes: whether anything is kept or noted; else what is there is only read.
    """

    def __init__(self, folder: Path, limit: int = LIMIT, *, writes: bool = True) -> None:
        self.folder = folder
        self.limit = limit
        self.writes = writes

    def get(self, address: str) -> Kept | None:
        """What is kept for an address, None if there is nothing sound."""
        path = self._path(address)
        try:
            head, _, data = path.read_bytes().partition(b"\n")
            row: dict[str, Any] = json.loads(head)
            if row.pop("asked") != address or len(data) != row.pop("length"):
                return None
            kept = Kept(data=data, **row)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        if self.writes:
            with contextlib.suppress(OSError):
                os.utime(path)
        return kept

    def put(self, address: str, kept: Kept) -> None:
        """Keep a page; another process sees either the whole file or none, and a full disk does no harm."""
        if not self.writes:
            return
        row = {key: value for key, value in asdict(kept).items() if key != "data"}
        head = json.dumps({"asked": address, "length": len(kept.data), **row}).encode()
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(head + b"\n" + kept.data)
                Path(name).replace(self._path(address))
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
            self._prune()

    def _path(self, address: str) -> Path:
        return self.folder / f"{hashlib.sha256(address.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}.page"

    def _prune(self) -> None:
        old = time.time() - 3600
        with os.scandir(self.folder) as entries:
            files = [(entry.stat(), entry.path) for entry in entries if entry.name.endswith((".page", ".part"))]
        total = sum(state.st_size for state, _ in files)
        for state, path in sorted(files, key=lambda file: file[0].st_mtime_ns):
            if total > self.limit or (path.endswith(".part") and state.st_mtime < old):
                total -= state.st_size
                with contextlib.suppress(OSError):
                    Path(path).unlink()
