"""What all tests share: no test sees or changes the settings and files of the user who runs it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.webserver import Server

XDG_FOLDERS = {
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
}


AT_MOST = 4
"""processes that run the tests; each takes up to two gigabytes"""

# How long something takes the benchmarks say; a busy machine is no failure.
settings.register_profile("newsreader", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newsreader")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Run the tests in several processes (pytest-xdist), unless the call says in how many: in one more than there are
    processors, for those of the screen wait half of the time. Where only files or single tests are named, it is this
    one, which begins at once and can be debugged."""
    option = config.option
    if hasattr(config, "workerinput") or option.usepdb or getattr(option, "numprocesses", 0) is not None:
        return
    if not option.file_or_dir or any(Path(one).is_dir() for one in option.file_or_dir):
        option.numprocesses = min((os.cpu_count() or 1) + 1, AT_MOST)
        option.dist = "worksteal"


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, with the interface in English, colours on, and terminals of their own size."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for variable, name in XDG_FOLDERS.items():
        monkeypatch.setenv(variable, str(folder / name))
    for variable in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return folder


@pytest.fixture
def sample() -> Path:
    """The article that ships with the program."""
    from newsreader import resources

    return resources.sample()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on this machine that answers what a test tells it to."""
    from tests.webserver import Server

    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    one = Server()
    yield one
    one.close()
