"""Who is who says a role, whatever the id; a role that pages need is there once."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.plan.artefacts import plan
from miniature import COUNTRY, FAMILY, FILES, PLACE, POLICE, VIETNAM, edited, read, said

Lay = Callable[..., Path]
HOTLINE = "trang nào cũng có nút gọi đường dây nóng"
ISSUER = "tờ nào cũng ghi tên Ủy ban nhân dân"


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("    role: hotline\n", "", [f"9: {HOTLINE}: cần một đầu mối có role: hotline, number và print: yes"]),
        ("role: hotline", "role: hotlin", ["11: «role»: cần một trong hotline, police, ambulance, consular, local-police, issuer, nhưng thấy «hotlin»"]),
        ("    role: issuer\n", "", [f"37: {ISSUER}: cần một đầu mối có role: issuer"]),
        ("    role: local-police\n", "", []),
        ("    role: consular\n", "", ["vi/leaflets", "vi/cards"]),
        ("role: consular", "role: hotline", ["29: role: hotline đã có ở đầu mối «111»; hãy giữ một"]),
        ("role: consular", "role: issuer", ["29: role: issuer chỉ dùng ở mục local_contacts của vietnam.yml", "vi/leaflets", "vi/cards"]),
        ("  old:\n", "  old:\n    role: consular\n", []),
        ("role: issuer", "role: local-police", ["42: role: local-police đã có ở đầu mối «commune-police»; hãy giữ một", f"37: {ISSUER}: cần một đầu mối có role: issuer"]),
        ("    residents: yes\n", "    residents: yes\n  guard:\n    role: ambulance\n    name: {vi: a}\n", ["42: role: ambulance chỉ dùng ở mục contacts của vietnam.yml"]),
    ],
)  # fmt: skip
def test_roles_of_the_country(mini: Lay, old: str, new: str, problems: list[str]) -> None:
    found = said(mini(FAMILY | edited(COUNTRY, old, new)))
    own = [line for line in found if line.startswith(COUNTRY)]
    assert sorted(own) == sorted(f"{COUNTRY}:{line}" for line in problems if line[0].isdigit())
    for folder in (line for line in problems if not line[0].isdigit()):
        assert any(line.startswith(f"docs/{folder}") for line in found), found


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("hotline", f"9: {HOTLINE}: cần một đầu mối có role: hotline, number và print: yes"),
        ("police", "9: trang nào cũng có nút gọi Công an: cần một đầu mối có role: police, number và print: yes"),
        ("issuer", f"37: {ISSUER}: cần một đầu mối có role: issuer"),
    ],
)  # fmt: skip
def test_a_role_that_is_missing_is_one_fault(mini: Lay, role: str, line: str) -> None:
    found = said(mini(FAMILY | edited(COUNTRY, f"    role: {role}\n", "")))
    assert found == [f"{COUNTRY}:{line}"]


def test_a_commune_gives_no_second_police(mini: Lay) -> None:
    guard = f"guard: {{role: local-police, name: {{vi: a}}, {POLICE[1:]}"
    files = {PLACE: f"{FILES[PLACE]}contacts:\n  {guard}\n"}
    assert said(mini(files)) == [
        f"{PLACE}:4: role: local-police đã có ở đầu mối «commune-police»; hãy giữ một"
    ]


def test_ids_are_only_names(mini: Lay) -> None:
    """The same project with other ids makes the same sheets, posts and pages."""
    ids = {
        '"111":': "child-line:",
        '"113":': "emergency:",
        "commune-police": "ward-police",
        "peoples-committee": "committee",
    }
    country = VIETNAM
    for old, new in ids.items():
        country = country.replace(old, new)
    files = {**FILES, **FAMILY, PLACE: f"{FILES[PLACE]}contacts: {{commune-police: {POLICE}}}\n"}
    renamed = {}
    for name, text in files.items():
        for old, new in {
            "call: 111": "call: child-line",
            "emergency: 113": "emergency: emergency",
            "{111}": "{child-line}",
            "commune-police": "ward-police",
        }.items():
            text = text.replace(old, new)
        renamed[name] = text
    before = read(mini(files))
    planned = {a.path: (a.numbers, a.words, a.recipe) for a in plan(before, before.campaign.places)}
    after = read(mini({**renamed, COUNTRY: country}))
    assert {
        a.path: (a.numbers, a.words, a.recipe) for a in plan(after, after.campaign.places)
    } == planned
