"""Who is behind the words: persons, organisations and other sources with all their mentions, and who speaks."""
