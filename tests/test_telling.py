"""Which places are pressed before all others: those whose sheets may fail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.build.telling import telling
from miniature import POLICE, read

Lay = Callable[..., Path]
CODES = ("11200", "11201", "11202", "11203", "11204")
"""Beside 07735 Xã Đồng Việt and 11692 Phường Dương Kinh of the miniature; their names are made up."""


def place(name: str, rest: str = "") -> str:
    return f"name: {name}\n{rest}"


OTHER = POLICE.replace("0225 3860 113", "+84 225 3860 114")
NAMED = "{name: {vi: Công an xã, en: The police of the commune}}"
READ = "broadcast: {words: {A: a}}\n"


def numbered(contact: str) -> str:
    return f"contacts: {{commune-police: {contact}}}\n"


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ({}, {"07735", "11692"}),
        ({"11200": place("Xã A"), "11201": place("Xã B")}, {"07735", "11692"}),
        ({"11200": place("Xã Rất Dài Tên")}, {"11200", "11692"}),
        ({"11200": place("Xã Kŏn A"), "11202": place("Xã Ĕa")}, {"07735", "11200", "11202", "11692"}),
        ({"11200": place("Xã Kŏn A"), "11201": place("Xã Kŏn Bình")}, {"07735", "11201", "11692"}),
        (
            {"11200": place("Xã A", numbered(POLICE)), "11201": place("Xã B", numbered(OTHER))},
            {"07735", "11201", "11692"},
        ),
        ({"11200": place("Xã A", numbered(NAMED))}, {"07735", "11200", "11692"}),
        ({"11200": place("Xã A", "broadcast: {region: south}\n")}, {"07735", "11200", "11692"}),
        ({"11200": place("Xã A", READ), "11201": place("Xã B", READ)}, {"07735", "11200", "11692"}),
    ],
)
def test_who_stands_for_all(mini: Lay, places: dict[str, str], told: set[str]) -> None:
    files = {f"campaigns/hai-phong/{c}.yml": f"code: {c}\n{said}" for c, said in places.items()}
    found = telling(read(mini(files)).campaign.places)
    assert {p.code for p in found} == told
