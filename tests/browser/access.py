"""Everything that has to be open to everybody: each kind of page, and the rules that axe-core knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

PAGES: Mapping[str, str] = {
    "home": "",
    "help": "tro-giup/",
    "suspicion": "bao-tin/",
    "tricks": "thu-doan/",
    "trick": "thu-doan/viec-nhe-luong-cao/",
    "audiences": "danh-cho/",
    "audience": "danh-cho/cha-me/",
    "journey": "truoc-khi-di/di-lam-theo-hop-dong/",
    "law": "phap-luat/",
    "day": "ngay-30-7/",
    "hotlines": "duong-day-nong/",
    "safe-phone": "dien-thoai-an-toan/",
    "commune": "11692/",
    "script": "11692/1/",
    "search": "tim/",
    "room": "11692/tai-lieu/",
    "handbook": "can-bo/",
    "handbook-page": "can-bo/in-an/",
    "offline": "khong-mang/",
    "lost": "404.html",
    "en-home": "en/",
    "en-commune": "en/11692/",
    "en-trick": "en/thu-doan/viec-nhe-luong-cao/",
    "en-handbook": "en/can-bo/",
}
"""One page of every kind, and of some in another language."""
MATERIAL = frozenset({"handbook", "handbook-page", "en-handbook"})

_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
"""WCAG 2.0 to 2.2 at levels A and AA, and what its authors hold for good practice."""


@cache
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page as it stands; its script needs a context without our policy."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    found: dict[str, Any] = page.evaluate("rules => axe.run(document, rules)", _RULES)
    return [
        f"{rule['id']}: {node['html'][:160]}" for rule in found["violations"] for node in rule["nodes"]
    ]
