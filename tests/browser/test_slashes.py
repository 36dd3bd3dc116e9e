"""Short addresses without their last slash, on a host that shows them as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Page

from browser.kinds import OURS, each, path
from browser.serving import host
from browser.test_links import read
from browser.test_traffic import visit


@pytest.fixture(scope="module")
def short(site: Path) -> Iterator[str]:
    """The site on such a host."""
    with host(site, sends_on=False) as address:
        yield address


@each([kind for kind in OURS if kind != "home"])
def test_a_page_loads_whole(phone: Page, short: str, lang: str, kind: str) -> None:
    address = short + path(lang, kind).rstrip("/")
    traffic = visit(phone, address)
    assert phone.url == address
    assert traffic.faults == []
    assert phone.evaluate("document.styleSheets[0].cssRules.length") > 0


def test_a_page_leads_on(phone: Page, short: str) -> None:
    phone.goto(short + "en/11692")
    phone.locator("a.sheet").click()
    assert phone.url == short + "en/11692/tai-lieu/"
    phone.goto(short + "thu-doan")
    phone.locator("main").get_by_role("link", name="Việc nhẹ, lương cao").first.click()
    assert phone.url == short + "thu-doan/viec-nhe-luong-cao/"


def test_so_does_every_page_of_residents(site: Path) -> None:
    dead = [
        f"{page}: {address}"
        for page, document in read(site).items()
        if page.endswith("/index.html") and "can-bo/" not in page
        for _, address in document.addresses
        if not _leads(site, urljoin(f"https://host/{page.removesuffix('/index.html')}", address))
    ]
    assert dead == []


def _leads(site: Path, address: str) -> bool:
    parts = urlsplit(address)
    if parts.hostname != "host":
        return True
    file = site / parts.path.lstrip("/")
    return (file / "index.html" if parts.path.endswith("/") else file).exists()
