"""A page's HTML in the parts that the templates set: its head, and one section per level-2 heading.

The class of a heading says what its section is: `## 4 dấu hiệu {.signs}`. Under `{.chat}` an item
that is emphasised as a whole is what the reader would answer. `### Nên {.do}` and `### Đừng {.dont}`
stand side by side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

KINDS = frozenset({"signs", "steps", "chat", "calls", "cream", "note", "table"})

_HEAD = re.compile(r"\s*<h1[^>]*>(?P<title>.*?)</h1>\s*(?:<p>(?P<lead>.*?)</p>\s*)?", re.S)
_SECTION = re.compile(r"<h2(?P<attributes>[^>]*)>(?P<title>.*?)</h2>(?P<body>.*?)(?=<h2[ >]|\Z)", re.S)
_ATTRIBUTE = re.compile(r'(id|class)="([^"]*)"')
_OWN_WORDS = re.compile(r"<li>\s*(?:<p>)?<em>(.*?)</em>(?:</p>)?\s*</li>", re.S)
_CHOICE = re.compile(r'<h3 class="(do|dont)"([^>]*)>(.*?)</h3>(.*?)(?=<h3|\Z)', re.S)
_CHOICES = re.compile(r'(?:<div class="(?:do|dont)">.*?</div>\s*)+', re.S)


@dataclass(frozen=True)
class Section:
    """One level-2 part: `title` and `body` are HTML, `kind` is one of KINDS or empty."""

    kind: str
    id: str
    title: str
    body: str


@dataclass(frozen=True)
class Content:
    """A page: title and lead of its head, then its sections. All HTML."""

    title: str
    lead: str
    sections: tuple[Section, ...]


def split(html: str) -> Content:
    """Take the HTML that Markdown made of a page apart.

    Raises ValueError when it does not begin with a level-1 heading or has words between its head and
    its first section, which no template would show.
    """
    head = _HEAD.match(html)
    if not head:
        raise ValueError("trang phải bắt đầu bằng # tiêu đề")
    rest = html[head.end() :]
    first = rest.find("<h2")
    if rest[: first if first >= 0 else None].strip():
        raise ValueError("giữa dòng mở đầu và ## đầu tiên chỉ được một đoạn văn")
    return Content(head["title"], head["lead"] or "", tuple(map(_section, _SECTION.finditer(rest))))


def _section(match: re.Match[str]) -> Section:
    attributes = dict(_ATTRIBUTE.findall(match["attributes"]))
    kind, body = attributes.get("class", ""), match["body"].strip()
    if kind not in KINDS | {""}:
        raise ValueError(f"không rõ phần loại {{.{kind}}}; chỉ có {', '.join(sorted(KINDS))}")
    if kind == "chat":
        body = _OWN_WORDS.sub(r'<li class="me">\1</li>', body)
    body = _CHOICE.sub(r'<div class="\1"><h3\2>\3</h3>\4</div>', body)
    body = _CHOICES.sub(lambda found: f'<div class="choices">{found[0].strip()}</div>', body)
    return Section(kind, attributes["id"], match["title"], body)
