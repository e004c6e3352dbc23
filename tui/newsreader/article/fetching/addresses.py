"""Addresses in the web: only http and https, made fit for a request."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from newsreader.article.shown import shown
from newsreader.errors import FetchError

_LONGEST = 4000
_CREDENTIALS = re.compile(r"^(https?://)[^/?#@]*@", re.IGNORECASE)


def checked(address: str) -> str:
    """An address that may be asked for, without fragment and without a name or password in it.

    Raises:
        FetchError: if it is no address of the web, or cannot be one.
    """
    address = _CREDENTIALS.sub(r"\1", address.strip())
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise FetchError("article.bad_address", path=shown(address), browser=False) from None
    if parts.scheme.lower() not in ("http", "https"):
        raise FetchError("article.other_scheme", path=shown(address), scheme=shown(parts.scheme), browser=False)
    if not host or not address.isprintable() or len(address) > _LONGEST or " " in host:
        raise FetchError("article.bad_address", path=shown(address[:200]), browser=False)
    return address.partition("#")[0]


def redirected(address: str, location: str) -> str:
    """Where a redirect leads.

    Args:
        address: what was asked for.
        location: what the server named, relative or whole.

    Raises:
        FetchError: if it leads out of the web.
    """
    try:
        target = urljoin(address, location.strip())
        scheme = urlsplit(target).scheme
    except ValueError:
        raise FetchError("article.bad_redirect", path=shown(address), target=shown(location[:200])) from None
    if scheme not in ("http", "https"):
        raise FetchError("article.bad_redirect", path=shown(address), target=shown(target[:200]))
    return checked(target)


def host_of(address: str) -> str:
    """The host of an address, in lower case."""
    return (urlsplit(address).hostname or "").lower()
