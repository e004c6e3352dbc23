"""`newsreader import`: annotations come back, and are found again in a text that has changed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsreader import cli, read
from newsreader.annotations.document import to_json
from newsreader.annotations.model import Anchor, Annotation, AnnotationKind
from newsreader.annotations.notebook import load
from newsreader.annotations.store.store import Store
from newsreader.article.model import Article, Span
from newsreader.settings import paths

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = (
    "Ein Titel\n\n"
    "Die Ministerin sagte am Montag, das Gesetz sei fertig 😀. Der Bundestag berät es im Herbst.\n\n"
    'Die Opposition nannte es „unfertig“. Sie will "weiter\u00a0prüfen", sagte ein Sprecher.\n'
)
NOON = datetime(2024, 5, 4, 12, 0, tzinfo=UTC)


def made(article: Article, number: int, words: str | None, **more: Any) -> Annotation:
    """An annotation on some words of an article."""
    start = article.text.index(words) if words else 0
    anchors = (Anchor.of(article.text, Span(start, start + len(words))),) if words else ()
    values: dict[str, Any] = {"kind": AnnotationKind.NOTE, "note": f"Notiz {number}", "modified": NOON, **more}
    return Annotation(
        id=f"00000000-0000-4000-8000-{number:012d}",
        article=article.id,
        source=article.source,
        annotator="Jo",
        created=NOON,
        anchors=anchors,
        **values,
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "gesetz.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def noted(source: Path) -> list[Annotation]:
    """A note, a highlight behind an emoji and on a no-break space, and a note on the whole; they are in the store."""
    article = read(source)
    found = [
        made(article, 1, "das Gesetz sei fertig 😀", tags=("Kern",)),
        made(article, 2, '"weiter\u00a0prüfen"', kind=AnnotationKind.HIGHLIGHT, colour="prüfen"),
        made(article, 3, None),
    ]
    with Store(paths.store_file()) as store:
        from newsreader.annotations.changes import Change

        store.apply([Change(None, one) for one in found], {article.id: article.text})
    return found


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    def out() -> str:
        return capsys.readouterr().out.strip()

    return out


def stored() -> dict[str, Annotation]:
    with Store(paths.store_file()) as store:
        return {one.id: one for batch in store.all() for one in batch}


@pytest.mark.parametrize("name", ["json", "jsonl", "w3c"])
def test_what_was_exported_comes_back(
    name: str, source: Path, noted: list[Annotation], tmp_path: Path, told: Callable[[], str]
) -> None:
    output = tmp_path / "aus"
    assert cli.main(["export", str(source), "-f", name, "-o", str(output)]) == 0
    told()
    assert cli.main(["import", str(output)]) == 0
    assert told() == "0 new, 0 changed, 3 known, 0 without a sure place in the text"
    other = ["--store", str(tmp_path / "andere.sqlite")]
    assert cli.main(["import", str(output), *other]) == 0
    assert told() == "3 new, 0 changed, 0 known, 0 without a sure place in the text"
    with Store(tmp_path / "andere.sqlite") as store:
        found = [one for batch in store.all() for one in batch]
    assert sorted(found, key=lambda one: one.id) == noted


@pytest.mark.usefixtures("noted")
def test_an_export_holds_the_annotations(source: Path, told: Callable[[], str]) -> None:
    assert cli.main(["export", str(source)]) == 0
    assert [one["kind"] for one in json.loads(told())["annotations"]] == ["note", "note", "highlight"]
    assert cli.main(["export", str(source), "--layer", "machine"]) == 0
    assert json.loads(told())["annotations"] == []
    assert cli.main(["--store", "/nirgends/x.sqlite", "export", str(source)]) == 0
    assert json.loads(told())["annotations"] == []


@pytest.mark.usefixtures("noted")
def test_places_are_found_in_a_text_that_has_changed(source: Path, tmp_path: Path, told: Callable[[], str]) -> None:
    output = tmp_path / "aus.json"
    assert cli.main(["export", str(source), "-o", str(output)]) == 0
    changed = TEXT.replace("Ein Titel", "Ein anderer, längerer Titel").replace('"weiter\u00a0prüfen"', "anderes")
    source.write_text(changed)
    told()
    other = str(tmp_path / "andere.sqlite")
    assert cli.main(["import", str(output), "--store", other]) == 0
    assert told() == "3 new, 0 changed, 0 known, 1 without a sure place in the text"
    with Store(Path(other)) as store:
        placed = load(store, read(source)).placed
    place = placed["00000000-0000-4000-8000-000000000001"].annotation.anchors[0]
    assert changed[place.start : place.end] == "das Gesetz sei fertig 😀"
    assert placed["00000000-0000-4000-8000-000000000002"].method is None
    assert cli.main(["--store", other, "export", str(source), "--layer", "human"]) == 0
    assert len(json.loads(told())["annotations"]) == 2


def test_the_later_version_stays(
    source: Path, noted: list[Annotation], tmp_path: Path, told: Callable[[], str]
) -> None:
    article = read(source)
    output = tmp_path / "aus.jsonl"
    for hours, expected in ((-1, "0 new, 0 changed, 1 known"), (1, "0 new, 1 changed, 0 known")):
        one = made(article, 1, "das Gesetz", note="geändert", modified=NOON + timedelta(hours=hours))
        data = json.loads(_document(source))
        data["annotations"] = [to_json(one)]
        output.write_text(json.dumps(data) + "\n")
        assert cli.main(["import", str(output)]) == 0
        assert told().startswith(expected)
    assert stored()[noted[0].id].note == "geändert"


def _document(source: Path) -> str:
    import newsreader

    article = newsreader.read(source)
    return json.dumps(newsreader.to_document(article, newsreader.analyse(article)))


def test_an_annotation_that_lies_about_its_place_is_looked_for(
    source: Path, tmp_path: Path, told: Callable[[], str]
) -> None:
    article = read(source)
    row = to_json(made(article, 1, "das Gesetz"))
    row["anchors"][0] |= {"start": 5, "end": 15}
    far = to_json(made(article, 2, "das Gesetz"))
    far["anchors"][0] |= {"start": 5000, "end": 5010, "exact": "x" * 10, "prefix": "", "suffix": ""}
    data = json.loads(_document(source))
    data["annotations"] = [row, far]
    output = tmp_path / "aus.json"
    output.write_text(json.dumps(data))
    assert cli.main(["import", str(output)]) == 0
    assert told() == "2 new, 0 changed, 0 known, 1 without a sure place in the text"
    with Store(paths.store_file()) as store:
        placed = load(store, article).placed
    [place] = placed["00000000-0000-4000-8000-000000000001"].annotation.anchors
    assert article.text[place.start : place.end] == "das Gesetz"


def foreign(source: str) -> dict[str, Any]:
    """What other programs write: a note with a quotation, a highlight by its position alone, a note on the whole."""
    base = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"}
    return {
        "type": "AnnotationPage",
        "items": [
            {
                **base,
                "id": "https://hypothes.is/a/1",
                "creator": "acct:anna@hypothes.is",
                "created": "2024-05-04T10:00:00Z",
                "body": [
                    {"type": "TextualBody", "value": "Stimmt **das**?"},
                    {"type": "TextualBody", "value": "Frage", "purpose": "tagging"},
                ],
                "target": {
                    "source": source,
                    "selector": [
                        {"type": "RangeSelector"},
                        {"type": "TextQuoteSelector", "exact": "unfertig", "prefix": "nannte es „"},
                    ],
                },
            },
            {
                **base,
                "id": "urn:uuid:11111111-1111-4111-8111-111111111111",
                "target": {"source": source, "selector": {"type": "TextPositionSelector", "start": 0, "end": 9}},
            },
            {**base, "id": "x", "bodyValue": "Zum Ganzen", "target": source},
            {
                **base,
                "id": "m",
                "creator": {"type": "Software", "name": "eine Maschine"},
                "body": {"type": "TextualBody", "value": "PER", "purpose": "classifying"},
                "target": {"source": source},
            },
        ],
    }


def test_annotations_of_other_programs_are_taken(source: Path, tmp_path: Path, told: Callable[[], str]) -> None:
    file = tmp_path / "andere.jsonld"
    file.write_text(json.dumps(foreign("https://example.org/gesetz")))
    assert cli.main(["import", str(file), "--article", str(source)]) == 0
    assert told() == "3 new, 0 changed, 0 known, 0 without a sure place in the text"
    article = read(source)
    with Store(paths.store_file()) as store:
        found = {one.annotation.note: one.annotation for one in load(store, article).placed.values()}
    assert set(found) == {"Stimmt **das**?", "", "Zum Ganzen"}
    note = found["Stimmt **das**?"]
    assert (note.annotator, note.tags, note.kind) == ("acct:anna@hypothes.is", ("Frage",), AnnotationKind.NOTE)
    assert [anchor.span.of(article.text) for anchor in note.anchors] == ["unfertig"]
    assert (found[""].kind, found[""].anchors[0].exact) == (AnnotationKind.HIGHLIGHT, "Ein Titel")
    assert cli.main(["import", str(file), "--article", str(source)]) == 0
    assert told() == "0 new, 0 changed, 3 known, 0 without a sure place in the text"


def test_an_article_beside_the_file_is_found(source: Path, tmp_path: Path, told: Callable[[], str]) -> None:
    file = tmp_path / "andere.jsonld"
    file.write_text(json.dumps(foreign("anderswo/gesetz.txt")))
    assert cli.main(["import", str(file)]) == 0
    assert told().startswith("3 new")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe\x00", "no text file"),
        (b"{]", "line 1 is no JSON"),
        (b"{}", "neither a document"),
        (b"[1]", "damaged"),
        (b'{"schema": "newsreader/2"}', "damaged"),
        (b'{"schema": "newsreader/1", "article": []}', "damaged"),
        (b"[" * 100_000, "no JSON"),
        (json.dumps(foreign("https://example.org/x")).encode(), "--article"),
        (None, "cannot be read"),
    ],
)
def test_what_is_none_is_one_line_and_changes_nothing(
    content: bytes | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kaputt"
    if content is not None:
        file.write_bytes(content)
    assert cli.main(["import", str(file)]) == 1
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.err.count("\n") == 1
    assert not stored()
