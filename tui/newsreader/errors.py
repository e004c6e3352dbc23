"""The errors that a user is told about, each one sentence that says what is wrong and what to do."""

from __future__ import annotations

from newsreader.phrases import Phrases


class NewsreaderError(Exception):
    """An error for the user, kept as the key of a phrase and its values so that it can be said in the user's language.

    Args:
        key: a key of the phrase catalogues (`newsreader.phrases`), such as "source.missing".
        values: what the phrase's placeholders stand for.
    """

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values: dict[str, object] = values
        super().__init__(key, values)

    def __reduce__(self) -> tuple[object, ...]:
        # Another process hands its errors over; by default only positional arguments would come along.
        return _made, (type(self), self.key, self.values)

    def __str__(self) -> str:
        return Phrases("en").say(self)


def _made(sort: type[NewsreaderError], key: str, values: dict[str, object]) -> NewsreaderError:
    return sort(key, **values)


class SourceError(NewsreaderError):
    """A source that cannot be opened as an article."""


class FetchError(SourceError):
    """An address that could not be fetched.

    Args:
        key: as for every error.
        retry: whether it makes sense to try once more.
        browser: whether a browser may get further.
        values: as for every error.
    """

    def __init__(self, key: str, *, retry: bool = False, browser: bool = True, **values: object) -> None:
        super().__init__(key, **values)
        self.retry = retry
        self.browser = browser


class FeedError(NewsreaderError):
    """A list of feeds that cannot be read, or a feed that cannot be subscribed to."""


class AnalysisError(NewsreaderError):
    """A pipeline that cannot be loaded, or a text that cannot be analysed."""


class ExportError(NewsreaderError):
    """A target that cannot be written, or a format that is not known."""


class StoreError(NewsreaderError):
    """A store of annotations that cannot be opened or written, or what became of it."""


class ConfigError(NewsreaderError):
    """A configuration with an unknown key or a wrong value."""
