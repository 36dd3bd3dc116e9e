"""A built site opened again from the outside, with nothing but its own kho.json to go by.

Every file that the manifest lists is there and unchanged, and none beside it. And whoever changed both
a file and its sum: every QR, link and list opens a page or file of this very site; every number on
every page and sheet is one of its contacts; every page, paper and bundle tells of the place and has the
title that it is listed under; no page carries code of its own or loads anything from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from lachan.audit import placeproof
from lachan.audit.placeproof import Places
from lachan.audit.rootproof import Root
from lachan.campaign import address
from lachan.common.problem import Problem
from lachan.files.workers import spread
from lachan.formats.kinds import Kind
from lachan.inventory import khofile, listed, packed
from lachan.inventory.manifest import NAME
from lachan.plan import paths
from lachan.verify import links, pageproof, proof
from lachan.verify.fileproof import Entry, Known, file_faults
from lachan.verify.links import Ways
from lachan.verify.pageproof import Page

_MADE = re.compile(r"[0-9]{5}/tai-lieu/[^/]+|loa/[^/]+")
"""Where finished files lie, and nothing else but a page."""


def prove(site: Path) -> list[Problem]:
    """Everything that is wrong with the site in the folder `site`, in reading order."""
    there = listed.there(site)
    if NAME not in there.files:
        return [Problem(NAME, 1, "không thấy tệp này; đây không phải thư mục của trang đã dựng")]
    kho, problems = khofile.read(site)
    if kho:
        problems += _Site(site, there, kho).problems()
    return sorted(set(problems))


def advice(problems: Sequence[Problem]) -> str:
    """What to do about what `prove` has found."""
    strays = [problem for problem in problems if problem.message in listed.STRANGE]
    said = []
    if strays:
        said.append("Tệp, thư mục lạ, lối tắt: hãy chuyển đi chỗ khác.")
    if len(strays) < len(problems):
        said.append("Tệp của trang thiếu hoặc đã đổi: hãy chạy lachan build --verify để làm lại.")
    return " ".join([*said, "Sau đó chạy lại lachan proof."])


class _Site:
    """A site that is being looked at, and what its kho.json says."""

    def __init__(self, folder: Path, there: listed.There, kho: Mapping[str, Any]) -> None:
        self.folder, self.there, self.kho = folder, there, kho
        self.served = not kho.get("medium")
        """Whether it is for servers, and no copy that people carry about."""
        self.places = Places(kho)
        self.page = lru_cache(maxsize=64)(self._read)
        self.ways = Ways(
            site_url=kho["site_url"],
            # Pages name the worker there, too, and ask for it nowhere but on a server.
            files=there.files if self.served else there.files | {"sw.js"},
            links=frozenset(kho["links"]),
            ids=lambda path: links.ids(self.page(path)),
            code=next((place["code"] for place in kho["places"]), ""),
        )
        self._allowed = pageproof.allowed_at(kho["contacts"])
        self.public: dict[str, str] = {}
        """Pages that a search may show, with their languages."""

    def problems(self) -> Iterator[Problem]:
        """Everything that is wrong with it."""
        changed = list(listed.problems(self.folder, self.there, self.kho["files"]))
        yield from changed
        for fault in self.places.faults(self.there.files):
            yield Problem(NAME, 1, fault)
        yield from self._artefacts(self.there.files - {problem.path for problem in changed})
        for path in sorted(self.there.files):
            if path.endswith(".html"):
                yield from (Problem(path, line, fault) for line, fault in self._page_faults(path))
        sums = {entry["path"]: entry["sha256"] for entry in self.kho["files"]}
        ways = replace(self.ways, files=self.there.files)
        root = Root(self.folder, ways, self.places, self.public, self.page, sums)
        yield from root.files()
        if self.served:
            yield from root.lists()
        if not self.there.odd:
            yield from packed.problems(self.folder)

    def _artefacts(self, whole: set[str]) -> Iterator[Problem]:
        """What is wrong in the finished files; those that were changed are not opened."""
        entries: list[Entry] = self.kho["artefacts"]
        sums = {entry["path"]: (entry["bytes"], entry["sha256"]) for entry in self.kho["files"]}
        work = [
            (self.folder / entry["path"], entry, self.places.known(entry))
            for entry in entries
            if entry["path"] in whole
        ]
        opened = spread(_opened, work)
        found = {entry["path"]: said for (_, entry, _), said in zip(work, opened, strict=True)}
        for entry in entries:
            path = entry["path"]
            faults, title = found.get(path, ((), ""))
            if entry["kind"] == Kind.POST and path in found:
                text = (self.folder / path).read_text("utf-8", "replace")
                faults = (*faults, *placeproof.post_faults(entry, text, self.ways))
            yield from (Problem(path, 1, fault) for fault in (*faults, *self._leads(entry)))
            if sums.get(path) != (entry["bytes"], entry["sha256"]):
                yield Problem(path, 1, "hai mục của kho.json ghi khác nhau về tệp này")
            if path in found and path.endswith(".png") and title != path.rpartition("/")[2]:
                yield Problem(path, 1, f"ảnh này mang tên «{title}»")
        listed = {entry["path"] for entry in entries}
        for path in sorted(self.there.files & sums.keys() - listed):
            if _MADE.fullmatch(path) and not path.endswith((".html", *packed.SUFFIXES)):
                yield Problem(path, 1, "mục artefacts của kho.json không ghi tệp này")

    def _leads(self, entry: Entry) -> Iterator[str]:
        """Other files and pages that an artefact leads to."""
        for part in entry.get("parts", ()):
            if part not in self.there.files:
                yield f"thiếu tệp tiếng {part}"
        if qr := entry.get("qr"):
            yield from leads_nowhere(self.folder, self.kho["site_url"], qr)

    def _page_faults(self, path: str) -> Iterator[tuple[int, str]]:
        """What is wrong on one page, and where it leads."""
        page = self.page(path)
        yield from pageproof.faults_in(page, *self._allowed(paths.code(path)))
        yield from links.link_faults(path, page, self.ways)
        yield from ((1, fault) for fault in self.places.page_faults(path, page))
        if not paths.code(path):
            ways = {a["href"] for _, tag, a in page.tags if tag == "a" and "href" in a}
            targets = {self.ways.path(path, way) for way in ways}
            yield from ((1, fault) for fault in self.places.listed_faults(page, targets))
        if not (page.calls or page.staff or path.endswith("/tai-lieu/index.html")):
            yield 1, "trang không có nút gọi nào"
        if page.canonical and not page.staff:
            self.public[path] = page.lang

    def _read(self, path: str) -> Page:
        try:
            return pageproof.read((self.folder / path).read_text("utf-8", "replace"))
        except OSError:
            return Page()


def _opened(work: tuple[Path, Entry, Known]) -> tuple[tuple[str, ...], str]:
    """What is wrong in a file, and the title that a picture carries."""
    path, entry, known = work
    content = path.read_bytes()
    title = proof.picture_title(content) if path.suffix == ".png" else ""
    return tuple(file_faults(entry, content, known=known)), title


def leads_nowhere(site: Path, site_url: str, qr: str) -> Iterator[str]:
    """What is wrong with the address in a QR: it must be a page of the site in the folder `site`."""
    root, page = address.encoded(site_url, ""), address.opened(qr)
    if not page.startswith(root) or not (site / page.removeprefix(root) / "index.html").exists():
        yield f"mã QR mở {qr}, không phải một trang của bản này"


def pages_faults(site: Path, contacts: Sequence[Entry]) -> list[Problem]:
    """What is wrong on the pages of the site in the folder `site`, which may show `contacts`."""
    problems: list[Problem] = []
    allowed = pageproof.allowed_at(contacts)
    for page in sorted(site.rglob("*.html")):
        shown = page.relative_to(site).as_posix()
        html = page.read_text("utf-8", "replace")
        found = pageproof.page_faults(html, *allowed(paths.code(shown)))
        problems += [Problem(shown, line, fault) for line, fault in found]
    return problems
