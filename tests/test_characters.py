"""What looks like something else, or like nothing, is named with where it stands."""

from __future__ import annotations

import pytest
from lachan.common.characters import strange, visible


@pytest.mark.parametrize(
    "text",
    [
        "Công an phường Dương Kinh, 24/7; «Ủy ban nhân dân» – 50 % (ba người)…",
        "xã Ea H’Leo, Xã Kŏn Gang",
        "không\u00a0ngắt, xuống\ndòng",
        "Nghị định 162/2025/NĐ-CP",
    ],
)
def test_what_people_write(text: str) -> None:
    assert list(strange(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Công an \u202e113", [(8, "\u202e")]),
        ("a\u200bb\u00adc", [(1, "\u200b"), (3, "\u00ad")]),
        ("a\tb\x07", [(1, "\t"), (3, "\x07")]),
        ("Máy １２", [(4, "１"), (5, "２")]),
        ("٣", [(0, "٣")]),
        ("Ｃông an", [(0, "Ｃ")]),
        ("m²", [(1, "²")]),
        ("\ue000", [(0, "\ue000")]),
    ],
)
def test_what_is_strange(text: str, found: list[tuple[int, str]]) -> None:
    assert list(strange(text)) == found


def test_what_cannot_be_seen_is_written_out() -> None:
    assert visible("09\u200b12 \u202eĐ") == "09⟨U+200B⟩12 ⟨U+202E⟩Đ"
