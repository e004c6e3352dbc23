"""The article on the screen: a view that draws its lines itself."""

from newsreader.ui.widgets.article.messages import (
    EntityClicked,
    LinkClicked,
    Moved,
    SectionClicked,
    StatementClicked,
    TextClicked,
)
from newsreader.ui.widgets.article.signs import LETTERS, SIGNS, kind_class
from newsreader.ui.widgets.article.widget import ArticleView

__all__ = [
    "LETTERS",
    "SIGNS",
    "ArticleView",
    "EntityClicked",
    "LinkClicked",
    "Moved",
    "SectionClicked",
    "StatementClicked",
    "TextClicked",
    "kind_class",
]
