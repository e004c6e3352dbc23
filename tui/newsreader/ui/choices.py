"""What the user chose while reading, kept for the next time as long as the configuration does not say something new."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.settings.state import State

SEPARATOR = "\x1f"


class Choices:
    """The choices of a state.

    A choice is kept together with the setting that it overrode. When that setting has changed since, the configuration
    has the newer word.

    Args:
        state: where choices are kept.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def get(self, name: str, configured: str) -> str:
        """What was chosen, else what is configured."""
        override, _, chosen = self._state.choice(name, "").partition(SEPARATOR)
        return chosen if chosen and override == configured else configured

    def set(self, name: str, configured: str, chosen: str) -> None:
        """Note what was chosen in the place of what is configured."""
        self._state.choose(name, f"{configured}{SEPARATOR}{chosen}")
