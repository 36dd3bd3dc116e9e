"""What others see of a page before they open it, and what the home screen shows of the site."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lachan.common.sections import Content
from lachan.plan import paths, sharing
from lachan.plan.recipe import Picture
from lachan.render.press import Press
from lachan.site import texts
from lachan.site.context import PageContext
from miniature import FILES, FRONT, INDEX, POST, edited, read, said
from PIL import Image
from test_rules import ENGLISH

Lay = Callable[..., Path]
HELP = "docs/vi/tro-giup.md"
HELP_TEXT = f"""\
---
title: Thông tin cho bà con
name: Tôi cần giúp đỡ
summary: Đang bị giữ thì làm gì.
door: 1
discreet: yes
{FRONT}---
# Bạn không có lỗi
"""


def named(*pages: str) -> dict[str, str | bytes | None]:
    """The post of the miniature, with pages that are shared with its picture."""
    return edited(POST, "art: hook\n", f"art: hook\npages: [{', '.join(pages)}]\n")


def shown(root: Path, id: str) -> dict[str, str]:
    project = read(root)
    here = PageContext(project, "vi", paths.page(project, "vi", id))
    view = texts.text(here, project.texts.pages["vi", id], Content("", "", []))
    return view["share"] | {"description": view["description"]}


def test_a_page_is_shared_with_the_picture_of_its_post(mini: Lay) -> None:
    assert shown(mini(named("index")), "index") == {
        "title": "Trang chủ",
        "description": "Gọi đúng số khi cần.",
        "image": "https://lachan.example/chia-se/vi-hoi.png",
        "alt": "Việc nhẹ? Hỏi rõ hãy đi. Không hợp đồng: đừng đi. Lưỡi câu.",
        "offered": True,
    }


def test_a_page_without_a_post_has_the_neutral_picture(mini: Lay) -> None:
    share = shown(mini(), "index")
    assert share["image"] == "https://lachan.example/chia-se/vi.png"
    assert (share["alt"], share["offered"]) == ("Lá Chắn, thông tin cho bà con", True)


def test_a_discreet_page_gives_nothing_away(mini: Lay) -> None:
    assert shown(mini({HELP: HELP_TEXT}), "tro-giup") == {
        "title": "Thông tin cho bà con",
        "description": "Số điện thoại và những điều nên biết, dành cho bà con.",
        "image": "https://lachan.example/chia-se/vi.png",
        "alt": "Lá Chắn, thông tin cho bà con",
        "offered": False,
    }


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        (["thieu"], "không có trang docs/vi/thieu.md"),
        (["tro-giup"], "trang «tro-giup» cần kín đáo (discreet: yes), không mang ảnh này"),
        (["index", "index"], f"trang «index» đã có ảnh của bài {POST}"),
    ],
)
def test_a_post_names_pages_that_may_show_it(mini: Lay, pages: list[str], message: str) -> None:
    assert said(mini({HELP: HELP_TEXT, **named(*pages)})) == [f"{POST}:4: {message}"]


def test_a_picture_for_all_names_no_place(mini: Lay) -> None:
    post = str(named("index")[POST]).replace("Không hợp đồng: đừng đi.", "Ở {place}, hãy hỏi.")
    line = post[: post.index("Ở {place}")].count("\n") + 1
    message = "ảnh này đi kèm trang của cả nước (pages), không ghi {place} được"
    assert said(mini({POST: post})) == [f"{POST}:{line}: {message}"]


def test_a_translation_is_as_discreet_as_its_source(mini: Lay) -> None:
    files = ENGLISH | {
        HELP: HELP_TEXT,
        HELP.replace("vi", "en"): HELP_TEXT.replace("discreet: yes\n", ""),
    }
    found = said(mini(files | {"docs/en/index.md": FILES[INDEX]}))
    assert found == ["docs/en/tro-giup.md:2: discreet phải như bản tiếng Việt"]


def test_the_pictures_and_the_sign(mini: Lay) -> None:
    project = read(mini(named("index")))
    press = Press(project.root / "assets", date(2026, 11, 21))
    sizes = {}
    for artefact in sharing.sharing(project):
        content = press.press(artefact.recipe, {})
        assert content == press.press(artefact.recipe, {})
        with Image.open(io.BytesIO(content)) as image:
            sizes[artefact.path] = image.size
    assert sizes == {
        "chia-se/vi.png": (1200, 630),
        "chia-se/vi-hoi.png": (1200, 630),
        "assets/icon-192.png": (192, 192),
        "assets/icon-512.png": (512, 512),
        "assets/icon-180.png": (180, 180),
    }


def test_what_matters_of_the_sign_is_within_the_circle_phones_cut(mini: Lay) -> None:
    project = read(mini())
    recipe = Picture(json.dumps({"size": 512, "title": "Lá Chắn"}), template="icon")
    content = Press(project.root / "assets", date(2026, 11, 21)).press(recipe, {})
    with Image.open(io.BytesIO(content)) as image:
        sign = image.convert("RGB")
    background = sign.getpixel((0, 0))
    drawn = [(x, y) for x in range(512) for y in range(512) if sign.getpixel((x, y)) != background]
    farthest = max((x - 255.5) ** 2 + (y - 255.5) ** 2 for x, y in drawn) ** 0.5
    assert 0.2 * 512 < farthest < 0.4 * 512
