"""Opening an article's source, or a link in it, in the browser of the desktop."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMES = frozenset({"http", "https", "file"})


def address(source: str) -> str | None:
    """The address of a source for a browser: web addresses as they are, existing files as file addresses; else None."""
    if urlsplit(source).scheme in ("http", "https"):
        return source
    path = Path(source).expanduser()
    return path.absolute().as_uri() if source != "-" and path.exists() else None


def has_desktop(environment: Mapping[str, str]) -> bool:
    """Whether there is a desktop to open a browser on; without one a browser would take over the terminal."""
    return sys.platform in ("darwin", "win32") or bool(
        environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY") or environment.get("WSL_DISTRO_NAME")
    )


def open_address(target: str) -> bool:
    """Open a web or file address in the browser; False if that is not possible here."""
    import webbrowser

    if urlsplit(target).scheme not in SCHEMES or not has_desktop(os.environ):
        return False
    try:
        return webbrowser.open(target)
    except (webbrowser.Error, OSError):
        return False
