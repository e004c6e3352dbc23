"""The component `newsreader_statements`: who says what, found by constructions over tags, morphology and lemmas.

It needs tags of the STTS family, as the embedded and the official German pipelines give them; lemmas, morphology,
sentence bounds and entities are used where they are there. Its result is `doc._.statements`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from newsreader.analysis.components import extensions
from newsreader.analysis.components.statements import finder, reading, words
from newsreader.analysis.components.statements.results import results

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from newsreader.analysis.result import Statement


def statements(doc: Doc) -> tuple[Statement, ...]:
    """The statements of a document, in order of appearance.

    Args:
        doc: a document with STTS tags.
    """
    text = doc.text  # made anew each time that it is asked for
    columns = words.of(doc, text)
    return results(columns, finder.find(reading.read(columns, text)))


def find_statements(doc: Doc) -> Doc:
    """Set `doc._.statements`."""
    doc._.statements = statements(doc)
    return doc


@Language.factory("newsreader_statements", requires=["token.tag"], assigns=["doc._.statements"])
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component; it stands behind what tags words and finds sentences and entities."""
    extensions.register()
    return find_statements
