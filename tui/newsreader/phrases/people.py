"""Phrases for people over all articles: of the library, the command `actors`, and the screen of actors."""

from __future__ import annotations

DE: dict[str, str] = {
    "people.day": "%d.%m.%Y",
    "people.statements.one": "1 Aussage",
    "people.statements.other": "{n} Aussagen",
    "people.articles.one": "1 Artikel",
    "people.articles.other": "{n} Artikel",
    "people.kind.person": "Person",
    "people.kind.organisation": "Organisation",
    "people.kind.group": "Gruppe",
    "people.kind.place": "Ort",
    "people.kind.unnamed": "ohne Namen",
    "cli.no_period": "„{text}“ ist kein Tag, Monat oder Jahr; bitte wie 2024-07-13, 2024-07 oder 2024 schreiben.",
    "cli.actors.no_library": "Noch ist nichts in der Bibliothek; hinein kommt, was im Lesegerät geöffnet wird.",
    "cli.actors.none": "In der Bibliothek ist niemand, auf den das passt.",
    "cli.actors.nobody": "{name}: So heißt in der Bibliothek niemand; newsreader actors zeigt, wer es gibt.",
    "cli.actors.several": "{name}: Das können mehrere sein; bitte mehr vom Namen oder die Nummer angeben:",
    "cli.actors.others": "Ohne vollen Namen gibt es noch andere, die gemeint sein können: {numbers}.",
    "cli.actors.no_kind": "Die Art „{kind}“ gibt es hier nicht; es gibt {known}.",
    "cli.actors.no_sort": "Nach „{sort}“ lässt sich hier nicht ordnen; es geht nach {known}.",
    "cli.actors.one_form": "Entweder --json oder --csv, nicht beides.",
    "cli.help.actors": (
        "Wer in der Bibliothek zu Wort kommt; mit einem Namen: was diese Person oder Organisation gesagt hat, "
        "wo und wann. Derselbe Mensch in mehreren Artikeln wird an vollem Namen und Rolle erkannt."
    ),
    "cli.help.actors_short": "Wer was gesagt hat, über alle Artikel",
    "cli.help.actors_name": "Name, ein Teil davon, oder die Nummer aus der Liste",
    "cli.help.period": "ZEIT",
    "cli.help.since": "nur was seither erschienen ist: 2024-07-13, 2024-07 oder 2024",
    "cli.help.until": "nur was bis dahin erschienen ist, einschließlich",
    "cli.help.from": "QUELLE",
    "cli.help.of_source": "nur von dort: Host, Ordner, Adresse, Pfad oder Worte des Herausgebers",
    "cli.help.actors_kind": (
        "nur diese Arten, mit Komma getrennt; mit einem Namen die der Aussagen (direct, indirect, ...), sonst die der "
        "Akteure (person, organisation, ...)"
    ),
    "cli.help.actors_sort": ("Ordnung; mit einem Namen: time, source, kind; sonst: statements, articles, name, time"),
    "cli.help.actors_all": "auch wer nichts sagt, und Gruppen und Leute ohne Namen",
    "cli.help.actors_json": "gibt JSON aus",
    "cli.help.actors_csv": "gibt CSV aus, eine Aussage oder einen Akteur je Zeile",
}

EN: dict[str, str] = {
    "people.day": "%Y-%m-%d",
    "people.statements.one": "1 statement",
    "people.statements.other": "{n} statements",
    "people.articles.one": "1 article",
    "people.articles.other": "{n} articles",
    "people.kind.person": "person",
    "people.kind.organisation": "organisation",
    "people.kind.group": "group",
    "people.kind.place": "place",
    "people.kind.unnamed": "without a name",
    "cli.no_period": '"{text}" is no day, month or year; please write it like 2024-07-13, 2024-07 or 2024.',
    "cli.actors.no_library": "Nothing is in the library yet; what is opened in the reader comes into it.",
    "cli.actors.none": "There is nobody in the library whom this fits.",
    "cli.actors.nobody": "{name}: nobody in the library is called that; newsreader actors shows who there is.",
    "cli.actors.several": "{name}: this may be several; please give more of the name, or the number:",
    "cli.actors.others": "Without a full name there are others who may be meant: {numbers}.",
    "cli.actors.no_kind": 'There is no kind "{kind}" here; there are {known}.',
    "cli.actors.no_sort": 'This cannot be sorted by "{sort}"; it can by {known}.',
    "cli.actors.one_form": "Either --json or --csv, not both.",
    "cli.help.actors": (
        "Who has a say in the library; with a name: what this person or organisation has said, where and when. The "
        "same person in several articles is known by full name and role."
    ),
    "cli.help.actors_short": "who said what, over all articles",
    "cli.help.actors_name": "name, a part of it, or the number from the list",
    "cli.help.period": "TIME",
    "cli.help.since": "only what was published since then: 2024-07-13, 2024-07 or 2024",
    "cli.help.until": "only what was published up to then, inclusive",
    "cli.help.from": "SOURCE",
    "cli.help.of_source": "only from there: host, folder, address, path, or words of the publisher",
    "cli.help.actors_kind": (
        "only these kinds, separated by commas; with a name those of statements (direct, indirect, ...), else those of "
        "actors (person, organisation, ...)"
    ),
    "cli.help.actors_sort": "order; with a name: time, source, kind; else: statements, articles, name, time",
    "cli.help.actors_all": "also those who say nothing, and groups and people without a name",
    "cli.help.actors_json": "print JSON",
    "cli.help.actors_csv": "print CSV, one statement or one actor a row",
}
