"""Keeps the results of training's steps, so that a run that was broken off need not begin anew."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import numpy as np

from newsreader.analysis.embedded.network import parameters, set_parameters
from newsreader.analysis.training.loop import Network, Settings

if TYPE_CHECKING:
    from pathlib import Path


def save_network(network: Network, settings: Settings, vector_width: int, folder: Path) -> None:
    """Writes a network's weights, labels and settings into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {
        f"{part}.{i}": array for part, model in enumerate(network.models) for i, array in enumerate(parameters(model))
    }
    with (folder / "weights.npz").open("wb") as file:
        np.savez(file, allow_pickle=False, **arrays)
    about = {"settings": asdict(settings), "labels": network.labels, "vector_width": vector_width}
    (folder / "network.json").write_text(json.dumps(about), "utf-8")


def load_network(folder: Path) -> tuple[Network, Settings]:
    """The network of a folder that `save_network` wrote. Raises: OSError where it cannot be read."""
    about = json.loads((folder / "network.json").read_text("utf-8"))
    settings = Settings(**{**about["settings"], "tasks": tuple(about["settings"]["tasks"])})
    network = Network(settings, about["vector_width"], about["labels"])
    with np.load(folder / "weights.npz") as arrays:
        for part, model in enumerate(network.models):
            count = sum(key.startswith(f"{part}.") for key in arrays.files)
            set_parameters(model, [arrays[f"{part}.{i}"] for i in range(count)])
    return network, settings
