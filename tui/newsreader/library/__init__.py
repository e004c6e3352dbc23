"""What was read and is kept: articles with their versions and analyses, in one SQLite file that is searched."""
