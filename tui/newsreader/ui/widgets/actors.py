"""The panel beside the text: who says what."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsreader.resources import folder
from newsreader.ui.commands.binding import bindings
from newsreader.ui.commands.command import View
from newsreader.ui.grouping import MENTIONED, NO_SPEAKER, ActorGroup, Said
from newsreader.ui.messages import ActorChosen, FilterChanged, StatementChosen
from newsreader.ui.widgets.filter import FilterInput, PagedList
from newsreader.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.phrases import Phrases

BAR = "▎"


class Decided(NamedTuple):
    """What a person has said about something, as a sign in a colour of the theme."""

    sign: str
    colour: str


MANY = 200
"""statements beyond which actors are folded until they are opened"""


class ActorsList(PagedList, inherit_bindings=False):
    """The rows. Keys come from the commands of the view."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(View.ACTORS)


class ActorsPanel(Vertical):
    """Title, filter and list.

    Args:
        phrases: what the panel says.
    """

    DEFAULT_CSS: ClassVar = (folder("styles") / "panel.tcss").read_text("utf-8")

    def __init__(self, phrases: Phrases) -> None:
        super().__init__(id="actors")
        self._phrases = phrases
        self._groups: Sequence[ActorGroup] = ()
        self._chosen: dict[str, bool] = {}
        self._rows: list[tuple[str, Said | None]] = []
        self._followed: int | None = None
        self._notice = ""
        self._filtering = False
        self._many = False
        self._decided: Mapping[str, Decided] = {}

    def compose(self) -> ComposeResult:
        """The parts."""
        yield Static(id="actors-title")
        yield FilterInput(compact=True, id="actors-filter")
        yield Static(id="actors-notice")
        yield ActorsList(id="actors-list")

    def on_mount(self) -> None:
        """Say it all in the present language."""
        self.speak(self._phrases)

    @property
    def list(self) -> ActorsList:
        """The rows' widget."""
        return self.query_one(ActorsList)

    @property
    def chosen_actor(self) -> str | None:
        """The id of the actor in whose group the cursor is."""
        row = self._cursor
        if row is None:
            return None
        group, said = self._rows[row]
        if said is not None:
            return said.statement.actor
        identifier = group.removeprefix(f"{MENTIONED}/")
        return None if identifier in (NO_SPEAKER, MENTIONED) else identifier

    @property
    def chosen_statement(self) -> str | None:
        """The id of the statement under the cursor."""
        row = self._cursor
        said = None if row is None else self._rows[row][1]
        return said.statement.id if said else None

    def focus_filter(self) -> None:
        """Type what the rows must hold."""
        self.query_one(FilterInput).focus()

    def focus_list(self) -> None:
        """Keys go to the list."""
        self.list.focus()

    def speak(self, phrases: Phrases) -> None:
        """Change the language."""
        self._phrases = phrases
        self.query_one(FilterInput).placeholder = phrases("ui.panel.filter")
        self.show(self._groups, notice=self._notice)

    def show(
        self,
        groups: Sequence[ActorGroup],
        *,
        notice: str = "",
        filtering: bool = False,
        decided: Mapping[str, Decided] | None = None,
    ) -> None:
        """Show groups, keeping the cursor on its row where that is still there.

        Args:
            notice: a sentence in the place of the list, such as that the analysis is under way.
            filtering: whether the groups are a selection, which is shown unfolded.
            decided: what a person has said about statements and actors, by their ids; None for the same as before.
        """
        self._decided = self._decided if decided is None else decided
        self._groups, self._notice, self._filtering = groups, notice, filtering
        self._many = sum(len(group.said) for group in groups) > MANY
        listed = self.list
        cursor = self._cursor
        before = None if cursor is None else self._rows[cursor][0]
        self._rows = list(self._layout())
        self._followed = None
        listed.set_options([Option(self._prompt(index)) for index in range(len(self._rows))])
        self._put_cursor(before)
        number = sum(group.count for group in groups if group.id != MENTIONED)
        title = Content.styled(self._phrases("ui.panel.title"), "bold")
        self.query_one("#actors-title", Static).update(Row(title, str(number) if number else "", style="bold"))
        note = self.query_one("#actors-notice", Static)
        note.update(Content(notice or (self._phrases("ui.panel.empty") if not groups else "")))
        note.display = bool(notice) or not groups

    def forget(self) -> None:
        """Another article: what was folded, and what was typed into the filter, belonged to the last one."""
        self._chosen.clear()
        with self.prevent(Input.Changed):
            self.query_one(FilterInput).value = ""

    def follow(self, identifier: str | None) -> None:
        """Keep in step with the text: mark a statement's or an actor's row, and put the cursor there unless in use."""
        row = self._find(identifier)
        if row != self._followed:
            old, self._followed = self._followed, row
            for index in (old, row):
                if index is not None and index < len(self._rows):
                    self.list.replace_option_prompt_at_index(index, self._prompt(index))
        if not self.has_focus_within:
            self.list.highlighted = row
            if row is None:
                self.list.scroll_home(animate=False)

    def reveal(self, identifier: str) -> bool:
        """Unfold the group of an actor or a statement and put the cursor there; False if it is not listed."""
        for group in self._groups:
            if group.id != identifier and not _holds(group, identifier):
                continue
            if self._is_folded(group.id):
                self._chosen[group.id] = False
                self.show(self._groups, notice=self._notice, filtering=self._filtering)
            self.list.highlighted = self._find(identifier)
            return True
        return False

    def fold(self, closed: bool | None = None) -> None:
        """Fold or unfold the group in which the cursor is; the other way round for None."""
        row = self._cursor
        if row is None:
            return
        group = self._group_of(row)
        if closed is None:
            closed = not self._is_folded(group)
        self._chosen[group] = closed
        self.show(self._groups, notice=self._notice, filtering=self._filtering)
        if closed:
            self._put_cursor(group)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A row was chosen by enter or a click."""
        event.stop()
        group, said = self._rows[event.option_index]
        if said is not None:
            self.post_message(StatementChosen(said.statement.id))
        elif group.startswith(f"{MENTIONED}/"):
            self.post_message(ActorChosen(group.removeprefix(f"{MENTIONED}/")))
        else:
            self.fold()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while typing."""
        event.stop()
        self.post_message(FilterChanged(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """To the list, on its first statement."""
        event.stop()
        self.focus_list()

    def on_filter_input_done(self, event: FilterInput.Done) -> None:
        """To the list."""
        event.stop()
        self.focus_list()

    def _is_folded(self, group: str) -> bool:
        return not self._filtering and self._chosen.get(group, self._many or group == MENTIONED)

    @property
    def _cursor(self) -> int | None:
        """The row under the cursor."""
        row = self.list.highlighted
        return row if row is not None and row < len(self._rows) else None

    def _layout(self) -> Iterator[tuple[str, Said | None]]:
        """The rows that are not folded away: the id of each, and its statement unless it is an actor's."""
        for group in self._groups:
            yield group.id, None
            if not self._is_folded(group.id):
                yield from ((said.id, said) for said in group.said)
                yield from ((f"{MENTIONED}/{actor.id}", None) for actor in group.others)

    def _group_of(self, row: int) -> str:
        heads = {group.id for group in self._groups}
        return next(name for name, said in reversed(self._rows[: row + 1]) if said is None and name in heads)

    def _find(self, identifier: str | None) -> int | None:
        """The row of a statement or an actor, else of the group that it is folded into, else None."""
        if identifier is None:
            return None
        rows = [n for n, (_, said) in enumerate(self._rows) if said and said.statement.id == identifier]
        if rows:
            return next((n for n in rows if not (said := self._rows[n][1]) or not said.by), rows[0])
        holder = next((group.id for group in self._groups if _holds(group, identifier)), None)
        heads = {name: n for n, (name, said) in enumerate(self._rows) if said is None}
        return heads.get(f"{MENTIONED}/{identifier}", heads.get(identifier, heads.get(holder or "")))

    def _put_cursor(self, row: str | None) -> None:
        self.list.highlighted = next((n for n, (name, _) in enumerate(self._rows) if name == row), None)

    def _prompt(self, index: int) -> Row:
        """What a row shows."""
        name, said = self._rows[index]
        bar = Content.styled(BAR, "$accent") if index == self._followed else Content(" ")
        if said is not None:
            nested = "  " * said.depth + "↳ " if said.depth else ""
            by = Content.styled(f"{said.by} ", "italic") if said.by else Content("")
            sign = Content.styled(f"{said.sign} ", "$accent")
            mark = self._mark(said.statement.id)
            left = Content.assemble(bar, f"  {nested}") + mark + by + sign + Content(said.words)
            return Row(left, str(said.section) if said.section else "")
        if name.startswith(f"{MENTIONED}/"):
            return self._silent(bar, name.removeprefix(f"{MENTIONED}/"))
        return self._head(bar, next(group for group in self._groups if group.id == name))

    def _head(self, bar: Content, group: ActorGroup) -> Row:
        arrow = "▸ " if self._is_folded(group.id) else "▾ "
        if group.actor is None:
            title = Content.styled(self._phrases(f"ui.panel.{group.id}"), "italic")
            return Row(bar + arrow + title, str(group.count), style="bold")
        name, role = group.actor.name, group.actor.role
        below = Content.assemble("   ", (role, "dim")) if role and role != name else None
        head = bar + arrow + self._mark(group.actor.id) + Content.styled(name, "bold")
        return Row(head, str(group.count), below, style="bold")

    def _silent(self, bar: Content, identifier: str) -> Row:
        actor = next(actor for group in self._groups for actor in group.others if actor.id == identifier)
        role = Content.styled(f"  {actor.role}", "dim") if actor.role else Content("")
        return Row(bar + "  " + self._mark(actor.id) + Content(actor.name) + role, str(len(actor.mentions)))

    def _mark(self, identifier: str) -> Content:
        """The sign of what a person has said about a statement or an actor."""
        decided = self._decided.get(identifier)
        return Content.styled(f"{decided.sign} ", f"bold {decided.colour}") if decided else Content("")


def _holds(group: ActorGroup, identifier: str) -> bool:
    """Whether a statement or a silent actor is listed in a group."""
    said = any(said.statement.id == identifier for said in group.said)
    return said or any(actor.id == identifier for actor in group.others)
