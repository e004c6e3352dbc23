"""Finding the places of annotations again in a text that has changed since."""

from newsreader.annotations.anchoring.placing import Placed, place_all

__all__ = ["Placed", "place_all"]
