"""What a phone keeps for the day without a network: never a page that must be discreet."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from lachan.site import offline
from miniature import ROOT, read
from test_sharing import HELP, HELP_TEXT

Lay = Callable[..., Path]
Read = Callable[[str], bytes]
THEME = [
    *("assets/lachan.css", "assets/finder.js", "assets/keep.js", "assets/room.js", "assets/search.js"),
    "assets/art/mark.svg",
]
PAGES = {
    "index.html": b'<link href="assets/lachan.css"><p data-near="assets/finder.js">',
    "11692/index.html": b'<link href="../assets/lachan.css">',
    "07735/index.html": b'<link href="../assets/lachan.css"><p data-near="../assets/keep.js">',
    "11692/tai-lieu/index.html": b'<script src="../../assets/room.js">',
}
"""Pages of a site; what `page` gives stands in for all others."""


def page(path: str) -> bytes:
    return PAGES.get(path, b"assets/search.js and assets/room.jsx")


def worker(root: Path, read_page: Read = page) -> tuple[dict[str, Any], str]:
    """What the worker keeps, and its version."""
    project = replace(read(root), root=ROOT)
    kept, version, *_ = offline.worker(project, THEME, read_page).decode().splitlines()
    return json.loads(kept.removeprefix("const KEPT=").removesuffix(";")), version


def test_pages_and_what_they_are_drawn_with_are_kept(mini: Lay) -> None:
    kept, _ = worker(mini({HELP: HELP_TEXT.replace("discreet: yes\n", "")}))
    assert kept == {
        "vi": {
            "folder": "",
            "files": [
                "",
                "assets/art/mark.svg",
                "assets/finder.js",
                "assets/keep.js",
                "assets/lachan.css",
                "khong-mang/",
                "tro-giup/",
            ],
            "offline": "khong-mang/",
        }
    }


def test_a_discreet_page_is_not_kept(mini: Lay) -> None:
    kept, _ = worker(mini({HELP: HELP_TEXT}))
    assert "tro-giup/" not in kept["vi"]["files"]


def test_the_version_is_that_of_what_is_kept(mini: Lay) -> None:
    root = mini()
    asked: list[str] = []

    def changed(one: str) -> Read:
        def content(path: str) -> bytes:
            asked.append(path)
            return page(path) + b"!" * (path == one)

        return content

    assert worker(root) == worker(root)
    for one in ("khong-mang/index.html", "11692/index.html", "assets/keep.js", "assets/art/mark.svg"):
        assert worker(root)[1] != worker(root, changed(one))[1]
        assert one in asked
    for one in ("11692/1/index.html", "assets/room.js"):
        assert worker(root)[1] == worker(root, changed(one))[1]
