"""What is posted: three pictures of the right size, and a text with the numbers and the address."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lachan.formats.kinds import PICTURES
from lachan.plan import online
from lachan.plan.recipe import Artefact, Picture, Plain, Typeset
from lachan.render.press import BASE, Press
from lachan.texts.project import Project, read_project
from lachan.verify import proof
from miniature import (
    COUNTRY,
    FAMILY,
    FILES,
    PLACE,
    POLICE,
    POST,
    REGISTER,
    ROOT,
    TODAY,
    edited,
    read,
    said,
)
from PIL import Image, ImageChops, ImageStat
from sheets import rendered

Lay = Callable[..., Path]


def posted(project: Project, code: str, lang: str = "vi") -> Sequence[Artefact]:
    place = next(place for place in project.campaign.places if place.code == code)
    return list(online.online(project, project.languages[lang], place))


def message(project: Project, code: str) -> str:
    recipe = posted(project, code)[-1].recipe
    assert isinstance(recipe, Plain)
    return recipe.text


def test_three_pictures_and_their_post(read_family: Project) -> None:
    assert [
        (a.kind, a.variant, a.path.rpartition("-vi-")[2], a.numbers)
        for a in posted(read_family, "11692")
    ] == [
        ("picture", "wide", "picture-hoi-wide.png", ("111", "113")),
        ("picture", "square", "picture-hoi-square.png", ("111", "113")),
        ("picture", "tall", "picture-hoi-tall.png", ("111", "113")),
        ("post", "text", "post-hoi.txt", ("0225 3860 113", "111", "113")),
    ]
    assert posted(read_family, "07735")[-1].numbers == ("111", "113")
    assert {a.title for a in posted(read_family, "11692")} == {"Việc nhẹ? Hỏi rõ hãy đi"}


def drawn(press: Press, recipe: Picture) -> bytes:
    assert recipe.base
    return press.press(recipe, {BASE: press.press(recipe.base, {})})


def test_the_picture_that_is_drawn_is_as_large_as_its_name_says(read_family: Project) -> None:
    press = Press(read_family.root / "assets", read_family.campaign.country.edition)
    for file in posted(read_family, "11692")[:3]:
        assert isinstance(file.recipe, Picture)
        assert json.loads(file.recipe.data)["format"] == file.variant
        png = drawn(press, file.recipe)
        assert Image.open(io.BytesIO(png)).size == PICTURES[file.variant]
        assert proof.picture_fault(png, PICTURES[file.variant]) is None


def test_no_word_of_another_place_is_left_on_a_picture(read_family: Project) -> None:
    """What all communes share of it is drawn once; beside the whole drawing nothing may differ."""
    press = Press(read_family.root / "assets", read_family.campaign.country.edition)
    for code in ("11692", "07735"):
        for file in posted(read_family, code)[:3]:
            assert isinstance(file.recipe, Picture)
            shown = Image.open(io.BytesIO(drawn(press, file.recipe))).convert("RGB")
            whole = rendered(press.press(Typeset("picture", file.recipe.data), {}))
            assert max(ImageStat.Stat(ImageChops.difference(shown, whole)).rms) < 1.5


@pytest.mark.parametrize(
    ("old", "new", "alt"),
    [
        ("", "", "Việc nhẹ? Hỏi rõ hãy đi. Không hợp đồng: đừng đi. Lưỡi câu."),
        ("đừng đi.", "đừng đi", "Việc nhẹ? Hỏi rõ hãy đi. Không hợp đồng: đừng đi. Lưỡi câu."),
        ("rõ hãy đi*", "rõ chưa?*", "Việc nhẹ? Hỏi rõ chưa? Không hợp đồng: đừng đi. Lưỡi câu."),
        ("art_alt: Lưỡi câu", "art_alt: Lưỡi câu!", "Việc nhẹ? Hỏi rõ hãy đi. Không hợp đồng: đừng đi. Lưỡi câu!"),
        ("đừng đi.", "ở {place}.", "Việc nhẹ? Hỏi rõ hãy đi. Không hợp đồng: ở phường Dương Kinh. Lưỡi câu."),
    ],
)  # fmt: skip
def test_what_is_said_of_a_picture(mini: Lay, old: str, new: str, alt: str) -> None:
    project = read(mini({**FAMILY, **(edited(POST, old, new) if old else {})}))
    assert [file.alt for file in posted(project, "11692")] == [alt, alt, alt, ""]


WORDS = "Công ty nào? Hỏi 111.\n\nBà con {} nhắn nhau.\n\n"


def test_the_text_ends_with_numbers_and_the_address_of_its_commune(read_family: Project) -> None:
    assert message(read_family, "11692") == (
        WORDS.format("phường Dương Kinh")
        + "Gọi 111. Đang nguy hiểm: 113. Công an phường Dương Kinh: 0225 3860 113.\n\n"
        "https://lachan.example/11692/\n"
    )
    assert message(read_family, "07735") == (
        WORDS.format("xã Đồng Việt")
        + "Gọi 111. Đang nguy hiểm: 113.\n\nhttps://lachan.example/07735/\n"
    )


@pytest.mark.parametrize(
    ("facts", "numbers"),
    [
        ("free: yes", "Gọi 111: miễn phí. Đang nguy hiểm: 113."),
        ("hours: 24/7", "Gọi 111: cả ngày đêm. Đang nguy hiểm: 113."),
        ("free: yes\n    hours: 24/7\n    recorded: yes", "Gọi 111: miễn phí, cả ngày đêm, cuộc gọi có ghi âm. Đang nguy hiểm: 113."),
        ("free: unknown", "Gọi 111. Đang nguy hiểm: 113."),
    ],
)  # fmt: skip
def test_it_says_of_a_number_only_what_is_known(mini: Lay, facts: str, numbers: str) -> None:
    country = edited(COUNTRY, "    number: 111\n", f"    number: 111\n    {facts}\n")
    lines = message(read(mini({**FAMILY, **country})), "07735").splitlines()
    assert lines[4] == numbers


@pytest.mark.parametrize("print_", ["no", "country"])
def test_a_number_that_may_not_be_printed_is_not_posted(mini: Lay, print_: str) -> None:
    police = POLICE.replace("print: yes", f"print: {print_}")
    project = read(mini({**FAMILY, PLACE: f"{FILES[PLACE]}contacts: {{commune-police: {police}}}\n"}))
    assert message(project, "11692").splitlines()[4] == "Gọi 111. Đang nguy hiểm: 113."
    assert posted(project, "11692")[-1].numbers == ("111", "113")


@pytest.mark.parametrize(
    "url", ["https://lachan.gov.vn", "https://lachan.gov.vn/", "https://a.gov.vn/lachan/"]
)
def test_the_address_is_that_of_the_site(read_family: Project, url: str) -> None:
    project = replace(read_family, site_url=url)
    assert message(project, "11692").endswith(f"\n\n{url.rstrip('/')}/11692/\n")


def address(letters: int) -> dict[str, str | bytes | None]:
    """The miniature at an address longer by so many letters."""
    return edited("mkdocs.yml", "lachan.example/", f"lachan.example/{'a' * (letters - 1)}/")


def test_no_longer_than_zalo_shows(mini: Lay) -> None:
    """A letter too long in one commune, short enough in the other, whose name is shorter."""
    free = online.LONGEST - len(message(read(mini(FAMILY)), "11692").strip())
    assert said(mini({**FAMILY, **address(free)})) == []
    assert said(mini({**FAMILY, **address(free + 1)})) == [
        f"{POST}:15: bài đăng dài 501 ký tự ở Phường Dương Kinh, quá 500; hãy bớt một ý"
    ]


def test_a_number_makes_it_longer_where_it_is_known(mini: Lay) -> None:
    free = online.LONGEST - len(message(read(mini(FAMILY)), "11692").strip())
    police = f"contacts: {{commune-police: {POLICE}}}\n"
    place = "campaigns/bac-ninh/dong-viet.yml"
    more = len(" Công an xã Đồng Việt: 0225 3860 113.") - len("phường Dương Kinh") + len("xã Đồng Việt")
    assert said(mini({**FAMILY, **address(free), place: FILES[place] + police})) == [
        f"{POST}:15: bài đăng dài {500 + more} ký tự ở Xã Đồng Việt, quá 500; hãy bớt một ý"
    ]


def test_a_post_with_other_faults_is_measured_when_they_are_fixed(mini: Lay) -> None:
    files = edited(POST, "Hỏi {111}.", "Hỏi {ai}.") | address(500)
    errors = said(mini({**FAMILY, **files}))
    assert [line.partition(";")[0] for line in errors] == [f"{POST}:17: không rõ «{{ai}}»"]


def test_without_the_national_number_nothing_is_measured(mini: Lay) -> None:
    files = edited(COUNTRY, "    role: police\n", "") | address(500)
    assert [line for line in said(mini({**FAMILY, **files})) if "bài đăng" in line] == []


LONGEST_NAMES = {
    "campaigns/ha-noi/province.yml": "code: 01\nname: Thành phố Hà Nội\n",
    "campaigns/ha-noi/van-mieu.yml": "code: 00226\nname: Phường Văn Miếu - Quốc Tử Giám\n",
    "campaigns/hai-phong/province.yml": "code: 31\nname: Thành phố Hải Phòng\n",
    "campaigns/hai-phong/dac-khu.yml": "code: 11948\nname: Đặc khu Bạch Long Vĩ\n",
    "campaigns/hue/province.yml": "code: 46\nname: Thành phố Huế\n",
    "campaigns/hue/chan-may.yml": "code: 20137\nname: Xã Chân Mây - Lăng Cô\n",
}
"""Of each kind of commune the longest name in the country."""


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real texts in the places with the longest names, each with a number."""
    campaigns = tmp_path_factory.mktemp("campaigns")
    for name in (COUNTRY, REGISTER):
        shutil.copyfile(ROOT / name, campaigns / Path(name).name)
    for name, text in LONGEST_NAMES.items():
        path = campaigns / name.removeprefix("campaigns/")
        path.parent.mkdir(exist_ok=True)
        number = "" if path.stem == "province" else f"contacts: {{commune-police: {POLICE}}}\n"
        path.write_text(text + number, "utf-8")
    project, problems = read_project(ROOT, campaigns, TODAY)
    assert project, problems
    return project


def test_every_post_of_ours_is_short_enough_everywhere(everywhere: Project) -> None:
    lengths = {
        (file.lang, file.id, file.place): len(file.recipe.text.strip())
        for place in everywhere.campaign.places
        for language in everywhere.languages.values()
        for file in online.online(everywhere, language, place)
        if isinstance(file.recipe, Plain)
    }
    assert len(lengths) == len(everywhere.posts) * len(everywhere.campaign.places)
    assert {key: length for key, length in lengths.items() if length > online.LONGEST} == {}


def test_every_post_of_ours_has_its_numbers_and_its_place(everywhere: Project) -> None:
    for place in everywhere.campaign.places:
        for language in everywhere.languages.values():
            for file in online.online(everywhere, language, place):
                if isinstance(file.recipe, Plain):
                    content = file.recipe.text.encode()
                    assert {"111", "113", "0225 3860 113"} <= set(file.numbers)
                    assert list(proof.text_faults(content, file.numbers)) == []
                    assert file.recipe.text.rstrip().endswith(f"/{place.code}/")
                else:
                    assert file.alt.count("..") == 0
