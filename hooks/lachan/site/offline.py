"""What a phone keeps for the day without a network, and the worker that answers then: sw.js.

A reader asks for it on a commune's page. Kept are that page, every information page of its language
and what they are drawn with; never a page that somebody in trouble may open (`discreet: yes`). The
worker carries the hash of all of it, so that a new build replaces the copy, and only a new build.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence

import rjsmin

from lachan.checks import javascript
from lachan.plan import paths
from lachan.site.context import PageContext, View, calls, common, link, pages
from lachan.texts.front import PageFront
from lachan.texts.project import Project
from lachan.texts.text import Text

NAME = "sw.js"
"""At the root, for a worker may answer only for what lies below it."""
_NAMED = re.compile(rb'(assets/[\w./-]+)"')
_FIRST = ("index", "duong-day-nong", "thu-doan/index")
"""The pages that the one for no network leads to."""


def offline(here: PageContext) -> View:
    """The page that stands in for one that is not kept."""
    words = here.language.strings["offline"]
    kept = {page.id: page for page in _kept(here)}
    return common(here, [True for _ in here.project.languages]) | {
        "title": here.language.strings["share"]["title"],
        "noindex": True,
        "hero": {"title": words["title"], "lead": words["text"], "eye": "", "art": ""},
        "calls": calls(here),
        "kept": [link(here, kept[id], "") for id in _FIRST if id in kept],
    }


def worker(project: Project, theme: Sequence[str], read: Callable[[str], bytes]) -> bytes:
    """sw.js; `theme` are the paths of the files that pages are drawn with.

    Kept of them are all drawings, which styles name, and what any of the kept pages names. `read` gives
    the content of a file of the site, which is written already.
    """
    source = javascript.source(project.root, javascript.WORKER)
    lists = {}
    digest = hashlib.sha256()
    for lang in project.languages:
        here = PageContext(project, lang, "")
        own = [paths.page(project, lang, page.id) for page in _kept(here)]
        away = paths.offline(project, lang)
        communes = [paths.commune(project, lang, place) for place in project.campaign.places]
        drawn = {path for path in theme if path.startswith("assets/art/")}
        named = set[bytes]()
        hashes = {}
        for page in (*own, away, *communes):
            content = read(f"{page}index.html")
            hashes[page] = hashlib.sha256(content).hexdigest()
            named.update(_NAMED.findall(content))
        drawn |= {path for path in theme if path.encode() in named}
        hashes |= {path: hashlib.sha256(read(path)).hexdigest() for path in drawn}
        files = sorted([*own, away, *drawn])
        lists[lang] = {"folder": project.folder(lang), "files": files, "offline": away}
        digest.update("".join(hashes[path] for path in (*files, *communes)).encode())
    kept = json.dumps(lists, separators=(",", ":"))
    head = f'const KEPT={kept};\nconst VERSION="{digest.hexdigest()[:16]}";\n'
    return (head + str(rjsmin.jsmin(source))).encode()


def _kept(here: PageContext) -> list[Text[PageFront]]:
    """The pages that residents read and nobody must hide."""
    return [
        page
        for page in pages(here).values()
        if page.front.template != "staff.html" and page.front.discreet == "no"
    ]
