"""Words that a pipeline forgets again."""

from __future__ import annotations

from newsreader.analysis.memory import PassingWords
from newsreader.analysis.pipeline import load
from newsreader.article.model import Article

LETTERS = "abcdefghij"


def _articles(number: int) -> list[Article]:
    """Articles of which each has words that no other has."""
    names = ["".join(LETTERS[int(digit)] for digit in f"{n:04}").title() for n in range(number)]
    text = '"Das {name}zentrum bleibt", sagte Minister Olaf {name}. {name}s Sprecher wies die Vorwürfe zurück.'
    return [Article(text.format(name=name), f"{name}.txt") for name in names]


def test_what_is_met_in_passing_is_forgotten_and_changes_no_analysis() -> None:
    articles = _articles(60)
    expected = list(load().analyse_many(articles))
    pipeline = load()
    strings = pipeline.nlp.vocab.strings
    before = len(strings)
    words = PassingWords(pipeline.nlp, limit=40)
    found, most = [], 0
    # Every article comes twice, the second time after its words were forgotten.
    for article in (*articles, *articles):
        found.append(pipeline.analyse(article))
        words.tidy()
        most = max(most, len(strings))
    assert found == [*expected, *expected]
    assert most < before + 150
    assert len(strings) > before
    words.close()
    assert articles[0].source.removesuffix(".txt") not in strings
    assert pipeline.analyse(articles[0]) == expected[0]
