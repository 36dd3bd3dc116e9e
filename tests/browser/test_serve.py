"""`mkdocs serve`, for who writes texts: the same pages on their own machine."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from browser.conftest import OpenPage

STARTS_WITHIN = 120
"""Seconds after which it is given up: only that a hang does not hold up everything."""


@pytest.fixture(params=["--no-livereload"])
def served(built: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address at which mkdocs serves the project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = tmp_path / "said.txt"
    with said.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", request.param, "-a", f"127.0.0.1:{port}"],
            cwd=built,
            env=os.environ | {"PYTHONUTF8": "1"},
            stdout=output,
            stderr=output,
        )
        try:
            address = f"http://127.0.0.1:{port}/"
            if not _answers(address, process):
                pytest.fail(said.read_text("utf-8"))
            yield address
        finally:
            process.terminate()
            process.wait()


def _answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(address):
                return True
        except URLError:
            time.sleep(0.2)
    return False


@pytest.mark.parametrize("served", ["--livereload"], indirect=True)
def test_pages_follow_what_is_saved(served: str, built: Path, open_page: OpenPage) -> None:
    pages = [open_page(), open_page()]
    for page, path in zip(pages, ("11692/", "can-bo/"), strict=True):
        page.goto(served + path)
        page.evaluate("window.seen = true")
    (built / "docs/vi/can-bo/index.md").touch()
    for page in pages:
        page.bring_to_front()
        page.wait_for_function("!window.seen", timeout=STARTS_WITHIN * 1000)


def test_it_serves_the_pages_of_the_build(served: str, site: Path) -> None:
    for page in ("11692/", "en/11692/1/", "tro-giup/", "11692/tai-lieu/"):
        with urlopen(served + page) as answer:
            html = answer.read().decode()
        assert _at_home(html, served) == (site / page / "index.html").read_text("utf-8")


def _at_home(html: str, served: str) -> str:
    """The page with its full address again; mkdocs puts its own in."""
    return re.sub(re.escape(served), "https://lachan.example/", html)
