"""What others see of the site before they open it: the pictures of shared pages, and its sign.

A page that somebody in trouble may open (`discreet: yes`) gives nothing away: neutral title, neutral
picture. The sign is drawn on the site's background, whole, with room around it to be cut to any shape
(W3C Web Application Manifest, «maskable»: what matters lies within 40 % of the width from the middle).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any

from lachan.common import placeholders
from lachan.common.problem import Problem, Where
from lachan.formats.kinds import Kind
from lachan.plan import paper, paths
from lachan.plan.recipe import Artefact, Picture
from lachan.texts.front import PageFront, PostFront
from lachan.texts.post import Post
from lachan.texts.project import Project
from lachan.texts.text import Text

ICONS = (192, 512)
"""Pixels of the sign for home screens; browsers ask for both."""
TOUCH = 180
"""Pixels of the sign that iPhones ask for."""


def sharing(project: Project) -> Iterator[Artefact]:
    """The pictures of every language, and the sign in its sizes."""
    for language in project.languages.values():
        words = language.strings["share"] | {"name": language.strings["site"]["name"]}
        where = {"": Where(f"docs/{language.code}/strings.yml", 1)}
        data = words | {"lang": language.code}
        yield _artefact(language.code, paths.shared(language.code), data, where, "picture-neutral")
    for (lang, id), post in project.posts.items():
        text = project.texts.posts[lang, id]
        if text.front.pages:
            lines = {slot: Where(text.path, line) for slot, line in post.lines.items()}
            where = {"": Where(text.path, text.body_line)} | lines
            data = paper.shared(project, text, post)
            yield _artefact(lang, paths.shared(lang, id), data, where)
    for size in (*ICONS, TOUCH):
        data = {"size": size, "title": "Lá Chắn"}
        yield _artefact("", paths.icon(size), data, {"": Where("assets/art/mark.svg", 1)}, "icon")


def _artefact(
    lang: str, path: str, data: Mapping[str, Any], where: dict[str, Where], template: str = "picture"
) -> Artefact:
    recipe = Picture(paper.dump(data), posixpath.basename(path), template)
    return Artefact("", Kind.SITE, path, lang, "", path, path, recipe=recipe, where=where)


def post(project: Project, page: Text[PageFront]) -> Text[PostFront] | None:
    """The post whose picture `page` is shared with."""
    if page.front.discreet == "yes":
        return None
    posts = (project.texts.posts[key] for key in project.posts if key[0] == page.lang)
    return next((post for post in posts if page.id in post.front.pages), None)


def problems(project: Project) -> Iterator[Problem]:
    """Pages that no post may name, and translations that are shared in another way."""
    named: dict[tuple[str, str], str] = {}
    for key, text in project.texts.posts.items():
        for index, id in enumerate(text.front.pages):
            where, page = text.tree.at(("pages", index)), project.texts.pages.get((text.lang, id))
            if page is None:
                yield where.problem(f"không có trang docs/{text.lang}/{id}.md")
            elif page.front.discreet == "yes":
                yield where.problem(f"trang «{id}» cần kín đáo (discreet: yes), không mang ảnh này")
            elif first := named.get((text.lang, id)):
                yield where.problem(f"trang «{id}» đã có ảnh của bài {first}")
            named.setdefault((text.lang, id), text.path)
        if text.front.pages and key in project.posts:
            yield from _local(text, project.posts[key])
    for texts, field in ((project.texts.posts, "pages"), (project.texts.pages, "discreet")):
        for (_, id), translation in texts.items():
            source = texts.get((project.default, id))
            if source and getattr(source.front, field) != getattr(translation.front, field):
                yield translation.tree.at((field,)).problem(f"{field} phải như bản tiếng Việt")


def _local(text: Text[PostFront], post: Post) -> Iterator[Problem]:
    """A picture for the whole country has no place to name."""
    slots = {"headline": " ".join(post.headline), "lead": post.lead, "call": post.call}
    for slot, words in slots.items():
        for _, token in placeholders.find(words):
            if token in placeholders.PLACE_WORDS:
                message = f"ảnh này đi kèm trang của cả nước (pages), không ghi {{{token}}} được"
                yield Where(text.path, post.lines[slot]).problem(message)
