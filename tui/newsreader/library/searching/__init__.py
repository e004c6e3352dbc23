"""Finding articles, statements and notes by their words."""
