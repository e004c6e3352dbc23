"""What became of the annotations in a text that has changed, as paragraphs of the changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.anchoring.places import Method
from newsreader.ui.annotating.listing import about, quoted
from newsreader.ui.comparing.model import Paragraph, Part, Run, Tone

if TYPE_CHECKING:
    from newsreader.annotations.notebook import Notebook
    from newsreader.phrases import Phrases

SIGN = "✎"


def noted(book: Notebook, phrases: Phrases) -> Part:
    """How many annotations were placed anew, and each that has no sure place any more.

    Args:
        book: the annotations of the article as it is now.
        phrases: the language.
    """
    placed = [book.placed(one.id) for one in book.annotations]
    moved = sum(one is not None and one.method is not Method.SAME for one in placed)
    told = [phrases.count("changes.notes.placed", moved)] if moved else []
    told += [phrases.count("changes.notes.lost", len(book.orphans))] if book.orphans else []
    paragraphs = []
    for one in book.orphans:
        said = about(one, phrases)
        words = (Run(quoted(one), Tone.DROPPED), Run(f"  {said}" if said else "", Tone.QUIET))
        paragraphs.append(Paragraph(words, sign=SIGN, tone=Tone.CHANGED, stop=True))
    return Part("notes", ", ".join(told), tuple(paragraphs))
