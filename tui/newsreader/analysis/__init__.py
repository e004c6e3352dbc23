"""Who is in an article and who says what: the spaCy pipeline, its components, and their result."""

from newsreader.analysis.info import pipeline_info

__all__ = ["pipeline_info"]
