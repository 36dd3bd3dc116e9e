"""Real sheets: what does not fit or has no glyph is a problem with its line, never a clipped letter."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from lachan.build import pipeline
from lachan.common.problem import ProblemsError
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Bundle, Picture, Plain, Preview, Typeset
from lachan.render.file_names import Names
from lachan.render.press import Press, PressError
from lachan.texts.project import Project
from miniature import COUNTRY, NUMBER, SIGNS, edited, read

Lay = Callable[..., Path]
LONG = "dài quá chỗ trên giấy; hãy viết ngắn hơn"


def refused(root: Path) -> list[str]:
    project = read(root)
    try:
        pipeline.make(project, project.campaign.places[:1])
    except ProblemsError as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("name", "old", "new", "problems"),
    [
        (NUMBER, "# Bị lừa đi xa?", f"# {'Bị lừa đi xa ' * 9}", [f"{NUMBER}:14: «{'Bị lừa đi xa ' * 9}Bị giữ giấy tờ?» {LONG}"]),
        (NUMBER, "> Gọi ngay", "> Gọi 📞 ngay", [f"{NUMBER}:16: phông chữ in không có ký tự «📞»; hãy thay bằng chữ khác"]),
        (NUMBER, "strip: Gọi ngay", f"strip: {'Gọi ngay ' * 9}", [f"{NUMBER}:7: «{('Gọi ngay ' * 9).strip()}» {LONG}"]),
        (SIGNS, "Đừng cắn câu", "Đừng cắn câu " * 30, [f"{SIGNS}:17: «{('Đừng cắn câu ' * 30).strip()}» {LONG}"]),
        (SIGNS, "## Dấu hiệu", f"## {'Dấu hiệu ' * 30}", [f"{SIGNS}:19: «{('Dấu hiệu ' * 30).strip()}» {LONG}"]),
    ],
)  # fmt: skip
def test_what_cannot_be_printed(mini: Lay, name: str, old: str, new: str, problems: list[str]) -> None:
    assert refused(mini(edited(name, old, new))) == problems


def test_all_sheets_are_tried_before_giving_up(mini: Lay) -> None:
    files = edited(NUMBER, "> Gọi", "> 📞") | edited(SIGNS, "> Gọi", "> 🚨")
    assert [line.split(": ")[0] for line in refused(mini(files))] == [f"{NUMBER}:16", f"{SIGNS}:24"]


def test_a_number_longer_than_its_place(mini: Lay) -> None:
    """A label that does not fit is reported where the contact is called from."""
    name = "Tổng đài điện thoại quốc gia " * 9
    files = edited(COUNTRY, "Tổng đài quốc gia", name)
    assert refused(mini(files))[0] == f"{NUMBER}:16: «{name.strip()}» {LONG}"


@pytest.fixture(scope="module")
def press(read_mini: Project) -> Press:
    return Press(read_mini.root / "assets", date(2026, 11, 21))


def test_the_same_recipe_the_same_bytes(read_mini: Project, press: Press) -> None:
    sheets = [
        a for a in plan(read_mini, read_mini.campaign.places[:1]) if isinstance(a.recipe, Typeset)
    ]
    again = Press(press.assets, date(2026, 11, 21))
    for sheet in sheets:
        assert press.press(sheet.recipe, {}) == again.press(sheet.recipe, {})


def test_typst_that_gives_up_is_no_traceback(press: Press) -> None:
    with pytest.raises(PressError) as raised:
        press.press(Typeset("poster-signs", "{}"), {})
    assert [fault.slot for fault in raised.value.faults] == [""]


def test_plain_text_is_utf8(press: Press) -> None:
    assert press.press(Plain("Gọi một một một\n"), {}) == "Gọi một một một\n".encode()


def test_another_name_is_another_file(press: Press) -> None:
    """What a picture is called stands in it, so that the store must not take one for the other."""
    names = Names(press, "")
    for one, two in (
        (Picture("{}", "a.png"), Picture("{}", "b.png")),
        (Preview("a.pdf", "a.png", 480), Preview("a.pdf", "b.png", 480)),
    ):
        assert names.name(one, {"a.pdf": "0"}) != names.name(two, {"a.pdf": "0"})
        assert names.name(one, {"a.pdf": "0"}) == names.name(one, {"a.pdf": "0"})


def test_a_bundle_holds_its_members_and_no_clock(press: Press) -> None:
    recipe = Bundle((("a/x.pdf", "x.pdf"), ("a/y.txt", "y.txt")))
    content = press.press(recipe, {"a/x.pdf": b"1" * 90, "a/y.txt": b"2"})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "x.pdf": b"1" * 90,
            "y.txt": b"2",
        }
        assert {
            (info.date_time, info.create_system, info.compress_type) for info in archive.infolist()
        } == {((1980, 1, 1, 0, 0, 0), 3, zipfile.ZIP_STORED)}


def test_typst_may_remember_from_one_commune_to_the_next() -> None:
    """What a whole page is set with, and what every function can see, is alike for all communes."""
    templates = {path.name: path.read_text("utf-8") for path in (ROOT / "assets/print").rglob("*.typ")}
    assert [name for name, text in templates.items() if "set document(" in text] == ["properties.typ"]
    assert not [name for name, text in templates.items() if "sys.inputs" in text]
    settings = [
        found for text in templates.values() for found in re.findall(r"(?m)^#set (.+|.+\([^)]+)$", text)
    ]
    assert len(settings) > 40
    assert not [
        setting for setting in settings if re.search(r"\bd\.(title|issuer|local|qr|edition)\b", setting)
    ]
