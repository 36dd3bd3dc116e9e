"""A project without the texts that were called back: they are neither made nor led to.

References to them in texts, kits and calendars stay as they are written, for a recall may be taken
back; so everything is checked with them, and they are left out after that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from lachan.common.problem import Problem, meant
from lachan.contacts.recall import text_id
from lachan.formats.kinds import READ_ALOUD, Kind
from lachan.texts.project import Project
from lachan.texts.text import FOLDERS, Text, Texts

_NEEDED = "index"
"""The page without which there is no site."""
_FOLDERS: Mapping[str, str] = {
    **{str(kind): folder for folder, kind in FOLDERS.items()},
    **{str(kind): "scripts" for kind in (*READ_ALOUD, Kind.AUDIO)},
    str(Kind.PICTURE): "posts",
}
"""The folder of docs/ that a file of each kind has its words from."""


KINDS = frozenset({*FOLDERS.values(), Kind.SHEET, Kind.WORD, Kind.PICTURE})
"""The kinds of files that have a text of that name for certain."""


def entry_id(kind: str, id: str) -> str:
    """The text that a finished file was made from, as the list names it."""
    return f"{_FOLDERS.get(kind, kind)}/{id}"


def listed_id(text: Text[Any]) -> str:
    """A text as the list of recalls names it, alike in all languages: «posters/5-dau-hieu»."""
    return text.id if text.kind == Kind.PAGE else entry_id(text.kind, text.id)


def problems(project: Project) -> Iterator[Problem]:
    """Texts of the list that are nowhere or cannot go; and a reminder of each that is left out."""
    known = {listed_id(text): text for text in reversed(project.texts.all)}
    for recall in project.campaign.recalls:
        id = text_id(recall.file.text)
        if not id:
            continue
        if id not in known:
            hint = meant(id, known)
            message = f"không có bài nào tên «{id}» trong docs{hint}; bài đã xóa hẳn thì bỏ mục này"
            yield recall.where.problem(message)
        elif id == _NEEDED:
            yield recall.where.problem("không bỏ được trang chủ; hãy sửa lời trong bài rồi dựng lại")
        else:
            then = "nên không làm, không dẫn đến; muốn dùng lại thì bỏ mục này"
            yield recall.where.problem(f"bài «{id}» {recall.since}, {then}", warning=True)


def without(project: Project) -> Project:
    """`project` as it is made: without its texts that were called back."""
    gone = {text_id(recall.file.text) for recall in project.campaign.recalls if recall.file.text}
    if not gone:
        return project
    texts = project.texts
    left = Texts(
        pages=_left(texts.pages, gone),
        posters=_left(texts.posters, gone),
        forms=_left(texts.forms, gone),
        scripts=_left(texts.scripts, gone),
        posts=_left(texts.posts, gone),
    )
    return replace(
        project,
        texts=left,
        posters={key: value for key, value in project.posters.items() if key in left.posters},
        forms={key: value for key, value in project.forms.items() if key in left.forms},
        scripts={key: value for key, value in project.scripts.items() if key in left.scripts},
        posts={key: value for key, value in project.posts.items() if key in left.posts},
        withdrawn=frozenset(gone),
    )


K = TypeVar("K")
T = TypeVar("T", bound=Text[Any])


def _left(texts: Mapping[K, T], gone: set[str]) -> dict[K, T]:
    return {key: text for key, text in texts.items() if listed_id(text) not in gone}
