"""Who is in an article and who says what: the spaCy pipeline, its components, and their result."""
