"""The encoder's table of the forms that were met last."""

from __future__ import annotations

import numpy as np

from newsreader.analysis.embedded import load
from newsreader.analysis.embedded.encoder import Encoder

SENTENCES = [
    "Der Minister sprach in Berlin.",
    "Die Gewerkschaft lehnte das Angebot am Freitag ab.",
    "Der Minister lehnte das ab.",
    "In Hamburg begann der Prozess gegen den früheren Landrat, der alle Vorwürfe bestritt und schwieg.",
    "Die Gewerkschaft sprach in Berlin.",
]


def test_forms_that_lose_their_place_are_encoded_the_same_again() -> None:
    nlp = load()
    encoder = nlp.get_pipe("newsreader_encoder")
    assert isinstance(encoder, Encoder)
    docs = list(nlp.pipe(SENTENCES, disable=[name for name in nlp.pipe_names if name != "newsreader_sentences"]))
    expected = [encoder.predict([doc])[0] for doc in docs]
    encoder._places.clear()
    encoder._rows = encoder._rows[:10].copy()
    for _ in range(2):
        for doc, tensor in zip(docs, expected, strict=True):
            np.testing.assert_allclose(encoder.predict([doc])[0], tensor, atol=1e-5)
            assert sorted(encoder._places.values()) == list(range(len(encoder._places)))
    # The longest sentence has more forms than there was room for.
    assert 10 < len(encoder._rows) < 20
