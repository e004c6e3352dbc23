"""Phrases of the room `export`."""

from __future__ import annotations

DE: dict[str, str] = {}

EN: dict[str, str] = {}
