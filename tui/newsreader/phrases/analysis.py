"""Phrases of the room `analysis`."""

from __future__ import annotations

DE: dict[str, str] = {
    "analysis.other_language": "Der Artikel ist nicht auf Deutsch geschrieben und wurde deshalb nicht analysiert.",
    "analysis.embedded_missing": (
        "Der Installation fehlt die mitgelieferte Sprachpipeline: bitte newsreader neu installieren."
    ),
    "analysis.no_such_folder": (
        "Den Ordner {name!r} gibt es nicht: bitte den Pfad der Pipeline oder den Namen eines Pakets angeben."
    ),
    "analysis.not_a_pipeline": (
        "In {name!r} liegt keine spaCy-Pipeline (meta.json und config.cfg): bitte den Ordner angeben, den nlp.to_disk "
        "geschrieben hat."
    ),
    "analysis.not_installed": (
        "Die Pipeline {name!r} ist nicht installiert: bitte mit pip installieren oder den Pfad ihres Ordners angeben."
    ),
    "analysis.other_version": (
        "Die Pipeline {name!r} verlangt spaCy {wanted}, installiert ist {installed}: bitte eine passende Fassung der "
        "Pipeline nehmen."
    ),
    "analysis.not_german": (
        "Die Pipeline {name!r} ist für die Sprache {language!r}: gebraucht wird eine für Deutsch (de)."
    ),
    "analysis.missing_components": (
        "Der Pipeline {name!r} fehlt {missing:de}: bitte eine nehmen, die das enthält, oder die mitgelieferte "
        "(embedded)."
    ),
    "analysis.broken_pipeline": (
        "Die Pipeline {name!r} lässt sich nicht laden ({reason}): bitte neu installieren oder speichern."
    ),
    "analysis.missing.sents": "die Satzerkennung (parser oder senter)",
    "analysis.missing.tags": "die Wortartenbestimmung (tagger)",
    "analysis.missing.morph": "die Formbestimmung (morphologizer)",
    "analysis.missing.lemmas": "die Grundformen (lemmatizer)",
    "analysis.missing.ents": "die Namenerkennung (ner)",
}

EN: dict[str, str] = {
    "analysis.other_language": "The article is not written in German and was therefore not analysed.",
    "analysis.embedded_missing": "The installation lacks the pipeline that ships with it: reinstall newsreader.",
    "analysis.no_such_folder": (
        "There is no folder {name!r}: give the path of a pipeline or the name of an installed package."
    ),
    "analysis.not_a_pipeline": (
        "There is no spaCy pipeline in {name!r} (meta.json and config.cfg): give the folder that nlp.to_disk wrote."
    ),
    "analysis.not_installed": (
        "The pipeline {name!r} is not installed: install it with pip, or give the path of its folder."
    ),
    "analysis.other_version": (
        "The pipeline {name!r} needs spaCy {wanted}, but {installed} is installed: use a matching version of it."
    ),
    "analysis.not_german": ("The pipeline {name!r} is for the language {language!r}: one for German (de) is needed."),
    "analysis.missing_components": (
        "The pipeline {name!r} lacks {missing}: use one that has it, or the one that ships with newsreader (embedded)."
    ),
    "analysis.broken_pipeline": "The pipeline {name!r} cannot be loaded ({reason}): install or save it again.",
    "analysis.missing.sents": "sentences (parser or senter)",
    "analysis.missing.tags": "part-of-speech tags (tagger)",
    "analysis.missing.morph": "morphology (morphologizer)",
    "analysis.missing.lemmas": "lemmas (lemmatizer)",
    "analysis.missing.ents": "named entities (ner)",
}
