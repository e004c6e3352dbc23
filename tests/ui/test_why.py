"""Every construction that finds statements can be explained in both languages."""

from __future__ import annotations

import re

import pytest

from newsreader.analysis.components.statements.confidence import RULES
from newsreader.phrases import Language, Phrases


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("rule", RULES)
def test_each_part_of_a_construction_has_a_phrase(language: Language, rule: str) -> None:
    phrases = Phrases(language)
    for part in rule.split(", "):
        assert phrases(f"ui.why.rule.{re.sub(r'[^a-z]+', '_', part.lower())}")
