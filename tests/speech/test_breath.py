"""Breath groups: where a reader pauses and where a line is divided."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.plan import loudspeaker
from lachan.speech import Line, Reader, breath_lines, time_script

READER = Reader()
SHEET = loudspeaker._width(Path(__file__).parents[2] / loudspeaker._FONT)


def phrases(line: Line) -> list[tuple[str, str]]:
    return [(phrase.spoken, phrase.pause) for phrase in line.phrases]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Khi nghi ngờ, bà con gọi 111.",
            [("Khi nghi ngờ,", "short"), ("bà con gọi một một một.", "long")],
        ),
        ("về phòng, chống mua bán người", [("về phòng, chống mua bán người", "")]),
        ("lời mời việc nhẹ, lương cao!", [("lời mời việc nhẹ, lương cao!", "long")]),
        ("PHÒNG, CHỐNG MUA BÁN NGƯỜI.", [("PHÒNG, CHỐNG MUA BÁN NGƯỜI.", "long")]),
        (
            "Bà con hãy nhớ: “Chớ đi.” Vì sao?",
            [("Bà con hãy nhớ:", "short"), ("“Chớ đi.”", "long"), ("Vì sao?", "long")],
        ),
        ("lương 1,5 triệu", [("lương một phẩy năm triệu", "")]),
        ("TP. Hải Phòng", [("thành phố Hải Phòng", "")]),
        ("họ đi… rồi mất", [("họ đi…", "short"), ("rồi mất", "")]),
        (
            "Bà con – nhất là phụ nữ – chú ý.",
            [("Bà con,", "short"), ("nhất là phụ nữ,", "short"), ("chú ý.", "long")],
        ),
        (
            "gồm PCCC, PCMBN",
            [("gồm phòng cháy, chữa cháy,", "short"), ("phòng, chống mua bán người", "")],
        ),
    ],
)
def test_phrases(text: str, expected: list[tuple[str, str]]) -> None:
    (line,) = breath_lines([text], READER)
    assert phrases(line) == expected


def test_groups_of_a_telephone_number_are_pauses_inside_a_phrase() -> None:
    (line,) = breath_lines(["Gọi 0225.3851.234."], READER)
    assert [phrase.inner_pauses for phrase in line.phrases] == [2]


def test_writers_lines_are_kept_and_empty_ones_dropped() -> None:
    lines = breath_lines(["Thưa bà con,", "", "hôm nay trời mưa."], READER)
    assert [(line.source, line.spoken) for line in lines] == [
        (0, "Thưa bà con,"),
        (2, "hôm nay trời mưa."),
    ]


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        (
            "Đừng giao giấy tờ. Đừng theo người lạ.",
            25,
            ["Đừng giao giấy tờ. ╱╱", "Đừng theo người lạ. ╱╱"],
        ),
        (
            "Có người rủ đi làm xa nhưng không nói rõ việc gì",
            30,
            ["Có người rủ đi làm xa", "nhưng không nói rõ việc gì"],
        ),
        ("Tổng đài điện thoại quốc gia", 20, ["Tổng đài điện thoại quốc gia"]),
        (
            "Gọi 0912.345.678 ngay.",
            40,
            ["Gọi không chín một hai, ba bốn năm, ╱", "sáu bảy tám [0912.345.678] ngay. ╱╱"],
        ),
        (
            "đường dây nóng tố giác tội phạm 0225 000 0000",
            45,
            [
                "đường dây nóng tố giác tội phạm",
                "không hai hai năm, không không không, ╱",
                "không không không không [0225 000 0000]",
            ],
        ),
    ],
)
def test_division(text: str, limit: float, expected: list[str]) -> None:
    lines = breath_lines([text], READER, limit=limit)
    assert [line.printed for line in lines] == expected
    assert [line.width_exceeded for line in lines] == [len(line) > limit for line in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gọi +84 981 84 84 84 ngay.",
            [
                "Gọi cộng tám bốn, chín tám một, tám bốn, ╱",
                "tám bốn, tám bốn [+84 981 84 84 84] ngay. ╱╱",
            ],
        ),
        (
            "Trực ban Công an phường, số 0225 000 0000, xin nhắc lại: 0225 000 0000.",
            [
                "Trực ban Công an phường, ╱",
                "số không hai hai năm, không không không, ╱",
                "không không không không [0225 000 0000], ╱",
                "xin nhắc lại: ╱",
                "không hai hai năm, không không không, ╱",
                "không không không không [0225 000 0000]. ╱╱",
            ],
        ),
    ],
)
def test_a_long_number_on_the_sheet(text: str, expected: list[str]) -> None:
    """Words of a number go on in the next line; the figures stand whole behind the last of them."""
    lines = breath_lines([text], READER, width=SHEET, limit=loudspeaker.COLUMN)
    assert [line.printed for line in lines] == expected
    assert not any(line.width_exceeded for line in lines)


def test_a_divided_number_takes_as_long_as_a_whole_one() -> None:
    def heard(limit: float) -> list[float]:
        script = time_script([("", [["Gọi +84 981 84 84 84 ngay."]])], READER, limit=limit)
        return [script.seconds, script.syllables]

    assert heard(30) == pytest.approx(heard(1000))


@given(
    st.from_regex(
        r"(\+84 |0)[35789][0-9]{2} [0-9]{3} [0-9]{3}|02[0-9]{2} [0-9]{3} [0-9]{4}", fullmatch=True
    )
)
def test_no_number_is_too_wide_for_the_sheet(number: str) -> None:
    lines = breath_lines([f"Xin gọi số {number}."], READER, width=SHEET, limit=loudspeaker.COLUMN)
    assert not any(line.width_exceeded for line in lines)
    written = [
        span.written for line in lines for span in line.spans if span.source and span.kind == "phone"
    ]
    assert written == [number]


def test_width_is_the_callers() -> None:
    text = "Có người rủ đi làm xa nhưng không nói rõ việc gì"
    assert len(breath_lines([text], READER, width=lambda shown: 10.0 * len(shown), limit=500)) == 1
    assert len(breath_lines([text], READER, width=lambda shown: 20.0 * len(shown), limit=500)) > 1


WORDS = st.sampled_from(
    [
        "bà",
        "con,",
        "chú",
        "ý.",
        "nhưng",
        "và",
        "khi",
        "để",
        "111",
        "20-30",
        "UBND",
        "phòng,",
        "chống",
        "0912.345.678",
        "+84 981 84 84 84",
        "người",
        "–",
        "30/7",
        "{{A|b}}",
        "?",
        "(số",
        "113)",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=25), st.integers(min_value=1, max_value=60))
def test_nothing_is_lost_and_no_line_is_wide_in_silence(words: list[str], limit: int) -> None:
    text = " ".join(words)
    lines = breath_lines([text], READER, limit=limit)
    joined = "".join(span.source for line in lines for span in line.spans)
    assert joined == unicodedata.normalize("NFC", text)
    (whole,) = breath_lines([text], READER)
    assert " ".join(line.spoken for line in lines).split() == whole.spoken.split()
    for line in lines:
        assert line.width_exceeded == (len(line.printed) > limit)
