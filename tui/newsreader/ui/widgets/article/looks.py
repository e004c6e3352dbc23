"""Rich styles of a widget's component classes, laid over each other and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from textual.widget import Widget


class Looks:
    """The styles of a widget.

    Args:
        widget: whose component classes are meant.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, ...], Style] = {}

    def of(self, names: tuple[str, ...]) -> Style:
        """The style of component classes laid over the widget's own, the later ones over the earlier ones."""
        style = self._known.get(names)
        if style is None:
            style = self._widget.rich_style
            for name in names:
                style += self._layer(name)
            self._known[names] = style
        return style

    def forget(self) -> None:
        """To be called when the style sheets or the theme have changed."""
        self._known.clear()

    def _layer(self, name: str) -> Style:
        """Only what a component class sets itself, with its colours blended into the widget's background."""
        rules = self._widget.get_component_styles(name)
        blended = self._widget.get_component_rich_style(name)
        colour = blended.color if rules.has_rule("color") and rules.color.a else None
        background = blended.bgcolor if rules.has_rule("background") and rules.background.a else None
        return Style.from_color(colour, background) + rules.text_style
