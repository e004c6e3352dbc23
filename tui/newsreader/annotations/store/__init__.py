"""Where annotations are kept: one SQLite file, written the moment that something is made."""
