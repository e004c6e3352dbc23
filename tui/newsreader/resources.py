"""Where the data folders that ship with the program lie: beside the package in a wheel, two levels up in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder of shipped data with a name ("styles", "seeds").

    Raises:
        FileNotFoundError: if the installation lacks it.
    """
    for place in (PACKAGE / name, PACKAGE.parent.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"newsreader is installed without its folder {name!r}: reinstall it")


def sample() -> Path:
    """The article that is shown when nothing else was asked for."""
    return folder("seeds") / "nato-gipfel-telefonat.txt"
