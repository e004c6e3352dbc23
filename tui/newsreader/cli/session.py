"""What all commands share: the configuration, the language of the messages, and how an error is told."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.cli.streams import on_terminal
from newsreader.errors import ConfigError, NewsreaderError
from newsreader.phrases import Phrases, system_language

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.settings.config import Config

FAILURE = 1
WRONG_USAGE = 2


class UsageError(NewsreaderError):
    """A call that cannot be meant."""


class Session:
    """One run of the command."""

    store: Path | None = None
    """the file of annotations that the call names, None if it names none"""

    private = False
    """whether the call asks for nothing of what is read to be kept"""

    @property
    def keeps(self) -> bool:
        """Whether what is read is kept.

        Raises:
            ConfigError: as for `config`.
        """
        return self.config.keep and not self.private

    @property
    def store_file(self) -> Path:
        """The file of annotations: the named one, else the user's."""
        from newsreader.settings import paths

        return self.store or paths.store_file()

    @cached_property
    def config(self) -> Config:
        """The user's configuration.

        Raises:
            ConfigError: if it has an unknown key or a wrong value.
        """
        from newsreader.settings import Config, paths

        return Config.load(paths.config_file())

    @cached_property
    def phrases(self) -> Phrases:
        """What the program says, in the configured language or, where the configuration is broken, the locale's."""
        try:
            return self.config.phrases()
        except ConfigError:
            return Phrases(system_language())

    def tell(self, text: str) -> None:
        """Say something on standard error, one line."""
        from newsreader.cli.plain import plain

        print(f"newsreader: {plain(text)}", file=sys.stderr)

    def inform(self, text: str) -> None:
        """Say something that only a person at a terminal wants to hear."""
        if on_terminal(sys.stderr):
            self.tell(text)

    def failed(self, error: Exception) -> int:
        """Tell an error that the user can do something about, and give the exit status.

        Raises:
            Exception: the error itself if it is none of those, since then the program is wrong.
        """
        if not isinstance(error, NewsreaderError):
            raise error
        self.tell(self.sentence(error))
        return WRONG_USAGE if isinstance(error, UsageError) else FAILURE

    def sentence(self, error: NewsreaderError) -> str:
        """What is wrong and what to do; for a setting, also in which file."""
        text = self.phrases.say(error)
        if isinstance(error, ConfigError) and "path" not in error.values:
            from newsreader.settings import paths

            return f"{paths.config_file()}: {text}"
        return text
