"""Phrases of the room `article`."""

from __future__ import annotations

DE: dict[str, str] = {}

EN: dict[str, str] = {}
