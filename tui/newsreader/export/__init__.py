"""Taking articles and what is known of them away: one module a format, and their registry."""

from newsreader.export.document import Document
from newsreader.export.formats import Format, find, formats
from newsreader.export.saving import export, targets, write_to

__all__ = ["Document", "Format", "export", "find", "formats", "targets", "write_to"]
