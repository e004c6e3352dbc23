"""The format `conllu`: CoNLL-U with tags, lemmas and features; names and statements stand in MISC.

`NER` is a tag after IOB2; `Actor` the actor that a name mentions; `Statement` says of each statement that a token
stands in which it is, how it is rendered, and whose (`s3:direct:a1`), several with commas between; `Speaker`, `Cue` and
`Addressee` name the statement that a token serves. Both layers joined, the human one holds. There is no syntax.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newsreader.export.shared.tokens import Grid, flat, iob

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from newsreader.analysis.words import Token
    from newsreader.article.model import Span
    from newsreader.export.document import Document


def write(documents: Iterable[Document], files: Sequence[IO[str]], *, many: bool) -> None:
    """Write the documents, see `newsreader.export.formats.Writer`."""
    [file] = files
    for number, document in enumerate(documents, start=1):
        file.writelines(f"{line}\n" for line in _lines(document, f"a{number}"))


def _lines(document: Document, name: str) -> Iterator[str]:
    article = document.article
    comments = [
        f"# newdoc id = {article.id}",
        f"# source = {_line(article.source)}",
        f"# title = {_line(article.title)}",
    ]
    tokens = [token for sentence in document.sentences for token in sentence.tokens]
    misc = _misc(document, [token.span for token in tokens])
    at = 0
    for number, sentence in enumerate(document.sentences, start=1):
        yield from comments
        comments = []
        yield f"# sent_id = {name}-s{number}"
        yield f"# text = {_line(sentence.span.of(document.text))}"
        for place, token in enumerate(sentence.tokens, start=1):
            follower = tokens[at + 1].span.start if at + 1 < len(tokens) else token.span.end
            glued = follower == token.span.end and at + 1 < len(tokens)
            yield _row(place, token, document.text, [*(["SpaceAfter=No"] if glued else []), *misc[at]])
            at += 1
        yield ""


def _row(place: int, token: Token, text: str, misc: list[str]) -> str:
    form = _field(token.span.of(text))
    columns = [str(place), form, _field(token.lemma), token.pos or "_", token.tag or "_", token.morph or "_"]
    return "\t".join([*columns, "_", "_", "_", "|".join(misc) or "_"])


def _misc(document: Document, tokens: Sequence[Span]) -> list[list[str]]:
    """What stands in MISC for each token."""
    layer, grid = document.layer, Grid(tokens)
    found: list[dict[str, list[str]]] = [defaultdict(list) for _ in tokens]

    def put(span: Span, key: str, value: str) -> None:
        for at in grid.covered(span):
            found[at][key].append(value)

    for at, tag in enumerate(iob(layer.entities, tokens)):
        if tag != "O":
            found[at]["NER"].append(tag)
    for entity in flat(layer.entities):
        if entity.actor:
            put(entity.span, "Actor", entity.actor)
    for one in layer.statements:
        for span in one.spans:
            put(span, "Statement", ":".join([one.id, one.kind.value, *([one.actor] if one.actor else [])]))
        for key, spans in (("Cue", one.cue), ("Addressee", one.addressee)):
            for span in spans:
                put(span, key, one.id)
        if one.speaker:
            put(one.speaker, "Speaker", one.id)
    return [[f"{key}={','.join(dict.fromkeys(values))}" for key, values in row.items()] for row in found]


def _line(text: str) -> str:
    return " ".join(text.split())


def _field(text: str) -> str:
    """A word in a column; one that is an underscore itself stays one."""
    return _line(text) or "_"
