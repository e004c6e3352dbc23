"""Tiny corpora in the formats of the real ones."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

CONLLU = """\
# text = Er kam am Montag an.
1	Er	er	PRON	PPER	Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs	2	nsubj	_	_
2	kam	kommen	VERB	VVFIN	Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin	0	root	_	_
3-4	am	_	_	_	_	_	_	_	_
3	an	an	ADP	APPR	_	5	case	_	_
4	dem	der	DET	ART	Case=Dat|Gender=Masc|Number=Sing	5	det	_	_
5	Montag	Montag	NOUN	NN	Case=Dat|Gender=Masc|Number=Sing	2	obl	_	_
6	an	an	ADP	PTKVZ	_	2	compound:prt	_	SpaceAfter=No
7	.	.	PUNCT	$.	_	2	punct	_	_

# text = Sie habe Zeit.
1	Sie	sie	PRON	PPER	Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs	2	nsubj	_	_
2	habe	haben	VERB	VAFIN	Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin	0	root	_	_
3	Zeit	Zeit	NOUN	NN	Case=Acc|Gender=Fem|Number=Sing	2	obj	_	SpaceAfter=No
4	.	.	PUNCT	$.	_	2	punct	_	_

"""
NAMES = """\
Olaf B-PER
Scholz I-PER
besuchte O
Berlin B-LOC
. O

Die O
SPD B-ORG
lobt O
den O
NATO-Gipfel B-ORGpart
. O

"""
FORMS = """\
kam	kommen	VER:3:SIN:PRT:NON
kam	kommen	VER:1:SIN:PRT:NON
habe	haben	VER:3:SIN:KJ1:NON
habe	haben	VER:1:SIN:PRÄ:NON
Zeit	Zeit	SUB:AKK:SIN:FEM
Zeit	Zeit	SUB:NOM:SIN:FEM
Montag	Montag	SUB:DAT:SIN:MAS
Gipfel	Gipfel	SUB:AKK:SIN:MAS
ankommen	ankommen	VER:INF:NON
lobt	loben	VER:3:SIN:PRÄ:SFT
"""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(text)


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder of corpora, each of a few sentences."""
    folder = tmp_path / "corpora"
    _write(folder / "ud" / "de_gsd-ud-dev.conllu.gz", CONLLU * 6)
    _write(folder / "ud" / "de_pud-ud-test.conllu.gz", CONLLU)
    _write(folder / "ud" / "de_hdt-part-1.conllu.gz", CONLLU)
    _write(
        folder / "ud" / "de_gsd-ud-train.pos.gz",
        "Er##PRON kam##VERB am##_ an##ADP dem##DET Montag##NOUN .##PUNCT\n" * 4,
    )
    _write(folder / "germeval14" / "train.iob2.gz", NAMES * 6)
    _write(folder / "germeval14" / "dev.iob2.gz", NAMES)
    _write(folder / "lexicon" / "german-pos-dict.tsv.gz", FORMS)
    _write(
        folder / "lexicon" / "eig.tsv.gz",
        "Olaf\tOlaf\tEIG:NOM:SIN:MAS:NOA:VOR\nBerlin\tBerlin\tEIG:NOM:SIN:NEU:NOA:STD\n",
    )
    _write(folder / "lexicon" / "personennamen.list.gz", "Scholz\n")
    _write(folder / "lexicon" / "stadtnamen.list.gz", "Berlin\n")
    _write(folder / "lexicon" / "laendernamen.list.gz", "Republik Zypern\nÄgypten\n")
    for name in (
        "klexikon_wikipedia_articles",
        "wikipedia_telekom_dpr_test",
        "bundestag_wp20_speeches",
        "commonvoice_de_cc0",
    ):
        _write(
            folder / "raw" / f"{name}.txt.gz",
            "Olaf Scholz besuchte am Montag die Stadt Berlin.\nDie SPD lobt ihn sehr.\n" * 3,
        )
    return folder
