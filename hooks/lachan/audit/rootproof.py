"""What machines read in a finished site: lists of addresses, the search, the policy, what phones keep.

Nobody sees when one of these goes wrong: the page looks as ever, but it is not found, not kept, or
guarded by no policy.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from lachan.audit.placeproof import Places
from lachan.common.problem import Problem
from lachan.plan import paths
from lachan.site.serving import HEADERS
from lachan.verify import proof
from lachan.verify.links import Ways
from lachan.verify.pageproof import Page

_NEEDED = ("404.html", "_headers", "manifest.webmanifest", "robots.txt", "sitemap.xml", "sw.js")
_TEXTS = (".css", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
_INDEX, _NAMES = f"tim/{paths.INDEX}", "xa-phuong/ten.js"
_KEPT = re.compile(r'const KEPT=(\{.*\});\nconst VERSION="([0-9a-f]{16})";\n\S')
_BROKEN = (
    *(AttributeError, LookupError, TypeError, ValueError),  # JSON of another shape
    *(OSError, RecursionError, SyntaxError),
)
"""What comes of a file that is not what it should be."""
_SITEMAP = re.compile(r"sitemap(-[0-9]+)?\.xml")
_WORD = re.compile(r"[^\W_]+")
_LOST = 50
"""One in so many words of the search may be none of the page: two that were run together."""


@dataclass(frozen=True)
class Root:
    """A finished site as machines see it; `public` are the pages to be searched, with languages."""

    site: Path
    ways: Ways
    places: Places
    public: Mapping[str, str]
    page: Callable[[str], Page]
    """A page by its path."""
    sums: Mapping[str, str]
    """The hash of every listed file."""

    def files(self) -> Iterator[Problem]:
        """Everything that is wrong in files that machines read."""
        for path in sorted(self.ways.files):
            yield from (Problem(path, 1, fault) for fault in self._faults(path))

    def lists(self) -> Iterator[Problem]:
        """What servers and search engines miss, and where their lists differ from the pages."""
        for path in _NEEDED:
            if path not in self.ways.files:
                yield Problem(path, 1, "thiếu tệp này")
        sitemaps = filter(_SITEMAP.fullmatch, self.ways.files)
        addresses = [address for path in sitemaps for address in _addresses(self._text(path))]
        listed = {self.ways.path("", address) or "" for address in addresses}
        for path in sorted(self.public.keys() - listed):
            yield Problem(path, 1, "sitemap.xml không ghi trang này")
        for path in sorted(listed - self.public.keys()):
            if path.endswith(".html"):
                yield Problem(path, 1, "sitemap.xml ghi trang này, nhưng trang không cho tìm")

    def _text(self, path: str) -> str:
        try:
            return (self.site / path).read_text("utf-8-sig", "replace")
        except OSError:
            return ""

    def _faults(self, path: str) -> Iterator[str]:
        try:
            if path.endswith(".png") and not paths.code(path):
                yield from self._picture(path)
            elif path.endswith(_TEXTS) or path in {"_headers", "_redirects"}:
                yield from self._wrong(path, self._text(path))
        except _BROKEN:
            yield "không đọc được tệp này"

    def _picture(self, path: str) -> Iterator[str]:
        content = (self.site / path).read_bytes()
        title = proof.picture_title(content) or posixpath.basename(path)
        yield from filter(None, [proof.picture_fault(content)])
        if title != posixpath.basename(path):
            yield f"ảnh này mang tên «{title}»"

    def _wrong(self, path: str, text: str) -> Iterator[str]:
        if not text.strip():
            yield "tệp trống"
        elif path.endswith(".svg"):
            if not len(etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False))):
                yield "tệp trống"
        elif _SITEMAP.fullmatch(path):
            yield from self._nowhere("", _addresses(text))
        elif path.endswith(_INDEX):
            yield from self._search(path, json.loads(text)["pages"])
        elif path.endswith(_NAMES):
            for place, name in self.places.names(full=path == _NAMES).items():
                if name not in text:
                    yield f"tệp không ghi tên «{name}» ({place})"
        elif path.endswith(".json"):
            json.loads(text)
        elif path == "sw.js":
            yield from self._kept(text)
        elif path == "manifest.webmanifest":
            icons = json.loads(text)["icons"]
            yield from self._nowhere("", [icon["src"] for icon in icons])
        elif path == "robots.txt":
            found = re.findall(r"^Sitemap: (\S+)$", text, re.M)
            yield from self._nowhere("", found)
        elif path == "_headers":
            block = text.partition("\n\n")[0].splitlines()
            wanted = [f"{self._base}*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
            yield from (f"thiếu dòng «{line.strip()}»" for line in wanted if line not in block)
        elif path == "_redirects":
            ways = [line.split() for line in text.splitlines()]
            yield from self._nowhere("404.html", [way[1] for way in ways])

    @property
    def _base(self) -> str:
        return urlsplit(self.ways.site_url).path.rstrip("/") + "/"

    def _nowhere(self, here: str, addresses: list[str]) -> Iterator[str]:
        if not addresses:
            yield "tệp không ghi địa chỉ nào"
        for address in addresses:
            if self.ways.path(here, address) is None:
                yield f"«{address}» dẫn đến chỗ không có gì"

    def _search(self, path: str, index: Mapping[str, list[str]]) -> Iterator[str]:
        """The search knows every page of its language, and on each what it says."""
        here = posixpath.join(posixpath.dirname(path), "index.html")
        lang, known = self.page(here).lang, set()
        for address, (headings, _, words) in index.items():
            target = self.ways.path(here, address)
            if target is None:
                yield f"«{address}» dẫn đến chỗ không có gì"
                continue
            known.add(target)
            text = "".join(_WORD.findall(self.page(target).text.lower()))
            said = {*headings.split(), *words.split()}
            lost = sorted(word for word in said if word not in text)
            if not said or len(lost) * _LOST > len(said):
                yield f"«{address}»: trang ấy không còn những chữ mà mục lục ghi: {' '.join(lost[:5])}"
        for page, spoken in self.public.items():
            if spoken == lang and not paths.code(page) and page not in known:
                yield f"thiếu {page}"

    def _kept(self, text: str) -> Iterator[str]:
        """What a phone keeps is there, and is what it was (`site.offline`)."""
        match = _KEPT.match(text)
        if match is None:
            yield "tệp không ghi những gì điện thoại giữ lại"
            return
        digest = hashlib.sha256()
        for kept in json.loads(match[1]).values():
            # Paths from the root; the page at the root has none.
            files = [f"./{path}" for path in (*kept["files"], kept["offline"])]
            yield from self._nowhere("", files)
            communes = (f"./{kept['folder']}{code}/" for code in self.places.names(full=True))
            for path in (*files[:-1], *communes):
                digest.update(self.sums.get(self.ways.path("", path) or "", "").encode())
        if digest.hexdigest()[:16] != match[2]:
            yield "các trang mà điện thoại giữ lại đã khác lúc dựng"


def _addresses(text: str) -> list[str]:
    """What a sitemap lists."""
    return [unescape(address) for address in re.findall(r"<loc>(.*?)</loc>", text)]
