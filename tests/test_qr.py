"""Addresses become QR codes and are read again from the drawing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from lachan import qr
from PIL import Image

GOLDEN = Path(__file__).parent / "golden"


def rows(drawing: qr.Drawing) -> list[str]:
    """The drawing as text, one sign a module."""
    grid = [["."] * drawing.size for _ in range(drawing.size)]
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", drawing.path):
        for column in range(int(x), int(x) + int(width)):
            grid[int(y)][column] = "#"
    return ["".join(row) for row in grid]


def read(drawing: qr.Drawing) -> list[str]:
    image = Image.new("L", (drawing.size, drawing.size), 255)
    for y, row in enumerate(rows(drawing)):
        for x, module in enumerate(row):
            image.putpixel((x, y), 0 if module == "#" else 255)
    large = image.resize((drawing.size * 6, drawing.size * 6), Image.Resampling.NEAREST)
    return [code.text for code in zxingcpp.read_barcodes(large)]


def test_the_code_of_a_commune_is_what_it_was() -> None:
    drawing = qr.draw("HTTPS://LACHAN.EXAMPLE/11692/")
    assert "\n".join(rows(drawing)) + "\n" == (GOLDEN / "qr-11692.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("address", "modules"),
    [
        ("HTTPS://LACHAN.EXAMPLE/11692/", 25),
        ("HTTPS://LACHAN.HAIPHONG.GOV.VN/11692/", 25),
        ("https://lachan.haiphong.gov.vn/11692/", 29),
    ],
)
def test_digits_and_capitals_keep_a_code_small(address: str, modules: int) -> None:
    assert qr.draw(address).size == modules + 2 * qr.QUIET


@given(st.from_regex(r"HTTPS://[A-Z0-9.-]{1,40}/(en/)?[0-9]{5}/([0-9]/)?", fullmatch=True))
@settings(max_examples=30, deadline=None)
def test_round_trip_and_quiet_zone(address: str) -> None:
    drawing = qr.draw(address)
    assert read(drawing) == [address]
    lines = rows(drawing)
    edge = lines[: qr.QUIET] + lines[-qr.QUIET :] + [r[: qr.QUIET] + r[-qr.QUIET :] for r in lines]
    assert set("".join(edge)) == {"."}
