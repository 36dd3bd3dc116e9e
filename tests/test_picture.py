"""Pictures for Zalo and Facebook: exact pixels, nothing clipped, small files that look the same."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Mapping
from typing import Any

import pytest
import typst
from conftest import ROOT
from lachan.formats import png
from lachan.formats.kinds import PICTURES
from lachan.render import picture
from lachan.render.typesetter import Typesetter
from PIL import Image, ImageChops, ImageStat
from sheets import rendered

FORMATS = list(PICTURES)
NAVY, AMBER = (10, 31, 68), (255, 194, 14)
LONGEST = "phường Văn Miếu - Quốc Tử Giám"
DATA: Mapping[str, Any] = {
    "lang": "vi",
    "title": "Việc nhẹ, lương cao? Hỏi rõ hãy đi",
    "issuer": {"name": f"Ủy ban nhân dân {LONGEST}", "parent": "Thành phố Hà Nội"},
    "headline": ["Việc nhẹ, lương cao?", "Hỏi rõ hãy đi"],
    "lead": "Không tên công ty, không hợp đồng: đừng đi.",
    "call": "Gọi hỏi trước",
    "notes": ["Miễn phí", "Cả ngày đêm", "Cuộc gọi có ghi âm"],
    "hotline": {"label": "Tổng đài quốc gia", "number": "111"},
    "emergency": {"label": "Đang nguy hiểm", "number": "113"},
    "art": "hook",
    "art_alt": "Lưỡi câu mồi bằng tờ tiền",
    "qr": {"text": "lachan.example/00187"},
    "edition": "Bản 2026.11 · 00187-Z1",
    "sample": None,
}


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(ROOT / "assets")


def draw(typesetter: Typesetter, format: str, **changes: Any) -> tuple[bytes, list[str]]:
    """The picture as PDF, and the slots whose words do not fit."""
    data = json.dumps({**DATA, "format": format, **changes}, ensure_ascii=False)
    pdf, warnings = typesetter.pdf("picture", data)
    assert warnings == []
    return pdf, [entry["slot"] for entry in typesetter.noted("overflow")]


def colours(image: Image.Image) -> dict[Any, int]:
    """All colours, the most frequent first, and how many pixels have each."""
    counted = sorted(image.getcolors(image.width * image.height) or [], reverse=True)
    return {colour: count for count, colour in counted}


def decibels(one: Image.Image, two: Image.Image) -> float:
    """Peak signal-to-noise ratio."""
    squares = sum(ImageStat.Stat(ImageChops.difference(one, two)).sum2)
    return 10 * math.log10(255**2 * one.width * one.height * 3 / max(squares, 1))


def test_colours_as_frequent_as_others_are_taken_in_their_order() -> None:
    """4,096 groups of one colour each: left to the C library, palettes differ by system."""
    image = Image.new("RGB", (128, 128))
    shades = [(r * 16, g * 16, b * 16) for b in range(16) for g in range(16) for r in range(16)]
    for at, shade in enumerate(shades):
        left, top = at % 64 * 2, at // 64 * 2
        image.paste(shade, (left, top, left + 2, top + 2))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    palette = picture.preview(buffer.getvalue(), 128).getpalette() or []
    assert [tuple(palette[at : at + 3]) for at in range(0, 768, 3)] == sorted(shades)[:256]


@pytest.mark.parametrize("sample", [None, "BẢN MẪU – KHÔNG IN"])
@pytest.mark.parametrize("format", FORMATS)
def test_small_and_the_same_to_the_eye(typesetter: Typesetter, format: str, sample: str | None) -> None:
    pdf, overflow = draw(typesetter, format, sample=sample)
    assert overflow == []
    small = png.encoded(picture.draw(pdf))
    assert png.encoded(picture.draw(pdf)) == small
    assert len(small) < 120_000
    image = Image.open(io.BytesIO(small))
    assert (image.format, image.mode, image.size) == ("PNG", "P", PICTURES[format])
    assert image.info["srgb"] == 0
    seen = image.convert("RGB")
    assert decibels(rendered(pdf), seen) > 45
    kept = colours(seen)
    areas = list(colours(rendered(pdf)).items())[:6]
    assert all(kept[colour] >= count for colour, count in areas)
    assert seen.getpixel((4, 4)) == NAVY
    assert seen.getpixel((4, image.height - 4)) == AMBER


@pytest.mark.parametrize("sample", [None, "BẢN MẪU – KHÔNG IN"])
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", [LONGEST, "xã Ia"])
def test_what_is_a_commune_s_own_is_drawn_over_what_all_share(
    typesetter: Typesetter, format: str, sample: str | None, name: str
) -> None:
    shared = {
        "issuer": {"name": "Lá Chắn", "parent": "Phòng, chống mua bán người"},
        "qr": {"text": "lachan.example"},
        "edition": "Bản 2026.11 · Z1",
    }
    base = picture.draw(draw(typesetter, format, sample=sample, **shared)[0])
    issuer = {"name": f"Ủy ban nhân dân {name}", "parent": "Thành phố Hà Nội"}
    data = json.dumps({**DATA, "format": format, "sample": sample, "issuer": issuer})
    pdf, _ = typesetter.pdf("picture", data)
    whole = rendered(pdf)
    over = picture.drawn_over(base, pdf, typesetter.noted("own"))
    assert decibels(whole, over.convert("RGB")) > 45
    assert decibels(whole, base.convert("RGB")) < 40


@pytest.mark.parametrize(
    ("slot", "changes"),
    [
        ("headline", {"headline": ["Nghiêngnghiêngnghiêngnghiêngnghiêng" * 2, "Hỏi rõ"]}),
        ("lead", {"lead": "Không tên công ty, " * 9}),
        ("call", {"call": "Gọi hỏi trước " * 4}),
        ("notes", {"notes": ["Miễn phí"] * 20}),
        ("issuer", {"issuer": {"name": f"Ủy ban nhân dân {LONGEST}" * 2, "parent": "Hà Nội"}}),
        ("url", {"qr": {"text": "lachan.example/" + "0" * 80}}),
    ],
)
@pytest.mark.parametrize("format", FORMATS)
def test_what_does_not_fit_is_reported(
    typesetter: Typesetter, format: str, slot: str, changes: dict[str, Any]
) -> None:
    assert set(draw(typesetter, format, **changes)[1]) == {slot}


@pytest.mark.parametrize("format", FORMATS)
def test_set_as_pdf_a_character_without_a_glyph_is_an_error(
    typesetter: Typesetter, format: str
) -> None:
    """A PNG would leave it out in silence."""

    def pdf(lead: str) -> bytes:
        data = json.dumps({**DATA, "format": format, "lead": lead})
        return typesetter.pdf("picture", data)[0]

    assert pdf("Đừng đi").startswith(b"%PDF")
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        pdf("Gọi 📞 ngay")


def test_a_phone_covers_no_words_of_a_tall_picture(typesetter: Typesetter) -> None:
    """Its buttons lie over 250 px at the top and the bottom: nothing there but the drawing."""
    image = rendered(draw(typesetter, "tall")[0])
    assert image.crop((0, 1670, 1080, 1920)).getcolors() == [(250 * 1080, AMBER)]
    assert image.crop((0, 0, 300, 780)).getcolors() == [(300 * 780, NAVY)]
    assert image.crop((780, 0, 1080, 780)).getcolors() == [(300 * 780, NAVY)]
