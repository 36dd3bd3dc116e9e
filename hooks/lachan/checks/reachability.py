"""Whether a reader finds every page: what leads where, from the home page on.

A page is found through a link in a text, a card or tile of the home page, the list of tricks, or the
page of an audience it names. Pages of the staff are found from the print room, which leads to their
first one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from lachan.checks.wording import links
from lachan.common.problem import Problem
from lachan.texts.front import AUDIENCES, PageFront
from lachan.texts.project import Project
from lachan.texts.text import Text

Pages = Mapping[str, Text[PageFront]]
_STARTS = ("index", "can-bo/index")


def reach(project: Project) -> Iterator[Problem]:
    """Every page of the first language that nothing leads to, and audiences that have no page."""
    pages = {id: text for (lang, id), text in project.texts.pages.items() if lang == project.default}
    for text in pages.values():
        for index, audience in enumerate(text.front.audiences):
            if f"{AUDIENCES}/{audience}" not in pages:
                message = f"không có trang docs/{project.default}/{AUDIENCES}/{audience}.md"
                yield text.tree.at(("audiences", index)).problem(message)
    found: set[str] = set()
    waiting = [id for id in _STARTS if id in pages]
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += [target for target in _leads_to(pages, id) if target in pages]
    for id, text in pages.items():
        if id not in found:
            yield Problem(text.path, 1, "không có đường nào từ trang chủ dẫn đến trang này")


def _leads_to(pages: Pages, id: str) -> Iterator[str]:
    text, folder = pages[id], str(PurePosixPath(id).parent)
    yield from (target for _, target in links(text))
    for other in pages.values():
        front = other.front
        if id == "index" and (front.door or front.tile):
            yield other.id
        if id.endswith("/index") and front.tile and other.id.startswith(folder + "/"):
            yield other.id
        if folder == AUDIENCES and PurePosixPath(id).name in front.audiences:
            yield other.id
