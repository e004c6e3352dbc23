"""Imports all factories, so that spaCy knows them."""

from __future__ import annotations

from newsreader.analysis.embedded import (
    encoder,
    mentions,
    morphology,
    names,
    particles,
    phrases,
    sentences,
    tagger,
    tokenizer,
)

PIPELINE = (
    "newsreader_sentences",
    "newsreader_encoder",
    "newsreader_tagger",
    "newsreader_morphology",
    "newsreader_particles",
    "newsreader_names",
    "newsreader_mentions",
    "newsreader_noun_phrases",
)


def register() -> tuple[object, ...]:
    """The modules whose import registers the factories."""
    return encoder, mentions, morphology, names, particles, phrases, sentences, tagger, tokenizer
