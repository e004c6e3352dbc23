"""What a format is: a module with a function that writes documents to open files, and what there is to say about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, Protocol, cast

from newsreader.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import ModuleType

    from newsreader.export.document import Document


class Writer(Protocol):
    """Writes documents one after the other, without keeping them."""

    def __call__(self, documents: Iterable[Document], files: Sequence[IO[Any]], *, many: bool) -> None:
        """Write.

        Args:
            documents: what is written, in order; it may be made while it is read.
            files: where to, one open file for each of the format's parts: of text, or of bytes for a binary format.
            many: whether the output is that of several articles, even if there happens to be one.
        """
        ...


class Bundling(Enum):
    """How articles go into files."""

    EITHER = auto()
    """one file for all, or one an article"""
    EACH = auto()
    """one an article"""


class Words(Enum):
    """What a format needs to know of the tokens."""

    NONE = auto()
    BOUNDS = auto()
    """where tokens and sentences stand"""
    TAGGED = auto()
    """what the pipeline says of each token, too"""


@dataclass(frozen=True)
class Extra:
    """A package that is only installed by who wants a format.

    Attributes:
        name: how it is asked for (`pip install 'newsreader[NAME]'`).
        module: what is imported of it.
    """

    name: str
    module: str


@dataclass(frozen=True)
class Format:
    """A format.

    Attributes:
        name: what it is called on the command line and in the dialog.
        suffix: how its files usually end (".json").
        module: the module in `newsreader.export.writers` whose `write` writes it.
        writer: name of that function.
        binary: whether its files hold bytes and not text.
        bundling: how several articles go into files.
        parts: how the names of the files beside the first one end ("-entities.csv").
        companions: files that lie beside all of them, by name: what the next tool is told about the format.
        extra: what must be installed for it, None if nothing.
        words: what it needs to know of tokens.
        byte_order_mark: whether its files begin with one, which Excel needs to see UTF-8.
    """

    name: str
    suffix: str
    module: str
    writer: str = "write"
    binary: bool = False
    bundling: Bundling = Bundling.EITHER
    parts: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    extra: Extra | None = None
    words: Words = Words.NONE
    byte_order_mark: bool = False

    @property
    def about(self) -> str:
        """The key of the phrase that says what the format is for."""
        return f"export.format.{self.name}"

    def write(self, documents: Iterable[Document], files: Sequence[IO[Any]], *, many: bool) -> None:
        """Write documents, see `Writer`.

        Raises:
            ExportError: if a package that it needs is not installed.
        """
        self.check()
        self.load()(documents, files, many=many)

    def load(self) -> Writer:
        """What writes it."""
        return cast("Writer", getattr(self._module(), self.writer))

    def outline(self, document: Document) -> str | None:
        """What its file of a document holds, for a person to read, where the file itself is no text; None if it is.

        Raises:
            ExportError: if a package that it needs is not installed.
        """
        self.check()
        outline = getattr(self._module(), "outline", None)
        return None if outline is None else str(outline(document))

    def companion(self, name: str) -> str:
        """The content of a file that lies beside the format's."""
        return cast("str", self._module().companion(name))

    def check(self) -> None:
        """See that what it needs is there.

        Raises:
            ExportError: if a package is not installed.
        """
        if self.extra is None:
            return
        try:
            import_module(self.extra.module)
        except ImportError:
            raise ExportError(
                "export.missing_extra", format=self.name, package=self.extra.module, extra=self.extra.name
            ) from None

    def _module(self) -> ModuleType:
        return import_module(f"newsreader.export.writers.{self.module}")
