"""Every address on every page leads to a file of the site, every anchor to a place in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from browser.conftest import Odd

SITE_URL = "https://lachan.example/"
OUTSIDE = ("https://www.google.com/search?q=", "tel:")
CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
# Material's own: an empty base64 picture, and its credit.
MATERIAL = ("data:", "https://squidfunk.github.io/")
# Ids that do not come from the words of their heading: those of the theme, and of what the build adds.
FIXED_IDS = {"end", "nho"}


class Document(HTMLParser):
    """A page's addresses with their lines, its ids, and its headings that carry one."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[tuple[int, str]] = []
        self.ids: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self._heading = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in {"href", "src"} and value is not None:
                self.addresses.append((self.getpos()[0], value))
            if name == "id" and value:
                self.ids.append(value)
                if tag in {"h2", "h3"} and value not in FIXED_IDS:
                    self._heading = value
                    self.headings.append((value, ""))

    def handle_data(self, data: str) -> None:
        if self._heading:
            self.headings[-1] = (self._heading, self.headings[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"h2", "h3"}:
            self._heading = ""


def read(site: Path) -> dict[str, Document]:
    """Every page by its path."""
    documents = {}
    for path in sorted(site.rglob("*.html")):
        document = Document()
        document.feed(path.read_text("utf-8"))
        documents[path.relative_to(site).as_posix()] = document
    return documents


@pytest.fixture(scope="module")
def documents(site: Path) -> dict[str, Document]:
    """The pages of the site."""
    return read(site)


def dead(site: Path, documents: dict[str, Document], site_url: str) -> Iterator[str]:
    """Addresses that lead nowhere."""
    for page, document in documents.items():
        for line, address in document.addresses:
            if address.startswith((*OUTSIDE, *MATERIAL)):
                continue
            if not _exists(site, documents, _target(page, address, site_url), address):
                yield f"{page}:{line}: {address}"


def _target(page: str, address: str, site_url: str) -> str:
    """The path on the site that `address` on `page` means; a folder ends in a slash."""
    plain = unquote(address.removeprefix(site_url) if address.startswith(site_url) else address)
    path = plain.partition("#")[0].partition("?")[0]
    if address.startswith(site_url):
        return path
    root = urlsplit(site_url).path
    if path.startswith(root) and path.startswith("/"):
        return path.removeprefix(root)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return "" if joined == "." else joined + ("/" if path.endswith(("/", "..", ".")) else "")


def _exists(site: Path, documents: dict[str, Document], target: str, address: str) -> bool:
    file = target + "index.html" if target.endswith("/") or not target else target
    if not (site / file).is_file() or target.startswith(".."):
        return False
    anchor = unquote(address.partition("#")[2])
    return not anchor or anchor in documents[file].ids


def test_every_address_leads_somewhere(site: Path, documents: dict[str, Document]) -> None:
    assert list(dead(site, documents, SITE_URL)) == []
    assert sum(len(document.addresses) for document in documents.values()) > 500


def test_so_it_does_in_a_folder_with_a_page_untranslated(odd: Odd) -> None:
    assert list(dead(odd.site, read(odd.site), odd.url)) == []


def test_every_picture_of_the_style_exists(site: Path) -> None:
    sheet = site / "assets/lachan.css"
    found = CSS_URL.findall(sheet.read_text("utf-8"))
    assert [url for url in found if not (sheet.parent / url).is_file()] == []


def test_no_id_stands_twice_on_a_page(documents: dict[str, Document]) -> None:
    twice = {
        page: sorted({id for id in document.ids if document.ids.count(id) > 1})
        for page, document in documents.items()
    }
    assert {page: ids for page, ids in twice.items() if ids} == {}


@pytest.mark.parametrize(
    ("page", "id"),
    [
        ("tro-giup/", "den-tan-noi-cung-duoc"),
        ("tro-giup/", "dang-o-nuoc-ngoai"),
        ("duong-day-nong/", "dieu-chua-chac-xin-noi-ro"),
        ("thu-doan/viec-nhe-luong-cao/", "da-lo-di-roi"),
        ("ngay-30-7/", "chu-de"),
        ("can-bo/", "dien-so-cua-dia-phuong"),
    ],
)
def test_an_id_keeps_the_letter_d(documents: dict[str, Document], page: str, id: str) -> None:
    assert id in documents[page + "index.html"].ids


def test_no_id_drops_a_letter(documents: dict[str, Document]) -> None:
    short = [
        (page, id, words)
        for page, document in documents.items()
        for id, words in document.headings
        if _letters(id) != _letters(words.replace("¶", ""))
    ]
    assert short == []
    assert sum(len(document.headings) for document in documents.values()) > 50


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)
