"""Where sentences begin."""

from __future__ import annotations

import pytest
from spacy.vocab import Vocab

from newsreader.analysis.embedded.sentences import SentenceSplitter, sentence_starts
from newsreader.analysis.embedded.tokenizer import GermanTokenizer

TOKENIZER = GermanTokenizer(Vocab())


def marked(text: str) -> str:
    """The text with a bar where sentences begin, but for the first."""
    words, blanks = TOKENIZER.split(text)
    starts = sentence_starts(words, blanks)
    pieces = [
        ("|" if start and i else "") + word + " " * blank
        for i, (word, blank, start) in enumerate(zip(words, blanks, starts, strict=True))
    ]
    return "".join(pieces)


@pytest.mark.parametrize(
    "expected",
    [
        "„Das geht nicht. |Wir warten.“, sagte er. |Danach ging er.",
        '"Das geht nicht", sagte er. |"Wir warten." |Dann kam sie.',
        "»Kommen Sie?«, fragte er. |»Nein!« rief sie. |»Doch.« |Er ging.",
        "Am 3. Mai kam er. |Es war der 26. |Danach war Ruhe.",
        "Das kostet 3,5 Mio. Euro. |Prof. Dr. Müller kam.",
        "Er ist z. B. in St. Gallen bzw. Bern usw. |Dort ist es schön.",
        "Überschrift ohne Punkt\n\n|Text beginnt hier. |Noch einer.\n\n|Ende",
        "Liste:\n|- Punkt eins\n|- Punkt zwei",
        "Hart umbrochene\nZeilen gehen\nweiter. |Neuer\nSatz hier.",
        "Was nun? |Niemand weiß es ... |Oder doch? |Ja!",
        "gesagt.|Danach kam er.",
        "Er sagte: „Ich gehe. |Du bleibst.“ |Sie blieb.",
        "Er sagte, „die Lage ist ernst.“ |Aber er lachte.",
        "Sie sagt Nein. |(Das ist klar.) |Die SPD auch.",
        "Das Spiel endete 3:1. |2010 war das anders.",
        "Friedrich II. war König. |Karl V. |Er starb.",
        "„Alles!“, ruft sie. |„Wirklich?“ |– „Ja.“",
        "Sie lebt in den U.S.A. |Er nicht.",
        "Laut § 3 Abs. 2 S. 1 gilt das.",
        "'Das geht nicht.' |Er lachte. |'Nein!'",
    ],
)
def test_sentences(expected: str) -> None:
    assert marked(expected.replace("|", "")) == expected


def test_an_empty_document() -> None:
    assert len(SentenceSplitter()(TOKENIZER(""))) == 0


@pytest.mark.parametrize("text", ["\n\n", ".", '"', "...", "„“", " \n \n. \n\n"])
def test_nothing_but_signs(text: str) -> None:
    assert SentenceSplitter()(TOKENIZER(text)).text == text
