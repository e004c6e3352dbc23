"""`python -m newsreader.analysis.training --data FOLDER`: trains the German pipeline that ships with the program."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

# One thread: only then do sums come out the same on every run. It must be set before NumPy is imported.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")


def main() -> None:
    """Reads the command line, trains, measures, writes."""
    parser = argparse.ArgumentParser(prog="python -m newsreader.analysis.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("--out", type=Path, help="where to write the pipeline (default: into the package)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--work", type=Path, help="where to keep intermediate results (default: thrown away)")
    options = parser.parse_args()

    from newsreader.analysis.embedded import MODELS
    from newsreader.analysis.training import figures, packaging, recipe, silver

    with tempfile.TemporaryDirectory() as place:
        plan = recipe.Recipe(seed=options.seed)
        done = recipe.run(options.data, options.work or Path(place), plan, silver.hanta())
    nlp = packaging.assemble(done.network, plan.final, done.lexicon, done.vectors, {})
    names = figures.names(nlp, done.corpora.names_dev)
    tags = figures.tags(nlp, recipe.held_out(done.corpora.gold, recipe.FOLDS)[1])
    for kind, values in names.items():
        print(f"names, GermEval dev {kind:5}" + "".join(f"{value:7.1f}" for value in values))
    print("tags, UD German-GSD, kept back", {key: round(value, 2) for key, value in tags.items()})
    packaging.describe(nlp, names, tags)
    packaging.write(nlp, options.out or MODELS)


if __name__ == "__main__":
    main()
