"""Rooms that several threads may import at the same moment."""

from __future__ import annotations

import ast
from pathlib import Path

import newsreader

ROOT = Path(newsreader.__file__).parent
AT_ONCE = ("annotations", "library", "article/fetching")
"""what is first imported in the background, where other threads import too"""


def runtime_imports(file: Path) -> list[ast.ImportFrom]:
    """The imports of names in a file that are not there for type checking alone."""
    found: list[ast.ImportFrom] = []
    waiting: list[ast.AST] = [ast.parse(file.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            found.append(node)
        waiting += ast.iter_child_nodes(node)
    return found


def test_no_module_waits_for_the_package_that_is_importing_it() -> None:
    """`from package import module` waits until the package is whole. Where the package itself imports its modules, a
    thread that has begun with the package and another that has begun with a module wait for each other, and Python
    ends that by handing out a module that is not whole (ImportError)."""
    waiting: list[str] = []
    for room in AT_ONCE:
        for package in sorted((ROOT / room).rglob("__init__.py")):
            name = ".".join(("newsreader", *package.parent.relative_to(ROOT).parts))
            if not any(str(one.module).startswith(f"{name}.") for one in runtime_imports(package)):
                continue
            waiting += [
                f"{file.relative_to(ROOT)} imports from {name}"
                for file in sorted(package.parent.rglob("*.py"))
                if file != package and any(one.module == name for one in runtime_imports(file))
            ]
    assert not waiting
