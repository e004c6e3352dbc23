"""Fetches one address after the other: redirects followed, answers checked, the cache asked first."""

from __future__ import annotations

import ssl
import time
import zlib
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING, NamedTuple
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.util import Timeout, make_headers

import newsreader.article.fetching.errors as errors
from newsreader.article.cancelling import Cancellation
from newsreader.article.fetching.addresses import checked, host_of, redirected
from newsreader.article.fetching.cache import Kept, PageCache
from newsreader.article.fetching.hosts import PAUSE, Hosts
from newsreader.article.shown import shown
from newsreader.errors import FetchError
from newsreader.version import __version__

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

AGENT = f"newsreader/{__version__} (terminal reader for news)"
LARGEST = 32 * 1024 * 1024
"""bytes, decompressed; a larger page is no article"""
CONNECT, READ, WHOLE = 10.0, 20.0, 90.0
"""seconds to wait for a connection, for the next piece of an answer, and for all of it"""
REDIRECTS = 10
_CHUNK = 64 * 1024
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf;q=0.9,*/*;q=0.5"
_MOVED = frozenset((301, 302, 303, 307, 308))
_FOR_GOOD = frozenset((301, 308))


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a fetch may go: bytes of an answer, and seconds."""

    largest: int = LARGEST
    connect: float = CONNECT
    read: float = READ
    whole: float = WHOLE


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was fetched.

    Attributes:
        data: the bytes, decompressed.
        address: where it was found in the end.
        content_type: its type in lower case, without parameters; "" where the server named none.
        charset: the encoding that the server named.
        notices: keys of phrases that a reader should be told.
        moved: the address that is to be asked from now on, None where what was asked for has not moved for good.
    """

    data: bytes
    address: str
    content_type: str = ""
    charset: str | None = None
    notices: tuple[str, ...] = ()
    moved: str | None = None


class _Redirect(NamedTuple):
    """Where a server sends one: for now, or for good (RFC 9110, 15.4)."""

    target: str
    for_good: bool


class Fetcher:
    """Fetches from the web. One object is to be shared, so that it can be polite towards each host.

    Args:
        cache: where pages are kept, None for nowhere.
        limits: how far a fetch may go.
        pause: seconds between two requests to a host.
    """

    def __init__(self, cache: PageCache | None = None, limits: Limits | None = None, pause: float = PAUSE) -> None:
        self._cache = cache
        self._limits = limits or Limits()
        self._hosts = Hosts(pause)
        self._pools: dict[str, urllib3.PoolManager] = {}

    def fetch(self, address: str, cancellation: Cancellation | None = None, *, fresh: bool = False) -> Fetched:
        """Fetch what an address leads to. Where there is no network, what was kept of it is given, with a notice.

        Args:
            address: http or https.
            cancellation: calls it off.
            fresh: whether only what the server says now will do, so that without a network there is an error.

        Raises:
            FetchError: if it cannot be had; the error says why and what to do.
        """
        asked = checked(address)
        cancellation = cancellation or Cancellation()
        kept = self._cache.get(asked) if self._cache else None
        try:
            return self._followed(asked, kept, cancellation)
        except FetchError as error:
            if fresh or kept is None or error.key not in ("article.no_host", "article.no_network", "article.timeout"):
                raise
            return _fetched(kept, ("article.kept_page",))

    def _followed(self, asked: str, kept: Kept | None, cancellation: Cancellation) -> Fetched:
        address, moved, for_good = asked, None, True
        until = time.monotonic() + self._limits.whole
        for _ in range(REDIRECTS):
            validators = kept if kept is not None and kept.address == address else None
            with self._hosts.turn(host_of(address), asked, cancellation):
                answer = self._asked(address, validators, until, cancellation)
            if isinstance(answer, _Redirect):
                address = answer.target
                # What lies behind the first redirect for now may be elsewhere tomorrow.
                for_good = for_good and answer.for_good
                moved = address if for_good else moved
                continue
            if self._cache is not None:
                self._cache.put(asked, answer)
            return _fetched(answer, moved=moved)
        raise FetchError("article.redirects", path=shown(asked))

    def _asked(self, address: str, kept: Kept | None, until: float, cancellation: Cancellation) -> Kept | _Redirect:
        """What a server answers: a page, or where it redirects to."""
        cancellation.check(address)
        if time.monotonic() > until:
            raise FetchError("article.timeout", path=shown(address), retry=True)
        limits = self._limits
        timeout = Timeout(connect=limits.connect, read=limits.read)
        try:
            response = self._pool(address).request(
                "GET", address, headers=_headers(kept), timeout=timeout, redirect=False, retries=False,
                preload_content=False, decode_content=True,
            )  # fmt: skip
        except (urllib3.exceptions.HTTPError, OSError, UnicodeError) as error:
            raise errors.of_exception(error, address) from error
        try:
            return self._read(response, address, kept, until, cancellation)
        except (urllib3.exceptions.HTTPError, OSError, zlib.error) as error:
            cancellation.check(address)
            raise errors.of_exception(error, address) from error
        finally:
            # What is left of an answer is not waited for.
            response.close()

    def _read(
        self, response: BaseHTTPResponse, address: str, kept: Kept | None, until: float, cancellation: Cancellation
    ) -> Kept | _Redirect:
        headers = response.headers
        if response.status in _MOVED and (location := headers.get("Location")):
            return _Redirect(redirected(address, location), response.status in _FOR_GOOD)
        if response.status == 304 and kept is not None:
            return Kept(kept.data, address, kept.content_type, kept.etag, kept.modified, time.time())
        if response.status != 200:
            raise errors.of_status(response.status, address, _seconds(headers.get("Retry-After")))
        if (_seconds(headers.get("Content-Length")) or 0) > self._limits.largest:
            raise self._too_large(address)
        parts: list[bytes] = []
        size = 0
        for part in response.stream(_CHUNK, decode_content=True):
            cancellation.check(address)
            size += len(part)
            if size > self._limits.largest:
                raise self._too_large(address)
            if time.monotonic() > until:
                raise FetchError("article.timeout", path=shown(address), retry=True)
            parts.append(part)
        content_type = headers.get("Content-Type", "")
        return Kept(
            b"".join(parts),
            address,
            content_type,
            headers.get("ETag", ""),
            headers.get("Last-Modified", ""),
            time.time(),
        )

    def _too_large(self, address: str) -> FetchError:
        return FetchError("article.page_too_large", path=shown(address), limit=self._limits.largest // (1024 * 1024))

    def _pool(self, address: str) -> urllib3.PoolManager:
        """The connections for an address: straight, or through the proxy that the environment names."""
        host, scheme = host_of(address), address.partition(":")[0].lower()
        proxies = getproxies()
        proxy = "" if proxy_bypass(host) else proxies.get(scheme) or proxies.get("all") or ""
        if proxy and "://" not in proxy:
            proxy = f"http://{proxy}"
        if proxy not in self._pools:
            if proxy.startswith(("http://", "https://")):
                self._pools[proxy] = urllib3.ProxyManager(proxy, ssl_context=_trusted())
            else:
                self._pools[proxy] = urllib3.PoolManager(ssl_context=_trusted())
        return self._pools[proxy]


def _trusted() -> ssl.SSLContext:
    """TLS with the system's certificates or, where Python finds none, those of Mozilla."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not (context.get_ca_certs() or paths.cafile or paths.capath):
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _headers(kept: Kept | None) -> dict[str, str]:
    headers = {
        "User-Agent": AGENT,
        "Accept": _ACCEPT,
        "Accept-Language": "de,en;q=0.5",
        **make_headers(accept_encoding=True),
    }
    if kept is not None and kept.etag:
        headers["If-None-Match"] = kept.etag
    if kept is not None and kept.modified:
        headers["If-Modified-Since"] = kept.modified
    return headers


def _seconds(value: str | None) -> int | None:
    return int(value) if value and value.strip().isascii() and value.strip().isdigit() and len(value) < 16 else None


def _fetched(kept: Kept, notices: tuple[str, ...] = (), *, moved: str | None = None) -> Fetched:
    header = Message()
    header["Content-Type"] = kept.content_type or "application/octet-stream"
    try:
        charset = header.get_content_charset()
    except (LookupError, ValueError):
        charset = None
    content_type = header.get_content_type() if kept.content_type else ""
    return Fetched(kept.data, kept.address, content_type, charset, notices, moved)
