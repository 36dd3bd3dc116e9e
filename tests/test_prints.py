"""What is printed of each text: its files, the numbers on them, the page its QR opens."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lachan.plan.prints import numbers, prints
from lachan.plan.recipe import Artefact, Typeset, Word
from lachan.render.press import Press
from lachan.texts.project import Project
from lachan.verify import proof
from miniature import (
    BANNER,
    CARD,
    FAMILY,
    FILES,
    FORM,
    INDEX,
    LEAFLET,
    NUMBER,
    SIGNS,
    edited,
    read,
    said,
)

Lay = Callable[..., Path]
DUONG_KINH, DONG_VIET = "11692", "07735"
POLICE, CONSUL = "0225 3860 113", "+84 981 84 84 84"


def sheets(project: Project, code: str = DUONG_KINH, lang: str = "vi") -> Sequence[Artefact]:
    place = next(place for place in project.campaign.places if place.code == code)
    return list(prints(project, project.languages[lang], place))


def named(files: Sequence[Artefact], kind: str, id: str) -> Sequence[Artefact]:
    return [file for file in files if (file.kind, file.id) == (kind, id)]


def test_files_and_pages_of_each_kind(read_family: Project) -> None:
    assert [(a.kind, a.id, a.variant, a.pages) for a in sheets(read_family)] == [
        ("banner", "number", "street-color", 1),
        ("banner", "number", "street-eco", 1),
        ("banner", "number", "hall-color", 1),
        ("banner", "number", "hall-eco", 1),
        ("card", "the", "color", 2),
        ("card", "the", "eco", 2),
        ("leaflet", "hoi", "color", 2),
        ("leaflet", "hoi", "eco", 2),
        ("poster", "number", "color", 1),
        ("poster", "number", "eco", 1),
        ("poster", "signs", "color", 1),
        ("poster", "signs", "eco", 1),
        ("form", "cam-ket", "eco", 0),
        ("form", "cam-ket", "edit", 0),
    ]


def test_no_two_files_have_one_name_though_two_texts_may(read_family: Project) -> None:
    assert [
        a.path.removeprefix(f"{DUONG_KINH}/tai-lieu/{DUONG_KINH}-vi-") for a in sheets(read_family)
    ] == [
        "banner-number-street-color.pdf",
        "banner-number-street-eco.pdf",
        "banner-number-hall-color.pdf",
        "banner-number-hall-eco.pdf",
        "card-the-color.pdf",
        "card-the-eco.pdf",
        "leaflet-hoi-color.pdf",
        "leaflet-hoi-eco.pdf",
        "poster-number-color.pdf",
        "poster-number-eco.pdf",
        "poster-signs-color.pdf",
        "poster-signs-eco.pdf",
        "form-cam-ket.pdf",
        "form-cam-ket.docx",
    ]


@pytest.mark.parametrize(
    ("variant", "format", "theme"),
    [
        ("street-color", "street", "color"),
        ("street-eco", "street", "eco"),
        ("hall-color", "hall", "color"),
        ("hall-eco", "hall", "eco"),
    ],
)
def test_a_banner_is_drawn_in_the_proportions_of_its_name(
    read_family: Project, variant: str, format: str, theme: str
) -> None:
    banner = next(a for a in sheets(read_family) if (a.kind, a.variant) == ("banner", variant))
    assert isinstance(banner.recipe, Typeset)
    data = json.loads(banner.recipe.data)
    assert (banner.recipe.template, data["format"], data["theme"]) == ("banner-slogan", format, theme)


@pytest.mark.parametrize(
    ("code", "kind", "id", "found"),
    [
        (DUONG_KINH, "poster", "number", (POLICE, "111", "113")),
        (DUONG_KINH, "banner", "number", (POLICE, "111", "113")),
        (DUONG_KINH, "leaflet", "hoi", (CONSUL, POLICE, "111", "113")),
        (DUONG_KINH, "card", "the", (CONSUL, POLICE, "111", "113")),
        (DUONG_KINH, "form", "cam-ket", (POLICE, "111", "113")),
        (DONG_VIET, "poster", "number", ("111", "113")),
        (DONG_VIET, "banner", "number", ("111", "113")),
        (DONG_VIET, "leaflet", "hoi", (CONSUL, "111", "113")),
        (DONG_VIET, "card", "the", (CONSUL, "111", "113")),
        (DONG_VIET, "form", "cam-ket", ("111", "113")),
    ],
)
def test_numbers_of_a_sheet(
    read_family: Project, code: str, kind: str, id: str, found: tuple[str, ...]
) -> None:
    assert {file.numbers for file in named(sheets(read_family, code), kind, id)} == {found}


NUMBERS = st.sampled_from(["111", "113", "115", "0225 3860 113", "1900 96 96 80", "+84 981 84 84 84"])
TREES = st.recursive(
    NUMBERS | st.sampled_from(["", "Gọi ngay", "30/7", "53/2024/QH15"]) | st.integers() | st.none(),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.sampled_from("abc"), part, max_size=3),
)


@given(TREES, NUMBERS)
@settings(deadline=None)
def test_a_number_is_found_wherever_it_stands_but_in_a_drawing(tree: object, number: str) -> None:
    before = set(numbers({"tree": tree}))
    assert set(numbers({"tree": tree, "more": [{"words": f"Gọi {number}."}]})) == before | {number}
    assert set(numbers({"tree": tree, "path": f"M {number}"})) == before
    assert list(numbers({"tree": tree})) == sorted(before)


PAGED = {**FAMILY, **edited(INDEX, "Hỏi nhau một câu.", "[Hỏi nhau](thu-doan/hua.md) một câu."),
         "docs/vi/thu-doan/hua.md": FILES[INDEX]}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "kind", "id"),
    [
        (NUMBER, "poster", "number"),
        (BANNER, "banner", "number"),
        (LEAFLET, "leaflet", "hoi"),
        (CARD, "card", "the"),
        (FORM, "form", "cam-ket"),
    ],
)
def test_the_page_that_a_qr_opens(mini: Lay, name: str, kind: str, id: str) -> None:
    files = PAGED | edited(name, "local: commune-police", "local: commune-police\npage: thu-doan/hua")
    project = read(mini(files))
    codes = {file.qr for file in named(sheets(project), kind, id) if isinstance(file.recipe, Typeset)}
    assert codes == {"https://lachan.example/thu-doan/hua/"}
    others = {file.qr for file in sheets(project) if (file.kind, file.id) != (kind, id) and file.qr}
    assert others == {"https://lachan.example/11692/"}
    sheet = named(sheets(project), kind, id)[0]
    pdf = Press(project.root / "assets", project.campaign.country.edition).press(sheet.recipe, {})
    found = proof.open_pdf(pdf)
    assert found.codes == codes
    assert "lachan.example/thu-doan/hua" in "".join(found.text.split())
    assert list(proof.pdf_faults(found, qr=sheet.qr, numbers=sheet.numbers, pages=sheet.pages)) == []


def test_a_qr_that_would_open_nothing(mini: Lay) -> None:
    files = edited(NUMBER, "local: commune-police", "local: commune-police\npage: thu-doan/hu")
    assert said(mini({**FAMILY, **files})) == [f"{NUMBER}:7: không có trang docs/vi/thu-doan/hu.md"]


def test_a_word_file_has_no_code_and_says_the_same(read_family: Project) -> None:
    paper, word = named(sheets(read_family), "form", "cam-ket")
    assert isinstance(paper.recipe, Typeset)
    assert isinstance(word.recipe, Word)
    assert (word.qr, word.recipe.data) == ("", paper.recipe.data)


def test_words_that_do_not_fit_are_looked_for_where_they_stand(read_family: Project) -> None:
    poster = named(sheets(read_family), "poster", "signs")[0]
    lines = {slot: where.line for slot, where in poster.where.items() if where.path == SIGNS}
    assert lines == {
        "": 15, "headline": 15, "lead": 17, "list_title": 19, "list": 21, "call": 24,
        "art": 7, "emergency": 5, "notes": 4, "source": 11,
    }  # fmt: skip
    assert {slot: where.path for slot, where in poster.where.items() if where.path != SIGNS} == {
        "issuer": "campaigns/hai-phong/duong-kinh.yml",
        "local": "campaigns/hai-phong/duong-kinh.yml",
        "url": "mkdocs.yml",
    }
