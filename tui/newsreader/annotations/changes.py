"""What happens to annotations: single changes, and steps of several that are done and undone together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.annotations.model import Annotation


@dataclass(frozen=True, slots=True)
class Change:
    """One annotation made, changed or deleted.

    Attributes:
        before: as it was, None where it is made.
        after: as it becomes, None where it is deleted.

    Raises:
        ValueError: if it is about no annotation, or about two.
    """

    before: Annotation | None
    after: Annotation | None

    def __post_init__(self) -> None:
        ids = {one.id for one in (self.before, self.after) if one is not None}
        if len(ids) != 1:
            raise ValueError("a change is about one annotation")

    @property
    def id(self) -> str:
        """Id of the annotation."""
        return (self.after or self.before).id  # type: ignore[union-attr]

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that the user makes at once, and takes back at once.

    Attributes:
        what: key of the phrase that names it ("annotations.step.confirm"); its {n} is the number of changes.
        changes: in order.
    """

    what: str
    changes: tuple[Change, ...]

    @classmethod
    def of(cls, what: str, changes: Iterable[Change]) -> Step:
        """A step of some changes; those that change nothing are left out."""
        return cls(what, tuple(change for change in changes if not _idle(change)))

    @property
    def inverse(self) -> Step:
        """The step that takes this one back."""
        return Step(self.what, tuple(change.inverse for change in reversed(self.changes)))

    def __bool__(self) -> bool:
        return bool(self.changes)


def _idle(change: Change) -> bool:
    """Whether nothing but the time of the change would be another one."""
    before, after = change.before, change.after
    if before is None or after is None:
        return before is after
    return replace(before, modified=after.modified) == after
