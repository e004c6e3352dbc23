"""Which formats there are: a format is a module with a function that writes documents to open files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from newsreader.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from newsreader.export.document import Document


class Writer(Protocol):
    """Writes documents one after the other, without keeping them."""

    def __call__(self, documents: Iterable[Document], files: Sequence[TextIO], *, many: bool) -> None:
        """Write.

        Args:
            documents: what is written, in order; it may be made while it is read.
            files: where to, one open text file for each of the format's parts.
            many: whether the output is that of several articles, even if there happens to be one.
        """
        ...


@dataclass(frozen=True)
class Format:
    """A format.

    Attributes:
        name: what it is called on the command line and in the dialog.
        suffix: how its files usually end (".json").
        write: writes documents.
        parts: what is added to the target's name for each of its files.
        byte_order_mark: whether its files begin with one, which Excel needs to see UTF-8.
    """

    name: str
    suffix: str
    write: Writer
    parts: tuple[str, ...] = ("",)
    byte_order_mark: bool = False

    @property
    def about(self) -> str:
        """The key of the phrase that describes the format."""
        return f"export.format.{self.name}"


@cache
def formats() -> tuple[Format, ...]:
    """All formats, in the order in which they are offered."""
    from newsreader.export import json_document, json_lines, markdown, tables

    return (
        Format("json", ".json", json_document.write),
        Format("jsonl", ".jsonl", json_lines.write),
        Format("csv", ".csv", tables.write, parts=("", "-entities"), byte_order_mark=True),
        Format("markdown", ".md", markdown.write),
    )


def find(name: str) -> Format:
    """The format with a name.

    Raises:
        ExportError: if there is none.
    """
    known = formats()
    for one in known:
        if one.name == name.lower():
            return one
    raise ExportError("export.unknown_format", format=name, known=", ".join(one.name for one in known))
