"""Makes a pipeline of trained weights, and writes it with what its sources ask to be said."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import numpy as np
import spacy

from newsreader.analysis.embedded import components
from newsreader.analysis.embedded.encoder import Encoder
from newsreader.analysis.embedded.heads import Heads
from newsreader.analysis.embedded.morphology import Morphology
from newsreader.analysis.embedded.network import parameters, set_parameters
from newsreader.analysis.training.loop import NAMES

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from newsreader.analysis.embedded.lexicon import Lexicon
    from newsreader.analysis.embedded.vectors import FloretVectors
    from newsreader.analysis.training.loop import Network, Settings

VERSION = "0.3.0"
SOURCES = [
    {
        "name": "GermEval 2014 NER",
        "author": "Darina Benikova, Chris Biemann, Marc Reznicek",
        "license": "CC BY 4.0",
        "url": "https://sites.google.com/site/germeval2014ner/",
    },
    {
        "name": "UD German-GSD",
        "author": "Slav Petrov, Wolfgang Seeker, Ryan McDonald, Joakim Nivre, Daniel Zeman, and others",
        "license": "CC BY-SA 4.0",
        "url": "https://github.com/UniversalDependencies/UD_German-GSD",
    },
    {
        "name": "UD German-PUD",
        "author": "Hans Uszkoreit, Vivien Macketanz, Aljoscha Burchardt, and others",
        "license": "CC BY-SA 3.0",
        "url": "https://github.com/UniversalDependencies/UD_German-PUD",
    },
    {
        "name": "UD German-HDT (annotation)",
        "author": "Emanuel Borges Völker, Felix Hennig, Arne Köhn, Maximilan Wendt, Kilian Foth",
        "license": "CC BY-SA 4.0",
        "url": "https://github.com/UniversalDependencies/UD_German-HDT",
    },
    {
        "name": "German Wikipedia, in klexikon (Dennis Aumiller, Michael Gertz) and in a test set of Deutsche Telekom",
        "author": "Wikipedia contributors",
        "license": "CC BY-SA",
        "url": "https://github.com/dennlinger/klexikon",
    },
    {
        "name": "Speeches in the German Bundestag, 2021 to 2025 (statistics)",
        "author": "Deutscher Bundestag",
        "license": "UrhG 5, 48",
    },
    {
        "name": "Common Voice, German sentences (statistics)",
        "author": "Mozilla Common Voice contributors",
        "license": "CC0 1.0",
    },
    {
        "name": "german-pos-dict",
        "author": "LanguageTool contributors; based on Morphy by Wolfgang Lezius",
        "license": "CC BY-SA 4.0",
        "url": "https://github.com/languagetool-org/german-pos-dict",
    },
    {
        "name": "Lists of surnames, towns and countries",
        "author": "their compilers",
        "license": "Apache 2.0; CC BY-SA 2.0; official work",
    },
]

HEADS = {
    "newsreader_tagger": ("stts", "upos"),
    "newsreader_morphology": ("Case", "Number", "Gender", "Person"),
    "newsreader_names": ("names",),
}


def blank() -> Language:
    """The pipeline without weights."""
    components.register()
    nlp = spacy.blank("de", config={"nlp": {"tokenizer": {"@tokenizers": "newsreader.GermanTokenizer.v1"}}})
    for name in components.PIPELINE:
        nlp.add_pipe(name)
    return nlp


def assemble(
    network: Network,
    settings: Settings,
    lexicon: Lexicon,
    vectors: FloretVectors | None,
    exceptions: dict[str, str],
) -> Language:
    """A pipeline of trained parts.

    Args:
        network: the trained network.
        settings: its widths.
        lexicon: readings and names.
        vectors: the word vectors it was trained with.
        exceptions: lemmas that no rule gives.
    """
    nlp = blank()
    encoder = nlp.get_pipe("newsreader_encoder")
    assert isinstance(encoder, Encoder)
    sizes = {"width": settings.width, "hidden": settings.hidden, "table_width": settings.table_width}
    encoder.setup(sizes, lexicon, vectors)
    set_parameters(encoder.embedding, parameters(network.embedding))
    set_parameters(encoder.encoder, parameters(network.encoder))
    for name, tasks in HEADS.items():
        component = nlp.get_pipe(name)
        assert isinstance(component, Heads)
        for task in tasks:
            if task in network.heads:
                head = network.heads[task]
                weights, bias = np.asarray(head.get_param("W")), np.asarray(head.get_param("b"))
                component.setup(task, network.labels[task], weights, bias)
            if task == NAMES:
                component.set_array("follows", np.asarray(network.chain.get_param("follows")))
    morphology = nlp.get_pipe("newsreader_morphology")
    assert isinstance(morphology, Morphology)
    morphology.exceptions = exceptions
    return nlp


def describe(nlp: Language, names: dict[str, tuple[float, float, float]], tags: dict[str, float]) -> None:
    """Puts name, sources, licences and figures into the pipeline's meta data.

    Args:
        nlp: the pipeline.
        names: precision, recall and F1 of each kind of name on GermEval dev, in percent.
        tags: figures of tags and lemmas, in percent, on sentences kept back.
    """

    def share(values: tuple[float, float, float]) -> dict[str, float]:
        return {key: round(value / 100, 4) for key, value in zip("prf", values, strict=True)}

    nlp.meta.update(
        {
            "name": "newsreader",
            "version": VERSION,
            "spacy_version": ">=3.8.7,<3.9.0",
            "description": "German news: sentences, STTS tags, morphology, lemmas, names (PER, LOC, ORG, MISC).",
            "author": "newsreader",
            "license": "CC BY-SA 4.0",
            "sources": SOURCES,
            "performance": {
                **{f"ents_{key}": value for key, value in share(names["all"]).items()},
                "ents_per_type": {kind: share(values) for kind, values in names.items() if kind != "all"},
                "ents_measured_on": "GermEval 2014 dev, exact bounds and kind",
                **{key: round(value, 2) for key, value in tags.items()},
                "tags_measured_on": "every fifth sentence of UD German-GSD dev, kept back; shares in percent",
            },
        }
    )


def attribution() -> str:
    """The text that names the sources of the data, their authors and licences."""
    rows = [
        f"- **{source['name']}**, {source['author']}. {source['license']}."
        + (f" <{source['url']}>" if "url" in source else "")
        for source in SOURCES
    ]
    return (
        "# The German pipeline `de_newsreader`\n\n"
        "The weights, lexicon and lists in this folder are a work of their own, apart from the program's code. They "
        "derive from the sources below and are given on under the licence Creative Commons Attribution-ShareAlike 4.0 "
        "(<https://creativecommons.org/licenses/by-sa/4.0/>). Changed against the sources: weights were trained on "
        "them, forms are kept as hashes with readings, names as hashes with kinds. No sentence of them is in here.\n\n"
        + "\n".join(rows)
        + "\n\nTags for part of the text were given by HanTa (Christian Wartena), and word vectors trained with floret "
        "(Explosion), when the pipeline was made; neither is part of it.\n"
    )


def write(nlp: Language, folder: Path) -> None:
    """Writes a pipeline; a folder that is there is replaced at once, never half.

    Raises:
        OSError: the folder cannot be written.
    """
    beside = folder.with_name(folder.name + ".new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.parent.mkdir(parents=True, exist_ok=True)
    # The strings that were met in measuring are no part of it.
    nlp.to_disk(beside, exclude=["vocab"])
    (beside / "ATTRIBUTION.md").write_text(attribution(), "utf-8")
    old = folder.with_name(folder.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    beside.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
