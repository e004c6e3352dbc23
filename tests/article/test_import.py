"""The room is cheap to enter: what only some formats need is imported when one of them is read."""

from __future__ import annotations

import subprocess
import sys


def test_nothing_heavy_is_imported_with_the_room_or_for_plain_text() -> None:
    program = (
        "import io, sys, newsreader.article as a;"
        "a.read('-', stdin=io.BytesIO(b'Ein Satz.'));"
        "print(sorted(m for m in ('markdown_it', 'mdit_py_plugins', 'spacy', 'textual', 'yaml', 'statistics')"
        " if m in sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
