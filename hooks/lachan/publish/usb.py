"""A copy of a built site that is opened from a USB stick, by file://, without a server.

No server turns a folder into its index.html there, so every address is written out; nothing may be
fetched, so the index of the search becomes a script. What only servers and networks need stays behind.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from fnmatch import fnmatch
from html import escape
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lachan.common.problem import Problem, ProblemsError
from lachan.files import output
from lachan.files.exchange import NEW, exchange, workshop
from lachan.inventory import manifest, packed, previous
from lachan.inventory.previous import Earlier
from lachan.plan import paths

_LEFT = frozenset(
    {
        "404.html",
        "_headers",
        "_redirects",
        "manifest.webmanifest",
        "robots.txt",
        "sitemap*.xml",
        "sw.js",
    }
)
"""Files of servers, search engines and phones that keep a copy; a wrong address has no page here."""
_ADDRESSES = frozenset(
    {"href", "src", "data-chime", "data-commune", "data-near", "data-search", "data-sound"}
)
"""Attributes that hold an address."""
_SCRIPT = "muc-luc.js"
"""The index of a search on the stick, in place of `paths.INDEX`."""


def copy(site: Path, target: Path) -> None:
    """Write the copy of the site in the folder `site` to `target`, which it replaces when it is whole.

    Raises ProblemsError when `site` is no built site, when `target` holds something else than a site,
    and with every address that would lead nowhere; OSError where `target` cannot be written. In each
    case what was in `target` stays as it was.
    """
    built = previous.read(site)
    if built is None:
        raise ProblemsError(
            [Problem(str(site), 1, "chưa có trang dựng xong ở đây; hãy chạy make trước")]
        )
    if target.is_relative_to(site):
        message = f"chỗ này nằm ngay trong trang {site}; hãy chọn thư mục khác"
        raise ProblemsError([Problem(str(target), 1, message)])
    output.usable(target)
    with workshop(target, "usb") as folder:
        before = previous.replaceable(target, "usb")
        fresh = folder / NEW
        if problems := list(_copied(built, fresh)):
            raise ProblemsError(problems)
        for page in sorted(fresh.rglob("*.html")):
            problems += _rewrite(fresh, page)
        if problems:
            raise ProblemsError(problems)
        for index in sorted(fresh.rglob(paths.INDEX)):
            _to_script(fresh, index)
        _list(built, fresh)
        exchange(folder, target, previous.written(fresh).gone(before))


def _copied(built: Earlier, fresh: Path) -> Iterator[Problem]:
    """Copy what belongs to a site and not to servers; gives what is not there as it was built."""
    left = (*_LEFT, *(f"*{end}" for end in packed.SUFFIXES))
    for path in built.files:
        if not any(fnmatch(PurePosixPath(path).name, pattern) for pattern in left):
            content = built.read(path)
            if content is None:
                advice = "hãy chạy lachan build --verify rồi làm lại"
                yield Problem(path, 1, f"trang thiếu tệp này, hoặc tệp đã bị sửa; {advice}")
                continue
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_bytes(content)


def _list(built: Earlier, fresh: Path) -> None:
    """Write the manifest of the copy: what it holds is the same, its files are its own."""
    head = {name: value for name, value in built.kho.items() if name not in manifest.LISTS}
    head["medium"] = "usb"
    with manifest.writing(fresh, head) as kho:
        for entry in built.kho["artefacts"]:
            kho.artefact(entry)
        kho.walked(fresh)


def _rewrite(site: Path, page: Path) -> Iterator[Problem]:
    """Write every address of a page out; gives those that lead nowhere."""
    here = page.relative_to(site).as_posix()
    tags = _Tags(page.read_text("utf-8"), site, here)
    page.write_text(tags.html, "utf-8", newline="\n")
    for line, address in tags.dead:
        yield Problem(here, line, f"«{address}» không dẫn đến tệp nào")


def _target(site: Path, here: str, address: str) -> Path | None:
    """The file or folder that `address` on the page `here` means; None for one outside the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    return site / posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(parts.path)))


def whole(site: Path, here: str, address: str) -> str:
    """`address`, on the page `here` of the folder `site`, with the index.html a server would find."""
    target = _target(site, here, address)
    parts = urlsplit(address)
    if target is not None and (target.is_dir() or parts.path.endswith("/")):
        return parts._replace(path=posixpath.join(parts.path, "index.html")).geturl()
    folder, name = posixpath.split(parts.path)
    if name == paths.INDEX:
        return parts._replace(path=posixpath.join(folder, _SCRIPT)).geturl()
    return address


def _to_script(site: Path, index: Path) -> None:
    """The index of a search as a script, its pages by the addresses they have on the stick."""
    page = index.with_name("index.html").relative_to(site).as_posix()
    content = json.loads(index.read_text("utf-8"))
    content["pages"] = {whole(site, page, url): words for url, words in content["pages"].items()}
    script = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    index.with_name(_SCRIPT).write_text(f"window.INDEX={script};\n", "utf-8", newline="\n")
    index.unlink()


class _Tags(HTMLParser):
    """A page with every address of its tags written out; all else stays as it is, byte for byte."""

    def __init__(self, html: str, site: Path, here: str) -> None:
        super().__init__()
        self.dead: list[tuple[int, str]] = []
        self._site, self._here, self._html = site, here, html
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._pieces: list[str] = []
        self._end = 0
        self.feed(html)

    @property
    def html(self) -> str:
        """The page."""
        return "".join([*self._pieces, self._html[self._end :]])

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if not any(name in _ADDRESSES for name, _ in attributes):
            return
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        self._pieces.append(self._html[self._end : start])
        self._end = start + len(self.get_starttag_text() or "")
        if ("rel", "manifest") not in attributes:  # no browser takes one from a file
            written = [self._attribute(line, name, value) for name, value in attributes]
            self._pieces.append(f"<{tag}{''.join(written)}>")

    def _attribute(self, line: int, name: str, value: str | None) -> str:
        if value is None:
            return f" {name}"
        if name in _ADDRESSES:
            target = _target(self._site, self._here, value)
            if target is not None and not target.exists() and name != "data-commune":
                self.dead.append((line, value))
            value = whole(self._site, self._here, value)
        return f' {name}="{escape(value)}"'
