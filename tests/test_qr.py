"""Addresses become QR codes and are read again from the drawing."""

from __future__ import annotations

import re
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from lachan.formats import qr
from PIL import Image

GOLDEN = Path(__file__).parent / "golden"


def rows(drawing: qr.Drawing) -> list[str]:
    """The drawing as text, one sign a module."""
    grid = [["."] * drawing.size for _ in range(drawing.size)]
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", drawing.path):
        for column in range(int(x), int(x) + int(width)):
            grid[int(y)][column] = "#"
    return ["".join(row) for row in grid]


def picture(drawing: qr.Drawing) -> Image.Image:
    image = Image.new("L", (drawing.size, drawing.size), 255)
    for y, row in enumerate(rows(drawing)):
        for x, module in enumerate(row):
            image.putpixel((x, y), 0 if module == "#" else 255)
    return image.resize((drawing.size * 6, drawing.size * 6), Image.Resampling.NEAREST)


def test_the_code_of_a_commune_is_what_it_was() -> None:
    drawing = qr.draw("https://lachan.example/11692/", "poster")
    assert "\n".join(rows(drawing)) + "\n" == (GOLDEN / "qr-11692.txt").read_text("utf-8")


PROVINCE = "https://lachan.haiphong.gov.vn/"


@pytest.mark.parametrize(
    ("address", "kind", "modules", "strong"),
    [
        ("https://lachan.example/11692/", "poster", 29, True),
        ("https://lachan.example/11692/", "card", 29, True),
        (f"{PROVINCE}11692/", "poster", 29, False),
        (f"{PROVINCE}11692/", "card", 33, True),
        (f"{PROVINCE}11692/", "sheet", 29, False),
        (f"{PROVINCE}thu-doan/viec-nhe-luong-cao/", "poster", 33, False),
        (f"{PROVINCE}thu-doan/viec-nhe-luong-cao/", "leaflet", 37, True),
        (f"https://{'a' * 42}.vn/11692/", "poster", 33, False),
        (f"https://{'a' * 42}.vn/11692/", "banner", 37, True),
        (f"https://{'a' * 42}.vn/11692/", "card", 33, False),
    ],
)
def test_the_stronger_code_where_its_modules_are_large_enough(
    address: str, kind: str, modules: int, strong: bool
) -> None:
    drawing = qr.draw(address, kind)
    assert (drawing.size, drawing.strong) == (modules + 2 * qr.QUIET, strong)
    if strong:
        assert qr.module(drawing.size, kind) >= qr.PRINTED[kind].module


def test_the_stronger_code_where_it_has_no_more_modules() -> None:
    drawing = qr.draw(f"{PROVINCE}en/11692/42/", "sheet")
    assert (drawing.size, drawing.strong) == (33 + 2 * qr.QUIET, True)
    assert qr.module(drawing.size, "sheet") < qr.PRINTED["sheet"].module


@given(
    st.from_regex(r"https://[a-z0-9.-]{1,40}/(en/)?[0-9]{5}/([0-9]/)?", fullmatch=True),
    st.sampled_from(sorted(qr.PRINTED)),
)
@settings(max_examples=30, deadline=None)
def test_round_trip_and_quiet_zone(address: str, kind: str) -> None:
    drawing = qr.draw(address, kind)
    assert [code.text for code in zxingcpp.read_barcodes(picture(drawing))] == [address]
    assert cv2.QRCodeDetectorAruco().detectAndDecode(np.asarray(picture(drawing)))[0] == address
    lines = rows(drawing)
    edge = lines[: qr.QUIET] + lines[-qr.QUIET :] + [r[: qr.QUIET] + r[-qr.QUIET :] for r in lines]
    assert set("".join(edge)) == {"."}
