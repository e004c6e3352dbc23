"""The figures of a finished pipeline: what `meta.json` says and the benchmark prints."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

from newsreader.analysis.training.scores import Names, name_scores

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language

    from newsreader.analysis.training.corpora import Sample


def names(nlp: Language, samples: list[Sample]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each kind of name, on running text."""
    docs = nlp.pipe([sample.text for sample in samples])
    found: list[Names] = [{(e.start_char, e.end_char, e.label_) for e in doc.ents} for doc in docs]
    return name_scores(samples, found)


def tags(nlp: Language, samples: Iterable[Sample]) -> dict[str, float]:
    """Shares of tokens that are right, in percent, and precision and recall of Konjunktiv forms.

    The treebanks' tokens are taken as they are; a contraction ("am") is one token with the tag APPRART. Lemmas of
    finite verbs whose particle stands apart are measured twice: `lemma` without it, as UD German-GSD writes them,
    `full_lemma` with it.
    """
    right, total, moods = Counter[str](), Counter[str](), Counter[tuple[bool, bool]]()

    def note(key: str, good: bool) -> None:
        total[key] += 1
        right[key] += good

    for sample in samples:
        doc = nlp(Doc(nlp.vocab, words=sample.words))
        for i, token in enumerate(doc):
            if gold := sample.labels["stts"][i]:
                note("stts", token.tag_ == gold)
            note("upos", token.pos_ == sample.labels["upos"][i])
            for task in ("Case", "Number", "Person"):
                if (value := sample.labels[task][i]) != "-" and token.pos_ not in ("ADP", "NUM"):
                    note(task.lower(), value in token.morph.get(task, []))
            if sample.lemmas is not None:
                _note_lemma(note, sample, doc, i)
            if sample.moods is not None and sample.moods[i] is not None:
                moods[sample.moods[i] == "Sub", token.morph.get("Mood", []) == ["Sub"]] += 1
    result = {key: 100 * right[key] / total[key] for key in total}
    both = moods[True, True]
    result["konjunktiv_p"] = 100 * both / max(1, both + moods[False, True])
    result["konjunktiv_r"] = 100 * both / max(1, both + moods[True, False])
    result["tokens"] = float(total["upos"])
    return result


def _note_lemma(note: Any, sample: Sample, doc: Doc, i: int) -> None:
    assert sample.lemmas is not None
    found, gold = doc[i].lemma_, sample.lemmas[i]
    particle = doc[i]._.particle
    note("lemma", (found if particle is None else found[len(doc[particle].text) :]) == gold)
    own = next((p for p, verb in sample.particles.items() if verb == i), None)
    note("full_lemma", found == (gold if own is None else sample.words[own].lower() + gold))
