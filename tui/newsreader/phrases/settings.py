"""Phrases of the room `settings`."""

from __future__ import annotations

DE: dict[str, str] = {}

EN: dict[str, str] = {}
