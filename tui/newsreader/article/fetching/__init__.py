"""Gets pages, feeds and files from the web: politely, within limits, and with a clear error for whatever goes wrong."""

from newsreader.article.fetching.cache import PageCache
from newsreader.article.fetching.fetcher import Fetched, Fetcher, Limits

__all__ = ["Fetched", "Fetcher", "Limits", "PageCache"]
