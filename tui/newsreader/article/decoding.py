"""Bytes to text: the encoding told by its mark or by what decodes, line ends made one."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from newsreader.article.shown import shown
from newsreader.errors import SourceError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65536
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\v\f\r\b\x1b"})
_FEWEST_CONTROLS = 20
"""one control character in this many bytes makes a content binary"""


class Decoded(NamedTuple):
    """A text and the keys of what a reader should be told about its encoding."""

    text: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, source: str) -> Decoded:
    """The text of a content: by its byte order mark, else as UTF-8, else as Windows-1252; line ends become "\\n".

    Args:
        data: the whole content.
        source: path or address as the user gave it, for the error.

    Raises:
        SourceError: if the content is empty, binary, or not what its mark says.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise SourceError(
                    "article.broken_encoding", path=shown(source), encoding=encoding[:6].upper()
                ) from None
            return Decoded(_checked(text, source))
    if is_binary(data):
        raise SourceError("article.binary", path=shown(source))
    try:
        return Decoded(_checked(data.decode("utf-8"), source))
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; they must not cost the rest of the text.
        return Decoded(_checked(data.decode("cp1252", "replace"), source), ("article.decoded_cp1252",))


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in an encoding of one byte or in UTF-8: a NUL, or many control characters."""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in data or controls * _FEWEST_CONTROLS > len(sample)


def has_mark(data: bytes) -> bool:
    """Whether bytes begin with a byte order mark."""
    return any(data.startswith(mark) for mark, _ in _MARKS)


def _checked(text: str, source: str) -> str:
    """The text with one kind of line end.

    Raises:
        SourceError: if it shows nothing or holds NUL characters.
    """
    if "\0" in text:
        raise SourceError("article.binary", path=shown(source))
    if not text or text.isspace():
        raise SourceError("article.empty", path=shown(source))
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
