"""What the reader needs from the rest of the program, handed over so that a test can hand over something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsreader.analysis.result import PipelineInfo
    from newsreader.article.model import Article
    from newsreader.settings.config import Config
    from newsreader.settings.state import State
    from newsreader.ui.analyst import Analyser, Cache


@dataclass(frozen=True)
class Tools:
    """The reader's tools.

    Attributes:
        config: what the user has set.
        state: what is remembered.
        read: reads an article from a source; raises SourceError.
        load: loads the pipeline, slowly; raises AnalysisError.
        info: which pipeline that would be, quickly; raises AnalysisError.
        cache: finished analyses.
        open_address: opens an address in a browser; False if it cannot.
        copy: puts a text on the system's clipboard; False if it cannot.
    """

    config: Config
    state: State
    read: Callable[[str], Article]
    load: Callable[[], Analyser]
    info: Callable[[], PipelineInfo]
    cache: Cache
    open_address: Callable[[str], bool]
    copy: Callable[[str], bool]


def standard(
    config: Config, state: State, *, pipeline: str, read: Callable[[str], Article], cache_folder: Path
) -> Tools:
    """The tools of the program itself.

    Args:
        pipeline: name of the pipeline that analyses.
        read: reads an article from a source.
        cache_folder: where finished analyses lie.
    """
    from newsreader.analysis.cache import AnalysisCache
    from newsreader.analysis.info import pipeline_info
    from newsreader.ui import clipboard, opener

    def load() -> Analyser:
        from newsreader.analysis.pipeline import load as load_pipeline

        return load_pipeline(pipeline)

    return Tools(
        config=config,
        state=state,
        read=read,
        load=load,
        info=lambda: pipeline_info(pipeline),
        cache=AnalysisCache(cache_folder),
        open_address=opener.open_address,
        copy=clipboard.copy,
    )
