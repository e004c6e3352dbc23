"""Which formats there are."""

from __future__ import annotations

from newsreader.errors import ExportError
from newsreader.export.formats import Bundling, Extra, Format, Words

_CAS = Extra("cas", "cassis")

FORMATS = (
    Format("json", ".json", "json_document"),
    Format("jsonl", ".jsonl", "json_lines"),
    Format(
        "csv",
        ".csv",
        "csv_tables",
        parts=("-entities.csv", "-actors.csv", "-annotations.csv"),
        byte_order_mark=True,
    ),
    Format("xlsx", ".xlsx", "xlsx", binary=True, extra=Extra("xlsx", "openpyxl")),
    Format("markdown", ".md", "markdown"),
    Format("html", ".html", "html", bundling=Bundling.EACH),
    Format("w3c", ".jsonld", "w3c"),
    Format("cas-json", ".json", "cas", "write_json", True, Bundling.EACH, extra=_CAS, words=Words.BOUNDS),
    Format(
        "cas-xmi",
        ".xmi",
        "cas",
        "write_xmi",
        True,
        Bundling.EACH,
        companions=("TypeSystem.xml",),
        extra=_CAS,
        words=Words.BOUNDS,
    ),
    Format("tei", ".xml", "tei"),
    Format("label-studio", ".json", "label_studio", companions=("label-studio-config.xml",)),
    Format("doccano", ".jsonl", "doccano"),
    Format("prodigy", ".jsonl", "prodigy"),
    Format("spacy", ".spacy", "spacy_docbin", binary=True, words=Words.BOUNDS),
    Format("conllu", ".conllu", "conllu", words=Words.TAGGED),
    Format("conll2003", ".conll", "conll2003", words=Words.TAGGED),
    Format("brat", ".ann", "brat", bundling=Bundling.EACH, parts=(".txt",), companions=("annotation.conf",)),
    Format("ris", ".ris", "ris"),
    Format("bibtex", ".bib", "bibtex"),
)


def formats() -> tuple[Format, ...]:
    """All formats, in the order in which they are offered."""
    return FORMATS


def find(name: str) -> Format:
    """The format with a name.

    Raises:
        ExportError: if there is none.
    """
    for one in FORMATS:
        if one.name == name.lower():
            return one
    raise ExportError("export.unknown_format", format=name, known=", ".join(one.name for one in FORMATS))
