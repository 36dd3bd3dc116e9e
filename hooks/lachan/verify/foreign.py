"""What no page may carry: code or style of its own, frames and forms, anything from another host.

A browser that keeps the site's policy would leave it out, so that the page is not what its author
meant; one that keeps none would run it. Raw HTML or `{onclick=…}` in a text is how it gets in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_NEVER = frozenset({"applet", "base", "embed", "form", "frame", "iframe", "object", "style"})
_LOADS = frozenset({"background", "data", "poster", "src", "srcset"})
_NAMES = frozenset({"alternate", "canonical", "next", "prev"})
"""Kinds of links that only name a page: nothing is loaded from them."""
_RUNS = ("data:", "javascript:", "vbscript:")
_SCHEME = re.compile(r"(?!https?:|tel:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
"""What no link of ours begins with: `sms:` and `callto:` would dial past the proof of numbers."""
_OUTSIDE = re.compile(r"(?:^|,)\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
"""An address with a scheme or a host; a `srcset` may hold several."""


def faults(tag: str, attributes: Sequence[tuple[str, str | None]]) -> Iterator[str]:
    """Everything in one opening tag that has no place on a page of this site."""
    values = {name.removeprefix("xlink:"): value or "" for name, value in attributes}
    if tag in _NEVER or values.get("http-equiv", "").lower() == "refresh":
        yield f"trang không dùng được <{tag}>"
    if tag == "script" and "src" not in values:
        yield "trang không được có mã viết thẳng trong <script>"
    for name, value in values.items():
        if name == "style" or name.startswith("on"):
            yield f"trang không dùng được thuộc tính {name}"
        elif name == "href" and "".join(value.split()).lower().startswith(_RUNS):
            yield f"liên kết không được là mã: {value}"
        elif name == "href" and (match := _SCHEME.match("".join(value.split()))):
            yield f"trang không dùng được liên kết kiểu {match[0]} {value}"
        elif (name in _LOADS or (name == "href" and _loaded(tag, values))) and _OUTSIDE.search(value):
            yield f"trang tải từ nơi khác: {value}"


def _loaded(tag: str, values: dict[str, str]) -> bool:
    """Whether a browser loads what the link names on its own."""
    return tag in {"image", "use"} or (
        tag == "link" and not _NAMES & set(values.get("rel", "").split())
    )
