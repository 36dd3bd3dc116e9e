"""One page opened again: it is not empty, calls only our contacts, and carries nothing that may not be.

A button that shows one number and dials another is worse than none, so what stands in a call, or is
read out for it, must be the number that it dials.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from lxml import etree

from lachan.contacts import phone
from lachan.verify import foreign, proof

_INSIDE_WORDS = frozenset({"b", "em", "i", "mark", "small", "span", "strong", "u", "wbr"})
_SILENT = frozenset({"script", "style"})
_COUNT = re.compile(r"[1-9][0-9]{2,3}")
"""How many there can be of what could be taken for a short number."""
_SAID = frozenset({"alt", "aria-label", "content", "placeholder", "title"})
"""Attributes whose words are shown or read out."""
_POLICY = re.compile(r"default-src 'none'(?!.*(?:\*|http|unsafe))")
"""How the policy of a page begins, and what it never opens."""
_CALL = re.compile(r"\s*tel:", re.IGNORECASE)


@dataclass
class Page:
    """What a page says and where it leads, each with the line of its element."""

    garbled: bool = False
    """Whether it holds what is no text (U+FFFD stands for it)."""
    lang: str = ""
    title: str = ""
    heading: str = ""
    body: str = ""
    """The words of <main>, its heading left out."""
    text: str = ""
    tags: list[tuple[int, str, Mapping[str, str]]] = field(default_factory=list)
    """Line, name and attributes of every element."""
    calls: list[tuple[int, str, str]] = field(default_factory=list)
    """Line, address and words of every call."""
    lines: list[tuple[int, int]] = field(default_factory=list)
    """Where in `text` the words of which line begin."""

    @property
    def staff(self) -> bool:
        """Whether it is one of the handbook, which MkDocs' theme draws."""
        return any("data-md-component" in attributes for _, _, attributes in self.tags)

    @property
    def canonical(self) -> bool:
        """Whether search engines may show it."""
        return any(attributes.get("rel") == "canonical" for _, _, attributes in self.tags)

    def line(self, offset: int) -> int:
        """The line that the words at `offset` in the text stand in or behind."""
        return self.lines[bisect_right(self.lines, offset, key=itemgetter(0)) - 1][1]


def read(html: str) -> Page:
    """The page `html`, however broken it is.

    Bold and the like part no words, everything else does: a number may be set in several pieces.
    """
    page = Page(garbled="\ufffd" in html)
    pieces: list[str] = []
    marks: dict[Any, int] = {}
    length = 0
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    tree = etree.fromstring(html.encode(), parser)
    for event, element in etree.iterwalk(tree, ("start", "end")) if tree is not None else ():
        tag, line = str(element.tag), element.sourceline or 1
        silent = tag in _SILENT or _counts(element)
        text = element.tail if event == "end" else "" if silent else element.text
        if event == "end" and element in marks:
            _finish(page, tag, element, line, "".join(pieces[marks.pop(element) :]))
        if event == "start":
            attributes = dict(element.items())
            page.tags.append((line, tag, attributes))
            if tag in {"title", "h1", "main"} or _CALL.match(attributes.get("href", "")):
                marks[element] = len(pieces)
        pieces.append((" | " if tag not in _INSIDE_WORDS else "") + (text or ""))
        page.lines.append((length, line))
        length += len(pieces[-1])
    page.text = "".join(pieces)
    page.lang = next((a.get("lang", "") for _, tag, a in page.tags if tag == "html"), "")
    return page


def _counts(element: Any) -> bool:
    """Whether it is a figure that the build has counted: nothing else in <data>, and in no call."""
    if element.tag != "data" or not _COUNT.fullmatch(element.text or "") or len(element):
        return False
    calls = (link for link in element.iterancestors("a") if _CALL.match(link.get("href", "")))
    return element.get("value") == element.text and next(calls, None) is None


def _finish(page: Page, tag: str, element: Any, line: int, words: str) -> None:
    """Take up the words of an element that ends."""
    plain = " ".join(words.replace("|", " ").split())
    if tag == "title":
        page.title = page.title or plain
    elif tag == "h1":
        page.heading = page.heading or plain
    elif tag == "main":
        page.body = plain.replace(page.heading, "", 1).strip()
    else:
        said = (value for below in element.iter() for name, value in below.items() if name in _SAID)
        page.calls.append((line, element.get("href"), " | ".join([words, *said])))


def allowed(contacts: Iterable[Mapping[str, Any]]) -> tuple[set[str], set[str]]:
    """Digits and tel: addresses of `contacts`: what may stand on a page."""
    listed = list(contacts)
    return {phone.digits(c["number"]) for c in listed}, {c["tel"] for c in listed}


def allowed_at(contacts: Sequence[Mapping[str, Any]]) -> Callable[[str], tuple[set[str], set[str]]]:
    """The same for each place, by its code: the numbers of the country and its own."""
    groups: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for contact in contacts:
        groups[contact["place"]].append(contact)
    country = groups.pop("", [])
    return lambda code: allowed([*country, *groups.get(code, [])])


def page_faults(html: str, numbers: set[str], tels: set[str]) -> Iterator[tuple[int, str]]:
    """What is wrong with a page that may show `numbers` and call `tels`, by its lines."""
    yield from faults_in(read(html), numbers, tels)


def faults_in(page: Page, numbers: set[str], tels: set[str]) -> Iterator[tuple[int, str]]:
    """What is wrong with a page that was read; see `page_faults`."""
    if page.garbled:
        yield 1, "chữ không đúng mã UTF-8"
    for there, name in ((page.title, "<title>"), (page.heading, "<h1>"), (page.body, "<main>")):
        if not there:
            yield 1, f"trang trống: không có gì trong {name}"
    policies = (a for _, _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    if not any(_POLICY.match(policy.get("content", "")) for policy in policies):
        yield 1, "trang không mang quy định an toàn của nó (Content-Security-Policy)"
    for line, tag, attributes in page.tags:
        yield from ((line, fault) for fault in foreign.faults(tag, list(attributes.items())))
        for name, value in attributes.items():
            if name in _SAID:
                yield from ((line, fault) for _, fault in _strange(value, numbers))
            elif _CALL.match(value) and value not in tels:
                yield line, f"nút gọi {value} không phải đầu mối nào"
    for line, tel, words in page.calls:
        for _, number in phone.find(words):
            if tel in tels and phone.digits(number) in numbers and proof.dialled(number) != tel:
                yield line, f"nút ghi số «{number}» nhưng gọi {tel}"
    yield from ((page.line(offset), fault) for offset, fault in _strange(page.text, numbers))


def _strange(words: str, numbers: set[str]) -> Iterator[tuple[int, str]]:
    for offset, number in phone.find(words):
        if phone.digits(number) not in numbers:
            yield offset, f"số «{number}» không phải đầu mối nào"
