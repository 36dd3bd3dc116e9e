"""Placeholders: what is one, what is put in, what would be left standing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.common import placeholders


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Công an {place}", [(8, "place")]),
        ("{111} và {113}", [(0, "111"), (9, "113")]),
        ("## Dấu hiệu {.signs} {#id} {: .x}", []),
        ("{{VNeID|vi en ai đi}}", []),
        ("{mở", []),
        ("{}", [(0, "")]),
    ],
)
def test_find(text: str, names: list[tuple[int, str]]) -> None:
    assert list(placeholders.find(text)) == names


def test_fill_puts_words_in_once() -> None:
    assert placeholders.fill("{a} {.b} {a}", {"a": "{a}"}) == "{a} {.b} {a}"


def test_fill_never_leaves_a_blank() -> None:
    with pytest.raises(KeyError, match="plaec"):
        placeholders.fill("Bà con {plaec}", {"place": "xã"})


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("Công an {place}", []),
        ("Công an {plaec}", [(8, "{plaec}")]),
        ("Công an {place", [(8, "{")]),
        ("Công an place}", [(13, "}")]),
        ("{{place}}", [(0, "{{place}}")]),
        ("{.place}", [(0, "{.place}")]),
        ("{ place }", [(0, "{ place }")]),
        ("{place!r}", [(0, "{place!r}")]),
    ],
)
def test_faults(text: str, strange: list[tuple[int, str]]) -> None:
    assert list(placeholders.unfilled(text, {"place"})) == strange


@given(st.text("{}. :#abn\n", max_size=20))
def test_a_text_without_faults_can_be_filled_and_holds_no_brace(text: str) -> None:
    known = {"a": "x", "b": "y", "ab": "z"}
    if not list(placeholders.unfilled(text, known)):
        assert not set("{}") & set(placeholders.fill(text, known))
