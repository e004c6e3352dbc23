"""newsreader: a terminal reader for German news that shows who says what."""

__version__ = "0.1.0"
