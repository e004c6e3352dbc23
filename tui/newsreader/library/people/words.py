"""Words that joining persons and organisations goes by: titles, offices, professions, parties, common names."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


TITLES = words(
    """herr herrn frau dr prof professor professorin doktor dipl-ing mag sir dame lord madame monsieur mr mrs ms pater
    bruder scheich mullah hadschi"""
)
"""what stands before a name without being part of it"""

DEGREES = words("med phil jur rer nat ing oec pol theol habil h hc c mult")
"""what stands behind "Dr." or "Prof." and belongs to it"""

MONARCHS = words(
    """papst koenig koenigin kaiser kaiserin prinz prinzessin kronprinz kronprinzessin sultan emir patriarch kaiserin
    ayatollah grossherzog fuerst fuerstin"""
)
"""who goes by a single name"""

PARTICLES = words("von van vom zu zum zur de del della di da dos du la le der den ten ter el bin ibn abu af av")
"""what a surname without a given name may begin with"""

NO_NAMES = words(
    """familie ehepaar eheleute geschwister gebrueder brueder kardinal freiherr freifrau graf graefin baron baronin
    ritter edler"""
)
"""words within names of persons that are no names: of several people, or of nobility"""

SUFFIXES = {"jr": "jr", "junior": "jr", "jun": "jr", "sr": "sr", "senior": "sr", "sen": "sr"}
"""what tells father and son of one name apart"""

COMMON_SURNAMES = words(
    """mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schaefer koch bauer richter klein
    wolf schroeder neumann schwarz zimmermann braun krueger hofmann hartmann lange schmitt werner schmitz krause meier
    lehmann schmid schulze maier koehler herrmann koenig walter mayer huber kaiser fuchs peters lang scholz moeller
    weiss jung hahn schubert vogel friedrich keller guenther frank berger winkler roth beck lorenz baumann franke
    albrecht schuster simon ludwig boehm winter kraus martin schumacher kraemer vogt stein jaeger otto sommer gross
    seidel heinrich brandt haas schreiber graf schulte dietrich ziegler kuhn kuehn pohl engel horn busch bergmann
    thomas voigt sauer arnold wolff pfeiffer yilmaz smith johnson williams brown jones davis miller wilson taylor
    anderson garcia martinez rodriguez lopez hernandez gonzalez perez nguyen kim lee chen wang li zhang"""
)
"""surnames that so many bear that a full name alone says less"""

DOMAINS = {
    "politics": words(
        """minister ministerin kanzler kanzlerin premier ministerpraesident ministerpraesidentin buergermeister
        buergermeisterin abgeordnete abgeordneter senator senatorin politiker politikerin staatssekretaer
        staatssekretaerin landrat landraetin gouverneur gouverneurin staatschef staatschefin regierungschef
        regierungschefin staatsoberhaupt fraktionschef fraktionschefin fraktionsvorsitzende fraktionsvorsitzender
        parteichef parteichefin parteivorsitzende parteivorsitzender parteivorstand botschafter botschafterin
        diplomat diplomatin parlamentarier parlamentarierin republikaner republikanerin demokrat demokratin
        christdemokrat christdemokratin sozialdemokrat sozialdemokratin stadtrat stadtraetin dezernent dezernentin
        oppositionsfuehrer oppositionsfuehrerin ministerpraesidentschaftskandidat kanzlerkandidat kanzlerkandidatin
        praesidentschaftskandidat praesidentschaftskandidatin spitzenkandidat spitzenkandidatin parlamentspraesident
        parlamentspraesidentin bundestagspraesident bundestagspraesidentin staatspraesident staatspraesidentin
        bundespraesident bundespraesidentin us-praesident us-praesidentin ex-praesident vizepraesident
        vizepraesidentin volkskammer kommissionspraesident kommissionspraesidentin eu-kommissar eu-kommissarin
        regierungssprecher regierungssprecherin aussenbeauftragte aussenbeauftragter kongressabgeordnete monarch
        monarchin koenig koenigin generalbundesanwalt"""
    ),
    "sport": words(
        """trainer trainerin fussballer fussballerin fussballspieler fussballspielerin nationalspieler
        nationalspielerin tennisspieler tennisspielerin basketballer basketballerin handballer handballerin
        eishockeyspieler stuermer stuermerin torwart torhueter torhueterin torjaeger mittelfeldspieler
        weltmeister weltmeisterin olympiasieger olympiasiegerin sportler sportlerin rennfahrer rennfahrerin profi
        boxer boxerin schiedsrichter schiedsrichterin biathlet biathletin schwimmer schwimmerin laeufer laeuferin
        radprofi radrennfahrer turner turnerin skispringer skispringerin skirennfahrer skirennlaeufer sportdirektor
        sportvorstand sportchef coach bundestrainer bundestrainerin teamchef spielerin spieler kapitaen golfer golferin
        sprinter sprinterin leichtathlet leichtathletin rodler rodlerin ruderer ruderin keeper"""
    ),
    "science": words(
        """professor professorin forscher forscherin wissenschaftler wissenschaftlerin physiker physikerin chemiker
        chemikerin biologe biologin historiker historikerin oekonom oekonomin loge login logen mediziner medizinerin
        astronom astronomin philosoph philosophin informatiker informatikerin mathematiker mathematikerin geograf
        geografin volkswirt volkswirtin chefvolkswirt chefvolkswirtin astronaut astronautin rektor rektorin"""
    ),
    "medicine": words("arzt aerztin chirurg chirurgin chefarzt chefaerztin pfleger pflegerin notarzt hebamme"),
    "arts": words(
        """schauspieler schauspielerin saenger saengerin regisseur regisseurin schriftsteller schriftstellerin
        musiker musikerin kuenstler kuenstlerin komponist komponistin dirigent dirigentin pianist pianistin rapper
        rapperin taenzer taenzerin maler malerin komiker komikerin kabarettist kabarettistin comedian filmemacher
        filmemacherin dramatiker dramatikerin dichter dichterin intendant intendantin bildhauer bildhauerin gitarrist
        gitarristin geiger geigerin"""
    ),
    "media": words(
        """journalist journalistin redakteur redakteurin reporter reporterin korrespondent korrespondentin
        chefredakteur chefredakteurin blogger bloggerin moderator moderatorin kolumnist kolumnistin publizist
        publizistin verleger verlegerin fotograf fotografin"""
    ),
    "business": words(
        """geschaeftsfuehrer geschaeftsfuehrerin unternehmer unternehmerin manager managerin vorstandschef
        vorstandschefin vorstandsvorsitzende vorstandsvorsitzender firmenchef firmenchefin konzernchef konzernchefin
        ceo analyst analystin banker bankerin investor investorin milliardaer milliardaerin finanzvorstand
        aufsichtsratschef aufsichtsratsvorsitzender"""
    ),
    "law": words(
        """richter richterin staatsanwalt staatsanwaeltin oberstaatsanwalt oberstaatsanwaeltin anwalt anwaeltin
        rechtsanwalt rechtsanwaeltin jurist juristin notar notarin strafverteidiger strafverteidigerin"""
    ),
    "police": words(
        """polizist polizistin ermittler ermittlerin polizeisprecher polizeisprecherin polizeipraesident
        polizeipraesidentin polizeichef polizeichefin feuerwehrmann feuerwehrfrau einsatzleiter einsatzleiterin
        kriminalkommissar kriminalhauptkommissar kommissar kommissarin kriminalbeamter"""
    ),
    "military": words(
        """general oberst kommandeur kommandeurin admiral major offizier offizierin soldat soldatin brigadegeneral
        generalmajor generalleutnant leutnant generalinspekteur oberbefehlshaber militaersprecher"""
    ),
    "religion": words(
        """bischof bischoefin erzbischof landesbischof landesbischoefin kardinal papst pfarrer pfarrerin pastor
        pastorin imam rabbiner rabbinerin priester patriarch dekan dekanin superintendent superintendentin"""
    ),
    "ordinary": words(
        """baecker baeckerin landwirt landwirtin schueler schuelerin student studentin rentner rentnerin anwohner
        anwohnerin nachbar nachbarin zeuge zeugin augenzeuge augenzeugin opfer angeklagte angeklagter beschuldigte
        beschuldigter verdaechtige verdaechtiger tatverdaechtige tatverdaechtiger taeter taeterin lehrer lehrerin
        fahrer fahrerin autofahrer autofahrerin verkaeufer verkaeuferin kunde kundin patient patientin tourist
        touristin besucher besucherin wirt wirtin friseur friseurin handwerker handwerkerin hausmeister hausmeisterin
        bauer baeuerin winzer winzerin jaeger jaegerin passant passantin ueberlebende ueberlebender bewohner
        bewohnerin mieter mieterin urlauber urlauberin gastwirt gastwirtin erzieher erzieherin
        arbeiter arbeiterin tischler elektriker koch koechin kellner kellnerin"""
    ),
}
"""offices and professions, as whole words or last parts of compounds, by the walk of life that they belong to"""

PARTIES = {
    "spd": "spd", "sozialdemokrat": "spd", "sozialdemokratin": "spd", "cdu": "cdu", "csu": "csu", "fdp": "fdp",
    "afd": "afd", "bsw": "bsw", "gruene": "gruene", "gruenen": "gruene", "linke": "linke", "linken": "linke",
    "linkspartei": "linke", "pds": "linke", "npd": "npd", "piraten": "piraten", "piratenpartei": "piraten",
    "oevp": "oevp", "spoe": "spoe", "fpoe": "fpoe", "neos": "neos", "svp": "svp", "labour": "labour", "tory": "tory",
    "tories": "tory", "republikaner": "republikaner", "republikanerin": "republikaner",
    "demokrat": "demokraten", "demokratin": "demokraten", "demokraten": "demokraten",
}  # fmt: skip
"""words for parties, and the party that each means"""

POLITICAL = ("parlamentar", "fraktion", "bundestag", "landtag", "parteitag")
"""how words begin or end that make an office one of politics, such as a parliamentary group's manager"""

PAST = words(
    "ex alt frueher frueherer fruehere fruehere ehemalige ehemaliger einstige einstiger vormaliger vormalige gewesener"
)
"""words that say that somebody is no longer what he was"""

JURISDICTIONS = words(
    """buergermeister buergermeisterin oberbuergermeister oberbuergermeisterin landrat landraetin ministerpraesident
    ministerpraesidentin gouverneur gouverneurin praesident praesidentin staatspraesident staatschef staatschefin
    regierungschef regierungschefin koenig koenigin polizeichef polizeichefin polizeipraesident polizeisprecher
    polizeisprecherin sprecher sprecherin bischof bischoefin pfarrer pfarrerin minister ministerin"""
)
"""offices that are held somewhere: with another place they are another's"""

LEGAL_FORMS = words("ag se gmbh kg kgaa ohg ev e v eg mbh co inc ltd plc llc corp sa nv spa")
"""what stands behind a company's name"""

ARTICLES = words("der die das den dem des")

GENERIC_HEADS = words(
    """polizei polizeipraesidium polizeidirektion polizeiinspektion feuerwehr staatsanwaltschaft regierung opposition
    gericht landgericht amtsgericht oberlandesgericht verwaltungsgericht verfassungsgericht gerichtshof ministerium
    ressort behoerde amt gesundheitsamt jugendamt landratsamt verwaltung stadtverwaltung stadt gemeinde kommune kreis
    landkreis land staat armee militaer streitkraefte luftwaffe marine justiz partei fraktion koalition parlament senat
    rat stadtrat gemeinderat kreistag verein verband gewerkschaft kirche unternehmen konzern firma hersteller betreiber
    bank sender zeitung verlag universitaet hochschule uni schule klinik krankenhaus klinikum institut stiftung
    gesellschaft kammer botschaft konsulat geheimdienst nachrichtendienst rettungsdienst komitee ausschuss gremium
    buendnis union mannschaft team klub club bewegung miliz gruppe netzwerk portal museum theater zoo flughafen werk
    betrieb anbieter organisation bundesverband landesverband magazin nachrichtenmagazin tageszeitung wochenzeitung
    fernsehsender verteidigung anklage vorstand aufsichtsrat fuehrung leitung direktion kabinett magistrat kommission
    presse medien
    agentur nachrichtenagentur innenministerium aussenministerium verteidigungsministerium finanzministerium
    gesundheitsministerium justizministerium wirtschaftsministerium umweltministerium kultusministerium"""
)
"""nouns that say what kind of body something is and not which; alone they name another body in each article"""

UNIQUE = ("bundes", "eu-", "un-", "us-", "nato-", "reichs")
"""how a compound of such a noun begins that there is only one of"""

WELL_KNOWN = {
    "eu": "europaeische union", "uno": "vereinte nationen", "un": "vereinte nationen",
    "ezb": "europaeische zentralbank", "who": "weltgesundheitsorganisation", "iwf": "internationaler waehrungsfonds",
    "bka": "bundeskriminalamt", "bgh": "bundesgerichtshof", "bnd": "bundesnachrichtendienst",
    "dgb": "deutscher gewerkschaftsbund", "dfb": "deutscher fussball-bund", "dwd": "deutscher wetterdienst",
    "rki": "robert-koch-institut", "drk": "deutsches rotes kreuz", "bverfg": "bundesverfassungsgericht",
    "spd": "sozialdemokratische partei deutschlands", "cdu": "christlich demokratische union deutschlands",
    "csu": "christlich-soziale union", "fdp": "freie demokratische partei", "afd": "alternative fuer deutschland",
    "bsw": "buendnis sahra wagenknecht", "dpa": "deutsche presse-agentur", "fbi": "federal bureau of investigation",
    "cia": "central intelligence agency", "vw": "volkswagen", "deutscher bundestag": "bundestag",
    "europaeische kommission": "eu-kommission", "gruene": "buendnis 90/die gruenen",
    "gruenen": "buendnis 90/die gruenen", "buendnis 90": "buendnis 90/die gruenen",
    "linken": "linke", "linkspartei": "linke", "die zeit": "zeit", "al-dschasira": "al jazeera",
}  # fmt: skip
"""abbreviations and other names that articles use without saying what they stand for"""
