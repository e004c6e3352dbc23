"""Words that name people by what they do, organisations, groups and reports, recognised by the end of the word.

German builds such words by composition (US-Verteidigungsminister, Polizeisprecherin), so each list holds last parts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsreader.analysis.components.wordsets import word_set

_ROLES = """minister ministerin präsident präsidentin kanzler kanzlerin sprecher sprecherin chef chefin vorsitzende
    vorsitzender vorsitz direktor direktorin leiter leiterin politiker politikerin abgeordnete abgeordneter
    bürgermeister bürgermeisterin gouverneur gouverneurin sekretär sekretärin botschafter botschafterin general
    richter richterin anwalt anwältin professor professorin experte expertin forscher forscherin wissenschaftler
    wissenschaftlerin trainer trainerin manager managerin kommissar kommissarin beauftragte beauftragter könig
    königin papst bischof bischöfin kardinal senator senatorin intendant intendantin kollege kollegin autor autorin
    journalist journalistin korrespondent korrespondentin physiker physikerin chemiker chemikerin biologe biologin
    historiker historikerin ökonom ökonomin analyst analystin arzt ärztin mediziner medizinerin schauspieler
    schauspielerin sänger sängerin regisseur regisseurin schriftsteller schriftstellerin künstler künstlerin
    musiker musikerin spieler spielerin stürmer torwart kapitän kapitänin sportler sportlerin weltmeister
    weltmeisterin olympiasieger olympiasiegerin rennfahrer pilot pilotin astronaut astronautin helfer
    helferin unternehmer
    unternehmerin gründer gründerin inhaber inhaberin besitzer besitzerin eigentümer eigentümerin geschäftsführer
    geschäftsführerin vorstand vorständin aufsichtsrat vertreter vertreterin mitarbeiter mitarbeiterin beamte
    beamter beamtin beamten polizist polizistin kommandant kommandeur oberbefehlshaber offizier admiral oberst
    major leutnant soldat soldatin ermittler ermittlerin staatsanwalt staatsanwältin verteidiger verteidigerin
    kläger klägerin angeklagte angeklagter beschuldigte beschuldigter verdächtige verdächtiger zeuge zeugin
    augenzeuge augenzeugin opfer täter täterin nachbar nachbarin anwohner anwohnerin bewohner bewohnerin
    kandidat kandidatin bewerber bewerberin führer führerin oppositionsführer oppositionsführerin regierungschef
    regierungschefin staatschef staatschefin diktator herrscher premier premierminister premierministerin prinz
    prinzessin herzog herzogin fürst fürstin graf gräfin kronprinz kaiser kaiserin sultan emir ayatollah imam pfarrer
    pfarrerin pastor pastorin priester rabbiner dekan dekanin rektor rektorin kanzleramtschef landrat landrätin
    stadtrat stadträtin dezernent dezernentin referent referentin staatssekretär staatssekretärin obmann obfrau
    fraktionschef fraktionschefin parteichef parteichefin generalsekretär generalsekretärin schatzmeister
    geschäftsführerin gewerkschafter gewerkschafterin aktivist aktivistin bürgerrechtler bürgerrechtlerin
    dissident dissidentin kritiker kritikerin berater beraterin gesandte gesandter unterhändler unterhändlerin
    vermittler vermittlerin diplomat diplomatin attaché konsul konsulin koordinator koordinatorin verwalter
    verwalterin betreiber betreiberin veranstalter veranstalterin organisator organisatorin initiator initiatorin
    züchter landwirt landwirtin bauer bäuerin lehrer lehrerin schüler schülerin student studentin schulleiter
    schulleiterin rentner rentnerin witwe witwer mutter vater sohn tochter bruder schwester ehefrau ehemann gattin
    gatte frau mann mädchen junge freund freundin lebensgefährte lebensgefährtin onkel tante cousin cousine
    christdemokrat christdemokratin sozialdemokrat sozialdemokratin liberale liberaler grüne grüner republikaner
    republikanerin demokrat demokratin parlamentarier parlamentarierin mitglied chefredakteur chefredakteurin
    redakteur redakteurin moderator moderatorin reporter reporterin fotograf fotografin blogger bloggerin
    meteorologe meteorologin geologe geologin virologe virologin epidemiologe epidemiologin psychologe psychologin
    soziologe soziologin politologe politologin politikwissenschaftler theologe theologin philosoph philosophin
    jurist juristin ingenieur ingenieurin architekt architektin techniker technikerin informatiker informatikerin
    entwickler entwicklerin händler händlerin banker bankerin volkswirt volkswirtin chefvolkswirt chefjurist partner
    partnerin chefjuristin ombudsmann ombudsfrau stellvertreter stellvertreterin nachfolger nachfolgerin
    vorgänger vorgängerin amtsinhaber amtsinhaberin sieger siegerin gewinner gewinnerin verlierer preisträger
    preisträgerin
    nobelpreisträger nobelpreisträgerin teilnehmer teilnehmerin coach boss ceo vize
    fraktionsvize jährige jähriger star legende veteran rebell
    rebellenführer präses superintendent feuerwehrmann feuerwehrfrau fahrer fahrerin kunde kundin patient
    patientin arbeiter arbeiterin angestellte angestellter verletzte verletzter überlebende überlebender
    angehörige angehöriger verwandte verwandter reisende reisender flüchtling gefangene gefangener häftling
    tourist touristin passant passantin besucher besucherin bürger bürgerin wähler wählerin zuschauer delegierte
    delegierter detektiv detektivin fahnder fahnderin
    rechtsextremist islamist terrorist separatist extremist attentäter attentäterin
    tänzer tänzerin komponist komponistin dirigent dirigentin pianist pianistin verleger verlegerin sachverständige
    sachverständiger gutachter gutachterin prüfer bergsteiger bergsteigerin funktionär funktionärin
    schiedsrichter chefermittler chefankläger ankläger anklägerin prediger rapper rapperin model dramatiker
    """  # the parts are the last ones of compounds, feminine forms listed because the gender is read off them
_WEAK = word_set(
    """vorsitzend abgeordnet beauftragt beamt angeklagt beschuldigt verdächtig gesandt liberal grün angestellt
    verletzt überlebend angehörig verwandt reisend gefangen delegiert sachverständig betroffen eingekesselt jährig"""
)
_TITLES = word_set(
    """herr herrn frau dr dr. prof prof. professor doktor sir madame monsieur mr mr. mrs mrs. ms.
    pater schwester bruder mag mag. dipl.-ing. scheich mullah hadschi"""
)
_BODIES = """polizei staatsanwaltschaft regierung feuerwehr behörde ministerium ressort amt gericht gerichtshof partei
    fraktion armee militär bundeswehr marine luftwaffe verwaltung kommission parlament bundestag bundesrat senat rat
    verband verein vereinigung bund gewerkschaft kirche organisation unternehmen konzern firma hersteller bank agentur
    zeitung tageszeitung wochenzeitung zeitschrift magazin blatt sender fernsehsender rundfunk redaktion universität
    hochschule institut forschungsinstitut stiftung gesellschaft ag gmbh kammer klinik krankenhaus botschaft konsulat
    dienst geheimdienst nachrichtendienst wetterdienst zentrale komitee ausschuss gremium bündnis koalition opposition
    union stadt gemeinde kreis landkreis land bundesland staat republik allianz liga klub club mannschaft team
    arbeitskreis initiative bewegung miliz gruppe gruppierung netzwerk portal plattform internetportal verlag
    nachrichtenseite webseite website onlinedienst internetdienst
    studio fluggesellschaft airline reederei bahn post börse zentralbank notenbank weltbank bundesbank kanzlei
    präsidium vorstand aufsichtsrat führung leitung direktion kreml pentagon haus vatikan verfassungsschutz
    kriminalamt kanzleramt innenministerium außenministerium nachrichtenagentur presseagentur justiz verteidigung
    anklage seite wehr schutz warte erdbebenwarte rettungsdienst krisenstab kabinett magistrat stadtrat gemeinderat
    akademie museum theater zoo tierpark flughafen werk betrieb anbieter betreiber dachverband"""
NAMED_CLASSES = word_set(
    """zeitung tageszeitung wochenzeitung zeitschrift magazin blatt sender fernsehsender agentur nachrichtenagentur
    presseagentur portal internetportal plattform nachrichtenseite webseite website onlinedienst internetdienst
    behörde organisation verlag unternehmen konzern firma hersteller
    fluggesellschaft airline"""
)
"""nouns whose bearers have a name of their own, unlike the Stadt in "Stadt Köln" and the like"""
UNNAMED_CLASSES = word_set(
    """regierung kabinett koalition senat kanzlei team mannschaft gruppe führung seite haus staat stadt gemeinde land
    kreis landkreis bundesland republik magistrat rat amt union vorstand"""
)
"""nouns of organisations whose name is not what stands behind them: "die Regierung Bush", "das Land Hessen" """
_GROUPS = """experten kritiker beobachter augenzeugen zeugen behörden medien menschen leute demonstranten anwohner
    ermittler forscher wissenschaftler politiker parteien gewerkschaften verbände unternehmen bürger eltern
    angehörige mönche kreise diplomaten vertreter mitglieder"""
_REPORTS = """angabe angaben bericht berichte mitteilung mitteilungen aussage aussagen auskunft auskünfte meldung
    meldungen einschätzung einschätzungen ansicht meinung worte worten wort darstellung darstellungen
    erklärung erklärungen schätzung schätzungen information informationen bekunden stellungnahme statement
    äußerung äußerungen auffassung überzeugung ankündigung ankündigungen schreiben brief pressemitteilung
    presseerklärung umfrage analyse studie untersuchung prognose prognosen vorhersage vorhersagen berechnung
    berechnungen erkenntnis erkenntnisse erkenntnissen bekanntmachung veröffentlichung artikel beitrag
    interview vorwurf vorwürfe kritik forderung warnung hinweis hinweise ermittlung ermittlungen
    ermittlungsstand stand zahlen statistik protokoll urteil urteils entscheidung beschluss anweisung
    anordnung rede gutachten bilanz sicht sprachregelung lesart logik vorstellung vorstellungen plan pläne
    wunsch wille willen bestätigung beurteilung dafürhalten ermessen deutung kommentar version zeugnis tweet
    post eintrag vermutung vermutungen annahme annahmen sichtweise
    befürchtung befürchtungen begründung zitat zitate vorschlag nachricht nachrichten erkenntnisstand antwort reaktion
    hoffnung argument argumente argumentation appell auswertung ergebnis ergebnisse resultat fazit"""
_DOCUMENTS = word_set(
    """bericht schreiben brief umfrage analyse studie untersuchung prognose artikel beitrag kommentar gutachten
    protokoll urteil beschluss gesetz gesetzentwurf dokument entwurf statistik resolution vertrag verfassung"""
)

_ROLE_WORDS = frozenset(_ROLES.split())
_BODY_WORDS = frozenset(_BODIES.split())
_GROUP_WORDS = frozenset(_GROUPS.split())
_REPORT_WORDS = frozenset(_REPORTS.split())
_NO_COUNCILS = tuple(word_set("heirat verrat vorrat hausrat unrat monat format gesamt referat apparat diplomat"))
_LONGEST = 24
_SHORTEST_PART = 4

NOT_ROLES = word_set(
    """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag interview sendung jahr jahre uhr prozent
    euro million millionen fall zeit tag woche beispiel thema nacht abend morgen januar februar märz april mai
    juni juli august september oktober november dezember herbst sommer winter frühjahr übrigen gespräch rede
    worten angaben ansicht meinung aussage roman film buch lied album fußnote platz straße kritik worte zitat
    spieltag finale halbfinale viertelfinale tor minute punkt rang titel amt anschluss"""
)


@lru_cache(maxsize=65536)
def _ending(word: str, kind: str) -> str | None:
    """The last part of a word that one of the lists holds, the longest one; None if there is none."""
    words = {"role": _ROLE_WORDS, "body": _BODY_WORDS, "group": _GROUP_WORDS, "report": _REPORT_WORDS}[kind]
    plain = word.lower()
    last = re.split(r"[-/‐‑]", plain)[-1]
    if last in words:
        return last
    # A part after which nothing is left must be whole: "Fall" does not end in a role, "Wahlleiter" does.
    for start in range(max(3, len(last) - _LONGEST), len(last) - _SHORTEST_PART + 1):
        if last[start:] in words:
            return last[start:]
    return last[-3:] if kind == "body" and last.endswith(("rat", "amt")) and not last.endswith(_NO_COUNCILS) else None


def role_part(word: str) -> str | None:
    """The part of a noun that says what a person is ("minister" of US-Verteidigungsminister), None for other nouns.

    Args:
        word: a noun in its base form, or as it stands if that is not known.
    """
    plain = word.lower()
    if plain in NOT_ROLES:
        return None
    found = _ending(word, "role")
    if found is not None:
        return found
    for ending in ("en", "n", "es", "s", "r", "m"):
        if plain.endswith(ending) and (found := _ending(word[: -len(ending)], "role")) is not None:
            return found
    return None


def body_part(word: str) -> str | None:
    """The part of a noun that says that it is an organisation ("behörde" of Justizbehörde), None for other nouns."""
    found = _ending(word, "body")
    if found is None and word.lower().endswith(("s", "n", "es")):
        found = _ending(word[:-1], "body") or _ending(word[:-2], "body")
    return found


def group_part(word: str) -> str | None:
    """The part of a plural noun that says that it is a group of people, None for other nouns."""
    return _ending(word, "group")


def report_part(word: str) -> str | None:
    """The part of a noun that says that something is told ("angaben" of Polizeiangaben), None for other nouns."""
    return _ending(word, "report")


def is_document(part: str) -> bool:
    """Whether a noun of telling names a thing that can be quoted by itself (a study, a verdict)."""
    return part.lower() in _DOCUMENTS


def is_title(word: str) -> bool:
    """Whether a word stands before names without being part of them (Herr, Dr.)."""
    return word.lower() in _TITLES


def is_weak(part: str) -> bool:
    """Whether a noun is inflected like an adjective (der Vorsitzende, ein Vorsitzender)."""
    return any(part.lower().startswith(stem) and len(part) - len(stem) <= 2 for stem in _WEAK)


def gender(part: str, word: str) -> str | None:
    """The sex that a role noun tells, "m" or "f"; None where it tells neither (Mitglied, Opfer, Vorsitzende).

    Args:
        part: the noun's last part as `role_part` gives it.
        word: the noun as it stands.
    """
    if part in {"mitglied", "opfer", "star", "legende", "model", "vorstand", "aufsichtsrat", "ceo", "mädchen"}:
        return "f" if part == "mädchen" else None
    if part in {"frau", "witwe", "mutter", "tochter", "schwester", "ehefrau", "gattin", "tante", "cousine", "obfrau"}:
        return "f"
    if is_weak(part):
        return None
    if part.endswith(("in", "feuerwehrfrau", "ombudsfrau")) and part not in {"cousin"}:
        return "f"
    return "m"
