"""The colours: a dark, a light and a high-contrast theme, and the terminal's own colours.

Beside Textual's own variables each theme gives the colours of the text's layers (kinds of entities, statements, hits),
so that the article, the panel and the legend share them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.theme import Theme

DARK, LIGHT, CONTRAST, TERMINAL = "dark", "light", "contrast", "terminal"

_LAYERS: dict[str, dict[str, str]] = {
    DARK: {
        "entity-per": "#e5c07b",
        "entity-org": "#7fb4ca",
        "entity-loc": "#98bb6c",
        "entity-misc": "#c099d8",
        "entity-date": "#d79a7e",
        "entity-number": "#8f9bb3",
        "quotation": "#c9d7f2",
        "indirect": "#b9c2cf",
        "mark": "#2b3347",
        "cue": "#ffb86b",
        "speaker": "#f2d58a",
        "hit": "#55481f",
        "hit-current": "#e0af3b",
        "colour-yellow": "#5a4a14",
        "colour-green": "#24472b",
        "colour-red": "#5f2b2b",
        "colour-blue": "#23405f",
        "colour-violet": "#45305f",
        "colour-orange": "#643c16",
    },
    LIGHT: {
        "entity-per": "#8a5a00",
        "entity-org": "#14648c",
        "entity-loc": "#3f6d1d",
        "entity-misc": "#7a3e9d",
        "entity-date": "#9c4221",
        "entity-number": "#56607a",
        "quotation": "#1d3a78",
        "indirect": "#3d4858",
        "mark": "#e3e8f5",
        "cue": "#a8440c",
        "speaker": "#7a5200",
        "hit": "#f3e3a5",
        "hit-current": "#f0b429",
        "colour-yellow": "#fff0a8",
        "colour-green": "#cfeccb",
        "colour-red": "#f9cfcb",
        "colour-blue": "#cfe3f7",
        "colour-violet": "#e4d6f5",
        "colour-orange": "#fbdcb5",
    },
    CONTRAST: {
        "entity-per": "#ffd75f",
        "entity-org": "#5fd7ff",
        "entity-loc": "#87ff5f",
        "entity-misc": "#ff87ff",
        "entity-date": "#ffaf5f",
        "entity-number": "#d0d0d0",
        "quotation": "#ffffff",
        "indirect": "#e4e4e4",
        "mark": "#303080",
        "cue": "#ffaf00",
        "speaker": "#ffff00",
        "hit": "#806000",
        "hit-current": "#ffff00",
        "colour-yellow": "#6b5b00",
        "colour-green": "#005f00",
        "colour-red": "#870000",
        "colour-blue": "#00427f",
        "colour-violet": "#5f00af",
        "colour-orange": "#874300",
    },
    TERMINAL: {
        "entity-per": "ansi_yellow",
        "entity-org": "ansi_cyan",
        "entity-loc": "ansi_green",
        "entity-misc": "ansi_magenta",
        "entity-date": "ansi_red",
        "entity-number": "ansi_blue",
        "quotation": "ansi_default",
        "indirect": "ansi_default",
        "mark": "ansi_default",
        "cue": "ansi_red",
        "speaker": "ansi_yellow",
        "hit": "ansi_yellow",
        "hit-current": "ansi_bright_yellow",
        "colour-yellow": "ansi_yellow",
        "colour-green": "ansi_green",
        "colour-red": "ansi_red",
        "colour-blue": "ansi_blue",
        "colour-violet": "ansi_magenta",
        "colour-orange": "ansi_bright_red",
    },
}


_TROUGHS = {DARK: ("#3a414f", "#16191f"), LIGHT: ("#c9c5bb", "#fbfaf7"), CONTRAST: ("#a0a0a0", "#000000")}
"""colours of the scroll bar and of what lies under it"""


def names() -> tuple[str, ...]:
    """The names of the reader's own themes, the default first."""
    return (DARK, LIGHT, CONTRAST, TERMINAL)


def textual_name(name: str) -> str:
    """The name under which a theme is known to Textual: its own themes keep theirs."""
    return f"newsreader-{name}" if name in _LAYERS else name


def variables(name: str = DARK) -> dict[str, str]:
    """The colours of the text's layers in a theme, by the name of their CSS variable."""
    return dict(_LAYERS[name])


def known() -> tuple[str, ...]:
    """The names of all themes that can be chosen: the reader's own and Textual's."""
    from textual.theme import BUILTIN_THEMES

    return (*names(), *BUILTIN_THEMES)


def make(name: str) -> Theme:
    """One of the reader's own themes as Textual wants it.

    Raises:
        KeyError: if there is none of that name.
    """
    from textual.theme import BUILTIN_THEMES, Theme

    layers = variables(name) | _scroll_bars(name)
    if name == TERMINAL:
        ansi = BUILTIN_THEMES["ansi-dark"]
        quiet = {"block-cursor-foreground": "ansi_black", "block-cursor-background": "ansi_cyan"}
        return Theme(
            name=textual_name(name),
            ansi=True,
            primary="ansi_blue",
            secondary="ansi_cyan",
            warning="ansi_yellow",
            error="ansi_red",
            success="ansi_green",
            accent="ansi_cyan",
            foreground="ansi_default",
            background="ansi_default",
            surface="ansi_default",
            panel="ansi_default",
            boost="ansi_default",
            dark=ansi.dark,
            variables=ansi.variables | quiet | layers,
        )
    if name == LIGHT:
        return Theme(
            name=textual_name(name),
            primary="#2f5d9b",
            secondary="#5a7aa8",
            accent="#2f5d9b",
            warning="#a8440c",
            error="#b3261e",
            success="#2e7d32",
            foreground="#24292f",
            background="#fbfaf7",
            surface="#f3f1ec",
            panel="#e8e5de",
            dark=False,
            variables=layers,
        )
    if name == CONTRAST:
        return Theme(
            name=textual_name(name),
            primary="#5fafff",
            secondary="#87d7ff",
            accent="#ffff5f",
            warning="#ffaf00",
            error="#ff5f5f",
            success="#5fff5f",
            foreground="#ffffff",
            background="#000000",
            surface="#101010",
            panel="#262626",
            dark=True,
            text_alpha=1.0,
            variables=layers,
        )
    return Theme(
        name=textual_name(name),
        primary="#6f9bd8",
        secondary="#56749c",
        accent="#8fb3e8",
        warning="#e0a458",
        error="#e06c75",
        success="#8fbf7f",
        foreground="#d6dae2",
        background="#16191f",
        surface="#1c2028",
        panel="#262b35",
        dark=True,
        variables=layers,
    )


def _scroll_bars(name: str) -> dict[str, str]:
    """Quiet scroll bars; the terminal's own theme keeps Textual's."""
    if name not in _TROUGHS:
        return {}
    bar, under = _TROUGHS[name]
    trough = dict.fromkeys(("background", "background-hover", "background-active", "corner-color"), under)
    return {"scrollbar": bar} | {f"scrollbar-{part}": colour for part, colour in trough.items()}
