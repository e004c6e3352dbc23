"""The user's own editor."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from newsreader.ui import editor

if TYPE_CHECKING:
    from pathlib import Path


def script(folder: Path, code: str) -> dict[str, str]:
    path = folder / "my editor.py"
    path.write_text(code, encoding="utf-8")
    return {"EDITOR": f'"{sys.executable}" "{path}" --wait'}


def test_a_text_goes_to_the_editor_and_comes_back(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\np = pathlib.Path(sys.argv[-1])\np.write_text(p.read_text('utf-8') + 'zwei ä\\n', 'utf-8')"
    )
    assert editor.edit("eins", script(tmp_path, code)) == "eins\nzwei ä"
    assert editor.edit("", script(tmp_path, code)) == "zwei ä"


def test_visual_goes_before_editor_and_both_before_what_is_there(tmp_path: Path) -> None:
    assert editor.command({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor.command({"EDITOR": "vi"}) == ["vi"]
    assert editor.command({"EDITOR": "vi '"}) == ["vi", "'"]
    (tmp_path / "vi").touch(0o755)
    assert editor.command({"EDITOR": " ", "PATH": str(tmp_path)}) == [str(tmp_path / "vi")]
    assert editor.command({"PATH": str(tmp_path / "nothing")}) is None


def test_no_editor_and_one_that_fails_are_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="EDITOR"):
        editor.edit("x", {"PATH": str(tmp_path)})
    with pytest.raises(OSError, match="3"):
        editor.edit("x", script(tmp_path, "raise SystemExit(3)"))
    with pytest.raises(OSError, match="nowhere"):
        editor.edit("x", {"EDITOR": str(tmp_path / "nowhere")})
