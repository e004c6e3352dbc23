"""The format `bibtex`: references for LaTeX, JabRef and the like, one an article, in UTF-8."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from newsreader.export.shared.citing import Reference, inverted, reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from newsreader.export.document import Document

SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
LANGUAGES = {"de": "ngerman", "en": "english"}
"""names of the languages in babel"""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SHORT = re.compile(r"(?:der|die|das|ein|eine|und|in|im|am|an|auf|zu|zum|zur|von|vom|mit|für|the|a|of|to)\Z", re.I)


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`."""
    [file] = files
    taken: dict[str, int] = {}
    for number, document in enumerate(documents):
        one = reference(document)
        key = _key(one)
        taken[key] = taken.get(key, 0) + 1
        if taken[key] > 1:
            key += f"-{taken[key]}"
        fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(one))
        file.write(f"{'' if number == 0 else chr(10)}@article{{{key},\n{fields}\n}}\n")


def escaped(text: str) -> str:
    """A text in which LaTeX takes every sign for itself; braces stay in pairs."""
    return "".join(SIGNS.get(sign, sign) for sign in text)


def _fields(one: Reference) -> Iterator[tuple[str, str]]:
    # The second pair of braces keeps the capitals of German nouns.
    yield "title", f"{{{escaped(one.title)}}}"
    if one.authors:
        yield "author", " and ".join(escaped(inverted(author)) for author in one.authors)
    if one.published:
        yield "date", f"{one.published:%Y-%m-%d}"
        yield "year", f"{one.published:%Y}"
        yield "month", str(one.published.month)
        yield "day", str(one.published.day)
    if one.publisher:
        yield "journal", escaped(one.publisher)
    if one.place:
        yield "location", escaped(one.place)
    if one.address:
        yield "url", _address(one.address)
    if one.file:
        yield "file", escaped(one.file)
    yield "langid", LANGUAGES.get(one.language, one.language)
    if one.keywords:
        yield "keywords", escaped(", ".join(one.keywords))
    if one.notes:
        yield "annotation", escaped(" ".join(one.notes))


def _address(address: str) -> str:
    """An address, which is set as it is; only signs that would end the field are written as escapes of their own."""
    return address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def _key(one: Reference) -> str:
    """A key of surname, year and the title's first long word ("beck2024gipfel")."""
    name = inverted(one.authors[0]).split(",")[0] if one.authors else one.publisher or ""
    words = [word for word in re.findall(r"\w+", one.title) if not _SHORT.match(word)]
    year = f"{one.published:%Y}" if one.published else ""
    return _plain(name) + year + _plain(words[0] if words else "") or "article"


def _plain(text: str) -> str:
    spelled = unicodedata.normalize("NFC", text).lower().translate(_UMLAUTS)
    bare = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", bare)
