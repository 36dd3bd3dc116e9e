"""The search of a language: what is listed, in which order, and what the index holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from folded import SEARCH
from lachan.common.slugs import fold
from lachan.plan import paths
from lachan.site import search
from lachan.site.context import PageContext
from lachan.texts.project import Project, read_project
from miniature import FRONT, TODAY, read

Lay = Callable[..., Path]

PAGES = {
    "tro-giup": ("Tôi cần giúp đỡ", "door: 1\n"),
    "bao-tin": ("Báo tin", "door: 2\n"),
    "a-la-gi": ("A là gì", ""),
    "thu-doan/index": ("Thủ đoạn", "door: 3\n"),
    "thu-doan/hai": ("Hai", "number: 2\n"),
    "thu-doan/mot": ("Một", "number: 1\n"),
    "can-bo/index": ("Sổ tay", "template: staff.html\n"),
}


def page(name: str, keys: str, body: str = "Lời.") -> str:
    return f"---\ntitle: T\nname: {name}\nsummary: S {name}\n{keys}{FRONT}---\n# H {name}\n\n{body}\n"


@pytest.fixture
def listed(mini: Lay) -> Project:
    """The miniature with pages in folders, one of them for staff."""
    links = "\n\n## Đọc\n\n" + "".join(f"- [{id}]({id}.md)\n" for id in PAGES if id != "index")
    files = {f"docs/vi/{id}.md": page(name, keys) for id, (name, keys) in PAGES.items()}
    files["docs/vi/index.md"] = page("Trang chủ", "", f"Lời.{links}")
    return read(mini(files))


def here(project: Project, lang: str = "vi") -> PageContext:
    return PageContext(project, lang, paths.search(project, lang))


def entries(project: Project, lang: str = "vi") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(search.index(here(project, lang)))
    return found


@pytest.mark.parametrize(("typed", "words", "folded"), SEARCH)
def test_words_with_and_without_marks(typed: str, words: str, folded: str) -> None:
    assert (search.plain(typed), fold(search.plain(typed))) == (words, folded)


def test_pages_by_group_those_that_help_first(listed: Project) -> None:
    groups = search.page(here(listed))["groups"]
    assert [(group["title"], [page["title"] for page in group["pages"]]) for group in groups] == [
        ("Các trang chính", ["Tôi cần giúp đỡ", "Báo tin", "A là gì", "Trang chủ"]),
        ("Thủ đoạn", ["Thủ đoạn", "Một", "Hai"]),
    ]


def test_the_index_knows_just_what_is_listed(listed: Project) -> None:
    groups = search.page(here(listed))["groups"]
    assert list(entries(listed)["pages"]) == [page["url"] for g in groups for page in g["pages"]]


def test_an_entry_has_headings_synonyms_and_words(read_mini: Project) -> None:
    assert entries(read_mini)["pages"] == {
        "../": ["cả xóm cùng làm ba câu để nhớ", [], "hỏi nhau một câu thấy điều lạ gọi ngay 111"]
    }


def test_synonyms_are_those_of_the_page(listed: Project) -> None:
    _, typed, words = entries(listed)["pages"]["../tro-giup/"]
    assert "cứu tôi" in typed
    assert "tố giác" not in typed
    assert words == "lời"


NUMBERS = "## Gọi ai {.calls}\n\n- {111} **Tổng đài.** Miễn phí.\n"


@pytest.mark.parametrize(("body", "typed"), [(NUMBERS, ["111"]), ("Gọi {111}.", [])])
def test_a_list_of_numbers_is_what_is_looked_for_with_one(
    mini: Lay, body: str, typed: list[str]
) -> None:
    files = {"docs/vi/index.md": page("Trang chủ", "", body)}
    assert entries(read(mini(files)))["pages"]["../"][1] == typed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Việc nhẹ, LƯƠNG cao!", "việc nhẹ lương cao"),
        ("bạn H’Mông, Ea H'Leo", "bạn hmông ea hleo"),
        ("+84 981 84 84 84 hay 0981.848.484", "981848484 hay 981848484"),
        ("1800 1567", "18001567"),
        ("30/7, 111, 113", "30 7 111 113"),
        ("ngày 30 7 năm 2026", "ngày 30 7 năm 2026"),
    ],
)
def test_words_and_numbers_are_compared_in_one_form(text: str, words: str) -> None:
    assert search.plain(text) == words


def test_items_and_cells_are_not_run_together(mini: Lay) -> None:
    items = "- Làm *gì*\n- Đang ở đâu\n  - Với ai"
    cells = "| Ai | Việc |\n|---|---|\n| Công an | nghe |"
    body = f"## Hỏi\n\n{items}\n\n{cells}\n\n> Gọi\n>\n> ngay"
    files = {"docs/vi/index.md": page("Trang chủ", "", body)}
    words = entries(read(mini(files)))["pages"]["../"][2]
    assert words == "làm gì đang ở đâu với ai ai việc công an nghe gọi ngay"


def test_the_title_tells_nothing(read_mini: Project) -> None:
    assert search.page(here(read_mini))["title"] == "Tìm"


@pytest.fixture(scope="module")
def real() -> Project:
    """The project as it stands."""
    project, problems = read_project(ROOT, ROOT / "campaigns", TODAY)
    assert project, problems
    return project


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_synonym_is_of_use(real: Project, lang: str) -> None:
    """Of a page that there is, and not twice for the same page."""
    known = search.synonyms()[lang]
    pages = {text.id for text in search.readers(here(real, lang))}
    assert known.keys() - pages == set()
    assert [phrase for typed in known.values() for phrase in _twice(typed)] == []


def _twice(typed: Sequence[str]) -> list[str]:
    plain = [search.plain(phrase) for phrase in typed]
    return [phrase for phrase in plain if plain.count(phrase) > 1]


def test_the_same_project_gives_the_same_index(real: Project) -> None:
    assert search.index(here(real)) == search.index(here(real))
