"""Where everything stands on the site."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.plan import paths
from lachan.texts.project import Project


def test_places(read_mini: Project) -> None:
    place = read_mini.campaign.places[0]
    assert paths.commune(read_mini, "vi", place) == "07735/"
    assert paths.commune(read_mini, "en", place) == "en/07735/"
    assert paths.script(read_mini, "vi", place, 3) == "07735/3/"
    assert paths.room(read_mini, "en", place) == "en/07735/tai-lieu/"
    assert paths.file(place, "vi", "sheet-a", "pdf") == "07735/tai-lieu/07735-vi-sheet-a.pdf"


@pytest.mark.parametrize(
    ("id", "path"),
    [("index", ""), ("thu-doan/index", "thu-doan/"), ("a", "a/"), ("thu-doan/a", "thu-doan/a/")],
)
def test_pages(read_mini: Project, id: str, path: str) -> None:
    assert paths.page(read_mini, "vi", id) == path


FOLDERS = st.lists(st.sampled_from(["a", "b", "en", "11692"]), max_size=3).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(FOLDERS, FOLDERS)
def test_a_relative_way_leads_there(target: str, here: str) -> None:
    stack = here.split("/")[:-1]
    way = paths.relative(target, here)
    assert way.endswith("/")
    for part in way.split("/")[:-1]:
        if part == "..":
            stack.pop()
        elif part != ".":
            stack.append(part)
    assert "".join(f"{part}/" for part in stack) == target


@given(FOLDERS, FOLDERS.filter(bool))
def test_so_it_does_from_an_address_without_its_last_stroke(target: str, here: str) -> None:
    assert urljoin("https://a.example/" + here[:-1], paths.relative(target, here)).endswith(
        "a.example/" + target
    )


@pytest.mark.parametrize(
    ("link", "way"),
    [
        ("../nguoi-yeu-ao/", "../../thu-doan/nguoi-yeu-ao/"),
        ("nguoi-yeu-ao/#a", "../../thu-doan/viec-nhe/nguoi-yeu-ao/#a"),
        ("../../", "../../"),
        ("../../tro-giup/", "../../tro-giup/"),
        ("../../a.pdf", "../../a.pdf"),
        ("#a", "#a"),
        ("tel:111", "tel:111"),
        ("https://a.example/b/", "https://a.example/b/"),
    ],
)
def test_links_in_a_text_go_by_way_of_the_root(link: str, way: str) -> None:
    html = '<p>href="x/"<a class="y" href="{}">z</a></p>'
    assert paths.rooted(html.format(link), "thu-doan/viec-nhe/") == html.format(way)
