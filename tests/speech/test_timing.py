"""The clock of a script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.speech import RATES, EnglishReader, Rate, Reader, clock, own_rate, time_script
from lachan.speech.timing import OVERALL

READER = Reader()
EVEN = Rate(syllables_per_minute=60, short=0.25, long=0.5, paragraph=2, section=4)
SECTIONS = [
    ("Chào", [["Kính thưa bà con!"], ["Khi nghi ngờ,", "gọi 111."]]),
    ("Kết", [["Xin cảm ơn."]]),
]


def test_seconds_are_syllables_and_pauses() -> None:
    script = time_script(SECTIONS, READER, rate=EVEN)
    assert [(line.spoken, line.start, line.seconds) for line in script.lines] == [
        ("Kính thưa bà con!", 0, 4 + 2),
        ("Khi nghi ngờ,", 6, 3 + 0.25),
        ("gọi một một một.", 9.25, 4 + 4),
        ("Xin cảm ơn.", 17.25, 3),
    ]
    assert (script.seconds, script.syllables) == (20.25, 14)
    assert [(s.title, s.start, s.seconds) for s in script.sections] == [
        ("Chào", 0, 17.25),
        ("Kết", 17.25, 3),
    ]
    assert [(p.start, p.seconds) for s in script.sections for p in s.paragraphs] == [
        (0, 6),
        (6, 11.25),
        (17.25, 3),
    ]
    assert script.overall_rate == pytest.approx(14 * 60 / 20.25)


def test_pauses_inside_a_number_take_time() -> None:
    script = time_script([("", [["Gọi 0912.345.678 ngay."]])], READER, rate=EVEN)
    assert script.seconds == 12 + 2 * 0.25


def test_an_empty_script_takes_no_time() -> None:
    script = time_script([("Trống", [[], [""]])], READER)
    assert (script.sections, script.seconds, script.overall_rate) == ((), 0, 0)


def test_presets_keep_the_overall_rates_of_their_source() -> None:
    """A text with the punctuation of a loudspeaker item runs near 150, 175 and 200 a minute."""
    sentence = "Bà con hãy hỏi cho rõ, nói cho người nhà biết, rồi mới nhận việc ở nơi xa."
    sections = [("", [[sentence] * 3] * 4)] * 3
    rates = {
        name: time_script(sections, READER, rate=rate).overall_rate for name, rate in RATES.items()
    }
    assert rates["loa"] == pytest.approx(150, rel=0.1)
    assert rates["tin"] == pytest.approx(175, rel=0.1)
    assert rates["vov"] == pytest.approx(200, rel=0.1)


@pytest.mark.parametrize("overall", [80, 140, 150.5, 300])
def test_a_rate_of_ones_own_scales_speech_and_pauses_alike(overall: float) -> None:
    usual = time_script(SECTIONS, READER)
    script = time_script(SECTIONS, READER, rate=own_rate(overall))
    assert script.seconds == pytest.approx(usual.seconds * OVERALL / overall)
    assert script.overall_rate / usual.overall_rate == pytest.approx(overall / OVERALL)


@pytest.mark.parametrize("overall", [79.9, 301, -1, float("nan"), float("inf")])
def test_a_rate_that_nobody_reads_at(overall: float) -> None:
    with pytest.raises(ValueError, match="tốc độ đọc từ 80 đến 300 tiếng một phút"):
        own_rate(overall)


def test_english_scripts_are_timed_too() -> None:
    script = time_script([("", [["Call 111 now."]])], EnglishReader(), rate=EVEN)
    assert script.syllables == 5


@given(
    st.lists(
        st.lists(
            st.lists(
                st.sampled_from(["Gọi 111.", "", "bà con,", "Chú ý! Nghe đây", "30/7"]), max_size=3
            ),
            max_size=3,
        ),
        max_size=3,
    ),
    st.sampled_from(sorted(RATES)),
)
def test_lines_follow_each_other_to_the_end(sections: list[list[list[str]]], rate: str) -> None:
    script = time_script([("", paragraphs) for paragraphs in sections], READER, rate=RATES[rate])
    now = 0.0
    for line in script.lines:
        assert line.start == pytest.approx(now)
        now += line.seconds
    assert script.seconds == pytest.approx(now)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (59.4, "0:59"), (59.6, "1:00"), (181.2, "3:01")]
)
def test_clock(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown
