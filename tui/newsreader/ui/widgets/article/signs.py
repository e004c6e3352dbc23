"""Signs and style classes of what is shown, so that nothing hangs on colour alone."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "direct": "„",
        "indirect": "~",
        "indirect_free_indirect": "~",
        "reported": "¶",
        "free_indirect": "¶",
    }
)
"""the sign of each kind of statement (a `StatementKind` or its value): direct, indirect, whole sentence"""

LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "PER": "ᴾ",
        "ORG": "ᴼ",
        "LOC": "ᴸ",
        "GPE": "ᴸ",
        "MISC": "ᴹ",
        "DATE": "ᴰ",
        "TIME": "ᵀ",
        "MONEY": "ᴳ",
        "QUANTITY": "ᴺ",
        "PERCENT": "ᴺ",
    }
)
"""the letter shown after an entity where colour is missing: person, Organisation, Lage, money (Geld), number"""

OTHER_LETTER = "ᵒ"

_CLASSES = {
    "PER": "article--per",
    "PERSON": "article--per",
    "ORG": "article--org",
    "LOC": "article--loc",
    "GPE": "article--loc",
    "MISC": "article--misc",
    "DATE": "article--date",
    "TIME": "article--date",
    "MONEY": "article--number",
    "QUANTITY": "article--number",
    "PERCENT": "article--number",
}

STATEMENT_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "direct": "article--direct",
        "indirect": "article--indirect",
        "indirect_free_indirect": "article--indirect",
        "reported": "article--reported",
        "free_indirect": "article--reported",
    }
)
"""the style class of each kind of statement"""


def kind_class(label: str) -> str:
    """The component class that an entity's label is styled with; one for all labels that are not known."""
    return _CLASSES.get(label, "article--other")


def kind_letter(label: str) -> str:
    """The superscript letter of an entity's label; one for all labels that are not known."""
    return LETTERS.get(label, OTHER_LETTER)
