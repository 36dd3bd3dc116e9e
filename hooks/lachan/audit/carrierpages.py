"""The pages of a finished site that show a number, or that stand for a text.

A country has seventy thousand pages, so each is looked at for its last digits before it is read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from lachan.contacts import phone
from lachan.verify import pageproof

_CODE = re.compile("[0-9]{5}")
_TAIL = 7
"""Digits at the end of a number that all ways of writing it have in common."""
_NO_DIGIT = re.compile(rb"[^0-9]")


@dataclass(frozen=True)
class Seen:
    """A page: what it is called, its path on the site, its address."""

    title: str
    lang: str
    path: str
    address: str


class Pages:
    """The pages of the site in a folder, whose address is `url`."""

    def __init__(self, site: Path, url: str) -> None:
        self._site = site
        self._url = url.rstrip("/") + "/"
        inside = sorted(path for path in site.iterdir() if path.is_dir())
        languages = (path for path in inside if not _CODE.fullmatch(path.name) and _has_places(path))
        self._folders = ["", *(f"{path.name}/" for path in languages)]
        """The root, and the folder of every other language."""

    def common(self, numbers: Set[str]) -> Iterator[Seen]:
        """The pages of the whole country that show one of `numbers`."""
        return self._showing(self._site, numbers)

    def of_place(self, code: str, numbers: Set[str]) -> Iterator[Seen]:
        """The pages of a place that show one of `numbers`."""
        for folder in self._folders:
            yield from self._showing(self._site / folder / code, numbers)

    def of_text(self, id: str) -> Iterator[Seen]:
        """The page of a text in every language."""
        way = "" if id == "index" else id.removesuffix("/index") + "/"
        for folder in self._folders:
            path = self._site / folder / way / "index.html"
            if path.is_file():
                yield self._seen(path, path.read_bytes())

    def scripts(self, code: str, addresses: Set[str]) -> Iterator[Seen]:
        """The pages of a place with these addresses, as QR codes have them."""
        wanted = {address.rstrip("/").rpartition("/")[2] for address in addresses}
        for folder in self._folders:
            for number in sorted(wanted):
                path = self._site / folder / code / number / "index.html"
                if path.is_file():
                    yield self._seen(path, path.read_bytes())

    def _showing(self, folder: Path, numbers: Set[str]) -> Iterator[Seen]:
        keys = {phone.key(number) for number in numbers}
        tails = [key[-_TAIL:].encode() for key in keys]
        for path in _below(folder) if keys else ():
            content = path.read_bytes()
            digits = _NO_DIGIT.sub(b"", content)
            if any(tail in digits for tail in tails) and keys & _numbers(content):
                yield self._seen(path, content)

    def _seen(self, path: Path, content: bytes) -> Seen:
        page = pageproof.read(content.decode("utf-8", "replace"))
        name = path.relative_to(self._site).as_posix()
        address = self._url + name.removesuffix("index.html")
        return Seen(page.heading or page.title, page.lang, name, address)


def _has_places(folder: Path) -> bool:
    return any(_CODE.fullmatch(path.name) for path in folder.iterdir())


def _below(folder: Path) -> Iterator[Path]:
    """Every page in `folder`, places in it left aside."""
    for here, inside, names in os.walk(folder):
        inside[:] = sorted(name for name in inside if not _CODE.fullmatch(name))
        yield from (Path(here, name) for name in sorted(names) if name.endswith(".html"))


def _numbers(content: bytes) -> Set[str]:
    """Every number that a page shows, says or dials, in one way of writing."""
    page = pageproof.read(content.decode("utf-8", "replace"))
    shown = {phone.key(number) for _, number in phone.find(page.text)}
    for _, address, words in page.calls:
        shown.add(phone.key(address))
        shown |= {phone.key(number) for _, number in phone.find(words)}
    return shown
