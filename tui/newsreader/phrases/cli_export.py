"""Phrases of the room `cli` for batches: how far they are, what they leave out."""

from __future__ import annotations

DE: dict[str, str] = {
    "cli.help.errors": "Datei für die Artikel, die ausgelassen werden, mit dem Grund: JSON, einer je Zeile",
    "cli.help.quiet": "weder Fortschritt noch Hinweise, nur Fehler",
    "cli.progress.left": "noch {time}",
    "cli.progress.left_out": "{n} ausgelassen",
    "cli.progress.second": "{n}/s",
    "cli.progress.minute": "{n}/min",
    "cli.export.further.one": "und ein weiterer Artikel; --errors DATEI schreibt alle auf.",
    "cli.export.further.other": "und {n} weitere Artikel; --errors DATEI schreibt alle auf.",
    "cli.export.further_in.one": "und ein weiterer Artikel; alle stehen in {path}.",
    "cli.export.further_in.other": "und {n} weitere Artikel; alle stehen in {path}.",
    "cli.export.errors_is_target": "--errors und --output nennen dieselbe Datei: bitte zwei verschiedene.",
    "cli.export.interrupted_each": "Abgebrochen; mit --resume geht es dort weiter.",
    "cli.export.done": "{n} Artikel in {time}",
    "cli.export.done_but": "{n} Artikel in {time}, {left_out} ausgelassen",
}

EN: dict[str, str] = {
    "cli.help.errors": "a file for the articles that are left out, with the reason: JSON, one a line",
    "cli.help.quiet": "neither progress nor hints, only errors",
    "cli.progress.left": "{time} left",
    "cli.progress.left_out": "{n} left out",
    "cli.progress.second": "{n}/s",
    "cli.progress.minute": "{n}/min",
    "cli.export.further.one": "and one more article; --errors FILE writes all of them down.",
    "cli.export.further.other": "and {n} more articles; --errors FILE writes all of them down.",
    "cli.export.further_in.one": "and one more article; all of them are in {path}.",
    "cli.export.further_in.other": "and {n} more articles; all of them are in {path}.",
    "cli.export.errors_is_target": "--errors and --output name the same file: please take two.",
    "cli.export.interrupted_each": "interrupted; --resume goes on from there.",
    "cli.export.done": "{n} articles in {time}",
    "cli.export.done_but": "{n} articles in {time}, {left_out} left out",
}
