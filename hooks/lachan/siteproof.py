"""A built site opened again from the outside, with nothing but its own kho.json to go by.

Every file that the manifest lists is there and unchanged, and none beside it; every QR opens a page
of this very site; every number on every page and sheet is one of its contacts; no page carries code of
its own or loads anything from elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

from lxml import etree

from lachan import address, foreign, packed, phone, proof
from lachan.fileproof import Entry, file_faults
from lachan.manifest import NAME
from lachan.problem import Problem
from lachan.workers import spread

_INSIDE_WORDS = frozenset({"b", "em", "i", "mark", "small", "span", "strong", "u", "wbr"})
_SILENT = frozenset({"script", "style"})
_CODE = re.compile(r"(?:^|/)([0-9]{5})/")


def prove(site: Path) -> list[Problem]:
    """Everything that is wrong with the site in the folder `site`, in reading order."""
    try:
        kho: dict[str, Any] = json.loads((site / NAME).read_text("utf-8"))
        return sorted(_problems(site, kho))
    except (OSError, ValueError):
        return [Problem(NAME, 1, "không đọc được tệp này; thư mục này không phải trang đã dựng")]
    except (KeyError, TypeError, AttributeError):
        return [Problem(NAME, 1, "tệp này thiếu mục hoặc đã bị sửa; hãy dựng lại trang")]


def _problems(site: Path, kho: Entry) -> Iterator[Problem]:
    entries: list[Entry] = kho["artefacts"]
    whole = [entry for entry in entries if not list(_changed(site, entry))]
    opened = spread(_opened, [(site / entry["path"], entry) for entry in whole])
    found = dict(zip((entry["path"] for entry in whole), opened, strict=True))
    for entry in entries:
        for fault in _changed(site, entry):
            yield Problem(entry["path"], 1, fault)
        for fault in (*found.get(entry["path"], ()), *_leads(site, kho, entry)):
            yield Problem(entry["path"], 1, fault)
    yield from _strays(site, kho)
    yield from packed.faults(site)
    yield from pages_faults(site, kho["contacts"])


def _changed(site: Path, entry: Entry) -> Iterator[str]:
    try:
        content = (site / entry["path"]).read_bytes()
    except OSError:
        yield "kho.json có ghi nhưng không thấy tệp"
        return
    if len(content) != entry["bytes"] or hashlib.sha256(content).hexdigest() != entry["sha256"]:
        yield "tệp đã đổi so với kho.json"


def _leads(site: Path, kho: Entry, entry: Entry) -> Iterator[str]:
    """Other files and pages that an artefact leads to."""
    for part in entry.get("parts", ()):
        if not (site / part).is_file():
            yield f"thiếu tệp tiếng {part}"
    if qr := entry.get("qr"):
        yield from leads_nowhere(site, kho["site_url"], qr)


def _opened(found: tuple[Path, Entry]) -> tuple[str, ...]:
    path, entry = found
    return tuple(file_faults(entry, path.read_bytes()))


def leads_nowhere(site: Path, site_url: str, qr: str) -> Iterator[str]:
    """What is wrong with the address in a QR: it must be a page of the site in the folder `site`."""
    root = address.encoded(site_url, "")
    if not qr.startswith(root) or not (site / qr.removeprefix(root) / "index.html").exists():
        yield f"mã QR mở {qr}, không phải một trang của bản này"


def _strays(site: Path, kho: Entry) -> Iterator[Problem]:
    listed = {entry["path"] for entry in kho["artefacts"]}
    for path in sorted([*site.glob("*/tai-lieu/*"), *site.glob("loa/*")]):
        shown = path.relative_to(site).as_posix()
        if path.suffix in packed.SUFFIXES:
            shown = shown.removesuffix(path.suffix)
        if not shown.endswith(".html") and shown not in listed:
            yield Problem(shown, 1, "tệp này không có trong kho.json")


def pages_faults(site: Path, contacts: Sequence[Entry]) -> list[Problem]:
    """What is wrong on the pages of the site in the folder `site`, which may show `contacts`."""
    problems: list[Problem] = []
    groups: dict[str, list[Entry]] = {}
    for contact in contacts:
        groups.setdefault(contact["place"], []).append(contact)
    for page in sorted(site.rglob("*.html")):
        shown = page.relative_to(site).as_posix()
        match = _CODE.search(shown)
        own = groups.get(match[1], []) if match else []
        numbers, tels = allowed([*groups.get("", []), *own])
        try:
            found = list(page_faults(page.read_text("utf-8"), numbers, tels))
        except UnicodeDecodeError:
            found = [(1, "chữ không đúng mã UTF-8")]
        problems += [Problem(shown, line, fault) for line, fault in found]
    return problems


def allowed(contacts: Iterable[Entry]) -> tuple[set[str], set[str]]:
    """Digits and tel: addresses of `contacts`: what may stand on a page."""
    listed = list(contacts)
    return {proof.digits(c["number"]) for c in listed}, {c["tel"] for c in listed}


def page_faults(page: str, numbers: set[str], tels: set[str]) -> Iterator[tuple[int, str]]:
    """Numbers and call buttons on a page that are none of `numbers` and `tels`, with the lines of the
    elements they stand in or behind.

    Bold and the like part no words, everything else does: a number may be set in several pieces.
    """
    calls: list[tuple[int, str]] = []
    words: list[str] = []
    lines: list[tuple[int, int]] = []
    length = 0
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    tree = etree.fromstring(page.encode(), parser)
    for event, element in etree.iterwalk(tree, ("start", "end")) if tree is not None else ():
        tag, line = str(element.tag), element.sourceline or 1
        text = element.tail if event == "end" else "" if tag in _SILENT else element.text
        words.append((" | " if tag not in _INSIDE_WORDS else "") + (text or ""))
        lines.append((length, line))
        length += len(words[-1])
        if event == "start":
            attributes = element.items()
            yield from ((line, fault) for fault in foreign.faults(tag, attributes))
            calls += [(line, value) for _, value in attributes if value.startswith("tel:")]
    for line, tel in calls:
        if tel not in tels:
            yield line, f"nút gọi {tel} không phải đầu mối nào"
    for offset, number in phone.find("".join(words)):
        if proof.digits(number) not in numbers:
            _, line = lines[bisect_right(lines, offset, key=itemgetter(0)) - 1]
            yield line, f"số «{number}» không phải đầu mối nào"
