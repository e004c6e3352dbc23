"""Reads a page that a browser saved as one file (MHTML, RFC 2557): the page in it, with the address it came from."""

from __future__ import annotations

import email
from email import policy
from typing import TYPE_CHECKING

from newsreader.article.readers.html import page
from newsreader.article.shown import shown
from newsreader.errors import SourceError

if TYPE_CHECKING:
    from email.message import EmailMessage

    from newsreader.article.model import Article


def read(data: bytes, source: str) -> Article:
    """The article of a saved page.

    Args:
        data: the whole file.
        source: its path as the user gave it.

    Raises:
        SourceError: if there is no page in it, or no article in the page.
    """
    message: EmailMessage = email.message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() != "text/html":
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content.strip():
            address = part["Content-Location"] or message["Snapshot-Content-Location"]
            return page.read(content, source, charset=part.get_content_charset(), address=_web(address))
    raise SourceError("article.no_article", path=shown(source))


def _web(address: str | None) -> str | None:
    address = str(address or "").strip()
    return address if address.startswith(("http://", "https://")) and address.isprintable() else None
