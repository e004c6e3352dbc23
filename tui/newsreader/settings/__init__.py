"""The user's own settings: where files lie, the configuration, and what was read last."""

from newsreader.settings.config import Config
from newsreader.settings.state import State

__all__ = ["Config", "State"]
