"""Taking articles and what is known of them away: one module a format, and their registry."""

from newsreader.export.choice import Choice, LayerChoice
from newsreader.export.document import Document
from newsreader.export.formats import Bundling, Format, Words
from newsreader.export.registry import find, formats
from newsreader.export.saving import export, targets, write_to

__all__ = [
    "Bundling",
    "Choice",
    "Document",
    "Format",
    "LayerChoice",
    "Words",
    "export",
    "find",
    "formats",
    "targets",
    "write_to",
]
