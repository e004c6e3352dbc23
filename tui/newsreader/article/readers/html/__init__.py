"""Reads web pages: which part is the article, what stands around it, and what the page tells of it elsewhere."""
