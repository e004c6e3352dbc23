"""JSON as text that is safe on a terminal and in programs that split at every kind of line break."""

from __future__ import annotations

import json
import re
from typing import Any

RISKY = re.compile("[\x7f-\x9f\u2028\u2029]")
"""DEL and the C1 controls, which terminals obey, and line breaks that JSON knows nothing of"""


def dumps(data: Any, *, indent: int | None = None) -> str:
    """Plain data as JSON, umlauts as themselves, control characters escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)
    return RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
