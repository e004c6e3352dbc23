"""Reads JSON-LD that is no JSON: scripts are often put together by templates that do not escape what they insert."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")
"""a sign that escapes nothing ("It\\'s")"""
_BETWEEN = re.compile(r"[\s;,]*")
_TYPE = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"([A-Za-z:/.]{1,60})"')
_FIELD = re.compile(
    r'"(headline|datePublished|dateModified|dateCreated)"\s{0,9}:\s{0,9}"(.{1,400}?)"\s{0,99}(?=,\s{0,99}"|[}\]]|$)',
    re.DOTALL,
)
_LONGEST = 200_000
"""characters of a broken script that are looked through"""
_MOST = 20
"""values in one script"""


def loaded(content: str) -> object:
    """What a script of JSON-LD holds, as far as it can be read: None if nothing of it can.

    A script with several values gives a list of them; one that is broken in the middle an item with its type, its
    headline and its dates.

    Args:
        content: the script.
    """
    mended = _ESCAPE.sub("", _TRAILING_COMMA.sub(r"\1", content))
    try:
        for attempt in (content, mended):
            try:
                return json.loads(attempt, strict=False)
            except ValueError:
                continue
        return list(_values(mended)) or _fields(mended)
    except RecursionError:
        return None


def _values(content: str) -> Iterator[object]:
    """The values at the beginning of a script, one behind the other."""
    decoder = json.JSONDecoder(strict=False)
    position = 0
    for _ in range(_MOST):
        between = _BETWEEN.match(content, position)
        try:
            value, position = decoder.raw_decode(content, between.end() if between else position)
        except ValueError:
            return
        yield value


def _fields(content: str) -> dict[str, object] | None:
    """The fields of the first item that can be told without its structure."""
    kind = _TYPE.search(content)
    found: dict[str, object] = {}
    for match in _FIELD.finditer(content, 0, _LONGEST):
        found.setdefault(match[1], match[2].replace('\\"', '"'))
    return {"@type": kind[1], **found} if kind and found else None
