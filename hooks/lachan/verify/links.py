"""Where pages lead: every address on them is a file or page of this very site, or one that is named.

Addresses are resolved as a browser does (WHATWG URL), but from the list of files, so that neither a
link on the disk nor its way with capitals makes an address right.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lachan.verify.pageproof import Page

_DATA = frozenset(
    f"data-{name}"
    for name in ("chime", "commune", "home", "near", "search", "share", "sound", "worker")
)
_LEADS = _DATA | {"href", "poster", "src", "srcset", "xlink:href"}
_LOOKS = re.compile(r"\.{0,2}/|[a-z][a-z0-9+.-]*://", re.IGNORECASE)
"""How an address begins in an attribute that may hold something else: `data-…`, `content`."""
_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_KINDS = {
    "img": (".gif", ".ico", ".jpg", ".png", ".svg", ".webp"),
    "script": (".js",),
    "stylesheet": (".css",),
}
"""What a browser takes for a picture, a script, a style sheet."""
_CODE = "CODE"
"""Stands for a commune in an address that a script fills in."""


@dataclass(frozen=True)
class Ways:
    """What an address may lead to: `files` of the site at `site_url`, and `links` outside."""

    site_url: str
    files: Set[str]
    links: Set[str]
    ids: Callable[[str], Set[str]]
    """The ids of a page of the site, by its path."""
    code: str
    """A commune, for addresses that are filled in."""

    def path(self, here: str, address: str) -> str | None:
        """The file that `address` on the page `here` means; None where it means none of the site."""
        try:
            root, parts = urlsplit(self.site_url), urlsplit(address)
        except ValueError:
            return None
        base = root.path.rstrip("/") + "/"
        if parts.scheme or parts.netloc:
            host = (parts.scheme or root.scheme, parts.netloc.lower())
            if host != (root.scheme.lower(), root.netloc.lower()):
                return None
            way = unquote(parts.path) or "/"
        elif not parts.path:
            return here
        else:
            way = unquote(parts.path)
        whole = posixpath.normpath(posixpath.join(base, posixpath.dirname(here), way))
        if not f"{whole}/".startswith(base):
            return None
        path = whole[len(base) :]
        index = posixpath.join(path, "index.html")
        candidates = (index,) if way.endswith("/") else (path, index)
        return next((found for found in candidates if found in self.files), None)


def ids(page: Page) -> Set[str]:
    """Everything on a page that a fragment may name."""
    return {a["id"] for _, _, a in page.tags if "id" in a}


def link_faults(here: str, page: Page, ways: Ways) -> Iterator[tuple[int, str]]:
    """Every address on the page `here` that leads nowhere, or where it must not."""
    own = ids(page)
    for line, tag, attributes in page.tags:
        kind = "stylesheet" if attributes.get("rel") == "stylesheet" else tag
        for name, address in _addresses(attributes):
            yield from ((line, fault) for fault in _fault(here, kind, name, address, ways, own))
        named = attributes.get("href") if attributes.get("rel") == "canonical" else None
        named = attributes.get("content") if attributes.get("property") == "og:url" else named
        # The page for wrong addresses has none of its own.
        if named is not None and not here.endswith("404.html") and ways.path(here, named) != here:
            yield line, f"trang mang địa chỉ của trang khác: {named}"


def _addresses(attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in attributes.items():
        if name == "srcset":
            yield from ((name, part.split()[0]) for part in value.split(",") if part.split())
        elif name in _LEADS or (
            (name.startswith("data-") or name == "content") and _LOOKS.match(value)
        ):
            yield name, value.strip()


def _fault(here: str, kind: str, name: str, address: str, ways: Ways, own: Set[str]) -> Iterator[str]:
    """What is wrong with one address, if anything; what dials or runs is looked at elsewhere."""
    if address in ways.links or _SCHEME.match(address):
        return
    path = ways.path(here, address.replace(_CODE, ways.code))
    if path is None or (not address and name not in {"href", "xlink:href"}):
        ours = f"{address}/".startswith(ways.site_url.rstrip("/") + "/")
        outside = "//" in address[:8] and not ours
        yield f"«{address}» dẫn {'ra ngoài trang' if outside else 'đến chỗ không có gì'}"
        return
    if kind in _KINDS and name in {"href", "src", "srcset"} and not path.endswith(_KINDS[kind]):
        yield f"«{address}» không phải loại tệp cần ở đây"
    fragment = unquote(address.partition("#")[2])
    if (
        fragment
        and path.endswith(".html")
        and fragment not in (own if path == here else ways.ids(path))
    ):
        yield f"«{address}»: trang ấy không có đoạn #{fragment}"
