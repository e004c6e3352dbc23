"""Running `newsreader export`: into one file, into a file an article, or to standard output."""

from __future__ import annotations

import sys
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.article.sources import STANDARD_INPUT, is_address
from newsreader.cli.annotated import Annotated
from newsreader.cli.exporting.batch import Batch
from newsreader.cli.exporting.journal import Journal
from newsreader.cli.exporting.naming import Naming
from newsreader.cli.exporting.options import Options, protect
from newsreader.cli.exporting.work import Order
from newsreader.cli.output import Progress, data_output
from newsreader.cli.session import FAILURE
from newsreader.cli.streams import on_terminal
from newsreader.errors import ExportError, NewsreaderError, SourceError
from newsreader.export import LayerChoice, Words, export, write_to
from newsreader.export.saving import check_targets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.cli.session import Session
    from newsreader.export import Document

KEPT = 20
"""a batch of at most so many articles goes into the cache; a larger one would push what is being read out of it"""


def run(sources: Sequence[str], options: Options, session: Session) -> int:
    """Export articles.

    Args:
        sources: files, folders (with all articles in them), "-" for standard input.
        options: how.
        session: the run of the command.

    Returns:
        The exit status: 1 if an article was left out.

    Raises:
        NewsreaderError: if nothing can be exported.
    """
    return _Run(sources, options, session).finish()


class _Run:
    """One call of the command."""

    def __init__(self, sources: Sequence[str], options: Options, session: Session) -> None:
        from newsreader.analysis import pipeline_info

        self._options = options
        self._session = session
        self._left_out = 0
        self._progress = Progress(0)
        self._info = pipeline_info(options.pipeline)
        self._annotated = Annotated(session, wanted=options.choice.layer is not LayerChoice.MACHINE)
        collected = self._collected(sources)
        self._sources = [source for source, _ in collected]
        self._given = collected
        self._many = len(sources) > 1 or self._sources != list(sources)
        options.check_bundling(many=self._many)
        self._files = frozenset(
            Path(source).resolve() for source in self._sources if source != STANDARD_INPUT and not is_address(source)
        )
        quiet = options.target is None and on_terminal(sys.stdout)
        self._progress = Progress(0 if quiet else len(self._sources))

    def finish(self) -> int:
        """Do all of it."""
        try:
            if self._options.each:
                self._into_folder()
            elif self._options.target is not None:
                self._into_file(self._options.target)
            else:
                self._to_standard_output()
        finally:
            self._progress.clear()
            self._annotated.close()
        if self._left_out and len(self._sources) > 1:
            self._session.inform(self._session.phrases("cli.export.left_out", n=self._left_out, of=len(self._sources)))
        return FAILURE if self._left_out else 0

    def _to_standard_output(self) -> None:
        batch = self._batch(self._sources, None)
        documents = (item.document for item in batch)
        # Nothing is written where nothing could be read.
        if first := list(islice(documents, 1)):
            with data_output(binary=self._options.format.binary) as file:
                write_to([file], chain(first, documents), self._options.format, many=self._several(batch))

    def _into_file(self, target: Path) -> None:
        options = self._options
        protect(target, self._files)
        journal = self._journal(target)
        finished = False
        try:
            batch = self._batch(self._sources, journal)
            documents = (item.document for item in batch)
            if first := list(islice(documents, 1)):
                export(
                    chain(first, documents),
                    options.format.name,
                    target,
                    force=options.force,
                    many=self._several(batch),
                    never=self._files,
                )
            finished = True
        except KeyboardInterrupt:
            self._progress.clear()
            if journal is not None:
                self._session.tell(self._session.phrases("cli.export.interrupted", path=target))
            raise
        finally:
            if journal is not None:
                journal.close(finished=finished)

    def _journal(self, target: Path) -> Journal | None:
        """The journal of a batch that is long enough for one, begun or taken up again.

        Raises:
            ExportError: if the target is there already, or cannot be written.
        """
        check_targets(self._options.format, target, force=self._options.force)
        if not self._many or (target.exists() and not target.is_file()):
            return None
        journal = Journal(target, self._info, words=self._words)
        try:
            found = journal.begin(resume=self._options.resume)
        except OSError as error:
            raise ExportError("export.unwritable", path=target, reason=error.strerror or error) from error
        if self._options.resume:
            self._session.inform(self._session.phrases("cli.export.resumed", n=found, of=len(self._sources)))
        return journal

    def _into_folder(self) -> None:
        """Write a file an article. One that cannot be written is told, and the others go on."""
        options = self._options
        assert options.target is not None
        naming = Naming(options.format.suffix)
        paths = [options.target / naming.path(source, given) for source, given in self._given]
        wanted = [not path.exists() if options.resume else self._free(path) for path in paths]
        left = [number for number, is_wanted in enumerate(wanted) if is_wanted]
        self._progress.advance(len(paths) - len(left))
        for item in self._batch([self._sources[number] for number in left], None):
            source = item.document.article.source
            path = options.target / naming.path(source, source) if item.from_feed else paths[left[item.number]]
            if not (item.from_feed and options.resume and path.exists()):
                self._save(item.document, path)

    def _free(self, path: Path) -> bool:
        """Whether a file can be made; told before anything is analysed if not."""
        if path.exists() and not self._options.force:
            self._leave_out("", ExportError("export.exists", path=path))
            return False
        return True

    def _save(self, document: Document, path: Path) -> None:
        try:
            protect(path, self._files)
            path.parent.mkdir(parents=True, exist_ok=True)
            export(
                [document],
                self._options.format.name,
                path,
                force=self._options.force,
                many=False,
                never=self._files,
            )
        except ExportError as error:
            self._leave_out("", error)
        except OSError as error:
            self._leave_out("", ExportError("export.unwritable", path=path, reason=error.strerror or error))

    @property
    def _words(self) -> bool:
        return self._options.format.words is Words.TAGGED

    def _several(self, batch: Batch) -> bool:
        """Whether the output is that of several articles, as far as the first of them tells.

        Raises:
            UsageError: if the format has one file an article, and a feed is to go into one file.
        """
        self._options.check_bundling(many=batch.feeds)
        return self._many or batch.feeds

    def _batch(self, sources: Sequence[str], journal: Journal | None) -> Batch:
        keeps = self._session.config.keep
        few = len(self._sources) <= KEPT
        order = Order(self._options.pipeline, self._info, self._words, keeps and few, journaled=journal is not None)
        return Batch(
            sources,
            order,
            self._options.jobs,
            self._options.choice,
            keep_pages=keeps,
            annotated=self._annotated,
            journal=journal,
            progress=self._progress,
            leave_out=self._leave_out,
        )

    def _collected(self, sources: Sequence[str]) -> list[tuple[str, str]]:
        """The articles that the sources mean, each with what was given."""
        from newsreader.article import collect

        collected: list[tuple[str, str]] = []
        for source in sources:
            try:
                collected += [(found, source) for found in collect([source])]
            except SourceError as error:
                self._leave_out("", error)
        return collected

    def _leave_out(self, source: str, error: NewsreaderError) -> None:
        self._left_out += 1
        self._progress.clear()
        text = self._session.phrases.say(error)
        # Errors about a source name it themselves.
        named = not source or isinstance(error, SourceError)
        self._session.tell(text if named else f"{source}: {text}")
