"""Correcting a statement, or adding one: its kind, the words that name the speaker, the actor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widgets import Select

from newsreader.analysis.result import StatementKind
from newsreader.ui.dialogs.entity import NOBODY, SOMEBODY_NEW
from newsreader.ui.dialogs.form import Form
from newsreader.ui.widgets.article.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from newsreader.analysis.result import Actor
    from newsreader.article.model import Span
    from newsreader.phrases import Phrases


@dataclass(frozen=True, slots=True)
class StatementChosen:
    """What a statement shall be.

    Attributes:
        kind: how it is rendered.
        actor: id of an actor, `NOBODY` or `SOMEBODY_NEW`.
        speaker: the words that name the speaker, code points; None for none.
    """

    kind: StatementKind
    actor: str
    speaker: Span | None


class StatementDialog(Form[StatementChosen]):
    """The fields of a statement.

    Args:
        words: its beginning.
        now: as it is.
        actors: the actors to choose from.
        speakers: places that may name the speaker, with their words, that of `now` among them.
        phrases: what the dialog says.
        new: whether it is still to be made.
    """

    AUTO_FOCUS = "#kind"

    def __init__(
        self,
        words: str,
        now: StatementChosen,
        actors: Sequence[Actor],
        speakers: Sequence[tuple[str, Span]],
        phrases: Phrases,
        *,
        new: bool = False,
    ) -> None:
        super().__init__(phrases("ui.statement.title_new" if new else "ui.statement.title"), phrases)
        self._words = words
        self._now = now
        self._actors = actors
        self._spans = [span for _, span in speakers]
        self._speakers = speakers

    def compose(self) -> ComposeResult:
        """Kind, speaker, actor."""
        say, now = self._phrases, self._now
        kinds = [(f"{SIGNS[kind]} {say(f'ui.why.kind.{kind}')}", kind) for kind in StatementKind]
        actors = [(actor.name, actor.id) for actor in self._actors]
        beside = [(say("ui.entity.nobody"), NOBODY), (say("ui.entity.somebody_new"), SOMEBODY_NEW)]
        speakers = [(say("ui.statement.no_speaker"), -1)]
        speakers += [(words, number) for number, (words, _) in enumerate(self._speakers)]
        chosen = self._spans.index(now.speaker) if now.speaker in self._spans else -1
        yield self.box(
            self.words(self._words),
            self.field(say("ui.why.kind"), self.choice(kinds, now.kind, "kind")),
            self.field(say("ui.why.actor"), self.choice([*beside, *actors], now.actor, "actor")),
            self.field(say("ui.why.speaker"), self.choice(speakers, chosen, "speaker")),
            *self.actions(),
        )

    def result(self) -> StatementChosen:
        """What was chosen."""
        number = self.query_one("#speaker", Select).value
        speaker = self._spans[number] if isinstance(number, int) and number >= 0 else None
        kind = StatementKind(str(self.query_one("#kind", Select).value))
        return StatementChosen(kind, str(self.query_one("#actor", Select).value), speaker)
