"""WHAT is said: one Markdown file is one text; its folder says of which kind.

Folders of their own (`FOLDERS`) hold posters, forms, scripts and so on, everything else is a page.
This module reads files and front matter; `poster`, `script` and others the structure of a body.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from pydantic import Field

from lachan.common import days
from lachan.common.problem import Problem
from lachan.common.schema import Day, Strict, load
from lachan.common.yamltext import Tree, parse, read_utf8
from lachan.files import systemfiles
from lachan.formats.kinds import SLOTTED, Kind
from lachan.texts.source import REGISTER, Cited

_FRONT = re.compile(r"---\n(.*?\n)---\n", re.S)


class Front(Strict):
    """What every text says about itself."""

    sources: list[Cited] = Field(
        min_length=1, description="Bài dựa vào những nguồn nào trong docs/sources.yml."
    )
    reviewed: Day = Field(description="Ngày rà soát gần nhất.")
    review_in: int = Field(ge=1, le=36, description="Sau bao nhiêu tháng phải rà soát lại.")
    reviewer: Literal["editor", "lawyer", "doctor", "teacher", "broadcaster"] = Field(
        default="editor", description="Ai rà soát, ghi theo việc làm. Không ghi tên người."
    )
    history: list[str] = Field(default_factory=list, description="Chữ cũ, số cũ mà bài cố ý nhắc đến.")
    translated_from: str = Field(
        default="", description="Mã của bản tiếng Việt mà bài này dịch theo; `make check` cho biết."
    )
    """`Text.digest` of that."""


class Call(Strict):
    """A call band at the head of a page: whom to call, and what somebody would say it is for."""

    contact: str = Field(description="Gọi ai: tên ở mục contacts của campaigns/vietnam.yml.")
    label: str = Field(description="Chữ trên nút.")
    note: str = Field(description="Gọi khi nào.")


_ART = "Hình vẽ: tên tệp trong assets/art, bỏ .svg."
_ART_ALT = "Hình vẽ gì, cho người không nhìn thấy hình."
_NUMBER = "Số của bài, mỗi loại bài đánh số riêng; hai bài không trùng số."
AUDIENCES = "danh-cho"
"""The folder of the pages that speak to one kind of reader."""


class PageFront(Front):
    """A page of the site. `title` stands in the browser's history: keep it neutral on help pages."""

    title: str = Field(
        min_length=1,
        description="Tên trang trong máy của người đọc. Trang cần giúp đỡ thì đặt tên trung tính.",
    )
    name: str = Field(min_length=1, description="Tên trang ở những chỗ dẫn đến nó.")
    summary: str = Field(min_length=1, description="Một, hai câu: trang nói gì.")
    template: Literal["home.html", "staff.html"] | None = Field(
        default=None,
        description="Chỉ trang chủ (home.html) và trang của cán bộ (staff.html) ghi mục này.",
    )
    eye: str = Field(default="", description="Dòng chữ nhỏ trên tiêu đề.")
    art: str = Field(default="", description=_ART)
    tile: str = Field(
        default="", description="Hình nhỏ của trang thủ đoạn trên trang chủ: tên tệp trong assets/art."
    )
    number: int = Field(default=0, ge=0, le=99, description="Thứ tự của thủ đoạn trên trang chủ.")
    door: int | None = Field(
        default=None, ge=1, le=3, description="Cửa thứ mấy trên trang chủ dẫn đến trang này."
    )
    discreet: Literal["yes", "no"] = Field(
        default="no",
        description="yes: trang cho người đang gặp nạn; gửi đi thì không lộ, không lưu vào máy.",
    )
    law: Literal["yes", "no"] = Field(
        default="no",
        description="yes: bài nói luật quy định gì, quá hạn rà soát thì ghi rõ với người đọc.",
    )
    audiences: list[str] = Field(
        default_factory=list, description="Trang cho ai: tên các trang trong docs/vi/danh-cho."
    )
    calls: list[Call] = Field(default_factory=list, description="Nút gọi ở đầu trang.")
    country: str = Field(
        default="",
        pattern="^[a-z-]*$",
        description="Trang nói về một nước, ví dụ myanmar: hiện số của đầu mối có cùng mục country.",
    )


Receiver = Literal["wall", "handout", "meeting", "school", "clinic", "business", "village"]


WORKPLACES = frozenset({"clinic", "business"})
"""Receivers who use a paper where they work."""


class PrintFront(Front):
    """What is printed: whom it tells to call, and whom it is for."""

    number: int = Field(ge=1, le=99, description=_NUMBER)
    call: str = Field(description="Số lớn để gọi: tên ở mục contacts, thường là 111.")
    emergency: str = Field(description="Số khi nguy hiểm: tên ở mục contacts, thường là 113.")
    local: str = Field(
        description="Ai ở xã, phường: tên ở mục local_contacts, thường là commune-police."
    )
    page: str = Field(
        default="", description="Mã QR mở trang nào; không ghi thì mở trang của xã, phường."
    )
    receivers: list[Receiver] = Field(
        alias="for",
        min_length=1,
        description="Dành cho: wall (dán tường), handout (phát tay), meeting (buổi họp), school "
        "(trường học), clinic (trạm y tế), business (doanh nghiệp), village (thôn, tổ). Nơi chính "
        "ghi đầu.",
    )
    where: list[str] = Field(min_length=1, description="Treo, dán, dùng ở đâu.")

    @property
    def for_residents(self) -> bool:
        """Whether it may go to everybody: not what belongs into consulting rooms or workplaces only."""
        return not WORKPLACES.issuperset(self.receivers)


class PosterFront(PrintFront):
    """A poster, banner, leaflet or card; which keys it needs says its design (`design.Design`)."""

    template: str = Field(description="Mẫu in: tên trong assets/print/designs.yml.")
    abroad: str = Field(default="", description="Số gọi khi ở nước ngoài: tên ở mục contacts.")
    art: str = Field(default="", description=_ART)
    art_alt: str = Field(default="", description=_ART_ALT)
    day: str = Field(default="", description="Ngày in lớn trên tờ.")
    icons: list[str] = Field(
        default_factory=list, description="Hình nhỏ của từng dòng: tên tệp trong assets/art."
    )
    reply: str = Field(default="", description="Câu trả lời trong khung tin nhắn.")
    strip: str = Field(default="", description="Chữ trên phiếu xé.")
    theme: Literal["", "shown"] = Field(default="", description="shown: in chủ đề Ngày 30/7 của năm.")


class ScriptFront(Front):
    """A loudspeaker script; `target` is its length in minutes and seconds, «3:00»."""

    number: int = Field(ge=1, le=99, description=_NUMBER)
    target: str = Field(
        pattern="^[0-9]{1,2}:[0-5][0-9]$", description="Bài dài bao nhiêu phút, giây, ví dụ 3:00."
    )


class FormFront(PrintFront):
    """A paper to print, fill in and keep; «official» opens with issuer and national title."""

    head: Literal["official", "plain"] = Field(
        description="official: có quốc hiệu, nơi đứng tên ở đầu; plain: không có."
    )
    pages: int = Field(ge=1, le=4, description="Không quá mấy trang.")


class PostFront(Front):
    """A post for Zalo and Facebook and its picture; `art_alt` says what the drawing shows."""

    number: int = Field(ge=1, le=99, description=_NUMBER)
    art: str = Field(min_length=1, description=_ART)
    art_alt: str = Field(min_length=1, description=_ART_ALT)
    pages: list[str] = Field(
        default_factory=list, description="Gửi những trang này qua Zalo thì hiện ảnh của bài này."
    )


F = TypeVar("F", bound=Front)
Key = tuple[str, str]
"""Language and id."""
PrintKey = tuple[str, Kind, str]
"""Language, kind and id: a banner and a poster may have the same id."""


@dataclass(frozen=True)
class Text(Generic[F]):
    """One file: its front matter and its Markdown body, which starts at line `body_line`."""

    id: str
    kind: Kind
    lang: str
    path: str
    front: F
    tree: Tree
    body: str
    body_line: int

    @property
    def due(self) -> date:
        """The day before which it must be read again."""
        return days.months_later(self.front.reviewed, self.front.review_in)

    @property
    def digest(self) -> str:
        """Twelve hex digits of the body: what a translation of it must quote."""
        return hashlib.sha256(self.body.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Texts:
    """All texts of all languages."""

    pages: Mapping[Key, Text[PageFront]]
    posters: Mapping[PrintKey, Text[PosterFront]]
    """Banners, leaflets and cards, too: they differ in their design only."""
    forms: Mapping[Key, Text[FormFront]]
    scripts: Mapping[Key, Text[ScriptFront]]
    posts: Mapping[Key, Text[PostFront]]

    @property
    def printed(self) -> list[Text[PosterFront] | Text[FormFront]]:
        """Everything on paper that residents and offices get."""
        return [*self.posters.values(), *self.forms.values()]

    @property
    def all(self) -> list[Text[Any]]:
        """Every text."""
        return [
            *self.pages.values(),
            *self.printed,
            *self.scripts.values(),
            *self.posts.values(),
        ]


FOLDERS = {f"{kind}s": kind for kind in (*SLOTTED, Kind.FORM, Kind.SCRIPT, Kind.POST)}
"""Folders of docs/<lang>/ that hold another kind of text than pages."""


def read_texts(docs: Path, languages: list[str]) -> tuple[Texts, list[Problem]]:
    """Read every Markdown file below docs/<lang>/ for each of `languages`, in a stable order."""
    pages: dict[Key, Text[PageFront]] = {}
    posters: dict[PrintKey, Text[PosterFront]] = {}
    forms: dict[Key, Text[FormFront]] = {}
    scripts: dict[Key, Text[ScriptFront]] = {}
    posts: dict[Key, Text[PostFront]] = {}
    problems = list(_strays(docs, languages))

    def add(into: dict[Any, Text[F]], key: Any, model: type[F], kind: Kind, path: Path) -> None:
        name = f"docs/{path.relative_to(docs).as_posix()}"
        text, found = _read(path, name, model, kind, key[0], key[-1])
        problems.extend(found)
        if text:
            into[key] = text

    for lang in languages:
        for path in systemfiles.found(docs / lang, "**/*.md"):
            relative = path.relative_to(docs / lang).with_suffix("").as_posix()
            folder, _, id = relative.partition("/")
            match FOLDERS.get(folder):
                case Kind.FORM:
                    add(forms, (lang, id), FormFront, Kind.FORM, path)
                case Kind.SCRIPT:
                    add(scripts, (lang, id), ScriptFront, Kind.SCRIPT, path)
                case Kind.POST:
                    add(posts, (lang, id), PostFront, Kind.POST, path)
                case None:
                    add(pages, (lang, relative), PageFront, Kind.PAGE, path)
                case kind:
                    add(posters, (lang, kind, id), PosterFront, kind, path)
    return Texts(pages, posters, forms, scripts, posts), problems


_FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names of devices: a file called so cannot be copied to a PC with Windows."""


def _strays(docs: Path, languages: list[str]) -> Iterator[Problem]:
    """Nothing in docs/ is passed over in silence, and every name can stand in an address."""
    for path in systemfiles.found(docs, "**/*"):
        parts = path.relative_to(docs).parts
        shown = f"docs/{'/'.join(parts)}"
        if parts == (REGISTER,):
            continue
        if parts[0] not in languages:
            if len(parts) == 1:
                message = "không thuộc ngôn ngữ nào trong mkdocs.yml (plugins: i18n: languages)"
                yield Problem(shown, 1, message)
        elif path.is_dir():
            if len(parts) > 2 and parts[1] in FOLDERS:
                yield Problem(shown, 1, "tệp in và bài phát thanh không để trong thư mục con")
        elif parts[1:] == ("strings.yml",):
            continue
        elif path.suffix != ".md":
            yield Problem(shown, 1, "không rõ tệp này để làm gì; bài viết là tệp .md")
        elif not all(map(_FILE_NAME.fullmatch, [*parts[1:-1], path.stem])):
            yield Problem(shown, 1, "tên tệp chỉ gồm chữ thường không dấu, chữ số và gạch nối")
        elif any(map(_DEVICE.fullmatch, [*parts[1:-1], path.stem])):
            yield Problem(shown, 1, "Windows không nhận tệp tên này; hãy đặt tên khác")


def _read(
    path: Path, name: str, model: type[F], kind: Kind, lang: str, id: str
) -> tuple[Text[F] | None, list[Problem]]:
    raw, problems = read_utf8(path, name)
    if problems:
        return None, problems
    match = _FRONT.match(raw)
    if not match:
        return None, [Problem(name, 1, "thiếu phần đầu tệp giữa hai dòng «---»")]
    tree, problems = parse(match[1], name, first_line=2)
    if problems:
        return None, problems
    front, problems = load(model, tree)
    if front is None:
        return None, problems
    line = raw[: match.end()].count("\n") + 1
    return Text(id, kind, lang, name, front, tree, raw[match.end() :], line), []
