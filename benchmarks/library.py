"""How quick the library is: keeping 10,000 articles, typical searches in them, and people over all of them.

    .venv/bin/python benchmarks/library.py [--articles 10000] [--library FILE]

The articles are put together from sentences by a seed: reports of some 450 words with a title, sub-headings, and a
dozen quotations, direct and indirect, by people of whom some come again and again. Words are as various as those of as
many real ones, since most of the long ones are compounds that are put together too. No analysis is computed: the
quotations are known. One page in ten was edited silently: its first version has two sentences more. Times are those of
the library alone. Each search is made seven times; the median is printed, and the slowest. `--library` names a file
that is kept, and taken as it is if it is there already.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsreader.analysis.info import PipelineInfo
from newsreader.analysis.result import Actor, ActorKind, Analysis, Statement, StatementKind
from newsreader.annotations.pen import Pen
from newsreader.annotations.store.store import Store
from newsreader.article.model import Article, Span
from newsreader.article.readers import reader_for
from newsreader.library.library import Library
from newsreader.library.model import EVERY_KIND, Filters, HitKind, Order

TIMES = 7
EDITED = 10
"""one in so many pages is edited"""

GOAL = 100.0
"""milliseconds that a search may take"""


def words(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


GIVEN = words(
    """Anna Bernd Carla Dieter Elif Frank Gesine Hakan Ingrid Jürgen Katrin Lars Mahmud Nadja Oskar Petra Quirin
    Ruth Selim Tanja Uwe Vera Wolfgang Yasemin Zoe Jörg Käthe Götz Björn Änne Mia Ludwig Theo Samira Rolf Britta"""
)
FAMILY = words(
    """Ahlers Brückner Cordes Dünnwald Ebeling Friedrichs Großmann Hübner Imhoff Jansen Köhler Lüders Möllering
    Niemeyer Öztürk Paulsen Quast Rößler Schütte Thielemann Uhlig Vogelsang Wüstenberg Yılmaz Zöllner Albers
    Böttcher Claußen Dreesen Eickhoff Fuhrmann Grünwald Heßler Ivanov Jüttner Krämer Löwe Meisner Nolte Ortmann
    Pfeiffer Rühl Stöver"""
)
PLACES = words(
    """Berlin Köln München Zürich Wien Görlitz Würzburg Straßburg Brüssel Düsseldorf Lübeck Kiel Erfurt Potsdam
    Osnabrück Gießen Tübingen Rostock Halle Passau Emden Fulda Jena Siegen Cottbus Flensburg Göttingen
    Saarbrücken"""
)
FIRST = words(
    """Verteidigungs Bundes Landes Wirtschafts Haushalts Finanz Verkehrs Umwelt Innen Außen Energie Klima Arbeits
    Sozial Gesundheits Bildungs Steuer Renten Sicherheits Grenz Europa Stadt Regierungs Partei Wahl Friedens
    Wasser Strom Gas Auto Bahn Flug Polizei Gerichts Schul Hochschul Forschungs Kultur Sport Medien Presse Daten
    Netz Wohnungs Straßen Brücken Krankenhaus Pflege Kinder Jugend Familien Handels Industrie Handwerks
    Landwirtschafts Forst Küsten Hafen Tarif Lohn Miet Kohle Wind Solar Wärme Müll Abgas Luft Boden Natur Tier
    Arten Wald Moor Fisch Ernährungs Lebensmittel Arznei Impf Notfall Feuerwehr Rettungs Katastrophen
    Flüchtlings Integrations Sprach Religions Kirchen Gedenk Museums Theater Musik Buch Film Fernseh Rundfunk
    Internet Software Satelliten Raumfahrt Rüstungs Militär Marine Luftwaffen Panzer Munitions Spionage
    Verfassungs Straf Zivil Patent Kartell Bank Börsen Kredit Zins Währungs Schulden Investitions Vermögens
    Erbschafts Zoll Export Import Liefer Ketten Rohstoff Stahl Chemie Pharma Maschinen Möbel Textil Tourismus
    Hotel Gaststätten Vereins Jagd Wolfs Bienen Wein Bier Milch Getreide Kartoffel Schlacht"""
)
MIDDLE = words(
    """planungs schutz hilfs prüfungs förder kontroll verwaltungs sonder grund spitzen gemeinschafts vorsorge
    ausbau abbau not zukunfts struktur reform"""
)
LAST = words(
    """minister ministerin gesetz plan bericht ausschuss konferenz krise politik behörde amt debatte vertrag
    programm gipfel sprecher sprecherin partei kosten projekt preis markt reform frage streit hilfe paket
    kommission gruppe abkommen entscheidung verband rat beauftragte experte expertin agentur zentrum fonds
    initiative strategie verordnung richtlinie studie umfrage statistik prognose bilanz abgabe steuer zulage
    rücklage pflicht verbot ausnahme übergang frist sitzung anhörung klage urteil verfahren beschwerde
    untersuchung aufsicht kontrolle sicherheit versorgung anlage fläche werk netz leitung brücke straße halle
    schule klinik heim verein tag jahr woche fest preis saal hof tor stein feld"""
)
ENDINGS = ("", "", "", "s", "en", "e", "n", "es")
PARTIES = words("""CDU SPD FDP EU NATO UNO BUND ADAC DGB BDI""")
SAYING = words("sagte betonte erklärte kritisierte forderte warnte versicherte meinte")
CLAIMS = (
    "das {c} reiche nicht aus",
    "man brauche mehr Zeit für den Umbau der {c}",
    "die {c} werde im kommenden Jahr teurer",
    "der {c} sei in {p} schon umgesetzt",
    "niemand habe mit einer solchen {c} gerechnet",
    "die Menschen in {p} hätten ein Recht darauf",
    "über die {c} müsse neu verhandelt werden",
    "ohne {c} komme es zu Ausfällen",
    "das Geld für den {c} fehle seit Jahren",
    "die {c} liege weiter vor",
    "bis zum {n}. März müsse über die {c} entschieden werden",
    "am Ende zähle der {c}",
)
QUOTES = (
    "Wir haben den {c} zu lange vor uns hergeschoben",
    "Die {c} ist für die Leute in {p} eine Zumutung",
    "Mit {n} Millionen Euro ist es beim {c} nicht getan",
    "Das ist ein guter Tag für {p} und für den {c}",
    "Ich sehe nicht, wie die {c} bis dahin fertig werden soll",
    "Wer das {c} ablehnt, muss sagen, was er stattdessen will",
    "Ohne Waffen, ohne Geld und ohne {c} wird es keinen Frieden geben",
    "Der {c} gehört auf den Prüfstand",
    "Wir reden über {n} Prozent, das ist kein Pappenstiel",
)
REPORTS = (
    "In {p} haben am Montag {n} Menschen gegen den {c} demonstriert.",
    "Der {c} kostet nach Angaben der {c} rund {n} Millionen Euro.",
    "Hintergrund ist ein Streit zwischen {x} und dem {c} in {p}, der seit {n} Wochen andauert.",
    "Die {c} hatte den {c} im Frühjahr vorgelegt.",
    "Nach einem Bericht der {c} sind davon {n} Orte betroffen, darunter {p} und {p}.",
    "Die Abstimmung über das {c} ist für den Herbst geplant.",
    "Bei der {c} in {p} gingen {n} Anträge ein, {n} mehr als im Vorjahr.",
    "Zuletzt war die {c} um {n} Prozent gestiegen.",
    "Ob die {c} noch in diesem Jahr kommt, ist offen; {x} will darüber mit der {c} sprechen.",
    "Das Gericht in {p} hatte die {c} gestoppt.",
    "Die Straße nach {p} bleibt wegen der {c} gesperrt.",
    "Am Abend kamen {n} Mitglieder der {c} in einer Halle in {p} zusammen.",
    "Im {c} heißt es dazu, der {c} werde geprüft.",
    "Die Präsidentin des Verbandes, der die {c} vertritt, war zunächst nicht zu erreichen.",
)

QUERIES = (
    ("a word", "pappenstiel", Filters()),
    ("a word inside others", "minister", Filters()),
    ("other forms of a verb", "sagen", Filters()),
    ("another form of a noun", "Ministern", Filters()),
    ("umlauts written out", "strasse", Filters()),
    ("a name", "Anna Brückner", Filters()),
    ("two words", "waffen pappenstiel", Filters()),
    ("two common words", "montag menschen", Filters()),
    ("words in a row", '"nicht zu erreichen"', Filters()),
    ("one or the other", "kohleausstieg ODER windpolitik", Filters()),
    ("without", "minister -haushalt", Filters()),
    ("an abbreviation", "EU", Filters()),
    ("the commonest word", "der", Filters()),
    ("a part of many words", "politik", Filters()),
    ("a compound", "Verteidigungspolitik", Filters()),
    ("how words begin", "verteidig*", Filters()),
    ("a word that few have", "Museumspolitik", Filters()),
    ("of one source", "minister", Filters(source="zeitung3.example")),
    ("of one month", "minister", Filters(since=datetime(2024, 3, 1), until=datetime(2024, 4, 1))),
    ("nothing", "xyzzy", Filters()),
)


@dataclass
class Newspaper:
    """Makes articles, the same ones from the same seed."""

    chance: random.Random
    people: list[tuple[str, str]] = field(default_factory=list)
    compounds: list[str] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        names = [f"{given} {family}" for given in GIVEN for family in FAMILY]
        self.chance.shuffle(names)
        self.people = [(name, f"{self.compound()}in" if name[0] in "ABC" else self.compound()) for name in names]
        self.weights = list(itertools.accumulate(1 / (rank + 20) for rank in range(len(names))))

    def compound(self) -> str:
        """A long word, in half of the cases one that was there before."""
        if self.compounds and self.chance.random() < 0.5:
            return self.chance.choice(self.compounds[-4000:])
        middle = self.chance.choice(MIDDLE) if self.chance.random() < 0.12 else ""
        word = self.chance.choice(FIRST) + middle + self.chance.choice(LAST) + self.chance.choice(ENDINGS)
        self.compounds.append(word)
        return word

    def filled(self, pattern: str) -> str:
        """A sentence with its gaps filled."""
        while "{" in pattern:
            pattern = pattern.replace("{c}", self.compound(), 1).replace("{p}", self.chance.choice(PLACES), 1)
            pattern = pattern.replace("{n}", str(self.chance.randint(2, 990)), 1)
            pattern = pattern.replace("{x}", self.chance.choice(PARTIES), 1)
        return pattern

    def make(self, number: int) -> tuple[Article, Analysis]:
        """An article and what is said in it."""
        cast = self.chance.choices(self.people, cum_weights=self.weights, k=4)
        quotations: list[tuple[str, str, StatementKind]] = []
        paragraphs: list[str] = []
        for part in range(9):
            sentences = [self.filled(self.chance.choice(REPORTS)) for _ in range(self.chance.randint(2, 3))]
            for _ in range(self.chance.randint(1, 2)):
                name, office = self.chance.choice(cast)
                verb = self.chance.choice(SAYING)
                if self.chance.random() < 0.5:
                    said = self.filled(self.chance.choice(QUOTES))
                    sentences.append(f"„{said}“, {verb} {name}, {office}.")
                    quotations.append((said, name, StatementKind.DIRECT))
                else:
                    said = self.filled(self.chance.choice(CLAIMS))
                    sentences.append(f"{name} {verb}, {said}.")
                    quotations.append((said, name, StatementKind.INDIRECT))
            self.chance.shuffle(sentences)
            heading = f"## {self.compound()} in {self.chance.choice(PLACES)}\n\n" if part in (3, 6) else ""
            paragraphs.append(heading + " ".join(sentences))
        date = datetime(2024, 1, 1, 8) + timedelta(minutes=self.chance.randint(0, 365 * 24 * 60))
        place = self.chance.choice(PLACES)
        title = f"{self.compound()}: {cast[0][0]} {self.chance.choice(SAYING)} {self.compound()} in {place}"
        text = f"# {title}\n\n{date:%d.%m.%Y, %H:%M}\n\n" + "\n\n".join(paragraphs) + "\n"
        source = f"https://zeitung{number % 40}.example/{number}"
        article = reader_for("a.md")(text.encode(), source)
        return article, analysis_of(article, quotations, dict(cast))

    def edited(self, article: Article) -> Article:
        """An article as it is after two of its sentences were deleted."""
        text = article.text
        for sentence in self.chance.sample([one for one in text.split(". ")[1:-1] if "\n" not in one], 2):
            text = text.replace(f"{sentence}. ", "", 1)
        return reader_for("a.md")(f"# {text}".encode(), article.source)


def analysis_of(article: Article, quotations: list[tuple[str, str, StatementKind]], cast: dict[str, str]) -> Analysis:
    """The quotations of an article as an analysis."""
    text = article.text
    actors = {
        name: Actor(f"a{number}", name, ActorKind.PERSON, role, mentions=(Span(at, at + len(name)),))
        for number, (name, role) in enumerate(cast.items(), 1)
        if (at := text.find(name)) >= 0
    }
    statements = tuple(
        Statement(f"s{number}", kind, (Span(at, at + len(said)),), actor=actors[name].id, rule="benchmark")
        for number, (said, name, kind) in enumerate(quotations, 1)
        if (at := text.find(said)) >= 0
    )
    return Analysis(PipelineInfo("benchmark", "1"), actors=tuple(actors.values()), statements=statements)


def fill(library: Library, number: int) -> tuple[float, list[float], list[float]]:
    """Keep articles; how long that took in all, and milliseconds of each of the first and of the last thousand."""
    newspaper = Newspaper(random.Random(7))
    spent: list[float] = []
    for one in range(number):
        article, analysis = newspaper.make(one)
        at = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=one)
        began = time.perf_counter()
        library.keep(article, analysis, at=at)
        spent.append(1000 * (time.perf_counter() - began))
        if one % EDITED == 0:
            library.keep(newspaper.edited(article), opened=False, at=at + timedelta(hours=1))
    return sum(spent) / 1000, spent[:1000], spent[-1000:]


def annotate(library: Library, store: Store, number: int) -> float:
    """Write notes on articles and bring the index of notes up to date; how many seconds the latter took."""
    chance = random.Random(11)
    newspaper = Newspaper(chance)
    changes = []
    for kept in library.articles(order=Order.TITLE, limit=number):
        article = library.article(kept.number)
        note = newspaper.filled(chance.choice(QUOTES))
        changes.append(Pen(article, "Ada").highlight([Span(0, len(kept.title))], "yellow", note=note, tags=["prüfen"]))
    store.apply(changes)
    began = time.perf_counter()
    library.take_notes(store)
    return time.perf_counter() - began


def measure(library: Library) -> bool:
    """Print the times of the searches; whether all of them meet the goal."""
    good = True
    print(f"\n{'search':28}{'articles':>10}{'statements':>12}{'notes':>8}{'earlier':>9}{'median':>12}{'slowest':>12}")
    for name, query, filters in QUERIES:
        spent = []
        for _ in range(TIMES):
            began = time.perf_counter()
            hits = library.search(query, filters, kinds=EVERY_KIND)
            spent.append(1000 * (time.perf_counter() - began))
        found = [f"{hits.total[kind]:,}" for kind in HitKind]
        median = statistics.median(spent)
        good = good and median < GOAL
        row = f"{name:28}{found[0]:>10}{found[1]:>12}{found[2]:>8}{found[3]:>9}{median:>9.1f} ms{max(spent):>9.1f} ms"
        print(f"{row}   {query}{'' if median < GOAL else '   <- above the goal'}")
    for name, filters in (
        ("list of the latest 100", Filters()),
        ("unread of one source", Filters(True, source="zeitung3")),
    ):
        spent = []
        for _ in range(TIMES):
            began = time.perf_counter()
            library.articles(filters, limit=100)
            library.count(filters)
            spent.append(1000 * (time.perf_counter() - began))
        print(f"{name:67}{statistics.median(spent):>9.1f} ms{max(spent):>9.1f} ms")
    return good


def people(library: Library) -> None:
    """Print how long it takes to list everybody, to show what the one says who says most, and to decide."""
    first, second, *_ = found = library.people.listed()
    print(f"\n{len(found):,} people; {first.name} in {first.articles:,} articles with {first.statements:,} statements")
    for name, task in (
        ("list of all people", lambda: library.people.listed()),
        ("what the one says who says most", lambda: library.people.said(first.number)),
        ("joining two", lambda: library.people.join(first.number, second.number)),
        ("taking that back", lambda: library.people.undo()),
    ):
        began = time.perf_counter()
        task()
        print(f"{name:58}{1000 * (time.perf_counter() - began):>9.1f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--library", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.library or Path(folder) / "library.db"
        with Library(path, timeout=30) as library:
            if library.count() < arguments.articles:
                total, first, last = fill(library, arguments.articles)
                print(
                    f"{arguments.articles:,} articles kept in {total:.0f} s: {statistics.median(first):.1f} ms each at"
                    f" first, {statistics.median(last):.1f} ms at the end"
                )
            with Store(Path(folder) / "annotations.sqlite") as store:
                seconds = annotate(library, store, min(1000, arguments.articles))
            statements = sum(kept.statements or 0 for kept in library.articles())
            print(f"{library.count():,} articles, {statements:,} statements; 1,000 notes indexed in {seconds:.1f} s")
            good = measure(library)
            people(library)
        size = path.stat().st_size
        print(f"\n{size / 1e6:.0f} MB, {size / arguments.articles / 1e3:.1f} kB an article")
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
