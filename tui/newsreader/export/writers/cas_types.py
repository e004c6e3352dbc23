"""The types of a CAS: those of DKPro Core that INCEpTION has built in, and layers for statements and for a person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cassis import TypeSystem

SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
NAME = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
DOCUMENT = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
STATEMENT = "webanno.custom.Statement"
SPEAKER = "webanno.custom.Speaker"
CUE = "webanno.custom.StatementPart"
PART_LINK = "webanno.custom.StatementPartsLink"
REVIEWED_STATEMENT = "webanno.custom.ReviewedStatement"
REVIEWED_NAME = "webanno.custom.ReviewedName"
REMARK = "webanno.custom.Remark"

ANNOTATION = "uima.tcas.Annotation"
STRING, NUMBER, FRACTION = "uima.cas.String", "uima.cas.Integer", "uima.cas.Double"

_REVIEW = {"status": STRING, "note": STRING, "tags": STRING, "annotator": STRING}
_STATEMENT = {
    "statementId": STRING,
    "piece": NUMBER,
    "kind": STRING,
    "medium": STRING,
    "actor": STRING,
    "parent": STRING,
    "confidence": FRACTION,
}
LAYERS: dict[str, dict[str, str]] = {
    SENTENCE: {"id": STRING},
    TOKEN: {"id": STRING, "order": NUMBER},
    NAME: {"value": STRING, "identifier": STRING},
    SPEAKER: {"actor": STRING},
    CUE: {"role": STRING},
    STATEMENT: _STATEMENT,
    REVIEWED_STATEMENT: {**_STATEMENT, **_REVIEW},
    REVIEWED_NAME: {"value": STRING, "identifier": STRING, **_REVIEW},
    REMARK: {"kind": STRING, "note": STRING, "tags": STRING, "colour": STRING, "annotator": STRING, "created": STRING},
}
"""features of each layer of spans, with their types"""


def type_system() -> TypeSystem:
    """All types of the format, as the tools know them."""
    from cassis import TypeSystem

    types = TypeSystem()
    for name, features in LAYERS.items():
        layer = types.create_type(name, supertypeName=ANNOTATION)
        for feature, sort in features.items():
            types.create_feature(layer, name=feature, rangeType=sort)
    # A link feature as INCEpTION makes them: an array of links, each with a role and a target.
    link = types.create_type(PART_LINK, supertypeName="uima.cas.TOP")
    types.create_feature(link, name="role", rangeType=STRING)
    types.create_feature(link, name="target", rangeType=ANNOTATION)
    for name in (STATEMENT, REVIEWED_STATEMENT):
        types.create_feature(types.get_type(name), name="parts", rangeType="uima.cas.FSArray", elementType=PART_LINK)
    about = types.create_type(DOCUMENT, supertypeName="uima.tcas.DocumentAnnotation")
    for feature in ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"):
        types.create_feature(about, name=feature, rangeType=STRING)
    types.create_feature(about, name="isLastSegment", rangeType="uima.cas.Boolean")
    return types
