"""Selecting text by the keyboard: units of text, and a selection that grows and shrinks by them."""
