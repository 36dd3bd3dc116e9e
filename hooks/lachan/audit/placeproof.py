"""The words of a place's pages and papers against kho.json: whose they are, and what they are called.

Checksums can be recomputed by whoever changes a file; that a page, a sheet and kho.json still tell of
the same commune under the same name is harder to keep up.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from lachan.formats.kinds import Kind, Variant
from lachan.gazetteer.spelling import KINDS
from lachan.plan import paths
from lachan.verify import proof
from lachan.verify.fileproof import Known
from lachan.verify.links import Ways
from lachan.verify.pageproof import Page

_PAGE = re.compile(r"(?:([a-z]+)/)?([0-9]{5})/(tai-lieu/|[0-9]+/)?index\.html")
_LOOSE = frozenset({Kind.AUDIO, Kind.BUNDLE, Kind.PREVIEW})
"""Kinds that no bundle holds, and no print room shows the title of."""


class Places:
    """What kho.json says of its places and of what was made for each."""

    def __init__(self, kho: Mapping[str, Any]) -> None:
        self._kho = kho
        self._edition = kho["built"][:7].replace("-", ".")
        self._places = {place["code"]: place for place in kho["places"]}
        self._made: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
        for entry in kho["artefacts"]:
            self._made[entry["place"], entry["lang"]].append(entry)

    def faults(self, files: Set[str]) -> Iterator[str]:
        """What kho.json itself cannot mean, in a site of these `files`."""
        for contact in self._kho["contacts"]:
            if proof.dialled(contact["number"]) != contact["tel"]:
                yield f"số «{contact['number']}» không gọi {contact['tel']}"
        for code, place in self._places.items():
            if f"{code}/index.html" not in files:
                yield f"thiếu trang của {place['name']} ({code})"
        for entry in self._kho["artefacts"]:
            path, place, name = entry["path"], entry["place"], entry["path"].rpartition("/")[2]
            begins = f"{place}-{entry['lang']}-" if place else ""
            fits = place == paths.code(path) and (not place or place in self._places)
            if not (fits and name.startswith(begins) and entry["id"] in name):
                yield f"«{path}» không khớp với nơi, tiếng hoặc bài ghi cùng dòng"

    def names(self, *, full: bool) -> dict[str, str]:
        """What each place is called, by its code; without its kind it is so in every language."""
        return {code: self._name(place, full) for code, place in self._places.items()}

    def _name(self, place: Mapping[str, Any], full: bool) -> str:
        name = str(place["name"])
        short = (name.removeprefix(f"{kind} ") for kind in KINDS if name.startswith(f"{kind} "))
        return _plain(name if full else next(short, name))

    def known(self, entry: Mapping[str, Any]) -> Known:
        """What is known of a file besides what its entry says."""
        place = self._places.get(entry["place"])
        members = {}
        for other in self._made[entry["place"], entry["lang"]] if entry["kind"] == Kind.BUNDLE else ():
            if other["variant"] == Variant.NOTE and other["id"] == entry["id"]:
                members[f"{other['title']}.txt"] = other["sha256"]
            elif other["variant"] != Variant.NOTE and other["kind"] not in _LOOSE:
                members[other["path"].rpartition("/")[2]] = other["sha256"]
        return Known(self._name(place, full=False) if place else "", members)

    def page_faults(self, here: str, page: Page) -> Iterator[str]:
        """What is wrong with the words of a place's page."""
        code, match = paths.code(here), _PAGE.fullmatch(here)
        place = self._places.get(code)
        if code and place is None:
            yield f"kho.json không ghi nơi nào mang mã {code}"
        if match is None or place is None:
            return
        folder, _, under = match.groups()
        text, made = _plain(page.text), self._made[code, page.lang]
        named = {"trang": text}
        if under == "tai-lieu/":
            named = {"<title>": page.title}
            titles = {
                e["title"] for e in made if e["kind"] not in _LOOSE and e["variant"] != Variant.NOTE
            }
            yield from (f"trang không ghi «{t}»" for t in sorted(titles) if _plain(t) not in text)
        elif under:
            titles = {_plain(entry["title"]) for entry in made if entry["kind"] == Kind.SHEET}
            if not {_plain(page.title), _plain(page.heading)} <= titles:
                yield f"kho.json không ghi bài nào tên «{page.heading}»"
        else:
            named = {"<title>": page.title, "<h1>": page.heading}
            told = (self._edition, "" if folder else place["province"])
            yield from (f"trang không ghi «{words}»" for words in told if _plain(words) not in text)
        name = self._name(place, full=not folder)
        yield from (
            f"{where} không ghi tên «{name}»"
            for where, words in named.items()
            if name not in _plain(words)
        )

    def listed_faults(self, page: Page, targets: Iterable[str | None]) -> Iterator[str]:
        """What is wrong with the names on a page that leads to the pages of places."""
        text = _plain(page.text)
        for target in targets:
            match = _PAGE.fullmatch(target or "")
            if match and not match[3] and match[2] in self._places:
                name = self._name(self._places[match[2]], full=False)
                if name not in text:
                    yield f"trang không ghi tên «{name}»"


def post_faults(entry: Mapping[str, Any], text: str, ways: Ways) -> Iterator[str]:
    """A post ends with the address of its commune's page."""
    address = text.split()[-1] if text.split() else ""
    page = f"{entry['place']}/index.html"
    if ways.path("", address) not in {page, f"{entry['lang']}/{page}"}:
        yield f"bài đăng không kết thúc bằng địa chỉ trang của xã, phường mà bằng «{address}»"


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())
