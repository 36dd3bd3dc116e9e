"""WHAT is said: one Markdown file is one text; its folder says of which kind.

Folders of their own (`FOLDERS`) hold posters, forms, scripts and so on, everything else is a page.
This module reads files; `front` says what a head holds, `poster`, `script` and others read a body.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from lachan.common import days
from lachan.common.problem import Problem
from lachan.common.schema import load
from lachan.common.yamltext import Tree, parse, read_utf8
from lachan.files import systemfiles
from lachan.formats.kinds import SLOTTED, Kind
from lachan.texts.front import FormFront, Front, PageFront, PosterFront, PostFront, ScriptFront
from lachan.texts.source import REGISTER

_FRONT = re.compile(r"---\n(.*?\n)---\n", re.S)


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
