"""What has changed as paragraphs of runs of words, beside each other or in one column; nothing of Textual yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.library.changes.model import Role, RowKind
from newsreader.library.changes.telling import counted, fact, rewording, run, words
from newsreader.ui.comparing.model import Paragraph, Part, Run, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.analysis.result import Statement
    from newsreader.article.model import Article, Span
    from newsreader.library.changes.model import Changes, Row, StatementChange
    from newsreader.phrases import Phrases
    from newsreader.ui.comparing.model import Runs, Way


SIGNS = {
    RowKind.SAME: ("", Tone.QUIET),
    RowKind.CHANGED: ("~", Tone.CHANGED),
    RowKind.ADDED: ("+", Tone.ADDED),
    RowKind.DROPPED: ("-", Tone.GONE),
    RowKind.MOVED: (">", Tone.MOVED),
    RowKind.LEFT: ("<", Tone.MOVED),
}

MARKS = {Tone.DROPPED_WORDS: ("[-", "-]"), Tone.ADDED_WORDS: ("{+", "+}")}
"""what stands around words where there are no colours, as wdiff has it"""

CONTEXT = 1
"""sentences that are shown before and after one that has changed"""


def paragraphs(changes: Changes, phrases: Phrases, way: Way, notes: Part | None = None) -> list[Paragraph]:
    """All that has changed: what is told about the article, its sections, statements and sentences.

    Args:
        changes: the changes.
        phrases: the language of what is said about them.
        way: how they are set.
        notes: what became of the annotations, None where that is not known.
    """
    setter = Setter(changes, phrases, way)
    statements, sentences = list(setter.statements()), list(setter.sentences())
    parts = [
        Part("facts", "", list(setter.facts())),
        Part("sections", "", list(setter.sections())),
        Part("statements", setter.kept() if statements else "", statements),
        *([notes] if notes is not None else []),
        Part("text", counted(changes, phrases) if sentences else "", sentences),
    ]
    found: list[Paragraph] = []
    for part in parts:
        if part.more or part.paragraphs:
            more = (Run(f"   {part.more}", Tone.QUIET),) if part.more else ()
            heading = Run(phrases(f"changes.heading.{part.name}"), Tone.HEADING)
            found.append(Paragraph((heading, *more), space=bool(found)))
            found += part.paragraphs
    return found


class Setter:
    """Sets the changes of one comparison.

    Args:
        changes: the changes.
        phrases: the language.
        way: how they are set.
    """

    def __init__(self, changes: Changes, phrases: Phrases, way: Way) -> None:
        self._changes = changes
        self._phrases = phrases
        self._way = way

    def facts(self) -> Iterator[Paragraph]:
        """What is told about the article and is not the same."""
        for one in self._changes.facts:
            name = self._phrases(f"changes.fact.{one.name}")
            old, new = (fact(value, self._phrases) for value in (one.old, one.new))
            words = (Run(f"{name}: "), self._marked(old, Tone.DROPPED_WORDS), Run(" → "))
            yield Paragraph((*words, self._marked(new, Tone.ADDED_WORDS)), sign="~", tone=Tone.CHANGED)

    def sections(self) -> Iterator[Paragraph]:
        """Sections that were added, dropped or renamed."""
        for one in self._changes.sections:
            if one.old is None or one.new is None:
                sign, tone = SIGNS[RowKind.ADDED if one.old is None else RowKind.DROPPED]
                yield Paragraph((Run(one.old or one.new or "", tone),), sign=sign, tone=tone)
            else:
                words = (self._marked(one.old, Tone.DROPPED_WORDS), Run(" → "))
                yield Paragraph((*words, self._marked(one.new, Tone.ADDED_WORDS)), sign="~", tone=Tone.CHANGED)

    def kept(self) -> str:
        """How many statements are the same."""
        kept = len(self._changes.statements or ()) - len(self._changes.changed_statements)
        return self._phrases.count("changes.count.kept", kept) if kept else ""

    def statements(self) -> Iterator[Paragraph]:
        """Statements that are not the same."""
        for change in self._changes.changed_statements:
            what = ", ".join(self._phrases(f"changes.statement.{name}") for name in change.what)
            place = change.new.spans[0].start if change.new else None
            if change.old is None or change.new is None:
                new = change.old is None
                sign, tone = SIGNS[RowKind.ADDED if new else RowKind.DROPPED]
                said = self._said(change, new=new)
                yield Paragraph((Run(f"{what} · ", tone), *said), None, sign, tone, stop=True, place=place)
            else:
                runs = (Run(f"{what} · ", Tone.CHANGED), *self._changed(change, change.old, change.new))
                yield Paragraph(runs, None, "~", Tone.CHANGED, stop=True, place=place)

    def sentences(self) -> Iterator[Paragraph]:
        """The sentences: those that are not the same with those beside them, or all."""
        rows = self._changes.rows
        shown = set(range(len(rows))) if self._way.whole else _near(rows)
        if not any(row.kind is not RowKind.SAME for row in rows) and not self._way.whole:
            return
        hidden, place = 0, 0
        before: RowKind | None = None
        for number, row in enumerate(rows):
            place = row.new.start if row.new else place
            if number not in shown:
                hidden += 1
                continue
            if hidden:
                yield self._folded(hidden)
                hidden = 0
            yield self._sentence(row, place, again=row.kind is before)
            before = row.kind
        if hidden:
            yield self._folded(hidden)

    def _folded(self, number: int) -> Paragraph:
        return Paragraph((Run(f"… {self._phrases.count('changes.unchanged', number)}", Tone.QUIET),), space=True)

    def _sentence(self, row: Row, place: int, *, again: bool) -> Paragraph:
        """A sentence.

        Args:
            row: the sentence.
            place: where it belongs in the newer text.
            again: whether the sentence before has had the same fate, so that it need not be said again.
        """
        sign, tone = SIGNS[row.kind]
        stop = row.kind not in (RowKind.SAME, RowKind.LEFT)
        note = () if again else self._note(row)
        left, right = self._beside(row, note) if self._way.beside else ((*note, *self._unified(row)), None)
        return Paragraph(left, right, sign, tone, stop, row.opens, place, row.old)

    def _unified(self, row: Row) -> Runs:
        old, new = self._changes.old, self._changes.new
        if row.pieces:
            runs = [self._piece(piece.old, piece.new) for piece in row.pieces]
            return tuple(_apart(runs))
        article, span = (old, row.old) if row.new is None else (new, row.new)
        assert span is not None
        return (Run(_one_line(span, article), self._tone(row)),)

    def _piece(self, old: Span | None, new: Span | None) -> Run:
        if new is None:
            assert old is not None
            return self._marked(run(old, self._changes.old), Tone.DROPPED_WORDS)
        text = run(new, self._changes.new)
        return self._marked(text, Tone.ADDED_WORDS) if old is None else Run(text)

    def _beside(self, row: Row, note: Runs) -> tuple[Runs, Runs]:
        """The older wording and the newer one; of a sentence that was moved, the one in whose place it stands."""
        old, new = self._changes.old, self._changes.new
        if row.pieces and row.kind is not RowKind.MOVED:
            left = (self._piece(piece.old, piece.new) for piece in row.pieces if piece.old)
            right = (self._piece(piece.old, piece.new) for piece in row.pieces if piece.new)
            return tuple(left), tuple(right)
        if row.kind is RowKind.MOVED:
            return (), (*note, *self._unified(row))
        one = (Run(_one_line(row.old, old), self._tone(row)),) if row.old else ()
        other = (Run(_one_line(row.new, new), self._tone(row)),) if row.new else ()
        return (*note, *one), other

    def _note(self, row: Row) -> Runs:
        """That a sentence was moved, here or away from here."""
        if row.kind not in (RowKind.MOVED, RowKind.LEFT):
            return ()
        name = "moved" if row.kind is RowKind.MOVED else "left"
        return (Run(f"({self._phrases(f'changes.{name}')}) ", Tone.MOVED),)

    def _tone(self, row: Row) -> Tone:
        """How the words of a sentence look that is in one version, or the same in both."""
        if row.kind is RowKind.SAME:
            whole = self._way.whole
            return Tone.HEADING if row.role in (Role.HEADING, Role.TITLE) else Tone.PLAIN if whole else Tone.QUIET
        return {RowKind.ADDED: Tone.ADDED, RowKind.DROPPED: Tone.DROPPED, RowKind.LEFT: Tone.QUIET}.get(
            row.kind, Tone.PLAIN
        )

    def _said(self, change: StatementChange, *, new: bool) -> Runs:
        """Who said what and how, in one of the versions."""
        statement, who = (change.new, change.new_speaker) if new else (change.old, change.old_speaker)
        article = self._changes.new if new else self._changes.old
        assert statement is not None
        how = self._phrases(f"export.kind.{statement.kind}")
        name = who or self._phrases("changes.nobody")
        return Run(name, Tone.HEADING), Run(f" ({how}): ", Tone.QUIET), Run(words(statement, article))

    def _changed(self, change: StatementChange, old: Statement, new: Statement) -> Iterator[Run]:
        """Who said what and how, with what is not the same marked."""
        nobody = self._phrases("changes.nobody")
        one, other = change.old_speaker or nobody, change.new_speaker or nobody
        if change.speaker:
            yield from (self._marked(one, Tone.DROPPED_WORDS), Run(" "), self._marked(other, Tone.ADDED_WORDS))
        else:
            yield Run(other, Tone.HEADING)
        before, after = (self._phrases(f"export.kind.{statement.kind}") for statement in (old, new))
        if change.kind:
            yield from (Run(" ("), self._marked(before, Tone.DROPPED_WORDS), Run(" "))
            yield from (self._marked(after, Tone.ADDED_WORDS), Run("): "))
        else:
            yield Run(f" ({after}): ", Tone.QUIET)
        runs: list[Run] = []
        for was, now in rewording(change, self._changes):
            if now is None:
                runs.append(self._marked(was or "", Tone.DROPPED_WORDS))
            else:
                runs.append(self._marked(now, Tone.ADDED_WORDS) if was is None else Run(now))
        yield from _apart(runs)

    def _marked(self, text: str, tone: Tone) -> Run:
        before, after = MARKS[tone] if self._way.marks else ("", "")
        return Run(f"{before}{text}{after}", tone)


def _apart(runs: list[Run]) -> Iterator[Run]:
    """Runs with a blank between words that were dropped and those that have come in their place."""
    before = Run("")
    for one in runs:
        replaced = before.tone is Tone.DROPPED_WORDS and one.tone is Tone.ADDED_WORDS
        if replaced and not before.text[-1:].isspace() and not one.text[:1].isspace():
            yield Run(" ")
        yield one
        before = one


def _near(rows: Sequence[Row]) -> set[int]:
    """The rows that have changed, those beside them, and the headings under which they stand."""
    shown: set[int] = set()
    heading: int | None = None
    for number, row in enumerate(rows):
        if row.role is Role.HEADING:
            heading = number
        if row.kind is not RowKind.SAME:
            shown.update(range(max(0, number - CONTEXT), min(len(rows), number + CONTEXT + 1)))
            shown.update([] if heading is None else [heading])
    return shown


def _one_line(span: Span, article: Article) -> str:
    return " ".join(span.of(article.text).split())
