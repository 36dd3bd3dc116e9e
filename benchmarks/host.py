"""A site as a good web host serves it: text compressed, connections kept; it counts what it sends."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

TEXT = ("text/", "application/json", "application/javascript", "application/xml", "image/svg")
VIEW = ("text/html", "text/css", "text/javascript", "application/javascript")
"""What a page is made of before its pictures."""


class Host(ThreadingHTTPServer):
    """Serves `folder`; `sent` lists type and compressed bytes of every answer since it was cleared."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sent: list[tuple[str, int]] = []
        super().__init__(("127.0.0.1", 0), _Answer)

    @property
    def front(self) -> str:
        """The address of the front page."""
        return f"http://127.0.0.1:{self.server_port}/"


@contextmanager
def host(folder: Path) -> Iterator[Host]:
    """Serve `folder` on a free port of this machine."""
    with Host(folder) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file, or the `index.html` of a folder."""
        assert isinstance(self.server, Host)
        path = self.server.folder / unquote(urlsplit(self.path).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        kind = guess_type(path.name)[0] or "application/octet-stream"
        found = path.is_file()
        packed = kind.startswith(TEXT)
        body = _content(path, packed) if found else b""
        self.server.sent.append((kind, len(body)))
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if found and packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@cache
def _content(path: Path, packed: bool) -> bytes:
    content = path.read_bytes()
    return gzip.compress(content, 9, mtime=0) if packed else content
