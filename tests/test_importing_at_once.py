"""Rooms that several threads may import at the same moment."""

from __future__ import annotations

import ast
from pathlib import Path

import newsreader

ROOT = Path(newsreader.__file__).parent
AT_ONCE = ("analysis", "annotations", "library", "article/fetching")
"""what is first imported in the background, where other threads import too"""
BY_ONE_THREAD = {"newsreader.analysis.components.statements"}
"""packages that only the thread imports that analyses"""


def runtime_imports(file: Path) -> list[str]:
    """The modules that a file imports when it is imported itself, rather than for type checking alone or later."""
    found: list[str] = []
    waiting: list[ast.AST] = [ast.parse(file.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef) or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)):
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
        elif isinstance(node, ast.Import):
            found += [name.name for name in node.names]
        waiting += ast.iter_child_nodes(node)
    return found


def test_no_package_imports_its_own_modules_while_it_is_imported() -> None:
    """Whoever imports a module holds its lock and waits for its package; a package that imports the module meanwhile
    waits for the module. Python ends that by an error in one of the two threads, which then does nothing any more."""
    waiting: list[str] = []
    for room in AT_ONCE:
        for package in sorted((ROOT / room).rglob("__init__.py")):
            name = ".".join(("newsreader", *package.parent.relative_to(ROOT).parts))
            own = [one for one in runtime_imports(package) if f"{one}.".startswith(f"{name}.")]
            if own and name not in BY_ONE_THREAD:
                waiting.append(f"{name} imports {', '.join(own)}")
    assert not waiting
