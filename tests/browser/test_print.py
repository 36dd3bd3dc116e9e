"""A trick printed at home is a leaflet: one A4 sheet that keeps the numbers."""

from __future__ import annotations

import pypdfium2
import pytest

from browser.conftest import Shown

TRICKS = ("viec-nhe-luong-cao", "nguoi-yeu-ao", "moi-gioi-hon-nhan")
A4 = (595, 842)


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("folder", ["", "en/"], ids=["vi", "en"])
def test_a_trick_is_one_sheet_with_its_numbers(measured: Shown, folder: str, trick: str) -> None:
    page = measured(f"{folder}thu-doan/{trick}/")
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert [tuple(map(round, sheet.get_size())) for sheet in document] == [A4]
    text = document[0].get_textpage().get_text_bounded()
    assert [number for number in ("111", "113", "+84 981 84 84 84") if number not in text] == []
    document.close()


def test_nothing_to_tap_is_printed(measured: Shown) -> None:
    page = measured("thu-doan/viec-nhe-luong-cao/")
    page.emulate_media(media="print")
    seen = [link.inner_text() for link in page.locator("a:visible").all()]
    page.emulate_media()
    assert [
        words for words in seen if words in {"Thoát nhanh", "Gọi 111", "Tiếng Việt", "English"}
    ] == []
