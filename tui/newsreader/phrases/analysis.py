"""Phrases of the room `analysis`."""

from __future__ import annotations

DE: dict[str, str] = {}

EN: dict[str, str] = {}
