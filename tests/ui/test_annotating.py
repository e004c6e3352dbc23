"""Annotating and reviewing, on a screen without a terminal."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input, OptionList, Select, SelectionList, TextArea

from newsreader.annotations.model import AnnotationKind, Verdict
from newsreader.annotations.pen import Pen
from newsreader.annotations.store.store import Store
from newsreader.errors import StoreError
from newsreader.ui.dialogs.annotate import AnnotateDialog
from newsreader.ui.dialogs.note import NoteDialog
from newsreader.ui.screens.annotator import Annotator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.screen import Screen

    from newsreader.annotations.model import Annotation
    from newsreader.article.model import Article

    Run = Callable[..., Any]


@pytest.fixture
def annotating(run: Run) -> Run:
    """Runs a reader as `run` does; the annotations are read."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def running(*sources: str, **options: Any) -> Any:
        async with run(*sources, **options) as (bench, pilot):
            while bench.app.reader.annotator.notebook is None:
                await pilot.pause(0.01)
            yield bench, pilot

    return running


@pytest.fixture
def held(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a reader as `run` does; the annotations are read when the event that it gives as a third is set."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def running(*sources: str, **options: Any) -> Any:
        go, read = threading.Event(), Annotator._read

        def late(self: Annotator, article: Article) -> None:
            assert go.wait(30)
            read(self, article)

        monkeypatch.setattr(Annotator, "_read", late)
        async with run(*sources, **options) as (bench, pilot):
            try:
                yield bench, pilot, go
            finally:
                go.set()

    return running


def made(bench: Any) -> list[Annotation]:
    """The annotations of the article, in order."""
    return sorted(bench.app.reader.annotator.notebook.annotations, key=lambda one: (one.start, one.created))


def stored(path: Path) -> list[Annotation]:
    """What the store's file has."""
    with Store(path / "annotations.sqlite") as store:
        return [one for batch in store.all() for one in batch]


def rows(bench: Any) -> list[str]:
    """The rows of the list of annotations as they read."""
    prompts: list[Any] = [option.prompt for option in bench.app.reader.notes.panel.list.options]
    return [" | ".join(" ".join(line.plain.split()) for line in prompt.lines(200)) for prompt in prompts]


def gutter(bench: Any, offset: int) -> str:
    """The signs beside the line of a code point."""
    view = bench.app.reader.view
    position = view.position_of(offset)
    assert position is not None
    return str(view.render_line(position[1]).text[: view._frame.column])


async def test_a_statement_is_highlighted_without_selecting(annotating: Run, tmp_path: Path) -> None:
    async with annotating() as (bench, pilot):
        await pilot.press("s", "a")
        assert isinstance(bench.app.screen, AnnotateDialog)
        await pilot.press("2")
        [one] = made(bench)
        assert (one.kind, one.colour) == (AnnotationKind.HIGHLIGHT, "belegt")
        assert one.spans == bench.app.reader.view.current_statement.spans
        assert "2" in gutter(bench, one.start)
        assert stored(tmp_path) == [one]
        await pilot.press("a", "1")
        assert [one.colour for one in made(bench)] == ["prüfen"]
        await pilot.press("a", "1")
        assert made(bench) == stored(tmp_path) == []
        assert bench.app.reader.status.message == "Gelöscht."


async def test_a_selection_is_highlighted_by_enter(annotating: Run, article: Article) -> None:
    async with annotating() as (bench, pilot):
        await pilot.press("v", "w", "a", "down", "enter")
        [one] = made(bench)
        assert [span.of(article.text) for span in one.spans] == ["Nach dem"]
        assert one.colour == "belegt"
        assert bench.app.reader.view.selection_span is None
        assert not bench.app.reader.selector.active


async def test_own_colours(annotating: Run) -> None:
    async with annotating(colours={"Zahl": "blue", "Zitat": "violet"}) as (bench, pilot):
        await pilot.press("s", "a", "2")
        assert made(bench)[0].colour == "Zitat"
        offset = made(bench)[0].start
        await pilot.press("escape")
        view = bench.app.reader.view
        x, y = view.position_of(offset)
        segments = view.render_line(y).crop(x, x + 1)
        wanted = view.get_component_rich_style("article--violet").bgcolor
        assert next(iter(segments)).style.bgcolor == wanted


async def test_a_note_with_tags_is_written_shown_and_changed(annotating: Run, tmp_path: Path) -> None:
    async with annotating() as (bench, pilot):
        await pilot.press("s", "W")
        assert isinstance(bench.app.screen, NoteDialog)
        await pilot.press(*"Wer sagt das", "enter", *"Quelle", "tab", *"wahl", "escape")
        [one] = made(bench)
        assert (one.note, one.tags) == ("Wer sagt das\nQuelle", ("wahl",))
        assert stored(tmp_path) == [one]
        assert "✎" in gutter(bench, one.start)
        await pilot.pause()
        window = bench.app.reader.query_one("#note-window")
        assert window.display
        await pilot.press("escape")
        assert not window.display
        await pilot.press("s", "S", "a", "n")
        assert bench.app.screen.query_one(TextArea).text == one.note
        assert bench.app.screen.query_one(Input).value == "wahl"
        await pilot.press("!", "escape")
        assert [one.note for one in made(bench)] == ["Wer sagt das\nQuelle!"]
        await pilot.press("W")
        bench.app.screen.query_one(TextArea).text = ""
        bench.app.screen.query_one(Input).value = ""
        await pilot.press("escape")
        assert made(bench) == []


async def test_tags_are_completed(annotating: Run) -> None:
    async with annotating() as (bench, pilot):
        await pilot.press("s", "W", "x", "tab", *"wahlkampf", "escape")
        await pilot.press("s", "W", "y", "tab", *"wahl")
        await pilot.pause(0.1)
        await pilot.press("right", "escape")
        assert [one.tags for one in made(bench)] == [("wahlkampf",), ("wahlkampf",)]


async def test_a_note_on_the_whole_article(annotating: Run) -> None:
    async with annotating() as (bench, pilot):
        await pilot.press("W", *"gut", "escape")
        [one] = made(bench)
        assert one.spans == ()
        await pilot.press("3")
        assert rows(bench) == ["✎ gut | zum ganzen Artikel"]


async def test_the_editor_gets_the_note(annotating: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async with annotating() as (bench, pilot):
        await pilot.press("s", "W", "x", "ctrl+e")
        assert "kein anderes Programm" in str(bench.app.screen.query_one(".question").render())
        from contextlib import nullcontext

        monkeypatch.setattr(type(bench.app), "suspend", lambda self: nullcontext())
        monkeypatch.setattr("newsreader.ui.editor.command", lambda environment: None)
        await pilot.press("ctrl+e")
        assert "EDITOR" in str(bench.app.screen.query_one(".question").render())
        assert bench.app.screen.query_one(TextArea).text == "x"


async def test_single_keys_confirm_and_reject(annotating: Run, tmp_path: Path) -> None:
    async with annotating() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("s", "c")
        assert reader.status.message == "Bestätigt."
        assert "✓" in gutter(bench, reader.view.current_statement.spans[0].start)
        assert "1 von 9 Aussagen geprüft" in bench.line or "✓ 1/9" in bench.line
        await pilot.press("s")
        rejected = reader.view.current_statement
        await pilot.press("X")
        assert rejected not in reader.analysis.statements
        assert "✗" in gutter(bench, rejected.spans[0].start)
        await pilot.press("s")
        assert reader.view.current_statement.spans[0].start > rejected.spans[0].start
        await pilot.press("e", "c")
        verdicts = {(one.kind.value, one.verdict) for one in stored(tmp_path)}
        assert verdicts == {
            ("statement", Verdict.CONFIRMED),
            ("statement", Verdict.REJECTED),
            ("entity", Verdict.CONFIRMED),
        }
        await pilot.press("c")
        assert reader.status.message == "Das ist schon so entschieden."
        await pilot.press("e", "E")
        assert reader.status.message == "Lloyd Austin · US-Verteidigungsminister ✓ bestätigt"


async def test_undo_and_redo(annotating: Run, tmp_path: Path) -> None:
    async with annotating() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("u")
        assert reader.status.message == "Nichts rückgängig zu machen."
        await pilot.press("s", "c", "a", "1", "u")
        assert reader.status.message == "Rückgängig: hervorgehoben."
        assert len(made(bench)) == len(stored(tmp_path)) == 1
        await pilot.press("u", "u")
        assert made(bench) == stored(tmp_path) == []
        await pilot.press("ctrl+r", "ctrl+r", "ctrl+r")
        assert reader.status.message == "Nichts zu wiederholen."
        assert len(made(bench)) == len(stored(tmp_path)) == 2


async def test_all_of_a_filter(annotating: Run) -> None:
    async with annotating() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("C")
        screen = bench.app.screen
        assert "Das trifft 9" in str(screen.query_one(".count").render())
        screen.query_one("#kind", Select).value = "direct"
        await pilot.pause()
        number = sum(one.kind == "direct" for one in reader.analysis.statements)
        assert f"Das trifft {number}" in str(screen.query_one(".count").render())
        await pilot.press("ctrl+s")
        assert reader.annotator.review.progress().checked == number
        await pilot.press("C")
        screen = bench.app.screen
        screen.query_one("#what", Select).value = "entity"
        await pilot.pause()
        screen.query_one("#words", Input).value = "moskau"
        await pilot.pause()
        await pilot.press("ctrl+x")
        assert "Moskau" not in [one.span.of(reader.article.text) for one in reader.analysis.entities]
        await pilot.press("u")
        assert "Moskau" in [one.span.of(reader.article.text) for one in reader.analysis.entities]
        await pilot.press("u")
        assert reader.annotator.review.progress().checked == 0


async def test_an_entity_is_corrected_everywhere(annotating: Run) -> None:
    async with annotating() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("e", "e", "e", "a", "k")
        screen = bench.app.screen
        screen.query_one("#label", Select).value = "ORG"
        screen.query_one("#where", Select).value = True
        await pilot.pause()
        await pilot.press("ctrl+s")
        named = [one for one in reader.analysis.entities if one.span.of(reader.article.text) == "Moskau"]
        assert len(named) == reader.article.text.count("Moskau") > 1
        assert {one.label for one in named} == {"ORG"}
        await pilot.press("u")
        assert [one.label for one in reader.analysis.entities if one.id == "e3"] == ["LOC"]


async def test_an_entity_gets_a_new_actor(annotating: Run) -> None:
    async with annotating() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("e", "e", "e", "a", "k")
        bench.app.screen.query_one("#actor", Select).value = "\x00new"
        await pilot.pause()
        await pilot.press("ctrl+s")
        assert bench.app.screen.query_one("#name", Input).value == "Moskau"
        await pilot.press(*" neu", "enter")
        [entity] = [one for one in reader.analysis.entities if one.id == "e3"]
        assert reader.analysis.actor(entity.actor).name == "Moskau neu"
        await pilot.press("u")
        assert "Moskau neu" not in [one.name for one in reader.analysis.actors]


async def test_the_extent_of_an_entity_and_a_new_one(annotating: Run, article: Article) -> None:
    async with annotating() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("e", "v", "o", "b", "a", "u")
        assert "US-Verteidigungsminister Lloyd Austin" in [
            one.span.of(article.text) for one in reader.analysis.entities
        ]
        reader.view.select(reader.view.word_at(article.text.index("Journalisten")))
        await pilot.press("a", "w")
        bench.app.screen.query_one("#label", Select).value = "MISC"
        await pilot.press("ctrl+s")
        added = [one for one in reader.analysis.entities if one.span.of(article.text) == "Journalisten"]
        assert [one.label for one in added] == ["MISC"]
        await pilot.press("3")
        assert any("Name ergänzt" in row for row in rows(bench))


async def test_a_statement_is_corrected(annotating: Run) -> None:
    async with annotating() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("s", "a", "k")
        screen = bench.app.screen
        screen.query_one("#kind", Select).value = "reported"
        screen.query_one("#actor", Select).value = "a5"
        await pilot.pause()
        await pilot.press("ctrl+s")
        statement = next(one for one in reader.analysis.statements if one.id == "s1")
        assert (statement.kind, statement.actor) == ("reported", "a5")
        assert "Olaf Scholz 2 ▎ ± ¶ beide" in " ".join(bench.rows)
        assert "±" in gutter(bench, statement.spans[0].start)
        await pilot.press("s", "S", "v", "b", "a")
        await pilot.press("U" if "U" in bench.app.screen._keys else "u")
        statement = next(one for one in reader.analysis.statements if one.id == "s1")
        assert not statement.spans[0].of(reader.article.text).endswith("gesprochen")


async def test_a_new_statement_with_speaker(annotating: Run, article: Article) -> None:
    async with annotating() as (bench, pilot):
        reader = bench.app.reader
        span = reader.view.paragraph_at(article.text.index("Kurz nach"))
        reader.view.select(span)
        await pilot.press("a", "s")
        screen = bench.app.screen
        screen.query_one("#actor", Select).value = "a2"
        await pilot.pause()
        await pilot.press("ctrl+s")
        [added] = [one for one in reader.analysis.statements if one.spans[0].start == span.start]
        assert added.actor == "a2"
        reader.view.mark_statement(added.id)
        reader.view.select(reader.view.word_at(article.text.index("Beloussow")))
        await pilot.press("a")
        keys = {identifier: key for key, identifier in bench.app.screen._keys.items()}
        await pilot.press(keys["speaker:statement"])
        [added] = [one for one in reader.analysis.statements if one.spans[0].start == span.start]
        assert added.speaker.of(article.text) == "Beloussow"


async def test_actors_are_renamed_joined_and_split(annotating: Run) -> None:
    async with annotating() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("e", "a", "a")
        bench.app.screen.query_one("#name", Input).value = "Lloyd J. Austin"
        await pilot.press("ctrl+s")
        assert reader.analysis.actor("a1").name == "Lloyd J. Austin"
        await pilot.press("a", "v", *"belou", "enter")
        assert reader.analysis.actor("a2") is None
        assert len(reader.analysis.actor("a1").mentions) == 2
        await pilot.press("u", "u")
        assert reader.analysis.actor("a1").name == "Lloyd Austin"
        selenskyj = next(n for n, row in enumerate(bench.rows) if "Wolodymyr Selenskyj" in row)
        await pilot.press("2")
        reader.panel.list.highlighted = selenskyj
        await pilot.press("a", "t")
        mentions = bench.app.screen.query_one(SelectionList)
        mentions.select(mentions.get_option_at_index(0))
        await pilot.pause()
        bench.app.screen.query_one(Input).value = "Selenskyj der Zweite"
        await pilot.press("ctrl+s")
        names = [one.name for one in reader.analysis.actors]
        assert "Selenskyj der Zweite" in names
        assert len(reader.analysis.actor("a6").mentions) == 3


async def test_the_list_of_annotations(annotating: Run) -> None:
    async with annotating() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("3")
        assert "Noch nichts angemerkt" in str(reader.notes.panel.query_one("#notes-notice").render())
        await pilot.press("1", "s", "c", "s", "a", "2", "s", "W", *"Notiz zwei", "tab", *"wahl", "escape", "A")
        assert [row.split(" | ")[0] for row in rows(bench)] == [
            "✓ Aussage bestätigt",
            "2 belegt",
            "✎ Notiz zwei · #wahl",
        ]
        await pilot.press("r", "r")
        assert [row[0] for row in rows(bench)] == ["2", "✎", "✓"]
        await pilot.press("slash", *"#wa", "down")
        assert len(rows(bench)) == 1
        await pilot.press("enter")
        annotation = next(one for one in made(bench) if one.note)
        assert reader.notes.current == annotation.id
        assert reader.view.has_focus is False
        await pilot.press("a", "n")
        assert bench.app.screen.query_one(TextArea).text == "Notiz zwei"
        await pilot.press("escape", "d")
        assert rows(bench) == []
        await pilot.press("u")
        assert len(rows(bench)) == 1


async def test_stepping_through_annotations(annotating: Run) -> None:
    async with annotating() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("s", "a", "1", "s", "s", "a", "2", "escape", "escape", "g")
        first, second = made(bench)
        await pilot.press("full_stop")
        assert reader.notes.current == first.id
        await pilot.press("full_stop")
        assert reader.notes.current == second.id
        await pilot.press("full_stop")
        assert reader.status.message == "Keine weitere Anmerkung."
        await pilot.press("comma", "d")
        assert made(bench) == [second]
        await pilot.press("s")
        assert reader.notes.current is None


async def test_of_several_annotations_one_is_picked_to_delete(annotating: Run) -> None:
    async with annotating() as (bench, pilot):
        await pilot.press("s", "a", "1", "c", "W", "x", "escape", "d")
        options = bench.app.screen.query_one(OptionList)
        assert options.option_count == 3
        await pilot.press("down", "enter")
        assert len(made(bench)) == 2
        await pilot.press("escape", "escape", "escape", "d")
        assert bench.app.reader.status.message == "Hier ist keine Anmerkung, die sich löschen ließe."


async def test_a_store_that_fails_loses_nothing(
    annotating: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with annotating() as (bench, pilot):

        def full(self: Store, *changes: object) -> None:
            raise StoreError("store.full", path="/x", reason="test")

        with monkeypatch.context() as patch:
            patch.setattr(Store, "apply", full)
            await pilot.press("s", "a", "1")
            assert len(made(bench)) == 1
            assert "▲ 1 nicht gespeichert" in bench.line
            assert stored(tmp_path) == []
            await pilot.press("3")
            assert rows(bench)[0].startswith("1 ▲ prüfen")
            await pilot.press("ctrl+s")
            assert "▲ 1 nicht gespeichert" in bench.line
        await pilot.press("ctrl+s")
        assert "nicht gespeichert" not in bench.line
        assert stored(tmp_path) == made(bench)


async def test_what_another_reader_writes_appears_by_itself(
    annotating: Run, article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.ui.screens.annotator.EVERY", 0.05)
    async with annotating() as (bench, pilot):
        pen = Pen(article, "Bob")
        with Store(tmp_path / "annotations.sqlite") as store:
            store.apply([pen.note([pen.anchor(article.sections[0].span).span], "von Bob")])
        for _ in range(100):
            await pilot.pause(0.05)
            if made(bench):
                break
        assert [one.annotator for one in made(bench)] == ["Bob"]


async def test_annotations_are_shown_before_the_analysis_comes(
    annotating: Run, article: Article, tmp_path: Path
) -> None:
    pen = Pen(article, "Ada")
    span = article.sections[1].span
    with Store(tmp_path / "annotations.sqlite") as store:
        store.apply([pen.highlight([span], "belegt", note="da")])
    async with annotating(cached=False, error=None) as (bench, pilot):
        reader = bench.app.reader
        assert len(made(bench)) == 1
        await pilot.press("full_stop")
        assert reader.notes.current == made(bench)[0].id
        while reader.analysis is None or not reader.analysis.statements:
            await pilot.pause(0.02)
        assert len(reader.annotator.review.annotations) == 1


async def test_another_article_has_annotations_of_its_own(annotating: Run, sample: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nur ein Satz.", encoding="utf-8")
    async with annotating(str(sample), str(other)) as (bench, pilot):
        await pilot.press("s", "a", "1", "greater_than_sign")
        while bench.app.reader.annotator.notebook is None:
            await pilot.pause(0.01)
        assert made(bench) == []
        await pilot.press("u")
        assert bench.app.reader.status.message == "Nichts rückgängig zu machen."
        await pilot.press("less_than_sign")
        while bench.app.reader.annotator.notebook is None:
            await pilot.pause(0.01)
        assert len(made(bench)) == 1


async def test_without_anything_at_hand_keys_say_so(annotating: Run) -> None:
    async with annotating(language="en") as (bench, pilot):
        await pilot.press("c")
        assert bench.app.reader.status.message.startswith("Nothing chosen")
        await pilot.press("d")
        assert bench.app.reader.status.message == "There is no annotation here to delete."
        await pilot.press("full_stop")
        assert bench.app.reader.status.message == "No further annotation."


async def test_orphans_stand_apart_and_get_a_place_again(annotating: Run, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    first = "Erster Satz, der ohne Belang ist und lange so stehen bleibt, wie er ist."
    path.write_text(f"{first}\n\nDie Ministerin trat gestern zurück.\n", encoding="utf-8")
    async with annotating(str(path)) as (bench, pilot):
        reader = bench.app.reader
        reader.view.select(reader.view.paragraph_at(reader.article.text.index("Ministerin")))
        await pilot.press("a", "1")
        reader.view.select(reader.view.word_at(0))
        await pilot.press("a", "2")
    path.write_text(f"{first}\n\nGanz anderes steht jetzt hier.\n", encoding="utf-8")
    async with annotating(str(path)) as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("3")
        old = "1 prüfen | Die Ministerin trat gestern zurück."
        assert rows(bench) == ["2 belegt | Erster", "ohne sichere Stelle 1", old]
        await pilot.press("G", "enter")
        assert reader.status.message == "Diese Anmerkung hat im jetzigen Text keine sichere Stelle."
        reader.view.select(reader.view.word_at(reader.article.text.index("anderes")))
        await pilot.press("3", "G", "a", "u")
        assert rows(bench) == ["2 belegt | Erster", "1 prüfen | anderes"]
        await pilot.press("u", "G", "d")
        assert rows(bench) == ["2 belegt | Erster"]


def fails(*_: object) -> None:
    """In the place of a store's method: the disk is full."""
    raise StoreError("store.full", path="/x", reason="test")


async def test_nobody_leaves_unstored_changes_behind_unasked(annotating: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async with annotating() as (bench, pilot):
        monkeypatch.setattr(Store, "apply", fails)
        await pilot.press("s", "c", "q")
        await pilot.pause()
        assert bench.app.is_running
        assert bench.app.return_code is None
        await pilot.press("q")
    assert bench.app.return_code == 0


async def test_what_is_not_stored_of_one_article_is_stored_from_another(
    annotating: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("EVERY", "RETRY_EVERY"):
        monkeypatch.setattr(f"newsreader.ui.screens.annotator.{name}", 0.05)
    other = tmp_path / "other.txt"
    other.write_text("Nur ein Satz.", encoding="utf-8")
    async with annotating(str(sample), str(other)) as (bench, pilot):
        annotator = bench.app.reader.annotator
        with monkeypatch.context() as patch:
            patch.setattr(Store, "apply", fails)
            await pilot.press("s", "c", "greater_than_sign")
            while annotator.notebook is None:
                await pilot.pause(0.01)
            assert "▲ 1 nicht gespeichert" in bench.line
            assert stored(tmp_path) == []
        for _ in range(100):
            await pilot.pause(0.05)
            if not annotator.unsaved:
                break
        assert len(stored(tmp_path)) == 1
        assert "nicht gespeichert" not in bench.line


async def test_enter_on_a_chosen_annotation_writes_its_note(annotating: Run) -> None:
    async with annotating() as (bench, pilot):
        await pilot.press("s", "a", "1", "escape", "g", "full_stop", "enter")
        await pilot.press(*"dazu", "escape")
        [one] = made(bench)
        assert (one.kind, one.note) == (AnnotationKind.HIGHLIGHT, "dazu")


async def test_the_status_line_says_what_was_decided(annotating: Run) -> None:
    async with annotating() as (bench, pilot):
        status = bench.app.reader.status
        await pilot.press("s")
        plain = status.note
        await pilot.press("c")
        assert status.note == f"{plain} ✓ bestätigt"
        await pilot.press("u")
        assert status.note == plain
        await pilot.press("X")
        assert status.note == ""


async def test_an_export_has_both_layers(annotating: Run) -> None:
    from newsreader.ui.commands.taking import _offer

    async with annotating() as (bench, pilot):
        await pilot.press("s", "X", "s", "a", "1")
        document = _offer(bench.app.reader).document
        assert len(document.analysis.statements) == 9
        assert {one.kind for one in document.human} == {AnnotationKind.STATEMENT, AnnotationKind.HIGHLIGHT}


@pytest.mark.parametrize("size", [(20, 5), (40, 12)])
async def test_menus_and_lists_survive_small_terminals(annotating: Run, size: tuple[int, int]) -> None:
    async with annotating(size=size) as (bench, pilot):
        await pilot.press("s", "a", "c", "W", "x", "escape", "C", "escape", "3", "1", "v", "w", "a", "2", "full_stop")
        await pilot.pause()
        assert len(made(bench)) == 3


@pytest.mark.parametrize(("key", "dialog"), [("a", AnnotateDialog), ("W", NoteDialog)])
async def test_what_is_pressed_before_the_annotations_are_read_waits_for_them(
    held: Run, key: str, dialog: type[Screen[Any]]
) -> None:
    async with held() as (bench, pilot, go):
        await pilot.press("s", key)
        assert "Die Anmerkungen werden noch gelesen." in bench.line
        assert bench.app.screen is bench.app.reader
        go.set()
        while not isinstance(bench.app.screen, dialog):
            await pilot.pause(0.01)
        await pilot.press("escape")
        assert bench.app.screen is bench.app.reader


async def test_a_menu_that_was_waited_for_does_not_open_over_something_else(held: Run) -> None:
    async with held() as (bench, pilot, go):
        await pilot.press("a", "question_mark")
        elsewhere = bench.app.screen
        assert elsewhere is not bench.app.reader
        go.set()
        while bench.app.reader.annotator.notebook is None:
            await pilot.pause(0.01)
        await pilot.pause()
        assert bench.app.screen is elsewhere


async def test_nothing_is_decided_before_the_annotations_are_read(held: Run) -> None:
    async with held() as (bench, pilot, go):
        await pilot.press("s", "c")
        assert "Die Anmerkungen werden noch gelesen." in bench.line
        go.set()
        while bench.app.reader.annotator.notebook is None:
            await pilot.pause(0.01)
        await pilot.pause()
        assert made(bench) == []
