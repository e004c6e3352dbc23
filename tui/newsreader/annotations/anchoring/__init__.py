"""Finding the places of annotations again in a text that has changed since."""
