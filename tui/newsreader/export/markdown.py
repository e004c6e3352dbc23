"""The format `markdown`: an article's statements by actor, to be read by people."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from newsreader.export.json_text import dumps
from newsreader.export.markdown_text import escaped
from newsreader.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from newsreader.export.document import Document

FRONT_MATTER = ("title", "source", "published", "language", "id")


def write(documents: Iterable[Document], files: Sequence[TextIO], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`.

    One article has its data as front matter; of several, each has them under its heading.
    """
    [file] = files
    for number, document in enumerate(documents):
        data = document.as_json()
        if number:
            file.write("\n---\n\n")
        if not many:
            file.writelines(_front_matter(data))
        file.writelines(f"{line}\n" for line in _page(data, many=many))


def _front_matter(data: dict[str, Any]) -> Iterator[str]:
    """YAML, which takes JSON's strings as they are."""
    yield "---\n"
    for key in FRONT_MATTER:
        yield f"{key}: {dumps(data['article'][key])}\n"
    yield f"generator: {dumps(data['generator'])}\n"
    yield f"pipeline: {dumps('{name} {version}'.format(**data['pipeline']))}\n"
    yield "---\n\n"


def _page(data: dict[str, Any], *, many: bool) -> Iterator[str]:
    article = data["article"]
    # The few words around the article's own are in its language and not in that of whoever exports it.
    t = Phrases("de" if article["language"] == "de" else "en")
    yield f"# {escaped(article['title'])}"
    if many:
        yield ""
        yield f"- {t('export.markdown.source')}: {escaped(article['source'])}"
        if article["published"]:
            yield f"- {t('export.markdown.published')}: {escaped(article['published'])}"
    if not data["statements"]:
        yield ""
        yield t("export.markdown.none")
    by_actor: dict[str | None, list[dict[str, Any]]] = defaultdict(list)
    for statement in data["statements"]:
        by_actor[statement["actor"]].append(statement)
    for actor in data["actors"]:
        if statements := by_actor.pop(actor["id"], None):
            yield from _group(actor["name"], actor["role"], statements, data, t)
    if rest := [statement for statements in by_actor.values() for statement in statements]:
        yield from _group(t("export.markdown.nobody"), None, rest, data, t)


def _group(
    name: str, role: str | None, statements: list[dict[str, Any]], data: dict[str, Any], t: Phrases
) -> Iterator[str]:
    yield ""
    yield f"## {escaped(name)}"
    if role:
        yield ""
        yield f"*{escaped(role)}*"
    headings = {section["id"]: section["heading"] for section in data["article"]["sections"]}
    by_id = {statement["id"]: statement for statement in data["statements"]}
    section: object = object()
    for statement in statements:
        if statement["section"] != section:
            section = statement["section"]
            yield ""
            yield f"### {escaped(headings.get(section) or t('export.markdown.opening'))}"
        yield ""
        yield f"- {escaped(statement['text'])}"
        yield f"  ({_remark(statement, by_id, t)})"


def _remark(statement: dict[str, Any], by_id: dict[str, dict[str, Any]], t: Phrases) -> str:
    """How a statement is rendered, who the article says spoke, and what it stands in."""
    remarks = [t(f"export.markdown.{statement['kind']}")]
    if statement["speaker"]:
        remarks.append(escaped(statement["speaker"]["text"]))
    if parent := by_id.get(statement["parent"]):
        remarks.append(t("export.markdown.within", text=escaped(_first_words(parent["text"]))))
    return "; ".join(remarks)


def _first_words(text: str, number: int = 6) -> str:
    words = text.split()
    return " ".join(words[:number]) + (" …" if len(words) > number else "")
