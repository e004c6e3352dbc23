"""What an article is, and the readers that make one from a source."""
