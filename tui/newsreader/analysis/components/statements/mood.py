"""Whether a finite verb stands in the Konjunktiv, by its form first and by the pipeline's morphology second.

News tells of third persons, so that a form such as `habe` or `komme`, which could be a first person of the indicative,
is taken as Konjunktiv unless "ich" stands next to it.
"""

from __future__ import annotations

from newsreader.analysis.components.statements.wordlist import listed

CLOSED = listed(
    """
    sei seien seiest wäre wären wärest habe habest hätte hätten hättest werde würde würden würdest könne könnte
    könnten müsse müsste müssten müßte müßten dürfe dürfte dürften möge solle wolle wisse wüsste wüssten bräuchte
    bräuchten brauchte käme kämen gäbe gäben ginge gingen ließe ließen läge lägen nähme nähmen stünde stünden
    stände ständen fände fänden hielte hielten bliebe blieben täte täten sähe sähen spräche sprächen träte träten
    träfe träfen trüge trügen verlöre verlören zöge zögen schlüge schlügen bräche brächen brächte brächten dächte
    dächten hinge hingen fiele fielen liefe liefen stiege stiegen wüchse wüchsen würfe würfen hülfe hülfen gewönne
    gewönnen begänne begännen gälte gälten schiene schienen verstünde verstünden entspräche entsprächen bestünde
    bestünden erhielte erhielten entstünde entstünden befände befänden böte böten flöge flögen schlösse schlössen
    """
) - listed(
    """
    brauchte brauchten gingen ließen hielten blieben hingen fielen liefen stiegen schienen erhielten
    """
)
"""forms of irregular verbs that are Konjunktiv only, or nearly so in the third person"""
SWISS = frozenset(form.replace("ß", "ss") for form in CLOSED if "ß" in form)


def may_be_first_person(low: str) -> bool:
    """Whether a form of the Konjunktiv is as well the indicative of the first person: "habe", "komme", not "sei"."""
    return low in ("habe", "werde") or (low.endswith("e") and low not in CLOSED and low not in SWISS)


def subjunctive(low: str, lemma: str, mood: str) -> bool:
    """Whether a finite verb is Konjunktiv.

    Args:
        low: the verb in lower case.
        lemma: its base form, "" if unknown.
        mood: the pipeline's value of the feature Mood, "" if it gives none.
    """
    if low in CLOSED or low in SWISS:
        return True
    if len(low) > 3 and low.endswith("e") and lemma:
        # Konjunktiv I of the third person is the stem of the infinitive with -e: "komme", "arbeite", "wandle".
        infinitive = lemma.lower()
        if infinitive.endswith(low + "n") or (infinitive.endswith("eln") and infinitive.endswith(low[:-2] + "eln")):
            return True
        if mood == "Sub" and low.endswith("te"):
            return False
    return mood == "Sub" and not low.endswith(("ten", "test", "t"))
