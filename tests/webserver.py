"""A server on this machine that plays whatever part a test gives it."""

from __future__ import annotations

import threading
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass
class Answer:
    """What the server answers."""

    body: bytes | Iterable[bytes] = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hold: threading.Event | None = None
    """waited for before the answer"""


class Server:
    """The server; `parts` says what is answered under which path."""

    def __init__(self) -> None:
        self.parts: dict[str, Answer | Callable[[dict[str, str]], Answer]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.at_once = self.most_at_once = 0
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                with suppress(OSError):
                    outer.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.port = self._http.server_address[1]
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def address(self, path: str = "/") -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def close(self) -> None:
        """End."""
        self._http.shutdown()
        self._http.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        headers = {key.lower(): value for key, value in handler.headers.items()}
        with self._lock:
            self.asked.append((handler.path, headers))
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        with ExitStack() as counted:
            counted.callback(self._answered)
            part = self.parts.get(handler.path, Answer(b"nichts", 404))
            answer = part(headers) if callable(part) else part
            if answer.hold is not None:
                answer.hold.wait(10)
            handler.send_response(answer.status)
            whole = isinstance(answer.body, bytes)
            fields = dict(answer.headers)
            if whole and "Content-Length" not in fields:
                fields["Content-Length"] = str(len(answer.body)) if isinstance(answer.body, bytes) else "0"
            fields.setdefault("Connection", "close")
            for key, value in fields.items():
                handler.send_header(key, value)
            if whole:
                # Whoever has the answer may ask again before this thread goes on.
                counted.close()
            handler.end_headers()
            handler.close_connection = True
            for piece in [answer.body] if isinstance(answer.body, bytes) else answer.body:
                handler.wfile.write(piece)

    def _answered(self) -> None:
        with self._lock:
            self.at_once -= 1
