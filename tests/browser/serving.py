"""A folder as a web host serves it: a folder is its index.html, what is missing is 404.html.

Every answer carries what the folder's `_headers` says, so that every test in the browser holds under
the policy that the site is served with.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class _Host(SimpleHTTPRequestHandler):
    """Serves `directory` under the path `below`, which begins and ends with a slash.

    A folder asked for without its last slash is sent on to where it has one, or else shown as it is.
    """

    def __init__(self, *args: Any, below: str, sends_on: bool, **kwargs: Any) -> None:
        self.below, self.sends_on = below, sends_on
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(self.below)
        file = Path(super().translate_path("/" + inside if inside != path else "/nothing-here"))
        return str(file if self.sends_on or not file.is_dir() else file / "index.html")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        for name, value in headers(Path(self.directory), self.path.partition("?")[0]).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: pytest shows what fails."""


@cache
def _rules(file: Path) -> list[tuple[str, dict[str, str]]]:
    blocks = file.read_text("utf-8").split("\n\n") if file.is_file() else []
    lines = [block.strip().split("\n  ") for block in blocks]
    return [(pattern, dict(line.split(": ", 1) for line in values)) for pattern, *values in lines]


def headers(folder: Path, path: str) -> dict[str, str]:
    """What `_headers` of a site says of an address; where rules meet, hosts join what they say."""
    found: dict[str, str] = {}
    for pattern, values in _rules(folder / "_headers"):
        if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
            for name, value in values.items():
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found


@contextmanager
def host(folder: Path, below: str = "/", *, sends_on: bool = True) -> Iterator[str]:
    """Serve `folder` on a free port of this machine; gives the address of its front page."""
    handler = partial(_Host, directory=str(folder), below=below, sends_on=sends_on)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{below}"
        finally:
            server.shutdown()
            thread.join()
