"""Which entry of a feed is one that was there before: an edited entry is not a new one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.article.feeds import Entry


class Known(NamedTuple):
    """An entry that was there before.

    Attributes:
        number: what it is known by.
        key: what it was told from the others of its feed by.
        link: its address.
    """

    number: int
    key: str
    link: str | None


class Matched(NamedTuple):
    """An entry as it is now.

    Attributes:
        entry: the entry.
        key: what tells it from the others of its feed.
        number: of the one that it was before, None if it is new.
    """

    entry: Entry
    key: str
    number: int | None


def match(entries: Sequence[Entry], known: Iterable[Known]) -> list[Matched]:
    """The entries of a feed, each once, with what they were before.

    An entry is known again by its id (RFC 4287, 4.2.6; `guid` in RSS 2.0) or, since many feeds give an edited entry
    another one, by its address, as far as that is the address of one entry alone. An id that several entries of a feed
    have in common tells nothing.

    Args:
        entries: the feed as it is now, in its order.
        known: what was there before.
    """
    known = list(known)
    keyed: dict[str, Entry] = {}
    for key, entry in _keyed(entries):
        keyed.setdefault(key, entry)
    by_key = {one.key: one.number for one in known}
    numbers = {key: by_key[key] for key in keyed if key in by_key}
    taken = set(numbers.values())
    by_link = _alone((one.link, one.number) for one in known if one.number not in taken)
    links = Counter(entry.link for entry in keyed.values())
    found = []
    for key, entry in keyed.items():
        number = numbers.get(key)
        if number is None and entry.link and links[entry.link] == 1:
            number = by_link.get(entry.link)
        found.append(Matched(entry, key, number))
    return found


def _keyed(entries: Sequence[Entry]) -> list[tuple[str, Entry]]:
    """The entries with what tells each from the others."""
    links: dict[str, set[str | None]] = {}
    for entry in entries:
        links.setdefault(entry.id, set()).add(entry.link)
    return [(entry.id if len(links[entry.id]) == 1 else entry.link or entry.title, entry) for entry in entries]


def _alone(rows: Iterable[tuple[str | None, int]]) -> dict[str, int]:
    """What belongs to a link, of the links that one alone has."""
    found: dict[str, list[int]] = {}
    for link, number in rows:
        if link:
            found.setdefault(link, []).append(number)
    return {link: numbers[0] for link, numbers in found.items() if len(numbers) == 1}
