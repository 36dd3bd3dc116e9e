"""What was called back: campaigns/thu-hoi.yml keeps numbers, contacts and texts out of every build.

A number that proved wrong is out on paper. The list is what `lachan recall` writes, and
what a number that somebody types again is compared with; nobody has to remember.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pydantic import ConfigDict, Field, model_validator

from lachan.common.problem import Problem, Where, meant
from lachan.common.schema import Day, Strict, comment, load
from lachan.common.yamltext import Tree, parse, read
from lachan.contacts import phone
from lachan.contacts.contact import Contact

NAME = "thu-hoi.yml"
"""The file beside vietnam.yml."""
_PATH = re.compile(r"(?:.*/)?docs/[a-z-]+/(.+?)(?:\.md)?")


class RecallFile(Strict):
    """One entry of `recalls`: what was called back, when, why, and which office said so."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": [key]} for key in ("number", "contact", "text")],
            "dependencies": {"place": ["contact"]},
        }
    )

    number: str = Field(default="", description="Số cần thu hồi, viết kiểu nào cũng được.")
    contact: str = Field(
        default="", description="Đầu mối cần thu hồi: tên ở mục contacts, ví dụ commune-police."
    )
    text: str = Field(default="", description="Bài cần thu hồi, ví dụ posters/5-dau-hieu.")
    """Without its language, or the path of its file."""
    place: str = Field(
        default="",
        pattern="^([0-9]{5})?$",
        description="Mã xã, phường, khi contact chỉ thu hồi ở một nơi.",
        json_schema_extra={"type": ["string", "integer"], "minimum": 0, "maximum": 99999},
    )
    day: Day = Field(description="Ngày thu hồi.")
    reason: str = Field(min_length=1, description="Vì sao.")
    by: str = Field(min_length=1, description="Nơi quyết định. Không ghi tên người.")

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        named = [key for key in ("number", "contact", "text") if getattr(self, key)]
        if len(named) != 1:
            found = f"nhưng thấy {', '.join(named)}" if named else "nhưng chưa có mục nào"
            raise ValueError(f"mỗi mục thu hồi ghi đúng một trong number, contact, text; {found}")
        if self.place and not self.contact:
            raise ValueError("mục place chỉ đi cùng contact; số, bài thì thu hồi ở mọi nơi")
        if self.number and not phone.key(self.number):
            raise ValueError(f"number «{self.number}» không có chữ số nào; hãy ghi số cần thu hồi")
        return self

    def same(self, other: RecallFile) -> bool:
        """Whether both keep out the same, whoever said so and when."""
        return (phone.key(self.number), self.contact, text_id(self.text), self.place) == (
            phone.key(other.number),
            other.contact,
            text_id(other.text),
            other.place,
        )


@dataclass(frozen=True)
class Recall:
    """An entry and the line on which it begins."""

    file: RecallFile
    where: Where

    @property
    def since(self) -> str:
        """When it was called back and why, for people."""
        return f"đã thu hồi ngày {self.file.day:%d/%m/%Y} ({self.file.reason})"

    def means(self, number: str) -> bool:
        """Whether it is about this number, however either is written."""
        return bool(self.file.number) and phone.key(self.file.number) == phone.key(number)

    def takes(self, contact: Contact, place: str = "") -> bool:
        """Whether it keeps a contact, at the place with this code, from being called."""
        if self.file.contact:
            return contact.id == self.file.contact and self.file.place in {"", place}
        return bool(contact.number and self.means(contact.number.shown))


def text_id(written: str) -> str:
    """A text as the list names it: «docs/vi/posters/111.md» and «posters/111» are one."""
    match = _PATH.fullmatch(written.replace("\\", "/"))
    return match[1] if match else written.removesuffix(".md")


def read_recalls(folder: Path, name: str) -> tuple[tuple[Recall, ...], list[Problem]]:
    """The list in the folder `campaigns`, shown to people as `name`; there need be none."""
    path = folder / NAME
    if not path.exists():
        return (), []
    tree, problems = read(path, f"{name}/{NAME}")
    recalls, found = _recalls(tree)
    return recalls, problems + found


def _recalls(tree: Tree) -> tuple[tuple[Recall, ...], list[Problem]]:
    problems: list[Problem] = []
    for key in tree.value.keys() - {"recalls"}:
        hint = meant(key, ["recalls"])
        problems.append(tree.at((key,)).problem(f"không có mục nào tên «{key}»{hint}"))
    listed = tree.value.get("recalls")
    if listed is not None and not isinstance(listed, list):
        message = "«recalls» cần một danh sách, mỗi mục một dấu -"
        return (), [*problems, tree.at(("recalls",)).problem(message)]
    recalls: list[Recall] = []
    for index in range(len(listed or ())):
        entry = _entry(tree, index)
        file, found = load(RecallFile, entry)
        problems += found
        if file:
            recalls.append(Recall(file, entry.at(())))
    return tuple(recalls), problems


def _entry(tree: Tree, index: int) -> Tree:
    loc = ("recalls", index)
    where = {key[2:]: there for key, there in tree.where.items() if key[:2] == loc}
    return Tree(tree.value["recalls"][index], {(): tree.at(loc), **where})


def barring(recalls: Sequence[Recall], contact: str, number: str, place: str) -> Recall | None:
    """What bars a number that a finished site has of a contact, at a place or ("") the country."""
    for recall in recalls:
        if recall.means(number):
            return recall
        if recall.file.contact == contact and recall.file.place in {"", place}:
            return recall
    return None


_HEAD = """\
# Những gì đã thu hồi: lần dựng nào cũng bỏ ra. `lachan recall … --write` ghi vào đây; ai gõ lại số đã
# thu hồi thì bị nhắc. Muốn dùng lại thì xóa cả mục. `by` là nơi quyết định, không ghi tên người.
recalls:
"""


def added(folder: Path, name: str, file: RecallFile) -> bytes:
    """The list in `folder` with one entry more, everything else as it is written.

    Raises ValueError where the list has another shape than the one that this command writes.
    """
    path = folder / NAME
    if path.exists():
        before = path.read_bytes().decode("utf-8-sig")
    else:
        before = comment(path, folder, "recalls") + _HEAD
    given = [(key, str(value)) for key, value in file.model_dump(mode="json").items() if value]
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in given]
    entry = "  - " + "\n    ".join(lines) + "\n"
    text = before + ("" if before.endswith("\n") else "\n") + entry
    tree, problems = parse(text, name)
    recalls, found = _recalls(tree)
    if problems or found or not recalls or recalls[-1].file != file:
        raise ValueError(f"chưa ghi thêm vào cuối tệp này được; hãy tự thêm dưới mục recalls:\n{entry}")
    return text.encode()
