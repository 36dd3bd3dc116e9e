"""The address beside a code: on one line, or its path on the next; half a path is another page."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
import pytest
import typst
from conftest import ROOT

SIDES = (25.5, 30, 33.5, 36, 38, 42, 46, 50)
"""mm: from a pocket card to the poster of the number."""
POSTERS = SIDES[4:]
PATHS = [
    ("11692", SIDES),
    ("en/11692", SIDES),
    ("en/11692/42", SIDES),
    ("thu-doan/viec-nhe-luong-cao", POSTERS),
]
"""Paths of communes and scripts, and that of a page that a poster opens; how wide their codes are."""
SOURCE = """\
#import "/print/lib/qr.typ": address
#set page(width: 210mm, height: 40mm, margin: 0mm)
#set text(font: "Be Vietnam Pro", fallback: false)
#for side in ({sides}) {{
  page(context block(width: side * 1mm, address((text: "{text}"), side * 1mm)))
}}
#context if query(<overflow>).len() > 0 {{ page[TRÀN] }}
"""


def lines(text: str, sides: Sequence[float]) -> list[list[str]]:
    """An address as it stands in columns of so many mm."""
    source = SOURCE.format(sides=", ".join(map(str, sides)), text=text)
    fonts = typst.Fonts(False, False, [str(ROOT / "assets/fonts")])
    pdf = typst.compile(source.encode(), root=str(ROOT / "assets"), font_paths=fonts)
    pages = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range().splitlines() for page in pages]


@pytest.mark.parametrize(("path", "sides"), PATHS)
@pytest.mark.parametrize("host", ["lachan.vn", "lachan.example", "lachan.haiphong.gov.vn"])
def test_a_host_of_usual_length_is_never_cut(host: str, path: str, sides: Sequence[float]) -> None:
    for found in lines(f"{host}/{path}", sides):
        assert found in ([f"{host}/{path}"], [host, f"/{path}"])


@pytest.mark.parametrize(("path", "sides"), PATHS)
@pytest.mark.parametrize(
    "host", ["phongchongmuabannguoi.haiphong.gov.vn", "lachan.phuongvanmieuquoctugiam.hanoi.gov.vn"]
)
def test_a_long_one_is_cut_after_a_point_and_its_path_never(
    host: str, path: str, sides: Sequence[float]
) -> None:
    found = lines(f"{host}/{path}", sides)
    assert len(found) == len(sides)
    for address in found:
        assert "".join(address) == f"{host}/{path}"
        *parts, last = address
        assert last == f"/{path}"
        assert all(part.endswith(".") for part in parts[:-1])


def test_what_fits_nowhere_is_said() -> None:
    assert lines(f"{'a' * 60}.vn/11692", SIDES)[-1] == ["TRÀN"]
