"""A question above an answer that names its speaker belongs to an interview and heads nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.article import read
from newsreader.article.model import BlockKind

if TYPE_CHECKING:
    from pathlib import Path

ANSWER = "Weil es kurzfristig teurer aussieht, und weil niemand gern als Erster zahlt, wenn alle etwas davon haben."


def kinds(folder: Path, answer: str) -> list[BlockKind]:
    path = folder / "gespraech.txt"
    path.write_text(f"Gespräch über das Klima\n\n{ANSWER}\n\nUnd warum geschieht dann so wenig?\n\n{answer}\n", "utf-8")
    return [block.kind for block in read(str(path)).blocks]


def test_a_question_answered_by_a_named_speaker_is_no_heading(tmp_path: Path) -> None:
    assert BlockKind.HEADING not in kinds(tmp_path, f"Neubert: {ANSWER}")


def test_a_question_above_narration_is_a_heading(tmp_path: Path) -> None:
    assert BlockKind.HEADING in kinds(tmp_path, ANSWER)
