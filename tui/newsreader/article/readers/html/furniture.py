"""What stands around and between the parts of an article and is none: told by tags, names of classes, and words."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newsreader.article.readers.html.parsing import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NEVER = frozenset(
    (
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "applet", "canvas",
        "select", "button", "textarea", "input", "audio", "video", "map", "head", "meter", "progress", "datalist",
    )
)  # fmt: skip
"""elements that never hold a part of an article"""

_AROUND = frozenset(("nav", "form", "dialog", "menu", "fieldset", "footer", "aside"))
"""elements that hold none unless broken markup puts the whole page into them"""

_STRONG = frozenset(
    (
        # other articles
        "related", "teaser", "teasers", "recommend", "recommendation", "recommendations", "recommended", "readmore",
        "mehrzumthema", "topstories", "outbrain", "taboola", "plista", "cleverpush", "opinary", "trending", "mostread",
        "meistgelesen", "linklist", "linkbox", "relatedlinks", "crosslinks", "readalso", "infobox", "factbox",
        "faktenbox", "podcastbox", "jwplayer",
        # selling
        "advertisement", "werbung", "anzeige", "adslot", "adbox", "promo", "promos", "promotion", "promobox",
        "newsletter", "newsletterbox", "subscribe", "subscription", "voucher", "abobox",
        # talking
        "comment", "comments", "kommentare", "disqus", "shariff", "social", "socialmedia", "community", "poll",
        "voting", "umfrage", "reactions",
        # the page
        "nav", "navigation", "navi", "menu", "masthead", "toolbar", "sidebar", "footer", "breadcrumb", "breadcrumbs",
        "pagination", "pager", "cookie", "cookies", "gdpr", "consent", "cmpbox", "cmpwrapper", "banner", "popup",
        "modal", "overlay", "lightbox", "login", "toast", "offcanvas", "flyout", "taglist", "searchbox",
    )
)  # fmt: skip
"""words in the names of elements that say what is in them"""

_WEAK = frozenset(
    (
        "ad", "ads", "advert", "advertorial", "anzeigen", "sponsored", "affiliate", "shop", "abo", "share", "sharing",
        "sharebar", "feedback", "rating", "tools", "skip", "skiplink", "search", "print", "printversion", "tags",
        "keywords", "schlagworte", "topics", "themen", "tooltip", "author", "authors", "autor", "autoren", "byline",
    )
)  # fmt: skip
"""words that may also say what an element has besides its text; only elements with little text go by them"""

_UNSEEN = frozenset(
    (
        "sr-only", "visually-hidden", "visuallyhidden", "u-visually-hidden", "screen-reader-text", "screenreader",
        "screenreader-only", "aural", "hide", "u-hidden", "is-hidden", "invisible", "print-only", "printonly",
        "offscreen", "h-offscreen",
    )
)  # fmt: skip
"""classes of what is not shown on a screen"""

_PARTS = re.compile(
    r"mehr-?zum-?thema|read-?more|read-?also|also-?read|social-?(?:bar|media|icons)|"
    r"external-?(?:content|embed)|embed-?consent|opt-?in|author-?(?:box|bio|info|card)|autoren-?(?:box|info)|"
    r"most-?(?:read|popular)|article-?(?:footer|tags|tools|actions|meta|teaser|recommend)|(?:google|ad)-?(?:ad|container|slot)|"
    r"in-?article-?(?:ad|promo|teaser|link)|inline-?teaser|teaser-?(?:list|box|block)|topic-?(?:box|list|links)|"
    r"(?:video|audio|media)-?player|\bvjs\b|\bnot-prose\b|up-?next|more-?topics?|list-?widget|whats-?app|"
    r"onetrust|usercentrics|didomi|sourcepoint|borlabs|cookiebot|"
    r"copyright|bread-?crumb|list-?of-?links|link-?list|cookie|to-?top|table-?of-?contents|inhaltsverzeichnis",
    re.IGNORECASE,
)
_TEXT = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p", "li"))
_SPLIT = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_HASH = re.compile(r"_{1,2}(?=[\w-]{0,4}(?:\d|[a-z][A-Z]))[\w-]{5,8}(?=\s|$)")
"""what tools that keep classes apart hang on their names ("text__P3otY")"""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROLES = frozenset(
    ("navigation", "banner", "complementary", "contentinfo", "dialog", "alertdialog", "search", "menu", "form")
)
_LARGEST_SHARE = 0.3
"""share of a page's running text above which no name makes an element furniture: it wraps the article itself"""
_LITTLE = 0.08
"""the same for names that say less"""
_LARGEST_AROUND = 0.5
"""the same for what the tag says"""
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?|kommentare|comment-?(?:list|section|area|s?container)|disqus|leserkommentare|leserbriefe)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTS_STATE = re.compile(r"\bcomments?-?(?:enabled|disabled|open|closed|allowed|on|off|count)\b", re.IGNORECASE)
"""names that only say whether readers may write"""
_AROUND_SIDEBAR = re.compile(r"(?:has|with|no|without)-?sidebar|sidebar-?(?:grid|layout|left|right)", re.IGNORECASE)
"""names of what stands beside a sidebar"""
_LEAD = re.compile(r"(?:teaser|lead|intro)[-_]?text|article-?(?:lead|teaser|intro)|elementLead", re.IGNORECASE)
_PATH_DEPTH = 4
_PATH_STEPS = 3
_FEWEST_STEPS = 2
"""links before a heading that make it the end of a path"""
_LONGEST_STEP = 40
"""code points; a link that is longer is no step of a path"""


def in_path(element: HtmlElement) -> bool:
    """Whether a heading only ends the path of a page ("Start > Politik > ..."), made for search engines."""
    around = [element, *islice(element.iterancestors(), _PATH_DEPTH)]
    if any(one.tag in ("li", "nav") or "breadcrumb" in (one.get("class") or "").lower() for one in around):
        return True
    return any(_follows_links(one) for one in around[:_PATH_STEPS])


def _follows_links(element: HtmlElement) -> bool:
    """Whether at least two links, and nothing else that is to be seen, stand before an element in its parent."""
    links = 0
    for one in islice(element.itersiblings(preceding=True), _PATH_STEPS * _PATH_STEPS):
        link = one if one.tag == "a" else next(one.iterchildren("a"), None)
        text = clean("".join(islice(one.itertext(), _PATH_DEPTH)))
        if len(text) > _LONGEST_STEP or (len(text) > 1 and link is None):
            return False
        links += link is not None
    return links >= _FEWEST_STEPS


def is_hidden(element: HtmlElement) -> bool:
    """Whether a page does not show an element, as far as the element itself tells."""
    if "hidden" in element.attrib and (element.get("hidden") or "").lower() != "until-found":
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    classes = (element.get("class") or "").lower().split()
    # "hidden lg:block" is hidden on narrow screens only.
    return not _UNSEEN.isdisjoint(classes) or ("hidden" in classes and not any(":" in one for one in classes))


def is_discussion(element: HtmlElement) -> bool:
    """Whether an element holds what readers write below an article."""
    if element.tag in ("html", "body", "main", "article"):
        return False
    names = _names(element)
    return _COMMENTS.search(names) is not None and _COMMENTS.search(_COMMENTS_STATE.sub("", names)) is not None


def is_furniture(element: HtmlElement, share: float, *, headline: bool = False, unseen: bool = False) -> bool:
    """Whether an element holds no part of the article.

    Args:
        element: any element.
        share: the share of the page's running text, comments left out, that is in it, 0 to 1.
        headline: whether it holds, or is part of, a headline.
        unseen: whether what a page does not show counts all the same.
    """
    if element.tag in NEVER:
        return True
    if element.tag in ("html", "body", "main", "h1", "time"):
        return False
    if share > _LARGEST_AROUND:
        return not headline and is_discussion(element)
    hidden = not unseen and is_hidden(element)
    if hidden or headline:
        return hidden
    if element.tag in _AROUND or (element.get("role") or "").lower() in _ROLES or is_discussion(element):
        return True
    names = _names(element)
    if share > _LARGEST_SHARE or not names or _LEAD.search(names):
        return False
    words = {word.lower() for word in _SPLIT.split(_AROUND_SIDEBAR.sub(" ", names))}
    if not _STRONG.isdisjoint(words) or _PARTS.search(names):
        return True
    return share <= _LITTLE and not _WEAK.isdisjoint(words)


def _names(element: HtmlElement) -> str:
    """The names that an element goes by; the id of a heading or a paragraph is mostly made of its text."""
    keys = ("class",) if element.tag in _TEXT else ("class", "id", "data-component", "data-module", "data-area")
    names = " ".join(filter(None, (element.get(key) for key in keys)))
    # A class such as "print:mx-0" or "[.box_&]:p-0" says how something looks at times, not what it is.
    return _HASH.sub(" ", " ".join(name for name in names.split() if ":" not in name and "[" not in name))
