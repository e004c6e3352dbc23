"""Persons and organisations over all articles: who is who, what they said, and what the user decides about it."""
