"""Laws that hold for every text, whatever is written in it."""

import re
import unicodedata
from pathlib import Path

import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from lachan.speech import Reader
from lachan.speech.numbers import REGIONS, cardinal
from lachan.speech.syllable import is_place_word, is_syllable

NORTH = Reader()
SOUTH = Reader(region="south")
TABLE = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text("utf-8"))
WRITTEN = [written for region in ("north", "south") for g in TABLE[region].values() for written in g]

figure_like = st.text(alphabet="0123456789./,-–: hgađ%()+ăệNĐCPQTXIV", max_size=14)
fragments = st.one_of(
    st.sampled_from(WRITTEN),
    st.sampled_from([*TABLE["unread"]]),
    figure_like,
    st.sampled_from(
        ["ngày", "số", "gọi", "Điều", "tháng", "từ", "thứ", "khóa", "BAN", "Ủy ban", "người"]
    ),
    st.text(max_size=6),
)
texts = st.lists(fragments, max_size=5).flatmap(
    lambda parts: st.sampled_from([" ", ", ", "\n", " - "]).map(lambda joint: joint.join(parts))
)
readers = st.sampled_from([NORTH, SOUTH])


@given(readers, texts)
def test_sources_joined_are_the_text(reader: Reader, text: str) -> None:
    sources = "".join(span.source for span in reader.spans(text))
    assert sources == unicodedata.normalize("NFC", text)


@given(readers, texts)
def test_composed_and_decomposed_read_alike(reader: Reader, text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert reader.spans(decomposed) == reader.spans(text)


@given(readers, texts)
def test_no_digit_and_no_unread_capitals_survive(reader: Reader, text: str) -> None:
    for span in reader.spans(text):
        if span.kind != "unread":
            assert not any(c.isnumeric() for c in span.spoken)
            for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", span.spoken):
                assert is_syllable(word) or is_place_word(word)


@given(readers, texts)
@example(NORTH, "• a) Đối tượng")
@example(NORTH, "BAN SIM")
def test_reading_twice_changes_nothing(reader: Reader, text: str) -> None:
    if not reader.problems(text):
        once = reader.read(text)
        assert reader.read(once) == once


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from(["north", "south"]))
def test_a_cardinal_can_be_understood_again(n: int, region: str) -> None:
    assert _value(cardinal(n, REGIONS[region])) == n


def _value(words: str) -> int:
    """The number that a listener understands."""
    billions, found, rest = words.rpartition("tỷ")
    if found:
        return _value(billions) * 10**9 + _value(rest)
    total = 0
    for size, name in ((10**6, "triệu"), (10**3, "nghìn|ngàn")):
        parts = re.split(rf"\b(?:{name})\b", words, maxsplit=1)
        if len(parts) == 2:
            total, words = total + _below_thousand(parts[0]) * size, parts[1]
    return total + _below_thousand(words)


def _below_thousand(words: str) -> int:
    digits = {
        w: i
        for i, w in enumerate(["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"])
    }
    digits |= {"mốt": 1, "tư": 4, "lăm": 5}
    value = 0
    for word in words.split():
        if word == "trăm":
            value *= 100
        elif word == "mươi":
            value = value // 100 * 100 + value % 100 * 10
        elif word == "mười":
            value += 10
        elif word not in ("linh", "lẻ"):
            value += digits[word]
    return value
