"""What a reader must know of the open article, which stands below the text as long as it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.phrases import Phrases
    from newsreader.ui.screens.reader import ReaderScreen

REMARK = "±"
WARNING, NEWS = ("▲", "$warning"), ("›", "bold $accent")
"""what stands before a notice and its colour: something may be missing, or it is only said where the text is from"""


class Standing(Static):
    """Lines such as that a publisher sells the article and only its beginning is here.

    Args:
        notices: keys of phrases.
        remarks: sentences that are said as they are.
        phrases: what the keys say.
        again: the key that reads the article again from its source.
    """

    def __init__(self, notices: Sequence[str], remarks: Sequence[str], phrases: Phrases, again: str) -> None:
        super().__init__()
        self._again = again
        self.notices = notices
        self.remarks = remarks
        self.speak(phrases)

    def speak(self, phrases: Phrases) -> None:
        """Say it in a language."""
        lines = []
        for notice in self.notices:
            kept = notice == "library.as_kept"
            said = f"{phrases(notice)} {phrases('ui.standing.again', key=self._again)}" if kept else phrases(notice)
            lines.append(Content.assemble(NEWS if kept else WARNING, " ", said))
        lines += [Content.assemble((f"{REMARK} ", "$accent"), remark) for remark in self.remarks]
        self.update(Content("\n").join(lines))


def stand(reader: ReaderScreen, notices: Sequence[str], remarks: Sequence[str] = ()) -> None:
    """Let notices stand on the reader's screen in the place of those of the article before.

    Args:
        notices: keys of phrases.
        remarks: sentences that are said as they are; nothing of both takes away what stands there.
    """
    for old in reader.query(Standing):
        old.remove()
    if notices or remarks:
        again = reader.keymap.label("read_again", first=True)
        reader.mount(Standing(notices, remarks, reader.phrases, again), before=reader.status)
