"""Stamps: the lines that tell when an article was published or last updated."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article.model import Span
from newsreader.article.newsroom import bylines, moments, shapes

if TYPE_CHECKING:
    from datetime import datetime


class Rank(IntEnum):
    """What a moment tells; the lowest is the one that an article is dated by."""

    PUBLISHED = 0
    UNSAID = 1
    UPDATED = 2


class Stamp(NamedTuple):
    """A line, or the end of one, that tells when an article was published.

    Attributes:
        start: offset in the line (code points) at which it begins.
        when: the moment it is to be dated by, None if it tells no complete date.
        rank: what that moment tells.
        labelled: whether a word such as "Stand" says what the moment is.
        timed: whether a time of day is told.
        author: the names in a byline that is part of it.
    """

    start: int
    when: datetime | None
    rank: Rank
    labelled: bool
    timed: bool
    author: str | None = None


_UPDATED = (
    r"stand|(?:zuletzt\s|letztmals\s)?(?:aktualisiert|geändert|bearbeitet)|aktualisierung|letzte[sr]?\s"
    r"(?:aktualisierung|änderung|update|stand)|update[d]?"
)
_PUBLISHED = (
    r"(?:erst(?:mals\s)?)?veröffentlicht|(?:erst)?veröffentlichung(?:sdatum)?|erscheinungsdatum|publiziert|published|erstellt|erstellungsdatum|erschienen|gesendet|"
    r"online\sseit|datum|(?:artikel|meldung|nachricht|bericht|beitrag|text)\svom|vom"
)
_LABEL = re.compile(
    rf"(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))\b(?:\s(?:am|um|vom)\b)?\s?:?\s{{0,3}}", re.IGNORECASE
)
_SEPARATOR = re.compile(r"[\s,;|·•/–—()\[\]-]{1,6}|(?:\s?und\s)")
_VAGUE = re.compile(r"\(?(?:stand|update|aktualisiert):\s\S.{0,38}", re.IGNORECASE)
_OPENING = re.compile(
    rf"(?<![^\W_])(?:(?:{_UPDATED}|{_PUBLISHED})\b|von\b|\d|(?:mo|di|mi|do|fr|sa|so)[a-z]{{0,8}}\b)", re.IGNORECASE
)
_PREPOSITION = re.compile(r"\b(?:am|ab|bis|vom|von|seit|zum|im|in|den|der|dem|des|um|nach|vor)\s*$", re.IGNORECASE)
_PARTING = " \t|·•–—-,;("
_LONGEST_LINE = 200
_LONGEST_TITLE = 400


# Compiled for the first line in which something follows a date.
@cache
def _trailer() -> re.Pattern[str]:
    return re.compile(
        rf"(?:lesezeit:?\s?)?(?:ca\.\s?)?\d{{1,3}}\s?min(?:\.|uten)?(?:\slesezeit)?|(?:quelle:\s?)?(?:{bylines.AGENCIES})\b",
        re.IGNORECASE,
    )


def read_stamp(line: str) -> Stamp | None:
    """The stamp that a whole line is ("Stand: 13.07.2024 10:36 Uhr", "Von Anna Beck, 3. Mai 2024"), else None.

    Args:
        line: one line without white space around it.
    """
    if len(line) > _LONGEST_LINE:
        return None
    return _read(line, 0) or (Stamp(0, None, Rank.UPDATED, True, False) if _VAGUE.fullmatch(line) else None)


def is_labelled_stamp(line: str) -> bool:
    """Whether a line is a stamp that says of itself what it is, and so is one wherever it stands."""
    if len(line) > _LONGEST_LINE or not (_LABEL.match(line, 1 if line[:1] == "(" else 0) or line[:3].lower() == "von"):
        return False
    stamp = read_stamp(line)
    return stamp is not None and stamp.labelled


def trailing_stamp(line: str) -> Stamp | None:
    """The stamp at the end of a line that holds a title before it, else None.

    A stamp without a label must have both a date and a time, and no preposition before it, for "Das geschah am
    13.07.2024 um 10:36 Uhr" is a title as a whole; and so is "Die Bilanz vom 3. Mai 2024".

    Args:
        line: one line without white space around it.
    """
    if len(line) > _LONGEST_TITLE or read_stamp(line):
        return None
    for opening in _OPENING.finditer(line):
        start = opening.start()
        if start == 0 or line[start].islower() or line.startswith("Vom", start):
            continue
        if (stamp := _read(line, start)) is None or stamp.when is None:
            continue
        dated = stamp.timed and not _PREPOSITION.search(line, 0, start)
        return stamp if stamp.labelled or dated else None
    return None


def split_title(text: str, line: Span) -> tuple[Span, Span] | None:
    """Cuts a line that holds a title and a stamp behind it in two, None if it does not.

    Args:
        text: the article's text.
        line: where the line stands, code points.

    Returns:
        Where the title and where the stamp stands; a sign that parts them ("|") belongs to the stamp.
    """
    if line.end - line.start > _LONGEST_TITLE or (stamp := trailing_stamp(line.of(text))) is None:
        return None
    title = line.of(text)[: stamp.start].rstrip(_PARTING)
    if not shapes.is_visible(title):
        return None
    behind = line.start + len(title)
    gap = text[behind : line.start + stamp.start]
    return Span(line.start, behind), Span(behind + len(gap) - len(gap.lstrip()), line.end)


def stamp_of(text: str, block: Span) -> Stamp | None:
    """The stamp that a block is, whatever sign parts it from a title before it."""
    if block.end - block.start > _LONGEST_LINE:
        return None
    return read_stamp(" ".join(block.of(text).split()).strip(_PARTING))


def _read(line: str, start: int) -> Stamp | None:
    """The stamp that a line is from an offset to its end."""
    scan = _Scan(line, start)
    while scan.at < len(line):
        if not scan.step():
            return None
    return scan.stamp(start)


class _Scan:
    """Reads the parts of a stamp from left to right."""

    def __init__(self, line: str, start: int) -> None:
        self.line = line
        self.author: str | None = None
        self.labelled = False
        self.timed = False
        self.best: tuple[Rank, datetime] | None = None
        self._rank = Rank.UNSAID
        self.at = start
        if self._byline():
            self.labelled = True

    def step(self) -> bool:
        """Takes one part; whether there was one."""
        line = self.line
        if label := _LABEL.match(line, self.at):
            self.labelled = True
            self._rank = Rank.UPDATED if label["updated"] else Rank.PUBLISHED
            self.at = label.end()
        elif moment := moments.moment_at(line, self.at):
            found = (self._rank, moment.when)
            if self.best is None or found[0] < self.best[0]:
                self.best = found
                self.timed = moment.clock is not None
            self.at = moment.end
        elif clock := moments.clock_at(line, self.at):
            self.at = clock[1]
        elif self._byline():
            pass
        elif part := _SEPARATOR.match(line, self.at) or (_trailer().match(line, self.at) if self.best else None):
            self.at = part.end()
        else:
            return False
        return True

    def _byline(self) -> bool:
        """Takes a byline; whether there was one. A second one is none."""
        end = 0 if self.author else bylines.byline_end(self.line[self.at :])
        if end:
            self.author = bylines.authors(self.line[self.at : self.at + end])
            self.at += end
        return end > 0

    def stamp(self, start: int) -> Stamp | None:
        """What was read, None if it held no date."""
        if self.best is None:
            return None
        return Stamp(start, self.best[1], self.best[0], self.labelled, self.timed, self.author)
