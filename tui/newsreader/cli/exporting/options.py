"""What a call of `newsreader export` asks for, understood."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from newsreader.cli.session import UsageError
from newsreader.errors import ExportError
from newsreader.export import Bundling, Choice, Format, LayerChoice, find
from newsreader.export.choice import kinds as known_kinds

STANDARD_OUTPUT = "-"


@dataclass(frozen=True)
class Options:
    """The options.

    Attributes:
        format: the format.
        target: the file, or the folder if it is `each`; None for standard output.
        each: whether each article has a file of its own in the target.
        choice: what of each article is exported.
        force: whether files that are there already are replaced.
        resume: whether what an interrupted call has finished is kept.
        jobs: how many processes analyse.
        pipeline: what analyses.
        errors: the file for what is left out, None for none.
        quiet: whether only errors are told.
    """

    format: Format
    target: Path | None
    each: bool
    choice: Choice
    force: bool
    resume: bool
    jobs: int
    pipeline: str
    errors: Path | None
    quiet: bool

    @classmethod
    def understood(
        cls,
        *,
        format_name: str,
        output: str | None,
        stdout: bool,
        layer: str,
        min_confidence: float,
        kinds: str | None,
        force: bool,
        resume: bool,
        jobs: int,
        pipeline: str,
        errors: str | None,
        quiet: bool,
    ) -> Options:
        """The options of a call.

        Raises:
            UsageError: if they cannot be meant.
            ExportError: if a package that the format needs is missing.
        """
        if stdout and output not in (None, STANDARD_OUTPUT):
            raise UsageError("cli.export.two_targets")
        if not 0 <= min_confidence <= 1:
            raise UsageError("cli.export.confidence")
        if jobs < 0:
            raise UsageError("cli.export.jobs")
        if layer.lower() not in set(LayerChoice):
            raise UsageError("cli.export.layer", layer=layer, known=", ".join(LayerChoice))
        try:
            one = find(format_name)
            chosen = known_kinds(kinds) if kinds else None
        except ExportError as error:
            raise UsageError(error.key, **error.values) from None
        one.check()
        target = None if output in (None, STANDARD_OUTPUT) or stdout else Path(str(output)).expanduser()
        if resume and target is None:
            raise UsageError("cli.export.resume_what")
        errors_file = Path(errors).expanduser() if errors else None
        if errors_file is not None and target is not None and errors_file.resolve() == target.resolve():
            raise UsageError("cli.export.errors_is_target")
        return cls(
            format=one,
            target=target,
            each=target is not None and (target.is_dir() or str(output).endswith(("/", os.sep))),
            choice=Choice(LayerChoice(layer.lower()), min_confidence, chosen),
            force=force,
            resume=resume,
            jobs=jobs or os.cpu_count() or 1,
            pipeline=pipeline,
            errors=errors_file,
            quiet=quiet,
        )

    def check_bundling(self, *, many: bool) -> None:
        """See that several articles have somewhere to go.

        Raises:
            UsageError: if the format has one file an article, and the target is one file.
        """
        if many and not self.each and self.format.bundling is Bundling.EACH:
            raise UsageError("export.one_each", format=self.format.name)


def protect(path: Path, sources: frozenset[Path]) -> None:
    """See that no article is replaced by its own export.

    Args:
        path: what is going to be written.
        sources: the files of the articles, resolved.

    Raises:
        ExportError: if it is one of them.
    """
    if path.resolve() in sources:
        raise ExportError("export.is_source", path=path)
