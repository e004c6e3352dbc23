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
from newsreader.cli.exporting.leaving import LeftOut
from newsreader.cli.exporting.naming import Naming
from newsreader.cli.exporting.options import Options, protect
from newsreader.cli.exporting.work import Order
from newsreader.cli.output import data_output
from newsreader.cli.pace import clock_time
from newsreader.cli.progress import Progress
from newsreader.cli.session import FAILURE
from newsreader.cli.signals import ended_as_interrupted
from newsreader.cli.streams import on_terminal
from newsreader.errors import ExportError, NewsreaderError, SourceError
from newsreader.export import LayerChoice, Words, export, write_to
from newsreader.export.drafts import is_stream, sweep
from newsreader.export.saving import check_targets, targets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.cli.exporting.shelf import Shelf
    from newsreader.cli.session import Session
    from newsreader.export import Document

KEPT = 20
"""a batch of at most so many articles goes into the cache; a larger one would push what is being read out of it"""


def run(sources: Sequence[str], options: Options, session: Session, shelf: Shelf | None = None) -> int:
    """Export articles.

    Args:
        sources: files, folders (with all articles in them), "-" for standard input.
        options: how.
        session: the run of the command.
        shelf: the articles of the library that the sources mean, None for files and addresses.

    Returns:
        The exit status: 1 if an article was left out.

    Raises:
        NewsreaderError: if nothing can be exported.
    """
    with ended_as_interrupted():
        return _Run(sources, options, session, shelf).finish()


class _Run:
    """One call of the command."""

    def __init__(self, sources: Sequence[str], options: Options, session: Session, shelf: Shelf | None) -> None:
        from newsreader.analysis.info import pipeline_info

        self._options = options
        self._session = session
        self._shelf = shelf
        self._info = pipeline_info(options.pipeline)
        self._annotated = Annotated(session, wanted=options.choice.layer is not LayerChoice.MACHINE)
        self._given, missing = _collected(sources) if shelf is None else ([(one, one) for one in sources], [])
        self._sources = [source for source, _ in self._given]
        self._many = len(sources) > 1 or self._sources != list(sources)
        options.check_bundling(many=self._many)
        self._files = frozenset(
            Path(source).resolve() for source in self._sources if source != STANDARD_INPUT and not is_address(source)
        )
        self._progress = Progress(len(self._sources) if self._shows_progress else 0, session.phrases, session.tell)
        self._left_out = LeftOut(session, self._errors_file())
        self._missing = len(missing)
        for source, error in missing:
            self._left_out.add(source, error)

    def finish(self) -> int:
        """Do all of it."""
        interrupted = False
        self._progress.begin()
        try:
            if self._options.each:
                self._into_folder()
            elif self._options.target is not None:
                self._into_file(self._options.target)
            else:
                self._to_standard_output()
        except KeyboardInterrupt:
            interrupted = True
            raise
        finally:
            self._progress.clear()
            self._annotated.close()
            self._left_out.tell()
            self._left_out.close()
            if interrupted:
                self._tell_interrupted()
        self._tell_done()
        return FAILURE if self._left_out.number else 0

    @property
    def _shows_progress(self) -> bool:
        """Whether it is told how far it is; not where the data go to the same terminal."""
        return not self._options.quiet and (self._options.target is not None or not on_terminal(sys.stdout))

    def _errors_file(self) -> Path | None:
        """The file for what is left out, one that may be written.

        Raises:
            ExportError: if it is one of the articles, or there already.
        """
        path = self._options.errors
        if path is None:
            return None
        protect(path, self._files)
        if path.exists() and not (self._options.force or self._options.resume or is_stream(path)):
            raise ExportError("export.exists", path=path)
        return path

    def _tell_interrupted(self) -> None:
        target, phrases = self._options.target, self._session.phrases
        if target is not None and self._many:
            key = "cli.export.interrupted_each" if self._options.each else "cli.export.interrupted"
            self._session.tell(phrases(key, path=target))

    def _tell_done(self) -> None:
        if self._options.quiet or len(self._sources) < 2:
            return
        left_out = self._left_out.number
        # What could not be found was none of those that there were to do.
        n = self._progress.pace.total - (left_out - self._missing)
        key = "cli.export.done_but" if left_out else "cli.export.done"
        taken = clock_time(self._progress.pace.elapsed)
        self._session.inform(self._session.phrases(key, n=n, time=taken, left_out=left_out))

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
        for path in targets(self._options.format, target) if found else ():
            sweep(path)
        if self._options.resume and not self._options.quiet:
            self._session.inform(self._session.phrases("cli.export.resumed", n=found, of=len(self._sources)))
        return journal

    def _into_folder(self) -> None:
        """Write a file an article. One that cannot be written is told, and the others go on."""
        options = self._options
        assert options.target is not None
        naming = Naming(options.format.suffix)
        paths = [options.target / naming.path(source, given) for source, given in self._given]
        left = [number for number, path in enumerate(paths) if self._is_wanted(self._sources[number], path)]
        self._progress.step(len(paths) - len(left), worked=False)
        for item in self._batch([self._sources[number] for number in left], None):
            source = item.document.article.source
            path = options.target / naming.path(source, source) if item.from_feed else paths[left[item.number]]
            if not (item.from_feed and options.resume and path.exists()):
                self._save(item.document, path)

    def _is_wanted(self, source: str, path: Path) -> bool:
        """Whether an article's file is to be made. One that may not be is left out before anything is analysed."""
        if not path.exists() or (self._options.force and not self._options.resume):
            return True
        if not self._options.resume:
            self._leave_out(source, ExportError("export.exists", path=path))
        return False

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
            self._leave_out(document.article.source, error)
        except OSError as error:
            reason = error.strerror or error
            self._leave_out(document.article.source, ExportError("export.unwritable", path=path, reason=reason))

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
        keeps = self._session.keeps
        few = len(self._sources) <= KEPT
        order = Order(self._options.pipeline, self._info, self._words, keeps and few, journaled=journal is not None)
        return Batch(
            sources,
            order,
            self._options.jobs,
            self._options.choice,
            shelf=self._shelf,
            keep_pages=keeps,
            annotated=self._annotated,
            journal=journal,
            progress=self._progress,
            leave_out=self._leave_out,
        )

    def _leave_out(self, source: str, error: NewsreaderError) -> None:
        self._left_out.add(source, error)
        self._progress.left_out = self._left_out.number


def _collected(sources: Sequence[str]) -> tuple[list[tuple[str, str]], list[tuple[str, SourceError]]]:
    """The articles that the sources mean, each with what was given; and what cannot be found, with the reason."""
    from newsreader.article import collect

    found: list[tuple[str, str]] = []
    missing: list[tuple[str, SourceError]] = []
    for source in sources:
        try:
            found += [(one, source) for one in collect([source])]
        except SourceError as error:
            missing.append((source, error))
    return found, missing
