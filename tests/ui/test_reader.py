"""Every key of the reader, on a screen without a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.ui.waiting import offered, until
from textual.color import Color
from textual.widgets import Input, OptionList

from newsreader.errors import AnalysisError
from newsreader.ui import themes
from newsreader.ui.dialogs.contents import ContentsDialog
from newsreader.ui.dialogs.help import HelpDialog
from newsreader.ui.dialogs.kinds import KindsDialog
from newsreader.ui.dialogs.why import WhyDialog
from newsreader.ui.widgets.article import EntityClicked, LinkClicked, SectionClicked, StatementClicked

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from textual.pilot import Pilot

    from newsreader.article.model import Article

    Make = Callable[..., Any]
    Run = Callable[..., AbstractAsyncContextManager[tuple[Any, Pilot[int]]]]

WIDE, NARROW = (120, 30), (80, 24)


async def test_the_first_screen(run: Run) -> None:
    async with run() as (bench, _):
        reader = bench.app.reader
        assert reader.view.has_focus
        assert reader.has_class("-panel")
        assert reader.analysis is not None
        assert "1/3" in bench.line
        assert "? Hilfe" in bench.line
        assert bench.rows[0] == "▾ russisches Verteidigungsressort 2"
        assert bench.analyser.asked == []


async def test_lines_pages_ends(run: Run) -> None:
    async with run(size=(60, 18)) as (bench, pilot):
        view = bench.app.reader.view
        await pilot.press("j", "j", "down")
        assert view.scroll_y == 3
        await pilot.press("k", "up")
        assert view.scroll_y == 1
        await pilot.press("space")
        page = view.scroll_y
        assert page > 10
        await pilot.press("b")
        assert view.scroll_y == 1
        await pilot.press("ctrl+d")
        assert 1 < view.scroll_y < page
        await pilot.press("ctrl+u")
        assert view.scroll_y == 1
        await pilot.press("G")
        assert view.progress == 1.0
        await pilot.press("g")
        assert view.scroll_y == 0


async def test_sections_and_jumps(run: Run, article: Article) -> None:
    async with run(size=(60, 18)) as (bench, pilot):
        view = bench.app.reader.view
        starts = [section.span.start for section in article.sections]
        await pilot.press("l")
        assert view.top_offset == starts[1]
        await pilot.press("l")
        assert view.reading_offset == starts[2]
        await pilot.press("l")
        assert bench.app.reader.status.message == "Das ist der letzte Abschnitt."
        await pilot.press("h")
        assert view.top_offset == starts[1]
        await pilot.press("alt+left", "alt+left")
        assert view.top_offset == starts[1]
        await pilot.press("alt+left")
        assert view.top_offset == 0
        await pilot.press("alt+right")
        assert view.top_offset == starts[1]


async def test_statements_are_marked_and_the_panel_follows(run: Run) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("s")
        assert reader.view.current_statement.id == "s1"
        await pilot.press("s", "s", "s", "s", "s")
        assert reader.view.current_statement.id == "s6"
        assert reader.panel.chosen_statement == "s6"
        assert "„ 6/9 Olaf Scholz" in bench.line
        await pilot.press("S")
        assert reader.view.current_statement.id == "s5"
        assert reader.panel.chosen_statement == "s5"
        await pilot.press("escape")
        assert reader.view.current_statement is None
        assert "9" not in bench.line.split("●")[0].split("·")[-1]


async def test_the_panel_follows_the_text(run: Run) -> None:
    async with run(size=(120, 18)) as (bench, pilot):
        panel = bench.app.reader.panel
        await pilot.press("G")
        await until(pilot, lambda: panel.chosen_statement in ("s7", "s8", "s9"))
        await pilot.press("g")
        await until(pilot, lambda: panel.chosen_statement is None)


async def test_names(run: Run) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("e")
        assert reader.view.current_entity.id == "e1"
        assert reader.status.message == "Lloyd Austin · US-Verteidigungsminister"
        assert reader.panel.chosen_actor == "a1"
        await pilot.press("e", "e")
        assert reader.view.current_entity.id == "e3"
        await pilot.press("E")
        assert reader.view.current_entity.id == "e2"
        await pilot.press("E", "E")
        assert reader.status.message == "Kein weiterer Name."


async def test_mentions_of_an_actor_are_hits(run: Run, article: Article) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("asterisk")
        assert "Kein Akteur" in reader.status.message
        await pilot.press("s", "s", "s", "s", "s", "s", "s", "asterisk")
        assert len(reader.finder.hits.spans) == 4
        assert "/4 Wolodymyr Selenskyj" in reader.status.note
        first = reader.finder.hits.current
        await pilot.press("asterisk")
        assert reader.finder.hits.current == (first + 1) % 4
        await pilot.press("escape")
        assert reader.finder.hits.spans == ()


async def test_a_name_without_an_actor_has_namesakes(run: Run, article: Article) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("e", "e", "e", "enter")
        assert reader.status.message == "Dieser Name gehört zu keinem Akteur."
        await pilot.press("asterisk")
        assert reader.status.note == "1/1 Moskau"


async def test_selected_text_is_copied(run: Run, article: Article) -> None:
    async with run() as (bench, pilot):
        assert article.title_span is not None
        bench.app.reader.view.select(article.title_span)
        await pilot.pause()
        await pilot.press("y")
        await until(pilot, lambda: bool(bench.copied))
        assert bench.copied == [article.title_span.of(article.text)]
        await pilot.press("escape")
        assert not bench.app.reader.view.selected_text


async def test_enter_goes_from_the_text_to_the_panel_and_back(run: Run) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("enter")
        assert "Nichts gewählt" in reader.status.message
        await pilot.press("e", "enter")
        assert reader.in_list
        assert reader.panel.chosen_actor == "a1"
        await pilot.press("down", "enter")
        assert reader.view.current_statement.id == "s5"
        assert reader.in_list
        await pilot.press("1")
        assert reader.view.has_focus
        await pilot.press("2")
        assert reader.in_list
        await pilot.press("tab")
        assert reader.view.has_focus


async def test_a_statement_in_the_panel_leads_to_its_place(run: Run, article: Article) -> None:
    async with run(size=(120, 18)) as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("2", "end", "up")
        reader.panel.reveal("s9")
        await pilot.press("enter")
        span = reader.analysis.statements[8].spans[0]
        assert reader.view.visible_span.contains(span)
        assert reader.view.current_statement.id == "s9"


async def test_actors_fold_and_sort(run: Run) -> None:
    async with run() as (bench, pilot):
        rows = len(bench.rows)
        await pilot.press("2", "left")
        assert bench.rows[0] == "▸ russisches Verteidigungsressort 2"
        assert len(bench.rows) == rows - 2
        await pilot.press("right")
        assert len(bench.rows) == rows
        await pilot.press("enter")
        assert len(bench.rows) == rows - 2
        await pilot.press("enter", "r")
        assert bench.rows[0] == "▾ Lloyd Austin 1"
        await pilot.press("r")
        assert bench.rows[0] == "▾ Wolodymyr Selenskyj 3"
        assert bench.state.choice("panel_order", "").endswith("count")


async def test_many_statements_are_folded(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsreader.ui.widgets.actors.MANY", 3)
    async with run() as (bench, pilot):
        assert [row[0] for row in bench.rows] == ["▸"] * 7
        await pilot.press("s", "s")
        assert "▾ russisches Verteidigungsressort 2" in bench.rows
        assert bench.app.reader.panel.chosen_statement == "s2"


async def test_the_list_is_filtered_by_typing(run: Run) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("2", "slash", *"praesident")
        assert bench.rows[0] == "▾ Wolodymyr Selenskyj 3"
        assert len(bench.rows) == 4
        await pilot.press(*"x")
        assert bench.rows == []
        await pilot.press("escape", "down")
        assert reader.in_list
        assert len(bench.rows) > 10


async def test_letters_typed_into_an_input_are_no_commands(run: Run) -> None:
    async with run() as (bench, pilot):
        await pilot.press("slash", *"qxtz")
        assert bench.app.is_running
        assert bench.app.screen is bench.app.reader
        assert bench.app.reader.query_one("#find-input", Input).value == "qxtz"


async def test_finding(run: Run, article: Article) -> None:
    async with run(size=(60, 18)) as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("slash", *"unterstuetzung")
        assert len(reader.finder.hits.spans) == 3
        assert "1/3" in str(reader.query_one("#find-count").render())
        await pilot.press("down")
        assert "2/3" in str(reader.query_one("#find-count").render())
        await pilot.press("enter")
        assert reader.view.has_focus
        assert reader.status.note == "2/3"
        await pilot.press("n")
        assert reader.status.note == "3/3"
        await pilot.press("N", "N")
        assert reader.status.note == "1/3"
        hit = reader.finder.hits.spans[0]
        assert reader.view.visible_span.contains(hit)
        assert hit.of(article.text) == "Unterstützung"
        await pilot.press("escape")
        assert reader.status.note == ""


async def test_finding_nothing_goes_back(run: Run) -> None:
    async with run(size=(60, 18)) as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("j", "j")
        before = reader.view.top_offset
        await pilot.press("slash", *"Utah")
        assert reader.view.top_offset != before
        await pilot.press(*"xyz")
        assert "nirgends" in str(reader.query_one("#find-count").render())
        await pilot.press("escape")
        assert reader.view.top_offset == before
        assert reader.view.has_focus


async def test_marks(run: Run) -> None:
    async with run(size=(60, 18)) as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("l", "m", "a", "g", "apostrophe", "a")
        assert reader.view.top_offset == reader.article.sections[1].span.start
        await pilot.press("apostrophe", "z")
        assert reader.status.message == "Unter z ist nichts gemerkt."
        await pilot.press("apostrophe", "apostrophe")
        assert reader.view.top_offset == 0
        await pilot.press("m", "escape", "j")
        assert reader.view.scroll_y == 1


async def test_jump_labels(run: Run) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("f")
        await pilot.press("a")
        chosen = reader.view.current_entity or reader.view.current_statement
        assert chosen is not None
        await pilot.press("f", "escape", "j")
        assert reader.view.scroll_y == 1


async def test_contents(run: Run) -> None:
    async with run(size=(60, 18)) as (bench, pilot):
        await pilot.press("t")
        assert isinstance(bench.app.screen, ContentsDialog)
        await pilot.press("j", "enter")
        assert bench.app.reader.view.top_offset == bench.app.reader.article.sections[1].span.start
        await pilot.press("t", "t")
        assert bench.app.screen is bench.app.reader


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_lists_every_key(run: Run, key: str) -> None:
    async with run(language="en") as (bench, pilot):
        await pilot.press(key)
        screen = bench.app.screen
        assert isinstance(screen, HelpDialog)
        text = screen.text(60).plain
        for command in ("Next statement", "Quit", "Export", "Colours: light"):
            assert command in text
        await pilot.press("space", "j", "k", "b", "escape")
        assert bench.app.screen is bench.app.reader


async def test_kinds(run: Run) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("i")
        assert isinstance(bench.app.screen, KindsDialog)
        await pilot.press("space", "i")
        assert "PER" not in reader.view.highlighted
        assert {"ORG", "LOC", "MISC", "DATE"} <= reader.view.highlighted
        assert "PER" not in bench.line
        await pilot.press("e")
        assert reader.view.current_entity.label != "PER"


async def test_why(run: Run) -> None:
    async with run() as (bench, pilot):
        await pilot.press("w")
        assert "Keine Aussage gewählt" in bench.app.reader.status.message
        await pilot.press("s", "s", "w")
        screen = bench.app.screen
        assert isinstance(screen, WhyDialog)
        facts = dict(screen.facts())
        assert facts["Signal"] == "teilte"
        assert facts["Akteur"] == "russisches Verteidigungsressort"
        assert facts["Sicherheit"] == "90 %"
        await pilot.press("w")
        assert bench.app.screen is bench.app.reader


async def test_unsure_statements_are_hidden_step_by_step(run: Run) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        assert "verborgen" not in bench.line
        await pilot.press("s", "s", "s")
        await pilot.press("percent_sign")
        assert "ab 50 %" in reader.status.message
        assert reader.view.current_statement.id == "s3"
        await pilot.press("percent_sign")
        assert "ab 70 % Sicherheit: 8 von 9" in reader.status.message
        assert bench.app.reader.view.current_statement is None
        assert "1 Aussage unter 70 % verborgen" in reader.status.indicator
        assert bench.rows[0] == "▾ russisches Verteidigungsressort 1"
        await pilot.press("s")
        assert reader.view.current_statement.id != "s3"
        await pilot.press("percent_sign", "percent_sign")
        assert "Alle 9 Aussagen" in reader.status.message
        assert not reader.status.indicator
        assert bench.rows[0] == "▾ russisches Verteidigungsressort 2"


async def test_the_choice_of_how_sure_is_kept(run: Run) -> None:
    async with run(min_confidence=0.6) as (bench, pilot):
        assert "verborgen" not in bench.line
        await pilot.press("percent_sign")
        assert bench.app.reader.choices.get("min_confidence", "0.6") == "0.7"


async def test_copies(run: Run, article: Article) -> None:
    async with run() as (bench, pilot):
        await pilot.press("y")
        assert bench.copied == []
        await pilot.press("s", "s", "y", "Y")
        await until(pilot, lambda: len(bench.copied) > 1)
        assert bench.copied[0] == "Es wurde die Frage der Verhinderung"
        assert "russisches Verteidigungsressort" in bench.copied[1]
        assert article.title in bench.copied[1]
        assert "13.07.2024" in bench.copied[1]
        assert bench.app.clipboard == bench.copied[1]


async def test_the_source_opens_in_a_browser_or_is_copied(run: Run, sample: Path) -> None:
    async with run() as (bench, pilot):
        await pilot.press("o")
        await pilot.pause(0.1)
        assert bench.opened == [sample.as_uri()]
        assert bench.copied == [sample.as_uri()]
    async with run(browser=True) as (bench, pilot):
        await pilot.press("o")
        assert bench.copied == []


async def test_only_the_text(run: Run) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("z")
        assert not reader.status.display or reader.status.region.height == 0
        assert not reader.query_one("#side").display
        await pilot.press("z")
        await pilot.pause()
        assert reader.status.region.height == 1
        assert reader.query_one("#side").display


async def test_width(run: Run) -> None:
    async with run(size=(200, 40), width=60) as (bench, pilot):
        view = bench.app.reader.view
        await pilot.press("plus")
        assert view.text_width == 64
        await pilot.press("minus", "minus")
        assert view.text_width == 56
        assert bench.state.choice("width", "").endswith("56")


async def test_the_panel_folds_away_on_a_narrow_terminal(run: Run) -> None:
    async with run(size=NARROW) as (bench, pilot):
        reader, side = bench.app.reader, bench.app.reader.query_one("#side")
        assert not side.display
        await pilot.press("2")
        assert side.display
        assert reader.in_list
        reader.panel.reveal("s6")
        await pilot.press("enter")
        assert not side.display
        assert reader.view.has_focus
        assert reader.view.current_statement.id == "s6"
        await pilot.press("p")
        assert side.display
        await pilot.press("2", "escape")
        assert not side.display
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert side.display


async def test_the_panel_can_be_closed_by_configuration(run: Run) -> None:
    async with run(panel="closed") as (bench, pilot):
        assert not bench.app.reader.query_one("#side").display
        await pilot.press("p")
        assert bench.app.reader.query_one("#side").display


async def test_other_language(run: Run) -> None:
    async with run() as (bench, pilot):
        bench.app.reader.action_command("language_en")
        await pilot.pause()
        assert "? help" in bench.line
        assert "Who says what" in str(bench.app.reader.query_one("#actors-title").visual.left)
        assert bench.rows[-1] == "▸ only mentioned 1"


@pytest.mark.parametrize("name", ["light", "contrast", "terminal", "dark"])
async def test_other_colours(run: Run, name: str) -> None:
    async with run() as (bench, pilot):
        bench.app.reader.action_command(f"theme_{name}")
        await pilot.pause()
        assert bench.app.theme == f"newsreader-{name}"
        bench.state.save()
        chosen = bench.app.reader.styles.background
    async with run() as (bench, pilot):
        assert bench.app.theme == f"newsreader-{name}"
        assert bench.app.reader.styles.background == chosen
        assert bench.app.reader.styles.background == Color.parse(themes.make(name).background)


async def test_a_theme_of_textual(run: Run) -> None:
    async with run(theme="gruvbox") as (bench, _):
        assert bench.app.theme == "gruvbox"


async def test_own_keys(run: Run) -> None:
    async with run(keys={"next_statement": "N", "previous_hit": "ctrl+n", "help": "f2"}) as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("s")
        assert not reader.view.current_statement
        await pilot.press("N")
        assert reader.view.current_statement.id == "s1"
        assert "N Aussage" in bench.line
        await pilot.press("question_mark")
        assert bench.app.screen is reader
        await pilot.press("f2")
        assert isinstance(bench.app.screen, HelpDialog)


async def test_palette_leads_to_a_section(run: Run) -> None:
    async with run(size=(80, 18)) as (bench, pilot):
        await pilot.press("ctrl+p", *"Selenskyj wirbt")
        await until(pilot, lambda: "Selenskyj wirbt" in "".join(offered(bench.app)[:1]))
        await pilot.press("enter")
        await until(pilot, lambda: bench.app.screen is bench.app.reader)
        assert bench.app.reader.view.section.id == bench.app.reader.article.sections[2].id


async def test_palette_leads_to_an_actor(run: Run) -> None:
    async with run() as (bench, pilot):
        await pilot.press("ctrl+p", *"Olaf Scholz")
        await until(pilot, lambda: offered(bench.app)[:1] == ["Olaf Scholz"])
        await pilot.press("enter")
        await until(pilot, lambda: bench.app.screen is bench.app.reader)
        assert bench.app.reader.finder.hits.title == "Olaf Scholz"


async def test_several_articles(run: Run, sample: Path, tmp_path: Path) -> None:
    other = tmp_path / "zweiter.txt"
    other.write_text("Ein anderer Titel\n\n" + "Noch ein Satz. " * 400)
    missing = tmp_path / "fehlt.txt"
    async with run(str(sample), str(missing), str(other)) as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: reader.article.source == str(other))
        assert any("fehlt.txt" in note.message for note in bench.app._notifications)
        await pilot.press("space", "space")
        await pilot.pause(0.2)
        place = reader.view.top_offset
        await pilot.press("less_than_sign")
        await until(pilot, lambda: reader.article.source == str(sample))
        other.unlink()
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: reader.article.source == str(other))
        assert reader.view.top_offset == place


async def test_the_place_is_remembered(run: Run, sample: Path) -> None:
    async with run(size=(60, 18)) as (bench, pilot):
        await pilot.press("space", "q")
        place = bench.app.reader.view.top_offset
        assert place > 0
    bench.state.save()
    async with run(size=(90, 20)) as (bench, pilot):
        assert bench.state.last == str(sample)
        visible = bench.app.reader.view.visible_span
        assert visible.start <= place < visible.start + 100


async def test_quitting(run: Run) -> None:
    async with run() as (bench, pilot):
        await pilot.press("q")
        await pilot.pause()
        assert bench.app.return_value == 0


async def test_ctrl_c_says_how_to_quit(run: Run) -> None:
    async with run() as (bench, pilot):
        await pilot.press("ctrl+c")
        assert bench.app.reader.status.message == "q beendet."


async def test_the_analysis_comes_while_one_reads(run: Run) -> None:
    async with run(cached=False) as (bench, pilot):
        reader = bench.app.reader
        while reader.analysis is None:
            await pilot.pause(0.02)
        await pilot.pause()
        assert bench.rows[0].startswith("▾ russisches")
        assert bench.cache.found


async def test_reading_does_not_wait_for_the_analysis(run: Run) -> None:
    made = None
    async with run(cached=False, error=None) as (bench, pilot):
        made = bench
        bench.analyser.go.clear()
        reader = bench.app.reader
        reader.desk.study.analysis = None
        reader.desk.study._done.clear()
        bench.cache.found.clear()
        reader.desk.show()
        reader.desk.begin()
        await pilot.pause()
        assert "◌ Analyse läuft" in bench.line
        await pilot.press("j", "j", "s", "x")
        assert reader.view.scroll_y == 2
        assert reader.status.message == "Die Analyse ist noch nicht da."
        await pilot.press("q")
    assert made.app.return_value == 0
    made.analyser.go.set()


@pytest.mark.parametrize("error", [AnalysisError("analysis.embedded_missing"), RuntimeError("boom")])
async def test_a_failed_analysis_is_a_message(run: Run, error: Exception) -> None:
    async with run(cached=False, error=error) as (bench, pilot):
        reader = bench.app.reader
        while reader.desk.study.failure is None:
            await pilot.pause(0.02)
        await pilot.pause()
        assert "▲ ohne Analyse" in bench.line
        assert len(bench.app._notifications) == 1
        assert "boom" in str(reader.panel.query_one("#actors-notice").render()) or bench.rows == []
        await pilot.press("j", "s")
        assert reader.status.message == "Ohne Analyse ist nicht bekannt, wer was sagt."
        await pilot.press("slash", *"Kreml", "enter")
        assert reader.status.note == "1/1"


async def test_a_missing_pipeline_is_a_message(run: Run) -> None:
    async with run(cached=False, info_error=AnalysisError("analysis.not_installed", name="de_x")) as (bench, pilot):
        await pilot.pause()
        assert "▲ ohne Analyse" in bench.line
        assert any("de_x" in note.message for note in bench.app._notifications)


async def test_what_belongs_to_another_article_is_dropped(run: Run, sample: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.txt"
    other.write_text("Ganz kurz.")
    async with run(str(sample), str(other), cached=False) as (bench, pilot):
        reader = bench.app.reader
        await pilot.press("greater_than_sign")
        while reader.analysis is None:
            await pilot.pause(0.02)
        assert reader.article.source == str(other)
        assert reader.analysis.statements == ()


async def test_clicks(run: Run) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        listed = reader.panel.query_one(OptionList)
        await pilot.click(listed, offset=(6, 1))
        await pilot.pause()
        assert reader.view.current_statement.id == "s2"
        help_at = bench.line.rindex("? Hilfe")
        await pilot.click(reader.status, offset=(help_at, 0))
        await pilot.pause()
        assert isinstance(bench.app.screen, HelpDialog)


async def test_what_is_clicked_in_the_text(run: Run) -> None:
    async with run() as (bench, pilot):
        reader = bench.app.reader
        view = reader.view
        view.post_message(EntityClicked(reader.analysis.entities[0], 0))
        await pilot.pause()
        assert view.current_entity.id == "e1"
        assert reader.panel.chosen_actor == "a1"
        view.post_message(StatementClicked(reader.analysis.statements[1]))
        await pilot.pause()
        assert view.current_statement.id == "s2"
        assert reader.panel.chosen_statement == "s2"
        view.post_message(SectionClicked(reader.article.sections[1]))
        await pilot.pause()
        assert view.reading_offset == reader.article.sections[1].span.start
        view.post_message(LinkClicked("https://example.org/"))
        await pilot.pause()
        assert bench.opened == ["https://example.org/"]


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (20, 4), (60, 18), (99, 20), (300, 100)])
async def test_no_size_is_too_small(run: Run, size: tuple[int, int]) -> None:
    async with run(size=size) as (bench, pilot):
        await pilot.press("s", "2", "down", "enter", "t", "escape", "question_mark", "escape", "slash", "a", "escape")
        for width, height in ((60, 18), (1, 1), (300, 90), (99, 2), (101, 30)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            await pilot.press("s", "j")
        assert bench.app.is_running
        assert bench.app._exception is None


async def test_no_key_is_dropped_before_the_panel_stands(bench: Make) -> None:
    made = bench()
    async with made.app.run_test(size=(60, 18)) as pilot:
        await pilot.press(*"jjjjjjjjjj")
        while not made.app.reader.is_ready:
            await pilot.pause(0.01)
        await pilot.pause()
        assert made.app.reader.view.scroll_y == 10
