"""What a page tells of its article in JSON-LD, in its meta elements and in its markup, brought together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader.article.readers.html import describing, linked_data
from newsreader.article.readers.html.links import absolute
from newsreader.article.readers.html.moments import moment
from newsreader.article.readers.html.parsing import clean, text_of

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.html import HtmlElement

    from newsreader.article.readers.html.linked_data import Item

_TITLES = ("og:title", "twitter:title", "dc.title", "title", "headline")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "og:pubdate", "datepublished", "date",
    "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "pubdate", "publishdate", "publish-date",
    "publication_date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "sailthru.date",
    "parsely-pub-date", "last-published", "release_date", "vr:published_time",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod",
    "dcterms.modified", "dc.date.modified",
)  # fmt: skip
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "cxenseparse:author",
    "parsely-author",
    "sailthru.author",
)
_SITES = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "article:publisher",
    "copyright",
    "twitter:site",
)
_DESCRIPTIONS = ("description", "og:description", "twitter:description", "dc.description")
_FALSE = ("false", "0", "no", "nein")
_SIGNS = re.compile(r"[:._-]+")
_ADDRESS = re.compile(r"https?://|www\.|@", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:von|(?:die )?redaktion|online|onlineredaktion|admin|administrator|editor|unbekannt|n/?a|null|none|undefined)"
    r"\.?",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:von|by|text|autor(?:in)?)\s*:?\s+", re.IGNORECASE)
_LOW = ("h3", "h4", "h5", "h6")
_MOST_AUTHORS = 12


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page tells of its article.

    Attributes:
        titles: what is given as its title, the surest first; the name of the site may hang on them.
        headline: the title in JSON-LD.
        shared: the title for other sites (Open Graph).
        carded: the title for X.
        alternative: a second headline of the JSON-LD.
        kicker: the line above the headline.
        descriptions: summaries.
        published, updated: when.
        authors: who wrote it.
        publisher: who published it.
        sites: names of the site, which may hang on titles.
        url: its own address.
        language: ISO 639-1 code of its language.
        free: whether all of it may be read without paying; None if nothing is said.
        body: its text in the JSON-LD.
        item: the item in JSON-LD that describes it.
    """

    titles: tuple[str, ...] = ()
    headline: str = ""
    shared: str = ""
    carded: str = ""
    alternative: str = ""
    kicker: str = ""
    descriptions: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    sites: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    free: bool | None = None
    body: str = ""
    item: Item = field(default_factory=dict)


def facts(root: HtmlElement, address: str | None = None) -> Facts:
    """Reads what a page tells of its article.

    Args:
        root: the page's element `html`.
        address: where the page was fetched, None for a saved one.
    """
    meta = _meta(root)
    url = _address(root, meta, address)
    items = linked_data.items(root)
    item = describing.item(items, url, [*_values(meta, _TITLES), *describing.shown_titles(root)])
    properties = _microdata(root)
    titles = _unique([linked_data.text(item.get("headline")), *_values(meta, _TITLES), *properties.get("headline", ())])
    publisher = linked_data.text(item.get("publisher")) or _publisher(items)
    sites = _values(meta, _SITES)
    published = _first_moment(
        [
            item.get("datePublished"),
            *properties.get("datepublished", ()),
            *_values(meta, _PUBLISHED),
            item.get("dateCreated"),
            *(one.get("datePublished") for one in items if linked_data.types(one) & linked_data.PAGES),
        ]
    )
    updated = _first_moment([item.get("dateModified"), *properties.get("datemodified", ()), *_values(meta, _UPDATED)])
    return Facts(
        titles=titles,
        headline=linked_data.text(item.get("headline")),
        shared=meta.get("og:title", [""])[0],
        carded=meta.get("twitter:title", [""])[0],
        alternative=linked_data.text(item.get("alternativeHeadline")),
        kicker=linked_data.text(item.get("kicker")),
        descriptions=_unique([linked_data.text(item.get("description")), *_values(meta, _DESCRIPTIONS)]),
        published=published,
        updated=updated,
        authors=_authors(item, meta, publisher),
        publisher=publisher or next((site for site in sites if not _ADDRESS.search(site)), None),
        sites=_unique([publisher, *sites, *_host_names(url or address)]),
        url=url,
        language=_language(root, item, meta),
        free=_free(item),
        body=str(item.get("articleBody") or "") if isinstance(item.get("articleBody"), str) else "",
        item=item,
    )


def _meta(root: HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements by name, in lower case and with the signs in it made one ("og:site_name")."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = clean(unescape(element.get("content") or ""))
        for name in {element.get(key) or "" for key in ("property", "name", "itemprop")}:
            if name and content:
                found.setdefault(_meta_name(name), []).append(content)
    return found


def _meta_name(name: str) -> str:
    """A name as it is looked up: pages write "og:site_name", "og:site:name", and "article.published-time"."""
    return _SIGNS.sub(":", name.strip().lower())


def _values(meta: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [value for name in names for value in meta.get(_meta_name(name), ())]


def _unique(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))


def _microdata(root: HtmlElement) -> dict[str, list[str]]:
    """The values of microdata's properties that tell of an article."""
    wanted = ("headline", "datepublished", "datemodified")
    found: dict[str, list[str]] = {}
    for element in root.iter():
        name = (element.get("itemprop") or "").lower()
        # Some systems call every sub-heading a headline.
        if name in wanted and element.tag != "meta" and not (name == "headline" and element.tag in _LOW):
            value = element.get("content") or element.get("datetime") or text_of(element)
            found.setdefault(name, []).append(clean(value))
    return found


def _address(root: HtmlElement, meta: dict[str, list[str]], address: str | None) -> str | None:
    """The page's own address: as its canonical link, as OpenGraph, or as it was fetched."""
    told = [
        link.get("href") or "" for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for one in [*told, *meta.get("og:url", ())]:
        if one and (url := absolute(one, address)):
            return url
    return address


def _first_moment(values: list[object]) -> datetime | None:
    return next((found for value in values if (found := moment(linked_data.text(value)))), None)


def _authors(item: Item, meta: dict[str, list[str]], publisher: str) -> tuple[str, ...]:
    told = item.get("author") or item.get("creator")
    names = [linked_data.text(one) for one in (told if isinstance(told, list) else [told])]
    persons = _persons(names, publisher)
    return persons or _persons(_values(meta, _AUTHORS), publisher)


def _persons(names: list[str], publisher: str) -> tuple[str, ...]:
    """Names one by one, without what is an address, nobody, or the publisher itself."""
    found: list[str] = []
    for name in names:
        for part in re.split(r"\s*(?:;|,|\bund\b|\s&\s|\sand\s)\s*", _FROM.sub("", name, count=1)):
            one = part.strip(" .,|·-–")
            if not one or len(one) > 80 or _ADDRESS.search(one) or _NOBODY.fullmatch(one) or one == publisher:
                continue
            if any(character.isalpha() for character in one):
                found.append(one)
    return tuple(dict.fromkeys(found))[:_MOST_AUTHORS]


def _publisher(items: list[Item]) -> str:
    wanted = ("newsmediaorganization", "organization", "website")
    for kind in wanted:
        for item in items:
            if kind in linked_data.types(item) and (name := linked_data.text(item.get("name"))):
                return name
    return ""


def _host_names(url: str | None) -> list[str]:
    """The names by which a site may call itself after its host: "faz.net", "faz"."""
    host = urlsplit(url or "").hostname or ""
    host = host.removeprefix("www.")
    if "." not in host:
        return []
    return [host, *(part for part in host.split(".")[-2:-1] if len(part) > 1)]


def _language(root: HtmlElement, item: Item, meta: dict[str, list[str]]) -> str | None:
    for told in (
        root.get("lang") or "",
        linked_data.text(item.get("inLanguage")),
        *_values(meta, ("og:locale", "language")),
    ):
        if match := re.match(r"([A-Za-z]{2})(?:[-_][\w-]{2,12})?$", told.strip()):
            return str(match[1]).lower()
    return None


def _free(item: Item) -> bool | None:
    told = item.get("isAccessibleForFree")
    if isinstance(told, bool):
        return told
    if isinstance(told, str) and told:
        return told.strip().lower() not in _FALSE
    return None
