"""What the official list says of the names in campaigns/, and what is printed meanwhile."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lachan.build import pipeline
from lachan.campaign.cascade import read_campaign
from lachan.formats import pdf
from lachan.gazetteer import official
from miniature import TODAY, VIETNAM, contents
from test_official import DAY, EVE, LIST, one

HOME = "campaigns/bac-ninh/province.yml"
FILE = "campaigns/bac-ninh/xa.yml"
SECOND = "campaigns/bac-ninh/xa-hai.yml"
RENAMED = one(
    "07735: {from: Xã Đồng Việt, to: Phường Tân An}",
    provinces="24: {from: Tỉnh Bắc Ninh, to: Thành phố Bắc Ninh}",
)
BY = "Nghị quyết 1/2026/QH16"
FIRST = "từ 01/07/2025 (Quyết định 19/2025/QĐ-TTg)"
PRINTED = "trang và tờ in đã ghi tên mới; sửa tệp này: lachan places --update"
FIX = "sửa tệp này: lachan places --update"
LOOK = "Hãy xem lại mã và tên"


def read(
    tmp_path: Path, changes: str, day: date, files: dict[str, str]
) -> tuple[list[tuple[str, str, str]], list[str]]:
    """What is printed of the places in `files` (code, name, province), and what is said."""
    for name, text in {"campaigns/vietnam.yml": VIETNAM, **files}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    gazetteer, faults = official.compiled(LIST, changes)
    assert faults == []
    campaign, problems = read_campaign(tmp_path / "campaigns", "campaigns", day, gazetteer)
    assert campaign
    return [(p.code, str(p.name), str(p.province)) for p in campaign.places], list(map(str, problems))


def place(code: str, name: str) -> str:
    return f"code: {code}\nname: {name}\n"


@pytest.mark.parametrize(
    ("changes", "day", "province", "commune", "printed", "said"),
    [
        # as the list has it
        ("", DAY, "Tỉnh Bắc Ninh", "Xã Đồng Việt", ("Xã Đồng Việt", "Tỉnh Bắc Ninh"), []),
        # an old name on the day, and long after
        (RENAMED, DAY, "Tỉnh Bắc Ninh", "Xã Đồng Việt", ("Phường Tân An", "Thành phố Bắc Ninh"), [
            f"{FILE}:2: lưu ý: «Xã Đồng Việt» nay là «Phường Tân An», từ 01/01/2027 ({BY}); {PRINTED}",
            f"{HOME}:2: lưu ý: «Tỉnh Bắc Ninh» nay là «Thành phố Bắc Ninh», từ 01/01/2027 ({BY}); {PRINTED}",
        ]),
        # the new name on the day
        (RENAMED, DAY, "Thành phố Bắc Ninh", "Phường Tân An", ("Phường Tân An", "Thành phố Bắc Ninh"), []),
        # the day before: what is to come, whichever name the file has
        (RENAMED, EVE, "Tỉnh Bắc Ninh", "Xã Đồng Việt", ("Xã Đồng Việt", "Tỉnh Bắc Ninh"), [
            f"{FILE}:2: lưu ý: từ 01/01/2027 «Xã Đồng Việt» là «Phường Tân An» ({BY}): trang tự đổi tên từ ngày ấy; tờ in trước đó còn mang tên cũ",
            f"{HOME}:2: lưu ý: từ 01/01/2027 «Tỉnh Bắc Ninh» là «Thành phố Bắc Ninh» ({BY}): trang tự đổi tên từ ngày ấy; tờ in trước đó còn mang tên cũ",
        ]),
        (RENAMED, EVE, "Thành phố Bắc Ninh", "Phường Tân An", ("Xã Đồng Việt", "Tỉnh Bắc Ninh"), [
            f"{FILE}:2: lưu ý: «Phường Tân An» chỉ có từ 01/01/2027 ({BY}); trước ngày ấy trang và tờ in ghi «Xã Đồng Việt»",
            f"{HOME}:2: lưu ý: «Thành phố Bắc Ninh» chỉ có từ 01/01/2027 ({BY}); trước ngày ấy trang và tờ in ghi «Tỉnh Bắc Ninh»",
        ]),
        # spelt in another way: nothing to say
        ("", DAY, "Tỉnh  Bắc Ninh", "xã Đồng Việt", ("Xã Đồng Việt", "Tỉnh Bắc Ninh"), []),
        # capitals are the list's
        ("", DAY, "Tỉnh Bắc Ninh", "Xã đồng việt", ("Xã Đồng Việt", "Tỉnh Bắc Ninh"), [
            f"{FILE}:2: lưu ý: danh mục viết «Xã Đồng Việt»; {FIX}",
        ]),
        ("", DAY, "Tỉnh Bắc Ninh", "Xã ĐỒNG VIỆT", ("Xã Đồng Việt", "Tỉnh Bắc Ninh"), [
            f"{FILE}:2: lưu ý: danh mục viết «Xã Đồng Việt»; {FIX}",
        ]),
        # a slip, and a commune that has long been a ward: said, and fixed on request only
        ("", DAY, "Tỉnh Bắc Ninh", "Xã Đồng Viêt", ("Xã Đồng Viêt", "Tỉnh Bắc Ninh"), [
            f"{FILE}:2: lưu ý: danh mục ghi mã 07735 là «Xã Đồng Việt», {FIRST}; ở đây là «Xã Đồng Viêt»; {FIX}",
        ]),
        # the list may be older than the file
        ("", DAY, "Thành phố Bắc Ninh", "Phường Đồng Việt", ("Phường Đồng Việt", "Thành phố Bắc Ninh"), [
            f"{FILE}:2: lưu ý: danh mục ghi mã 07735 là «Xã Đồng Việt», {FIRST}; ở đây là «Phường Đồng Việt». {LOOK}",
            f"{HOME}:2: lưu ý: danh mục ghi mã 24 là «Tỉnh Bắc Ninh», {FIRST}; ở đây là «Thành phố Bắc Ninh». {LOOK}",
        ]),
        # a name that the list has never heard of, and one of another code
        ("", DAY, "Tỉnh Bắc Ninh", "Xã Mây", ("Xã Mây", "Tỉnh Bắc Ninh"), [
            f"{FILE}:2: lưu ý: danh mục ghi mã 07735 là «Xã Đồng Việt», {FIRST}; ở đây là «Xã Mây». {LOOK}",
        ]),
        ("", DAY, "Tỉnh Bắc Ninh", "Xã Bố Hạ", ("Xã Bố Hạ", "Tỉnh Bắc Ninh"), [
            f"{FILE}:1: lưu ý: danh mục ghi mã 07735 là «Xã Đồng Việt»; «Xã Bố Hạ» là mã 07294. {LOOK}",
        ]),
        # into another province, or with its province into another one
        (one("07735: {from: Xã Đồng Việt, to: Xã Đồng Việt, province: 20}"), DAY, "Tỉnh Bắc Ninh", "Xã Đồng Việt", ("Xã Đồng Việt", "Tỉnh Lạng Sơn"), [
            f"{FILE}:1: lưu ý: «Xã Đồng Việt» nay thuộc «Tỉnh Lạng Sơn» (mã 20), từ 01/01/2027 ({BY}); trang và tờ in đã ghi như vậy. Hãy chuyển tệp này sang thư mục của nơi ấy",
        ]),
        (one(provinces="24: {from: Tỉnh Bắc Ninh, into: 20}"), DAY, "Tỉnh Bắc Ninh", "Xã Đồng Việt", ("Xã Đồng Việt", "Tỉnh Lạng Sơn"), [
            f"{HOME}:1: lưu ý: mã 24 nay là 20 (Tỉnh Lạng Sơn); {FIX}",
            f"{HOME}:2: lưu ý: «Tỉnh Bắc Ninh» nay là «Tỉnh Lạng Sơn», từ 01/01/2027 ({BY}); {PRINTED}",
        ]),
        # into another commune: the code stays, it is the address on what was printed
        (one("07735: {from: Xã Đồng Việt, into: 07294}"), DAY, "Tỉnh Bắc Ninh", "Xã Đồng Việt", ("Xã Bố Hạ", "Tỉnh Bắc Ninh"), [
            f"{FILE}:2: lưu ý: «Xã Đồng Việt» nay là «Xã Bố Hạ», từ 01/01/2027 ({BY}); {PRINTED}",
        ]),
        (one("07735: {from: Xã Đồng Việt, into: 07294}"), DAY, "Tỉnh Bắc Ninh", "Xã Bố Hạ", ("Xã Bố Hạ", "Tỉnh Bắc Ninh"), []),
    ],
)  # fmt: skip
def test_one_commune(
    tmp_path: Path,
    changes: str,
    day: date,
    province: str,
    commune: str,
    printed: tuple[str, str],
    said: list[str],
) -> None:
    files = {HOME: place("24", province), FILE: place("07735", commune)}
    places, problems = read(tmp_path, changes, day, files)
    assert places == [("07735", *printed)]
    assert sorted(problems) == sorted(said)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        # codes that the list does not have
        ({HOME: place("24", "Tỉnh Bắc Ninh"), FILE: place("07777", "Xã Đồng Viet")}, [
            f"{FILE}:1: lưu ý: danh mục không có xã, phường, đặc khu nào mang mã 07777; hãy xem lại mã; tên gần nhất: 07735 Xã Đồng Việt",
        ]),
        ({HOME: place("24", "Tỉnh Bắc Ninh"), FILE: place("07777", "Xã Mây")}, [
            f"{FILE}:1: lưu ý: danh mục không có xã, phường, đặc khu nào mang mã 07777; hãy xem lại mã",
        ]),
        ({HOME: place("99", "Tỉnh Bắc Ninh"), FILE: place("07735", "Xã Đồng Việt")}, [
            f"{HOME}:1: lưu ý: danh mục không có tỉnh, thành phố nào mang mã 99; hãy xem lại mã; tên gần nhất: 24 Tỉnh Bắc Ninh",
        ]),
        # one commune of another province, or all of them: then it is the province's file
        ({HOME: place("24", "Tỉnh Bắc Ninh"), FILE: place("07735", "Xã Đồng Việt"), SECOND: place("06325", "Xã Bắc Sơn")}, [
            f"{SECOND}:1: lưu ý: theo danh mục, mã 06325 thuộc «Tỉnh Lạng Sơn» (mã 20); hãy xem lại mã, hoặc chuyển tệp sang đó",
        ]),
        ({HOME: place("20", "Tỉnh Lạng Sơn"), FILE: place("07735", "Xã Đồng Việt"), SECOND: place("07294", "Xã Bố Hạ")}, [
            f"{HOME}:1: lưu ý: theo danh mục, cả 2 nơi trong thư mục này thuộc «Tỉnh Bắc Ninh» (mã 24); hãy xem lại mã tỉnh",
        ]),
        # the code of another province's commune, the name of one that is here
        ({HOME: place("24", "Tỉnh Bắc Ninh"), FILE: place("06325", "Xã Đồng Việt"), SECOND: place("07294", "Xã Bố Hạ")}, [
            f"{FILE}:1: lưu ý: danh mục ghi mã 06325 là «Xã Bắc Sơn»; «Xã Đồng Việt» là mã 07735. {LOOK}",
            f"{FILE}:1: lưu ý: theo danh mục, mã 06325 thuộc «Tỉnh Lạng Sơn» (mã 20); hãy xem lại mã, hoặc chuyển tệp sang đó",
        ]),
        # what is said of a province is said once
        ({HOME: place("24", "Tỉnh Bắc Nin"), FILE: place("07735", "Xã Đồng Việt"), SECOND: place("07294", "Xã Bố Hạ")}, [
            f"{HOME}:2: lưu ý: danh mục ghi mã 24 là «Tỉnh Bắc Ninh», {FIRST}; ở đây là «Tỉnh Bắc Nin»; {FIX}",
        ]),
    ],
)  # fmt: skip
def test_codes_and_provinces(tmp_path: Path, files: dict[str, str], said: list[str]) -> None:
    assert read(tmp_path, "", TODAY, files)[1] == said


def test_old_names_go_with_the_place(tmp_path: Path) -> None:
    for name, text in {"vietnam.yml": VIETNAM, "a/province.yml": place("24", "Thành phố Bắc Ninh"), "a/b.yml": place("07735", "Phường Tân An")}.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    gazetteer, _ = official.compiled(LIST, RENAMED)
    campaign, problems = read_campaign(tmp_path, "campaigns", DAY, gazetteer)
    assert campaign
    assert problems == []
    (made,) = campaign.places
    assert [old.name for old in (*made.former, *made.province_former)] == ["Xã Đồng Việt", "Tỉnh Bắc Ninh"]  # fmt: skip


def test_sheets_and_pages_change_on_the_day(mini: Callable[..., Path]) -> None:
    """Nobody edits a file, and the store has the sheets of the day before."""
    root = mini({HOME: place("24", "Tỉnh Bắc Ninh"), FILE: place("07294", "Xã Bố Hạ")})
    said = {}
    for day in (date(2026, 9, 19), date(2026, 9, 20)):
        project, _ = pipeline.read(root, root / "campaigns", day)
        made = pipeline.make(project, project.campaign.places[:1])
        sheets = [data for path, data in contents(made).items() if path.endswith(".pdf")]
        pages = (page for data in sheets for page in pdf.document(data))
        words = " ".join(page.get_textpage().get_text_range() for page in pages).lower()
        said[day.day] = {name for name in NAMES if name in " ".join(words.split())}
    assert said == {19: {"xã bố hạ", "tỉnh bắc ninh"}, 20: {"phường bố hạ", "thành phố bắc ninh"}}


NAMES = ("xã bố hạ", "phường bố hạ", "tỉnh bắc ninh", "thành phố bắc ninh")
