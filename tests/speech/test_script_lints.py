"""Findings in a script: exact places and words."""

import pytest
from lachan.speech import Finding, Rate, Reader, check, time_script

EVEN = Rate(syllables_per_minute=60, short=0, long=0, paragraph=0, section=0)


def found(*paragraphs: list[str], target: float | None = None, limit: float = 1000) -> list[Finding]:
    script = time_script([("", list(paragraphs))], Reader(), rate=EVEN, limit=limit)
    return list(check(script, target=target))


def words(count: int) -> str:
    return " ".join(["bà"] * count)


def test_a_clean_script() -> None:
    assert found(["Gọi 111.", "Xin nhắc lại: 111."], ["Kính chào bà con!"], target=14) == []


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("1.2. Nội dung", "1.2."),
        ("xem xa.example nhé", "xa.example"),
        ("gặp KGVX", "KGVX"),
    ],
)
def test_unread(text: str, token: str) -> None:
    (finding,) = found(["Thưa bà con,", text])
    assert (finding.section, finding.paragraph, finding.line, finding.severity) == (0, 0, 1, "error")
    assert finding.message.startswith(f"“{token}”: ")


@pytest.mark.parametrize(
    ("count", "severity"), [(35, None), (36, "warning"), (45, "warning"), (46, "error")]
)
def test_sentence_length(count: int, severity: str | None) -> None:
    findings = found(["Nghe đây."], ["Vâng.", words(count - 5), words(5) + "."])
    message = f"câu dài {count} tiếng: nên tách, mỗi câu không quá 35 tiếng"
    assert [(f.paragraph, f.line, f.severity, f.message) for f in findings] == (
        [(1, 1, severity, message)] if severity else []
    )


def test_a_paragraph_ends_a_sentence() -> None:
    assert found([words(30)], [words(30)]) == []


def test_numbers_said_once() -> None:
    findings = found(["Gọi 111 hoặc 113."], ["Nhắc lại: 111. Trực ban: 0912.345.678, số 0912 345 678."])
    assert findings == [
        Finding(0, 0, 0, "error", "số 113 chỉ đọc một lần: hãy nhắc lại cho bà con kịp nhớ")
    ]


def test_a_wide_line() -> None:
    (finding,) = found(["bà con ơi", "Tổng đài điện thoại quốc gia"], limit=20)
    assert (finding.line, finding.severity) == (1, "error")
    assert finding.message == "dòng quá rộng mà không có chỗ ngắt hơi: xin xuống dòng"


@pytest.mark.parametrize(
    ("count", "message"),
    [
        (9, None),
        (11, None),
        (8, "bài dài 0:08, cần 0:10: thêm khoảng 2 tiếng"),
        (13, "bài dài 0:13, cần 0:10: bớt khoảng 3 tiếng"),
    ],
)
def test_length(count: int, message: str | None) -> None:
    findings = found([words(count)], target=10)
    assert [f.message for f in findings] == ([message] if message else [])


def test_an_empty_script_is_too_short() -> None:
    assert [f.message for f in found([], target=30)] == ["bài dài 0:00, cần 0:30: thêm khoảng 30 tiếng"]
