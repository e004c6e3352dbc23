"""Which articles of the library a command is about, as options say it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from newsreader.cli import periods
from newsreader.cli.declaring import flag, text
from newsreader.cli.session import UsageError

if TYPE_CHECKING:
    from newsreader.library.library import Library
    from newsreader.library.model import Filters
    from newsreader.library.people.model import Person
    from newsreader.phrases import Phrases


class FilterOptions:
    """The options, with their help in a language."""

    def __init__(self, t: Phrases) -> None:
        self.since: Any = text("--since", t("cli.help.period"), t("cli.help.since"))
        self.until: Any = text("--until", t("cli.help.period"), t("cli.help.until"))
        self.source: Any = text("--source", t("cli.help.from"), t("cli.help.of_source"))
        self.actor: Any = text("--actor", t("cli.help.name"), t("cli.help.of_actor"))
        self.feed: Any = text("--feed", t("cli.help.address"), t("cli.help.of_feed"))
        self.unread: Any = flag("--unread", about=t("cli.help.unread"))
        self.annotated: Any = flag("--annotated", about=t("cli.help.annotated"))


@dataclass(frozen=True)
class Wanted:
    """What the options say.

    Attributes:
        since, until: a period as it was written, "" for none.
        source: host, folder, address, path, or words of the publisher.
        actor: somebody who says something in the articles.
        feed: address of a feed.
        unread: whether only what is not read.
        annotated: whether only what has annotations.
    """

    since: str = ""
    until: str = ""
    source: str = ""
    actor: str = ""
    feed: str = ""
    unread: bool = False
    annotated: bool = False

    def __bool__(self) -> bool:
        return self != Wanted()

    def filters(self, library: Library | None) -> Filters:
        """The filters for a library.

        Args:
            library: the library, None if there is none.

        Raises:
            UsageError: if a period cannot be meant, or nobody or more than one person is called so.
        """
        from newsreader.library.model import Filters

        filters = Filters(
            unread=self.unread or None,
            annotated=self.annotated or None,
            source=self.source,
            feed=self.feed,
            since=periods.since(self.since),
            until=periods.until(self.until),
        )
        if not self.actor or library is None:
            return filters
        person = _meant(self.actor, library).number
        articles = {one.article.number for one in library.people.said(person)}
        return replace(filters, actor=person, articles=tuple(sorted(articles)))


def _meant(actor: str, library: Library) -> Person:
    from newsreader.library.people.choosing import likeliest, meant

    found = meant(actor, library.people.listed())
    person = likeliest(found)
    if person is None:
        known = ", ".join(f"{one.number} {one.titled}" for one in found[:MOST_NAMED])
        raise UsageError("cli.filters.nobody" if not found else "cli.filters.several", name=actor, known=known)
    return person


MOST_NAMED = 8
"""people among whom one must choose that are named"""
