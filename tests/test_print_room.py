"""The print room: groups in their order, each thing once, months, weeks, bundles."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lachan.build import pipeline
from lachan.build.pipeline import Made
from lachan.plan import loudspeaker, paths
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Plain
from lachan.site.context import PageContext
from lachan.site.kit import MadeKit, script_view
from lachan.site.print_room import GROUPS, room_view
from miniature import (
    BANNER,
    CARD,
    COUNTRY,
    FAMILY,
    FILES,
    FORM,
    LEAFLET,
    NUMBER,
    PLACE,
    POLICE,
    SCRIPT,
    contents,
    edited,
    read,
    stored,
    write,
)

Lay = Callable[..., Path]
CODE = "11692"
View = dict[str, Any]


def pressed(root: Path) -> Made:
    project = read(root)
    return pipeline.make(project, pipeline.choose(project, [CODE]))


def kit(made: Made) -> MadeKit:
    places = made.project.campaign.places
    spoken = loudspeaker.spoken(made.project, "vi", places[0])
    records = [record for _, record in made.records()]
    entries = {entry["path"]: entry for record in records for entry in record.entries}
    return MadeKit(places[0], plan(made.project, places), entries, contents(made), spoken)


def here(made: Made) -> PageContext:
    return PageContext(
        made.project, "vi", paths.room(made.project, "vi", made.project.campaign.places[0])
    )


def room(root: Path) -> View:
    made = pressed(root)
    return room_view(here(made), kit(made))


@pytest.fixture(scope="module")
def family(tmp_path_factory: pytest.TempPathFactory) -> Made:
    police = f"{FILES[PLACE]}contacts: {{commune-police: {POLICE}}}\n"
    return pressed(write(tmp_path_factory.mktemp("room"), {**FAMILY, PLACE: police}))


@pytest.fixture(scope="module")
def view(family: Made) -> View:
    return room_view(here(family), kit(family))


def shelves(view: View) -> list[tuple[str, list[str]]]:
    return [(group["id"], [item["anchor"] for item in group["items"]]) for group in view["groups"]]


def item(view: View, anchor: str) -> View:
    found = [i for group in view["groups"] for i in group["items"] if i["anchor"] == anchor]
    assert len(found) == 1
    return dict(found[0])


def test_groups_in_their_order_each_thing_under_its_first_receiver(view: View) -> None:
    assert shelves(view) == [
        ("wall", ["banner-number", "poster-number", "poster-signs"]),
        ("handout", ["card-the", "leaflet-hoi"]),
        ("loudspeaker", ["sheet-loi-nhac"]),
        ("online", ["picture-hoi"]),
        ("meeting", ["form-cam-ket"]),
    ]
    assert [group["title"] for group in view["groups"]] == [
        "Dán lên tường", "Phát tay", "Đọc trên loa", "Đăng Zalo, Facebook", "Họp dân"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new", "group", "anchor"),
    [
        (NUMBER, "for: [wall]", "for: [school, wall]", "school", "poster-number"),
        (BANNER, "for: [wall, business]", "for: [business, wall]", "business", "banner-number"),
        (CARD, "for: [handout, clinic, village]", "for: [clinic]", "clinic", "card-the"),
        (LEAFLET, "for: [handout, school]", "for: [village]", "meeting", "leaflet-hoi"),
        (FORM, "for: [village, meeting, school]", "for: [school, village]", "school", "form-cam-ket"),
    ],
)
def test_where_a_thing_stands(
    mini: Lay, name: str, old: str, new: str, group: str, anchor: str
) -> None:
    found = shelves(room(mini({**FAMILY, **edited(name, old, new)})))
    assert [id for id, anchors in found if anchor in anchors] == [group]
    assert [id for id, _ in found] == [id for id in GROUPS if id in dict(found)]


def test_the_filter_finds_a_thing_for_all_its_receivers_that_have_a_shelf(view: View) -> None:
    uses = {i["anchor"]: i["uses"] for group in view["groups"] for i in group["items"]}
    assert uses == {
        "banner-number": [1],
        "poster-number": [1],
        "poster-signs": [1],
        "card-the": [2, 5],
        "leaflet-hoi": [2],
        "sheet-loi-nhac": [3],
        "picture-hoi": [4],
        "form-cam-ket": [5],
    }


def test_a_receiver_with_a_shelf_of_its_own_is_found_everywhere(mini: Lay) -> None:
    view = room(mini({**FAMILY, **edited(NUMBER, "for: [wall]", "for: [school, meeting, village]")}))
    assert [group["id"] for group in view["groups"]] == [
        "wall",
        "handout",
        "loudspeaker",
        "online",
        "meeting",
        "school",
    ]
    assert item(view, "poster-number")["uses"] == [6, 5]
    assert item(view, "poster-signs")["uses"] == [1, 6]
    assert item(view, "form-cam-ket")["uses"] == [5, 6]


@pytest.mark.parametrize(
    ("anchor", "title", "use", "places", "labels"),
    [
        ("banner-number", "Nghi mua bán người? Chưa chắc cũng gọi", "banner", ["Ngang đường"], ["Ngoài đường 5×1, màu", "Ngoài đường 5×1, nền trắng", "Hội trường 3×1, màu", "Hội trường 3×1, nền trắng"]),
        ("card-the", "Đi xa, nhớ số", "card-pocket", ["Quầy thuốc"], ["Bản màu", "Đen trắng"]),
        ("leaflet-hoi", "Trước khi đi xa hỏi cho rõ", "leaflet", ["Cổng trường"], ["Bản màu", "Đen trắng"]),
        ("poster-signs", "Mua bán người là tội ác", "poster", ["Chợ"], ["Bản màu", "Đen trắng"]),
        ("form-cam-ket", "Bản cam kết", "form", ["Họp thôn"], ["Bản in", "Bản Word để sửa"]),
        ("sheet-loi-nhac", "Lời nhắc", "sheet", [], ["Tờ đọc A4", "Bản Word để sửa", "Lời cho máy đọc"]),
        ("picture-hoi", "Việc nhẹ? Hỏi rõ hãy đi", "picture", [], ["Ảnh ngang, kèm liên kết", "Ảnh vuông", "Ảnh dọc, tin 24 giờ"]),
    ],
)  # fmt: skip
def test_a_card(
    view: View, family: Made, anchor: str, title: str, use: str, places: list[str], labels: list[str]
) -> None:
    card = item(view, anchor)
    words = family.project.languages["vi"].strings["files"]["use"][use]
    length = "0:07" if use == "sheet" else ""
    assert card["title"] == title
    assert card["use"] == words.format(pages=1, length=length)
    assert card["places"] == places
    assert [file["label"] for file in card["files"]] == labels
    assert (card["preview"] is None) == (use == "sheet")
    urls = [file["url"] for file in card["files"]]
    if card["preview"]:
        assert card["preview"]["width"] == 480
        urls.append(card["preview"]["url"])
    made = {f"../../{path}" for path in stored(family)}
    assert set(urls) <= made


def test_only_a_post_has_words_to_copy_and_only_a_script_opens_on_the_phone(
    view: View, family: Made
) -> None:
    words = next(
        a.recipe.text
        for a in plan(family.project, family.project.campaign.places)
        if a.kind == "post" and isinstance(a.recipe, Plain)
    )
    anchors = [i for group in view["groups"] for i in group["items"]]
    assert {i["anchor"]: i["post"] for i in anchors if "post" in i} == {"picture-hoi": words.strip()}
    assert {i["anchor"]: i["phone"] for i in anchors if "phone" in i} == {
        "sheet-loi-nhac": f"../../{CODE}/1/"
    }


def test_bundles_the_whole_kit_first(view: View) -> None:
    assert [(b["receiver"], b["url"]) for b in view["bundles"]] == [
        (id, f"../../{CODE}/tai-lieu/{CODE}-vi-{id}.zip")
        for id in ("kit", "school", "clinic", "village", "business")
    ]
    assert [b["name"] for b in view["bundles"]] == [
        "Lá Chắn - Phường Dương Kinh - bản 2026.11.zip",
        "Lá Chắn - Trường học - Phường Dương Kinh - bản 2026.11.zip",
        "Lá Chắn - Trạm y tế - Phường Dương Kinh - bản 2026.11.zip",
        "Lá Chắn - Trưởng thôn - Phường Dương Kinh - bản 2026.11.zip",
        "Lá Chắn - Doanh nghiệp - Phường Dương Kinh - bản 2026.11.zip",
    ]


SECOND = FILES[SCRIPT].replace("number: 1", "number: 2").replace("Lời nhắc", "Lời chào")


def calendar(mini: Lay, broadcast: Mapping[str, Any], scripts: Mapping[str, str]) -> View:
    files = edited(COUNTRY, "themes:\n", f"broadcast: {json.dumps(broadcast)}\nthemes:\n")
    view = room(mini({**files, **scripts}))
    return dict(next(group for group in view["groups"] if group["id"] == "loudspeaker"))


TWO = {"docs/vi/scripts/loi-chao.md": SECOND}
MONTHLY = "Tháng nào cũng dùng được"


@pytest.mark.parametrize(
    ("months", "shown"),
    [
        ({}, [(MONTHLY, ["loi-chao", "loi-nhac"])]),
        ({"7": ["loi-nhac"]}, [("Tháng 7", ["loi-nhac"]), (MONTHLY, ["loi-chao"])]),
        ({"7": ["loi-nhac", "loi-chao"]}, [("Tháng 7", ["loi-nhac", "loi-chao"])]),
        ({"9": ["loi-chao"], "7": ["loi-nhac"]}, [("Tháng 7", ["loi-nhac"]), ("Tháng 9", ["loi-chao"])]),
        ({"7": ["loi-nhac"], "9": ["loi-nhac", "loi-chao"]}, [("Tháng 7", ["loi-nhac"]), ("Tháng 9", ["loi-chao"])]),
        ({"7": ["loi-nhac"], "9": ["loi-nhac"]}, [("Tháng 7", ["loi-nhac"]), (MONTHLY, ["loi-chao"])]),
    ],
)  # fmt: skip
def test_a_script_stands_in_the_month_that_says_it_first(
    mini: Lay, months: Mapping[str, list[str]], shown: list[tuple[str, list[str]]]
) -> None:
    group = calendar(mini, {"months": months}, TWO)
    assert [(m["title"], [i["id"] for i in m["items"]]) for m in group["months"]] == shown


def test_weeks_with_their_sessions(mini: Lay) -> None:
    sessions = {"7": {"5": [["loi-nhac", "loi-chao"], ["loi-chao"]], "1": [["loi-nhac"]]}}
    group = calendar(mini, {"sessions": sessions}, TWO)
    assert [
        (w["title"], [(s["length"], [x["title"] for x in s["scripts"]]) for s in w["sessions"]])
        for w in group["weeks"]
    ] == [
        ("Tháng 7, tuần 1", [("0:07", ["Lời nhắc"])]),
        ("Tháng 7, tuần 5", [("0:14", ["Lời nhắc", "Lời chào"]), ("0:07", ["Lời chào"])]),
    ]
    assert [x["url"] for x in group["weeks"][1]["sessions"][0]["scripts"]] == [
        f"../../{CODE}/1/",
        f"../../{CODE}/2/",
    ]


def test_a_script_page_has_no_file_of_a_bundle_of_the_same_name(mini: Lay) -> None:
    made = pressed(mini({SCRIPT: None, SCRIPT.replace("loi-nhac", "kit"): FILES[SCRIPT]}))
    view = script_view(here(made), kit(made), made.project.texts.scripts["vi", "kit"])
    assert [file["url"] for file in view["files"]] == [
        f"../../{CODE}/tai-lieu/{CODE}-vi-{file}"
        for file in ("sheet-kit.pdf", "word-kit.docx", "text-kit.txt")
    ]
