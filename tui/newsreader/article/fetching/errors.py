"""What can go wrong on the way to a page, told so that a user can do something about it."""

from __future__ import annotations

import errno
import socket
import ssl
from typing import TYPE_CHECKING

import urllib3.exceptions as http

from newsreader.article.shown import shown
from newsreader.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterator

_STATUSES = {
    401: "article.http_forbidden",
    402: "article.http_paid",
    403: "article.http_forbidden",
    404: "article.http_missing",
    410: "article.http_missing",
    429: "article.http_too_many",
    451: "article.http_forbidden",
}
_DEEPEST = 10


def of_status(status: int, address: str, wait: int | None) -> FetchError:
    """The error that a server's answer means.

    Args:
        status: its code, 400 to 599, or another that is no success.
        address: what was asked for.
        wait: seconds after which the server wants to be asked again.
    """
    path = shown(address)
    if status == 429 or (status == 503 and wait is not None):
        return FetchError("article.http_too_many", retry=True, path=path, status=status, wait=wait or 60)
    if key := _STATUSES.get(status):
        return FetchError(key, retry=status not in (402, 410), path=path, status=status)
    key = "article.http_server" if status >= 500 else "article.http_status"
    return FetchError(key, retry=True, path=path, status=status)


def of_exception(error: BaseException, address: str) -> FetchError:
    """The error that an exception of the connection means, by what lies at its bottom.

    Args:
        error: what urllib3 or the system raised.
        address: what was asked for.
    """
    path = shown(address)
    for one in _causes(error):
        if isinstance(one, ssl.SSLCertVerificationError):
            return FetchError("article.certificate", path=path, reason=one.verify_message or "TLS", retry=True)
        if isinstance(one, ssl.SSLError):
            return FetchError("article.tls", path=path, reason=one.reason or "TLS", retry=True)
        if isinstance(one, http.LocationValueError | UnicodeError):
            return FetchError("article.bad_address", path=path, browser=False)
        if isinstance(one, http.NameResolutionError | socket.gaierror):
            return FetchError("article.no_host", path=path, retry=True)
        if isinstance(one, http.ProxyError):
            return FetchError("article.proxy", path=path, retry=True)
        if isinstance(one, ConnectionRefusedError):
            return FetchError("article.refused", path=path, retry=True)
        if isinstance(one, OSError) and one.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN):
            return FetchError("article.no_network", path=path, retry=True)
        if isinstance(one, http.TimeoutError | TimeoutError):
            return FetchError("article.timeout", path=path, retry=True)
    return FetchError("article.broken_connection", path=path, reason=type(error).__name__, retry=True)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """What an error was caused by, the deepest first; urllib3 keeps it in several places."""
    chain: list[BaseException] = []
    one: object = error
    while isinstance(one, BaseException) and one not in chain and len(chain) < _DEEPEST:
        chain.append(one)
        inner = getattr(one, "reason", None)
        if not isinstance(inner, BaseException):
            inner = getattr(one, "original_error", None)
        if not isinstance(inner, BaseException):
            inner = next((argument for argument in one.args if isinstance(argument, BaseException)), None)
        one = inner or one.__cause__ or one.__context__
    return reversed(chain)
