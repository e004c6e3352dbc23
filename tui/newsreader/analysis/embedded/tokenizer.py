"""A tokenizer for German newspaper text that loses no character.

It is one pass of a regular expression over the text. Whether a full stop after a number or an abbreviation belongs to
the token is decided by what stands around it ("am 26. Juni" against "im Jahr 2026. Danach"), which a tokenizer that
looks at one blank-separated piece at a time cannot do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Doc
from spacy.util import registry

from newsreader.analysis.embedded import abbreviations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from spacy.language import Language
    from spacy.vocab import Vocab

# Combining marks, soft hyphens and zero-width joiners stand inside words: decomposed umlauts and invisible break
# points.
_MARK = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_L = rf"[^\W\d_{_MARK}]"
_W = rf"[\w{_MARK}]"
_EMOJI = "\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_TONE = "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]"

_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<address>https?://[^\s<>"„“”»«]*[^\s<>"„“”»«.,;:!?)\]'’]|www\.[^\s<>"„“”»«]*[^\s<>"„“”»«.,;:!?)\]'’]
      |[\w.+-]+@[\w-]+(?:\.[\w-]+)+
      |\w+(?:[-.]\w+)*\.(?:de|com|org|net|at|ch|eu|info|tv)(?:/[\w/.-]*\w)?(?!\w|\.\w)
      |[@\#]\w+(?:[._]\w+)*)
  | (?P<number>[+−-]?\d+(?:[.,:/–’']\d+)*(?:-?{_L}{_W}*(?:[-–/]{_W}+)*|(?:-{_W}+)+)?)(?P<ordinal>\.(?!\.))?
  | (?P<short>(?:{_L}{{1,2}}\.){{2,}}{_L}{{0,2}}(?!\w))
  | (?P<word>-?{_W}+(?:(?:[-‐‑–/'’*:&]|-/-)(?={_W}){_W}+|(?<=\w)\([a-zäöü]+\)(?=\w){_W}+)*(?:-(?![\w-]))?)
      (?P<stop>\.(?!\.))?
  | (?P<dots>\.{{2,}}|…)
  | (?P<quote>''|``|,,|<<|>>)
  | (?P<emoji>[\U0001f1e6-\U0001f1ff]{{2}}
      |[{_EMOJI}]{_TONE}*(?:\u200d[{_EMOJI}]{_TONE}*)*)
  | (?P<smile>[:;]-?[()DPp](?![\w]))
  | (?P<dash>--+|\*\*+|==+|__+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_NEXT = re.compile(rf"\s*[\"„“»«(\['‚]*({_W}*)")
_ROMAN = re.compile(r"[IVXLC]+\Z")
_CASED = re.compile(rf"{_L}+\Z")


class GermanTokenizer:
    """Turns a text into a `Doc` whose tokens and blanks together are that text."""

    def __init__(self, vocab: Vocab) -> None:
        """Args: vocab: the string store that tokens are kept in."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The tokens of a text, `"".join(token.text_with_ws)` of which is `text`."""
        words, spaces = self.split(text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def split(self, text: str) -> tuple[list[str], list[bool]]:
        """The tokens of a text and, for each, whether one blank follows it."""
        words: list[str] = []
        spaces: list[bool] = []
        position, size = 0, len(text)
        previous = ""
        while position < size:
            found = _TOKEN.match(text, position)
            assert found is not None  # the last alternative takes any character
            end = found.end()
            kind = found.lastgroup
            if kind in ("ordinal", "stop"):
                bare = found.start(kind)
                if not self._keeps_stop(text[position:bare], kind, previous, text, end):
                    end = bare
            elif kind == "short" and text[end : end + 1] == ".":
                end += 1
            elif kind == "space":
                # One blank belongs to the token before it; what is more is a token of its own.
                if words and text[position] == " ":
                    spaces[-1] = True
                    position += 1
                if position < end:
                    words.append(text[position:end])
                    spaces.append(False)
                position = end
                continue
            previous = text[position:end]
            words.append(previous)
            spaces.append(False)
            position = end
        return words, spaces

    def _keeps_stop(self, bare: str, kind: str, previous: str, text: str, end: int) -> bool:
        """Whether the full stop after a word or number is part of the token."""
        follower = _NEXT.match(text, end)
        after = follower.group(1) if follower is not None else ""
        attached = bool(text[end : end + 1].strip())
        if kind == "ordinal":
            if not bare.isdigit():
                return False
            if attached:
                return text[end] in "-–/)" and len(bare) <= 2 and text[end] != ")"
            if not after:
                return False
            if after in abbreviations.MONTHS or after[0].islower():
                return len(bare) <= 3 or after[0].islower()
            if after[0].isdigit() or len(bare) > 3:
                return after[0].isdigit() and len(bare) <= 2 and previous.lower() in abbreviations.BEFORE_ORDINAL
            if after in abbreviations.COUNTED:
                return True
            return previous.lower() in abbreviations.BEFORE_ORDINAL and after not in abbreviations.STARTERS
        if attached and text[end] not in ",;:)]-–“\"'»«/!?":
            # "gesagt.Danach" is two sentences without a blank; "Mio.Euro" an abbreviation all the same.
            return bare in abbreviations.INNER and text[end].isupper()
        if not abbreviations.BOTH.isdisjoint((bare, bare[:1].lower() + bare[1:])):
            return True
        if _ROMAN.match(bare) and len(bare) > (0 if previous[:1].isupper() else 9):
            return bool(after) and after not in abbreviations.STARTERS
        if len(bare) == 1 and bare.isalpha():
            # Initials: "George W. Bush", "z. B."; but a sentence can end on a letter: "Plan B. Danach".
            return bool(after) and not attached and (bare.islower() or after not in abbreviations.STARTERS)
        # A short word whose full stop a small letter follows is an abbreviation that no list knows.
        return (
            bool(after)
            and after[0].islower()
            and not attached
            and len(bare) <= 5
            and bool(_CASED.match(bare))
            and text[end : end + 1] == " "
            and text[end + 1 : end + 2] == after[0]
            and not any(c in "aeiouäöüy" for c in bare[-1:].lower())
            and bare.lower() not in ("nicht", "mehr", "wird", "ist", "hat", "war", "kann", "soll", "will")
        )

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterable[Doc]:
        """The documents of several texts, in order."""
        for text in texts:
            yield self(text)

    def to_bytes(self, **_: object) -> bytes:
        """Nothing: the rules are code."""
        return b""

    def from_bytes(self, _data: bytes, **_options: object) -> GermanTokenizer:
        """This tokenizer, as it is."""
        return self

    def to_disk(self, _path: str | Path, **_: object) -> None:
        """Writes nothing: the rules are code."""

    def from_disk(self, _path: str | Path, **_: object) -> GermanTokenizer:
        """This tokenizer, as it is."""
        return self


@registry.tokenizers("newsreader.GermanTokenizer.v1")  # type: ignore[untyped-decorator]
def create_german_tokenizer() -> Callable[[Language], GermanTokenizer]:
    """The tokenizer's place in a pipeline's configuration."""

    def create(nlp: Language) -> GermanTokenizer:
        return GermanTokenizer(nlp.vocab)

    return create
