"""What an installation brings along."""

from __future__ import annotations

import tomllib
from importlib.metadata import distribution, entry_points
from pathlib import Path

import pytest

from newsreader import __version__, resources

ROOT = Path(__file__).parent.parent.parent


def test_the_version_is_that_of_the_installed_package() -> None:
    assert distribution("newsreader").version == __version__


@pytest.mark.parametrize("group", ["spacy_factories", "spacy_tokenizers"])
def test_every_entry_point_for_spacy_leads_somewhere(group: str) -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"][group]
    installed = {point.name: point for point in entry_points(group=group) if point.value.startswith("newsreader.")}
    assert {name: point.value for name, point in installed.items()} == declared
    for point in installed.values():
        assert callable(point.load())


def test_shipped_data_is_found() -> None:
    assert resources.sample().read_text(encoding="utf-8").startswith("Nach dem NATO-Gipfel")
    assert list(resources.folder("styles").glob("*.tcss"))
    with pytest.raises(FileNotFoundError, match="reinstall"):
        resources.folder("nothing")


def test_the_models_name_their_sources_beside_them() -> None:
    models = [path.parent for path in (resources.PACKAGE / "analysis" / "models").glob("*/meta.json")]
    assert models
    for model in models:
        assert "CC BY-SA" in (model / "ATTRIBUTION.md").read_text(encoding="utf-8")
