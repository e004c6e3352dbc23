"""Feeds that are subscribed to: their entries, how they are brought up to date, and lists of them in OPML."""
