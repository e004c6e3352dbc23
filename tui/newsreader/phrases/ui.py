"""Phrases of the room `ui`."""

from __future__ import annotations

DE: dict[str, str] = {}

EN: dict[str, str] = {}
