"""What was called back: read, kept out, found again on a site, and written down."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lachan.audit.sought import meant
from lachan.build import fallback
from lachan.build.maker import Maker, Unit
from lachan.build.pipeline import read as read_checked
from lachan.checks import wording
from lachan.contacts import recall
from lachan.contacts.recall import NAME, RecallFile, added, text_id
from miniature import COUNTRY, FILES, INDEX, PLACE, POLICE, ROOT, TODAY, edited, read, said

Lay = Callable[..., Path]
LIST = f"campaigns/{NAME}"
SAID = "day: 2026-11-20\n    reason: Số đã đổi chủ\n    by: Công an phường\n"
OWN = f"{FILES[PLACE]}contacts:\n  commune-police: {POLICE}\n"
BACK = "đã thu hồi ngày 20/11/2026 (Số đã đổi chủ)"
GONE = (
    "nên KHÔNG DÙNG NỮA: trên giấy để dòng chấm, trên điện thoại không hiện; có số mới thì ghi số mới"
)


def listed(*entries: str) -> str:
    return "recalls:\n" + "".join(f"  - {entry}\n    {SAID}" for entry in entries)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", []),
        ("# chưa có gì\n", []),
        ("recalls: []\n", []),
        (listed("number: 0225 3860 113"), []),
        (listed("text: posters/signs", "contact: commune-police"), [
            f"lưu ý: bài «posters/signs» {BACK}, nên không làm, không dẫn đến; muốn dùng lại thì bỏ mục này"]),
        (listed("text: docs/vi/posters/signs.md"), [
            f"lưu ý: bài «posters/signs» {BACK}, nên không làm, không dẫn đến; muốn dùng lại thì bỏ mục này"]),
        (listed("text: posters/sings"), ["không có bài nào tên «posters/sings» trong docs; có phải «posters/signs»?; bài đã xóa hẳn thì bỏ mục này"]),
        (listed("text: index"), ["không bỏ được trang chủ; hãy sửa lời trong bài rồi dựng lại"]),
        (listed("contact: commune-polise"), ["không có đầu mối nào tên «commune-polise»; có phải «commune-police»?"]),
        (listed('contact: commune-police\n    place: "11693"'), ["không có nơi nào mang mã 11693; có phải «11692»?"]),
        (listed('number: 1022\n    place: "11692"'), ["mục place chỉ đi cùng contact; số, bài thì thu hồi ở mọi nơi"]),
        (listed("number: không rõ"), ["number «không rõ» không có chữ số nào; hãy ghi số cần thu hồi"]),
        (listed("number: 1022\n    text: index"), ["mỗi mục thu hồi ghi đúng một trong number, contact, text; nhưng thấy number, text"]),
        ("recalls:\n  - day: 2026-11-20\n    reason: a\n    by: b\n", ["mỗi mục thu hồi ghi đúng một trong number, contact, text; nhưng chưa có mục nào"]),
        ("recalls:\n  - number: 1022\n    by: b\n    day: 20/11/2026\n", ["thiếu mục «reason»"]),
        ("recalls:\n  - 1022\n", ["cần một nhóm mục con, nhưng thấy «1022»"]),
        ("recall: 1022\n", ["không có mục nào tên «recall»; có phải «recalls»?"]),
        ("recalls: 1022\n", ["«recalls» cần một danh sách, mỗi mục một dấu -"]),
    ],
)  # fmt: skip
def test_the_list(mini: Lay, text: str, problems: list[str]) -> None:
    root = mini({LIST: text})
    found = [line for warnings in (False, True) for line in said(root, warnings=warnings)]
    assert [line.partition(": ")[2] for line in found if line.startswith(LIST)] == problems


@pytest.mark.parametrize(
    "number",
    ["0225 3860 113", "0225.3860.113", "(0225) 3860113", "+84 225 3860 113", "02253860113"],
)
def test_a_number_of_a_place_becomes_a_line_to_write_on(mini: Lay, number: str) -> None:
    root = mini({PLACE: OWN, LIST: listed(f'number: "{number}"')})
    police = {place.code: place.police for place in read(root).campaign.places}["11692"]
    assert police
    assert police.number
    assert not police.usable()
    assert f"{PLACE}:4: lưu ý: số 0225 3860 113 {BACK}, {GONE}" in said(root, warnings=True)
    assert said(root) == []


def test_another_number_stays(mini: Lay) -> None:
    root = mini({PLACE: OWN, LIST: listed("number: 0225 3860 114")})
    police = {place.code: place.police for place in read(root).campaign.places}["11692"]
    assert police
    assert police.usable()


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ("contact: commune-police", set()),
        ('contact: commune-police\n    place: "11692"', {"07735"}),
        ('contact: commune-police\n    place: "07735"', {"11692"}),
        ("contact: peoples-committee", {"07735", "11692"}),
    ],
)
def test_a_contact_goes_everywhere_or_at_one_place(mini: Lay, entry: str, left: set[str]) -> None:
    other = "campaigns/bac-ninh/dong-viet.yml"
    its = f"{FILES[other]}contacts:\n  commune-police: {POLICE.replace('0225 3860', '0204 3860')}\n"
    root = mini({PLACE: OWN, other: its, LIST: listed(entry)})
    places = read(root).campaign.places
    assert {p.code for p in places if p.police and p.police.usable()} == left


def test_a_recalled_number_is_not_typed_in_again(mini: Lay) -> None:
    """Like a number that must never be printed; the day of trying it is after that of the recall."""
    again = OWN.replace("2026-11-01", "2026-11-21")
    root = mini({PLACE: again, LIST: listed("number: 0225.3860.113")})
    assert said(root) == [
        f"{PLACE}:4: số 0225 3860 113 {BACK}, ghi ở {LIST}:2, nên không được in; hãy ghi số khác, "
        "hoặc bỏ mục thu hồi ấy nếu số đã đúng trở lại"
    ]
    left = {p.code: p for p in fallback.read(root, root / "campaigns", TODAY).project.campaign.places}
    assert left["11692"].police
    assert not left["11692"].police.usable()


@pytest.mark.parametrize(
    ("entry", "advice"),
    [
        ("number: 111", "của Tổng đài quốc gia (111); hãy ghi số mới cho đầu mối «111» ở vietnam.yml rồi dựng lại"),
        ("number: 0981 84 84 84", "của Bảo hộ công dân (+84 981 84 84 84); hãy ghi số mới cho đầu mối «consular» ở vietnam.yml rồi dựng lại"),
        ('contact: "113"', "của Công an (113); hãy thu hồi số (number: 113) và ghi số mới cho «113» ở vietnam.yml"),
    ],
)  # fmt: skip
def test_what_no_page_can_be_without(mini: Lay, entry: str, advice: str) -> None:
    message = f"{LIST}:2: không trang nào, tờ nào thiếu được số {advice}"
    assert said(mini({LIST: listed(entry)})) == [message]


def test_a_number_of_the_country_that_may_leave_takes_its_line_along(mini: Lay) -> None:
    country = edited(COUNTRY, "  old:\n", "  embassy:\n    name: {vi: Đại sứ quán}\n    number: +855 23 726 284\n    source: a\n    checked: 2026-11-01\n    print: yes\n  old:\n")  # fmt: skip
    page = edited(INDEX, "{111}.**\n", "{111}.**\n\n- Gọi {embassy}.\n- Hỏi nhau.\n")
    root = mini({**country, **page, LIST: listed("number: +855 23 726 284")})
    assert not read(root).campaign.contacts["embassy"].usable()
    assert said(root) == []


def test_a_recalled_text_is_not_made_nor_led_to(mini: Lay) -> None:
    links = f"Đọc [dấu hiệu](khac.md) và [áp phích](khac.md#so).\n{FILES[INDEX]}"
    other = FILES[INDEX].replace("name: Trang chủ", "name: Khác")
    project = read(
        mini(
            {
                **edited(INDEX, "Hỏi nhau một câu.", "Hỏi nhau, đọc [dấu hiệu](khac.md)."),
                "docs/vi/khac.md": other,
                LIST: listed("text: khac", "text: posters/signs", "text: scripts/loi-nhac"),
            }
        )
    )
    assert [id for _, id in project.texts.pages] == ["index"]
    assert [id for _, _, id in project.posters] == ["number"]
    assert not project.scripts
    assert not project.texts.scripts
    assert project.withdrawn == {"khac", "posters/signs", "scripts/loi-nhac"}
    left = wording.unlinked(links, "index", project.withdrawn)
    assert left.startswith("Đọc dấu hiệu và áp phích.\n")


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("Đọc [dấu hiệu][a] nhé.\n\n[a]: khac.md\n\nHết.\n", "Đọc dấu hiệu nhé.\n\n\nHết.\n"),
        ("[Dấu  hiệu][], [dấu hiệu] [A b]\n\n[dấu hiệu]: khac.md\n[a B]: <khac.md#so> \"Tên\"\n", "Dấu  hiệu, dấu hiệu\n\n"),
        ("[a](b.md), [a]\n\n[a]: khac.md", "[a](b.md), a\n\n"),
        ("[một][a], [hai][b], [ba](khac.md), [bốn](b.md)\n\n[a]: khac.md\n[b]: b.md\n", "một, [hai][b], ba, [bốn](b.md)\n\n[b]: b.md\n"),
        ("- [ ] việc, [a], [^1], {.signs}\n\n[^1]: khac.md\n[b]: https://khac.md/\n", None),
    ],
)  # fmt: skip
def test_a_link_by_a_name_is_turned_into_words(body: str, left: str | None) -> None:
    assert wording.unlinked(body, "index", {"khac"}) == (body if left is None else left)


def test_a_text_that_comes_back_makes_everything_again(mini: Lay) -> None:
    """Nothing stale stays, for the list is part of what a place is made from."""
    keys = set()
    for entries in ([], ["text: posters/signs"], ["number: 0225 3860 113"]):
        root = mini({PLACE: OWN, LIST: listed(*entries)})
        project = read_checked(root, root / "campaigns", TODAY)[0]
        place = {place.code: place for place in project.campaign.places}["11692"]
        keys.add(Maker(project).key(Unit(place, "vi")))
    assert len(keys) == 3


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("posters/111", "posters/111"),
        ("posters/111.md", "posters/111"),
        ("docs/vi/posters/111.md", "posters/111"),
        ("./docs/en/posters/111.md", "posters/111"),
        ("docs\\vi\\thu-doan\\index.md", "thu-doan/index"),
        ("index", "index"),
    ],
)
def test_a_text_by_its_id_or_path(written: str, id: str) -> None:
    assert text_id(written) == id


CONTACTS = [
    {"place": "", "id": "111", "number": "111", "tel": "tel:111"},
    {"place": "11692", "id": "commune-police", "number": "0225 3860 113", "tel": "tel:+842253860113"},
    {"place": "07735", "id": "commune-police", "number": "0204 3860 113", "tel": "tel:+842043860113"},
]


@pytest.mark.parametrize(
    ("typed", "place", "key", "numbers"),
    [
        ("0225 3860 113", "", "number", {"": {"0225 3860 113"}}),
        ("+84 225 3860113", "", "number", {"": {"0225 3860 113", "+84 225 3860113"}}),
        ("0225.3860.113", "11692", "number", {"11692": {"0225 3860 113", "0225.3860.113"}}),
        ("1800 1567", "", "number", {"": {"1800 1567"}}),
        ("0168 123 4567", "", "number", {"": {"0168 123 4567"}}),
        ("111", "", "number", {"": {"111"}}),
        ("commune-police", "", "contact", {"11692": {"0225 3860 113"}, "07735": {"0204 3860 113"}}),
        ("commune-police", "07735", "contact", {"07735": {"0204 3860 113"}}),
        ("culture-office", "", "contact", {}),
        ("docs/vi/posters/signs.md", "", "text", {}),
    ],
)
def test_what_is_meant(typed: str, place: str, key: str, numbers: dict[str, set[str]]) -> None:
    found = meant(typed, place, CONTACTS, {"culture-office"}, {"posters/signs"})
    assert (found.key, found.sought.numbers) == (key, numbers)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("commune-polise", "«commune-police»"),
        ("signs", "«posters/signs»"),
        ("posters/sign", "«posters/signs»"),
        ("O225 3860 113", "«0225 3860 113», «0204 3860 113»"),
    ],
)
def test_what_nobody_knows_is_asked_about(typed: str, near: str) -> None:
    with pytest.raises(ValueError, match=f"«{typed}» không phải .*; có phải {near}") as error:
        meant(typed, "", CONTACTS, {"commune-police"}, {"posters/signs"})
    assert "\n" not in str(error.value)


FILE = RecallFile.model_validate(
    {"number": "0225 3860 113", "day": date(2026, 11, 20), "reason": 'Số "cũ": đổi', "by": "Công an"}
)


@pytest.mark.parametrize("before", [None, "", listed("text: posters/signs"), listed("number: 1")[:-1]])
def test_an_entry_is_added_and_read_again(tmp_path: Path, before: str | None) -> None:
    if before is not None:
        (tmp_path / NAME).write_text(before or "# a\nrecalls:\n", "utf-8")
    content = added(tmp_path, LIST, FILE)
    assert content.decode().startswith(before or "#")
    (tmp_path / NAME).write_bytes(content)
    recalls, problems = recall.read_recalls(tmp_path, "campaigns")
    assert problems == []
    assert recalls[-1].file == FILE


def test_editors_are_told_what_may_stand_there(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    (folder := tmp_path / "campaigns").mkdir()
    for count in (1, 2):
        (folder / NAME).write_bytes(added(folder, LIST, FILE))
        first, _, rest = (folder / NAME).read_text("utf-8").partition("\n")
        assert first == "# yaml-language-server: $schema=../schemas/recalls.json"
        assert rest.startswith("# Những gì đã thu hồi")
        recalls, problems = recall.read_recalls(folder, "campaigns")
        assert (len(recalls), problems) == (count, [])


def test_a_list_of_another_shape_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("recalls: []\n", "utf-8")
    with pytest.raises(ValueError, match=r"hãy tự thêm dưới mục recalls:\n  - number:"):
        added(tmp_path, LIST, FILE)
