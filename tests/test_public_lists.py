"""Our list beside a public package of the same list: where they differ is known, and who is right.

The reasons stand in hooks/lachan/data/communes.md. Python 3.11 gets one version of the package, newer
ones the other; findings/commune-lists-compared.sh looks at both.
"""

from __future__ import annotations

import json
from datetime import date
from importlib.metadata import version

import pytest
import vietnam_provinces as provinces
from lachan.gazetteer import official, spelling

OURS = official.gazetteer()[0].on(date(2026, 9, 20))
CITIES = {"22": "Quảng Ninh", "24": "Bắc Ninh", "75": "Đồng Nai"}
SWAPPED = {
    "00226": "Phường Kim Liên",
    "00331": "Phường Yên Sở",
    "01537": "Xã Vinh Quý",
    "01558": "Xã Lý Quốc",
    "01561": "Xã Hạ Lang",
    "13285": "Phường Châu Sơn",
    "13291": "Phường Phủ Lý",
    "13318": "Phường Phù Vân",
    "31207": "Phường Thuận Hưng",
}
"""Codes that 2025.10.1 has with the name of another commune; 2026.9.0 has our names."""
KNOWN = {"2025.10.1": (114, SWAPPED), "2026.9.0": (0, dict[str, str]())}
"""Draft codes, and codes with another commune's name."""


@pytest.fixture(scope="module")
def theirs() -> dict[str, tuple[str, str]]:
    """Name and province's name by code."""
    listed = json.loads(provinces.NESTED_DIVISIONS_JSON_PATH.read_text("utf-8"))
    return {
        f"{ward['code']:05}": (spelling.plain(ward["name"]), province["name"])
        for province in listed
        for ward in province["wards"]
    }


def same(name: str, province: str) -> tuple[str, str]:
    """What a commune's name and its province's come to, without the province's kind."""
    return spelling.key(name), spelling.key(spelling.short(province))


def test_codes(theirs: dict[str, tuple[str, str]]) -> None:
    drafts, _ = KNOWN[version("vietnam-provinces")]
    unknown = theirs.keys() - OURS.communes.keys()
    assert len(theirs) == 3321
    assert theirs["06970"][0] == "Xã Ba Chẽ"
    assert OURS.communes["06978"].name == "Xã Ba Chẽ"
    assert len(unknown - {"06970"}) == drafts
    # A commune of ours with another code there is there under its name.
    names = {same(name, province) for name, province in theirs.values()}
    unlisted = (unit for code, unit in OURS.communes.items() if code not in theirs)
    there = {same(unit.name, OURS.provinces[unit.province].name): unit.code for unit in unlisted}
    assert len(there) == drafts + 1
    assert there.keys() - names == set()


def test_names(theirs: dict[str, tuple[str, str]]) -> None:
    _, swapped = KNOWN[version("vietnam-provinces")]
    other = {
        code: name
        for code, (name, _) in theirs.items()
        if code in OURS.communes and spelling.key(name) != spelling.key(OURS.communes[code].name)
    }
    # Both packages are older than the resolutions of 2026: our former names are theirs.
    history = {code: unit.former[0].name for code, unit in OURS.communes.items() if unit.former}
    assert len(history) == 22
    assert other == history | swapped


def test_provinces(theirs: dict[str, tuple[str, str]]) -> None:
    listed = json.loads(provinces.NESTED_DIVISIONS_JSON_PATH.read_text("utf-8"))
    names = {f"{one['code']:02}": spelling.short(one["name"]) for one in listed}
    assert {code: spelling.key(name) for code, name in names.items()} == {
        code: spelling.key(spelling.short(unit.name)) for code, unit in OURS.provinces.items()
    }
    cities = {f"{one['code']:02}" for one in listed if one["name"].startswith("Thành phố ")}
    ours = {code for code, unit in OURS.provinces.items() if unit.name.startswith("Thành phố ")}
    assert ours - cities == CITIES.keys()
