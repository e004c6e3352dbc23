"""The component that puts separated verb particles back: "teilte ... mit" has the lemma "mitteilen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from newsreader.analysis.embedded.native import TAG, columns
from newsreader.analysis.embedded.runtime import pipeline_lexicon

if TYPE_CHECKING:
    from newsreader.analysis.embedded.lexicon import Lexicon

_VERBS = frozenset({"VVFIN", "VVIMP", "VAFIN", "VMFIN"})
PARTICLES = frozenset(
    [
        "ab",
        "an",
        "auf",
        "aus",
        "bei",
        "da",
        "daran",
        "darauf",
        "davon",
        "dazu",
        "dar",
        "dagegen",
        "daneben",
        "durch",
        "ein",
        "entgegen",
        "entlang",
        "fehl",
        "fern",
        "fest",
        "fort",
        "frei",
        "gegenüber",
        "gleich",
        "gut",
        "heim",
        "her",
        "herab",
        "heran",
        "herauf",
        "heraus",
        "herbei",
        "herein",
        "hernieder",
        "herüber",
        "herum",
        "herunter",
        "hervor",
        "hin",
        "hinab",
        "hinan",
        "hinauf",
        "hinaus",
        "hinein",
        "hinter",
        "hinüber",
        "hinunter",
        "hinweg",
        "hinzu",
        "hoch",
        "inne",
        "klar",
        "kund",
        "leid",
        "los",
        "mit",
        "nach",
        "nahe",
        "nieder",
        "offen",
        "preis",
        "ran",
        "raus",
        "rein",
        "rüber",
        "rum",
        "runter",
        "sicher",
        "statt",
        "still",
        "teil",
        "tot",
        "um",
        "umher",
        "unter",
        "voll",
        "vor",
        "voran",
        "voraus",
        "vorbei",
        "vorher",
        "vorüber",
        "vorweg",
        "weg",
        "weiter",
        "wett",
        "wieder",
        "wohl",
        "zu",
        "zufrieden",
        "zugute",
        "zurecht",
        "zurück",
        "zusammen",
        "zuvor",
        "übel",
        "über",
        "überein",
        "übrig",
        "bereit",
        "bekannt",
        "wahr",
        "bloß",
        "krank",
        "fertig",
    ]
)


@Language.factory("newsreader_particles", assigns=["token.lemma"], requires=["token.tag", "token.lemma"])
def create_particles(nlp: Language, name: str) -> Particles:
    """The factory of the component."""
    return Particles(nlp, name)


class Particles:
    """A component that completes `token.lemma` of a finite verb whose particle (PTKVZ) stands apart."""

    def __init__(self, nlp: Language, name: str = "newsreader_particles") -> None:
        """Args:
        nlp: the pipeline; its lexicon, where it has one, says which verbs there are.
        name: the component's name in its pipeline.
        """
        self.nlp = nlp
        self.name = name
        if not Token.has_extension("particle"):
            Token.set_extension("particle", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Completes the lemmas of a document's verbs; `token._.particle` of such a verb is its particle's number."""
        lexicon = pipeline_lexicon(self.nlp)
        for i in np.flatnonzero(columns(doc, [TAG])[:, 0] == doc.vocab.strings["PTKVZ"]).tolist():
            token = doc[i]
            if token.tag_ == "PTKVZ":
                verb = self._verb(token, lexicon)
                if verb is not None:
                    verb.lemma_ = token.lower_ + verb.lemma_
                    verb._.particle = token.i
        return doc

    def _verb(self, particle: Token, lexicon: Lexicon | None) -> Token | None:
        """The verb that a particle belongs to: the nearest finite verb before it in its sentence that has none yet.

        Where the dictionary knows only one of the verbs of the sentence together with the particle, it is that one.
        """
        doc = particle.doc
        first = particle.i
        while first > 0 and not doc[first].is_sent_start:
            first -= 1
        before = [
            token for token in reversed(doc[first : particle.i]) if token.tag_ in _VERBS and token._.particle is None
        ]
        known = [t for t in before if lexicon is not None and lexicon.readings(particle.lower_ + t.lemma_)]
        if lexicon is not None and not known and lexicon.readings(particle.lower_) and particle.lower_ not in PARTICLES:
            return None
        # An auxiliary or modal has a particle only where the dictionary knows the two together ("hatte ... vor").
        likely = [t for t in before if t.tag_ in ("VVFIN", "VVIMP")]
        for token in known or likely[:1]:
            return token
        following = next((t for t in doc[particle.i + 1 : particle.i + 3] if t.tag_ in _VERBS), None)
        if following is not None and particle.is_sent_start:
            # "Hinzu kommt, dass ..."
            return following
        return None
