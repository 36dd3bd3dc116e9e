"""One commune's mistake does not stop the others, and nothing of it reaches a page unseen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import copy_project, trim
from lachan.audit.siteproof import prove
from lachan.build import fallback
from lachan.common.problem import ProblemsError, errors
from lachan.publish.renewal import Renewed, renew
from miniature import PLACE, POLICE, TODAY

Lay = Callable[..., Path]
OTHER, FILE = "campaigns/bac-ninh/dong-viet.yml", "campaigns/hai-phong/ninh-giang.yml"
PROVINCE = "campaigns/hai-phong/province.yml"
COPY = "campaigns/hai-phong/copy.yml"
HEAD = "code: 11692\nname: Phường Dương Kinh\n"
ITS = f"contacts: {{commune-police: {POLICE}}}\n"


@pytest.mark.parametrize(
    ("files", "problems"),
    [
        ({PLACE: f"{HEAD}contacts: {{\n"}, [f"{PLACE}:4: "]),
        ({PLACE: f"{HEAD}contact: x\n"}, [f"{PLACE}:3: "]),
        ({PLACE: f"{HEAD}{ITS.replace('113', '11')}"}, [f"{PLACE}:3: "]),
        ({PLACE: f"{HEAD}kit: nhỏ\n"}, [f"{PLACE}:3: "]),
        ({PLACE: "code: 11692\nname: Dương Kinh\n"}, [f"{PLACE}:2: "]),
        ({PLACE: f"{HEAD}broadcast: {{months: {{1: [khong-co]}}}}\n{ITS}"}, [f"{PLACE}:3: "]),
        ({PLACE: HEAD.encode("utf-8") + b"plan: \xff\n"}, [f"{PLACE}:3: "]),
        ({PLACE: HEAD.encode("utf-16")}, [f"{PLACE}:1: "]),
        ({PLACE: f"{HEAD}plan: {{\n".encode("utf-8-sig")}, [f"{PLACE}:4: "]),
        ({PLACE: " code: 11692\n name: Phường Dương Kinh\n plan: {\n"}, [f"{PLACE}:4: "]),
        ({PLACE: HEAD + "code: 07735\n"}, [f"{PLACE}:3: "]),
        ({COPY: HEAD + ITS}, [f"{COPY}:1: ", f"{PLACE}:1: "]),
        ({COPY: f"{HEAD}plan: {{\n", PLACE: f"{HEAD}plan: {{\n"}, [f"{COPY}:4: ", f"{PLACE}:4: "]),
        ({PROVINCE: "code: 31\nname: Thành phố Hải Phòng\n".encode("utf-16")}, [f"{PROVINCE}:1: "]),
        ({"campaigns/hai-phong/duong-kinh/a.txt": ""}, ["campaigns/hai-phong/duong-kinh/a.txt:1: "]),
        ({PROVINCE: "code: 31\nname: Hải Phòng\n"}, [f"{PROVINCE}:2: "]),
    ],
)
def test_a_place_is_read_around_its_file(
    mini: Lay, files: dict[str, str | bytes | None], problems: list[str]
) -> None:
    root = mini(files)
    found = fallback.read(root, root / "campaigns", TODAY)
    wrong = [str(problem) for problem in errors(found.problems)]
    assert [line[: len(begin)] for line, begin in zip(wrong, problems, strict=True)] == problems
    assert [(p.code, str(p.name), str(p.province)) for p in found.project.campaign.places] == [
        ("07735", "Xã Đồng Việt", "Thành phố Bắc Ninh"),
        ("11692", "Phường Dương Kinh", "Thành phố Hải Phòng"),
    ]
    other, place = found.project.campaign.places
    assert (found.is_faulty(other), found.is_faulty(place)) == (False, True)
    assert place.police
    assert place.police.usable() is None


@pytest.mark.parametrize(
    "files",
    [
        {PLACE: "name: Phường Dương Kinh\n"},
        {PLACE: "code: 7735\nname: Phường Dương Kinh\n"},
        {FILE: "code: 07735\nname: Xã Ninh Giang\n"},
        {"campaigns/bac-ninh/a.yml": "code: 11692\nname: Xã Đồng Việt\n"},
        {"campaigns/hai-phong/ghi-chu.txt": ""},
        {"campaigns/ha-noi/ba-dinh.yml": "code: 00004\nname: Phường Ba Đình\n"},
    ],
)
def test_what_is_no_place_is_left_out(mini: Lay, files: dict[str, str | bytes | None]) -> None:
    root = mini(files)
    found = fallback.read(root, root / "campaigns", TODAY)
    assert errors(found.problems)
    left = {"07735", "11692"} if PLACE not in files else {"07735"}
    assert {place.code for place in found.project.campaign.places} == left
    assert not any(map(found.is_faulty, found.project.campaign.places))


def test_a_code_that_lost_its_zeros_is_still_a_code(mini: Lay) -> None:
    root = mini({OTHER: "code: 7735\nname: Xã Đồng Việt\n"})
    found = fallback.read(root, root / "campaigns", TODAY)
    assert [problem.path for problem in errors(found.problems)] == [OTHER]
    assert [place.code for place in found.project.campaign.places] == ["07735", "11692"]


def test_what_is_everybody_s_stops_everything(mini: Lay) -> None:
    root = mini({PLACE: "x\n", "docs/sources.yml": "luat-53: x\n"})
    with pytest.raises(ProblemsError) as error:
        fallback.read(root, root / "campaigns", TODAY)
    assert {problem.path for problem in errors(error.value.problems)} >= {PLACE, "docs/sources.yml"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three communes with little on paper, of which one has a number of its own."""
    root = copy_project(tmp_path_factory.mktemp("small"))
    poster = root / "docs/vi/posters/111.md"
    said = poster.read_bytes()
    trim(root)
    poster.write_bytes(said)
    (root / PLACE).write_text(HEAD + ITS, "utf-8")
    assert renewed(root).problems
    assert "0225 3860 113" in page(root, "11692")
    return root


def renewed(root: Path, **choice: object) -> Renewed:
    return renew(root, root / "campaigns", root / "site", date(2026, 12, 1), **choice)  # type: ignore[arg-type]


def page(root: Path, code: str) -> str:
    return (root / "site" / code / "index.html").read_text("utf-8")


def test_a_mistake_costs_nobody_else_anything(root: Path, tmp_path: Path) -> None:
    """The place keeps its last good files while they are current, else goes on without its number."""
    broken = f"{HEAD}contacts: {{\n"
    (root / PLACE).write_text(broken, "utf-8")
    (root / FILE).write_text(f"code: 11203\nname: Xã Ninh Giang\n{ITS.replace('113', '114')}", "utf-8")
    for choice in ({"strict": True}, {"prune": True}, {"codes": ["11692"]}):
        with pytest.raises(ProblemsError, match=f"{PLACE}:4: "):
            renewed(root, **choice)
    done = renewed(root)
    assert ([p.code for p in done.held], [p.code for p in done.bare]) == (["11692"], [])
    assert [(p.path, p.line) for p in errors(done.problems)] == [(PLACE, 4)]
    assert "0225 3860 114" in page(root, "11203")
    assert "0225 3860 113" in page(root, "11692")
    assert not errors(renewed(root, codes=["11203"]).problems)

    clone = copy_project(tmp_path / "clone", root)
    script = root / "docs/vi/scripts/canh-giac-30-giay.md"
    script.write_text(script.read_text("utf-8").replace("review_in: 6", "review_in: 7"), "utf-8")
    done = renewed(root)
    assert ([p.code for p in done.held], [p.code for p in done.bare]) == ([], ["11692"])
    assert "0225 3860 113" not in page(root, "11692")
    assert prove(root / "site") == []

    done = renewed(clone)
    assert [p.code for p in done.bare] == ["11692"]
    assert "0225 3860 113" not in page(clone, "11692")


def test_what_cannot_be_printed_of_one_place(root: Path) -> None:
    """Only the press finds that the fonts have no such letter."""
    strange = "Công an ⌘ {place}"
    (root / FILE).write_text("code: 11203\nname: Xã Ninh Giang\n", "utf-8")
    (root / PLACE).write_text(
        f"{HEAD}contacts: {{commune-police: {{name: {{vi: '{strange}'}}, {POLICE[1:]}}}\n", "utf-8"
    )
    nowhere = "campaigns/hai-phong/xa.yml"
    (root / nowhere).write_text("code: 99999\nname: Xã 漢\n", "utf-8")
    done = renewed(root)
    assert [p.code for p in done.places] == ["07735", "11203", "11692"]
    assert [p.code for p in done.held] == ["11692"]
    assert {p.path for p in errors(done.problems)} == {PLACE, nowhere}
