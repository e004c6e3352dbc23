"""Phrases of the room `cli`."""

from __future__ import annotations

DE: dict[str, str] = {}

EN: dict[str, str] = {}
