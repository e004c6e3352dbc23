"""Who is behind the speakers of short texts, with the pipeline that ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.analysis import pipeline
from newsreader.article.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    Speakers = Callable[[str], list[tuple[str | None, str | None]]]


@pytest.fixture(scope="module")
def speakers() -> Speakers:
    """The speakers of a text's statements with the names of their actors."""
    loaded = pipeline.load()

    def find(text: str) -> list[tuple[str | None, str | None]]:
        analysis = loaded.analyse(Article(text, "test"))
        names = {actor.id: actor.name for actor in analysis.actors}
        return [(s.speaker.of(text) if s.speaker else None, names.get(s.actor or "")) for s in analysis.statements]

    return find


@pytest.mark.parametrize(
    ("text", "speaker", "actor"),
    [
        (
            "Der Beauftragte der Kommission, Gerald Braun, sagte, die Lage sei ernst.",
            "Der Beauftragte der Kommission, Gerald Braun,",
            "Gerald Braun",
        ),
        (
            "Eine Studie der Universität Mainz zeigt Mängel. Laut der Studie fehlt den Schulen vor allem Geld.",
            "der Studie",
            "Universität Mainz",
        ),
        ("Die Lehrer kamen am Morgen. Sie forderten höhere Löhne.", "Sie", "Lehrer"),
        ("Das Gericht wies die Klage ab. Weiter stellte es fest, dass der Vertrag nichtig ist.", "es", "Gericht"),
        (
            "In der Zeitung stand ein Kommentar, der warnt, dass der Plan scheitert.",
            "der",
            "Kommentar",
        ),
        (
            "Jan Weber nannte die Lage dem „Lindenauer Boten“ zufolge ernst. Er sagte, es fehle an Geld.",
            "Er",
            "Jan Weber",
        ),
        (
            "Die Ministerin Jana Hellwig schwieg. Hellwigs Sprecher Otto Brandt sagte, sie sei krank.",
            "Hellwigs Sprecher Otto Brandt",
            "Otto Brandt",
        ),
        (
            "Der Unternehmer Jan Kessler schwieg. Kesslers Sohn sagte, sein Vater sei krank.",
            "Kesslers Sohn",
            "Kesslers Sohn",
        ),
        (
            "Nach Informationen des Magazins Der Spiegel fehlen der Stadt zwei Millionen Euro.",
            "Informationen des Magazins Der Spiegel",
            "Spiegel",
        ),
        (
            "Kanzlerin  Eva Lindner (ABC) bedauert das. In der Fraktion sagte die Kanzlerin, es sei ein Fehler.",
            "die Kanzlerin",
            "Eva Lindner",
        ),
        (
            "Kanzlerin\nEva Lindner (ABC) bedauert das. In der Fraktion sagte\ndie Kanzlerin, es sei ein Fehler.",
            "die Kanzlerin",
            "Eva Lindner",
        ),
        (
            "Auch der frühere Präsident Estlands zwischen 1997 und 2005, Tarmo Kask, sagte, das sei falsch.",
            "der frühere Präsident Estlands",
            "Tarmo Kask",
        ),
        (
            "Nach Angaben des Hauptsponsors der Veranstaltung, dem Getränkehersteller Fritzi, fällt die Show aus.",
            "Angaben des Hauptsponsors der Veranstaltung, dem Getränkehersteller Fritzi,",
            "Fritzi",
        ),
        (
            "Hans-Peter Acker, Präsident des Verbandes, schwieg. Acker sagte dann doch, es gebe keine Wahl.",
            "Acker",
            "Hans-Peter Acker",
        ),
        ("Polizeichef Calvin Williams kam. Williams sagte, man suche noch.", "Williams", "Calvin Williams"),
        (
            "Christel Schmidt, die Sprecherin der Partei, schwieg. Sie ging.\n\n"
            "Der Fraktion der Grünen reicht das nicht aus. Sie fordert, dass die Stadt zahlt.",
            "Sie",
            "Fraktion der Grünen",
        ),
        ("Jan Weber sagte, das sei gut. Uwe Merten reiste nach Kiew. Er erklärte, man helfe.", "Er", "Uwe Merten"),
        ("Jan Weber sagte, das sei gut. Man müsse es prüfen. Er erklärte, man helfe.", "Er", "Jan Weber"),
        ("Jan Weber traf Uwe Merten. Er sagte Merten, dass die Zeit dränge.", "Er", "Jan Weber"),
        ("Weber verlangte vom Stadtrat eine Antwort. Dieser teilte mit, es gebe keine.", "Dieser", "Stadtrat"),
        ("Lothar Tietje kam. Der 74-Jährige eröffnete die Sitzung. Er sagte, das sei falsch.", "Er", "Lothar Tietje"),
        (
            "Der Zeitung Kalameh wurde alles untersagt, nachdem sie berichtet hatte, dass Stimmen fehlten.",
            "sie",
            "Kalameh",
        ),
        (
            "Das Team um Anita Zander stellte fest, dass die Seuche vermeidbar ist.",
            "Das Team um Anita Zander",
            "Team um Anita Zander",
        ),
        ("Die Volkswagen AG baut um. Volkswagen erklärte, man prüfe alles.", "Volkswagen", "Volkswagen AG"),
        (
            "Das Hamburger Landgericht tagte. Das Gericht teilte mit, es gebe keine Revision.",
            "Das Gericht",
            "Hamburger Landgericht",
        ),
        (
            "Das Hamburger Landgericht tagte. Laut dem Landgericht Hamburg ist das Urteil rechtskräftig.",
            "dem Landgericht Hamburg",
            "Hamburger Landgericht",
        ),
        (
            "Die Umweltschutzorganisation WWF warnt. Die Organisation teilte mit, der Bär sei jung.",
            "Die Organisation",
            "WWF",
        ),
        ("„Wir bleiben hier.“ Das sagte Anna Weber am Montag in Kiel.", "Anna Weber", "Anna Weber"),
        ("„Ja, es tut weh“. Das musste Trainer Peer Kolb zu Beginn einräumen.", "Trainer Peer Kolb", "Peer Kolb"),
        ("„Guten Tag, ich bin da“, mit diesen Worten meldete sich Jan Weber zurück.", "Jan Weber", "Jan Weber"),
        ("Für Jan Weber ist klar: „Wir bleiben hier.“", "Jan Weber", "Jan Weber"),
        ("„Wir bleiben hier“, betont sie. Anna Weber ist seit 2012 im Amt.", "sie", "Anna Weber"),
        (
            "Die Liga wirft dem Unternehmen Untreue vor. Dieses wies die Vorwürfe zurück.",
            "Dieses",
            "Unternehmen",
        ),
        ("Laut einer dpa-Meldung fehlen der Stadt zwei Millionen Euro.", "einer dpa-Meldung", "dpa"),
        (
            "Kritik kommt von Gisela Pilz; sie ist Sprecherin der Polizei. Die Polizeisprecherin sagte, es sei kalt.",
            "Die Polizeisprecherin",
            "Gisela Pilz",
        ),
        ("Die Kritik der Grünen ist laut. Die Grünen teilten mit, man müsse reden.", "Die Grünen", "Die Grünen"),
        (
            "Nach Meinung der Regierung Lindner fehlt das Geld. Eva Lindner schwieg.",
            "Meinung der Regierung Lindner",
            "Regierung Lindner",
        ),
        (
            "Ursula von der Leyen kam nach Bonn. Von der Leyen sagte, die Lage sei ernst.",
            "Von der Leyen",
            "Ursula von der Leyen",
        ),
        (
            "Am Abend wurde ein Prediger aus London zugeschaltet, der die Zuschauer aufforderte, nichts zu spenden.",
            "der",
            "Prediger aus London",
        ),
        (
            "Peter Lang (CDU) kam am Montag in den Landtag. Der CDU-Chef sagte, er bleibe.",
            "Der CDU-Chef",
            "Peter Lang",
        ),
        (
            "Der Präsident Joe Miller kam am Montag. „Wir helfen sofort“, sagte der Demokrat in Washington.",
            "der Demokrat in Washington",
            "Joe Miller",
        ),
        ("Anna Weber war da. Ihr Ziel ist es, bald wieder zu spielen.", "Ihr", "Anna Weber"),
        (
            "Nach Angaben der Behörde in schriftlicher Form fehlen zwei Gutachten.",
            "Angaben der Behörde in schriftlicher Form",
            "Behörde",
        ),
        (
            "Die Gefahr steigt, sagt Anna Weber vom Institut für Medizin. Das Land sei betroffen, sagt die Virologin.",
            "die Virologin",
            "Anna Weber",
        ),
        ("Jan Brandt hat ein Buch geschrieben. Der Experte sagte, es sei lustig.", "Der Experte", "Jan Brandt"),
        ("Trainer Jan Brandt lobte das Team. Der Manager sagte, es sei gut.", "Der Manager", "Manager"),
        (
            "Der Gewinn steigt, sagte Vorstandschef Jan Brandt. Der Manager sagte, es gehe aufwärts.",
            "Der Manager",
            "Jan Brandt",
        ),
        ("Auch Jan Brandt war da. „Jan Brandt irrt“, sagte der Experte.", "der Experte", "Jan Brandt"),
        ("VW-Chef Jan Brandt kam. „Wir bauen neu“, betonte der VW-Boss.", "der VW-Boss", "Jan Brandt"),
        ("Interimscoach Jan Brandt kam. Der Interimstrainer sagte, er bleibe.", "Der Interimstrainer", "Jan Brandt"),
        (
            "Der Wirt und Läufer Jan Brandt fordert, dass die Stadt hilft.",
            "Der Wirt und Läufer Jan Brandt",
            "Jan Brandt",
        ),
        (
            "Der Anwalt und Autor Jan Brandt klagt. „Wir brauchen Hilfe“, sagt der Anwalt.",
            "der Anwalt",
            "Jan Brandt",
        ),
        (
            "So berichtete die Lienzer Bürgermeisterin Anna Weber, dass nur wenige kamen.",
            "die Lienzer Bürgermeisterin Anna Weber",
            "Anna Weber",
        ),
        (
            "Hier sieht auch Jan Brandt Vorteile für den Boxer Paul Lang. „Langs Plus ist die Zeit“, sagte er.",
            "er",
            "Jan Brandt",
        ),
        (
            "Israels Armee hat laut eigenen Angaben die Hälfte der Führung der Hamas getötet.",
            "eigenen Angaben",
            "Israels Armee",
        ),
    ],
)
def test_who_is_meant(speakers: Speakers, text: str, speaker: str, actor: str) -> None:
    found = {(who or "").rstrip(","): name for who, name in speakers(text)}
    assert found.get(speaker.rstrip(",")) == actor


def test_a_coach_is_not_the_other_one(speakers: Speakers) -> None:
    found = speakers(
        "Thomas Schaaf, Trainer von Bremen, lobte sein Team. Der Trainer der Frankfurter, Michael Skibbe, "
        "sagte, das Spiel sei gut gewesen."
    )
    assert "Michael Skibbe" in {name for _, name in found}
