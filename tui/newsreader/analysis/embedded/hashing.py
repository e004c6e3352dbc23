"""The hash by which spaCy's string store knows a string, without spaCy where it is not loaded."""

from __future__ import annotations

import sys

_MASK = (1 << 64) - 1
_FACTOR = 0xC6A4A7935BD1E995
_SHIFT = 47
_SEED = 1


def hash_of(text: str) -> int:
    """The 64-bit hash of a string."""
    strings = sys.modules.get("spacy.strings")
    if strings is not None:
        return int(strings.hash_string(text))
    return murmur(text.encode())


def murmur(data: bytes) -> int:
    """MurmurHash64A by Austin Appleby with the seed that spaCy gives it."""
    value = (_SEED ^ (len(data) * _FACTOR)) & _MASK
    whole = len(data) & ~7
    for at in range(0, whole, 8):
        block = (int.from_bytes(data[at : at + 8], "little") * _FACTOR) & _MASK
        block = ((block ^ (block >> _SHIFT)) * _FACTOR) & _MASK
        value = ((value ^ block) * _FACTOR) & _MASK
    if rest := data[whole:]:
        value = ((value ^ int.from_bytes(rest, "little")) * _FACTOR) & _MASK
    value = ((value ^ (value >> _SHIFT)) * _FACTOR) & _MASK
    return value ^ (value >> _SHIFT)
