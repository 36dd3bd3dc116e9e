"""What makes a reader stumble or a listener lose the thread, found in a timed script.

Each check is a generator of findings. Thresholds: sentences over fifty syllables are a barrier to
understanding in studies of Vietnamese radio, so 35 warns and 45 fails; a number heard once is not
remembered, so it is said twice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .timing import TimedLine, TimedParagraph, TimedScript, clock

LONG_SENTENCE = 35
TOO_LONG_SENTENCE = 45
TIMES_SAID = 2
LENGTH_TOLERANCE = 0.10


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding and its place: indices of section, paragraph and source line, from zero."""

    section: int
    paragraph: int
    line: int
    severity: Literal["error", "warning"]
    message: str


def _paragraphs(script: TimedScript) -> Iterator[tuple[int, int, TimedParagraph]]:
    for s, section in enumerate(script.sections):
        for p, paragraph in enumerate(section.paragraphs):
            yield s, p, paragraph


def _lines(script: TimedScript) -> Iterator[tuple[int, int, TimedLine]]:
    for s, p, paragraph in _paragraphs(script):
        for line in paragraph.lines:
            yield s, p, line


def unread_tokens(script: TimedScript) -> Iterator[Finding]:
    """Tokens without a certain reading: outline numbers, web addresses, unknown short forms …"""
    for s, p, line in _lines(script):
        for span in line.spans:
            if span.kind == "unread":
                yield Finding(s, p, line.source, "error", f"“{span.source.strip()}”: {span.reason}")


def long_sentences(script: TimedScript) -> Iterator[Finding]:
    """Sentences over 35 syllables (warning) and over 45 (error); a paragraph ends its last one."""
    for s, p, paragraph in _paragraphs(script):
        count, begin = 0, 0
        for line in paragraph.lines:
            for phrase in line.phrases:
                begin = begin if count else line.source
                count += phrase.syllables
                if phrase.pause == "long":
                    yield from _sentence(s, p, begin, count)
                    count = 0
        yield from _sentence(s, p, begin, count)


def _sentence(section: int, paragraph: int, line: int, count: int) -> Iterator[Finding]:
    if count > LONG_SENTENCE:
        severity: Literal["error", "warning"] = "error" if count > TOO_LONG_SENTENCE else "warning"
        message = f"câu dài {count} tiếng: nên tách, mỗi câu không quá {LONG_SENTENCE} tiếng"
        yield Finding(section, paragraph, line, severity, message)


def repeated_numbers(script: TimedScript) -> Iterator[Finding]:
    """Telephone numbers said only once."""
    places: dict[str, list[tuple[int, int, int]]] = {}
    for s, p, line in _lines(script):
        for span in line.spans:
            if span.kind in ("phone", "hotline"):
                for number in span.written.split("/"):
                    places.setdefault(re.sub(r"[^0-9+]", "", number), []).append((s, p, line.source))
    for number, found in places.items():
        if len(found) < TIMES_SAID:
            yield Finding(
                *found[0], "error", f"số {number} chỉ đọc một lần: hãy nhắc lại cho bà con kịp nhớ"
            )


def wide_lines(script: TimedScript) -> Iterator[Finding]:
    """Lines wider than the sheet without a place to divide them."""
    for s, p, line in _lines(script):
        if line.width_exceeded:
            yield Finding(
                s, p, line.source, "error", "dòng quá rộng mà không có chỗ ngắt hơi: xin xuống dòng"
            )


def length(
    script: TimedScript, target: float, tolerance: float = LENGTH_TOLERANCE
) -> Iterator[Finding]:
    """A script longer or shorter than its target (seconds) by more than the tolerance."""
    if abs(script.seconds - target) > tolerance * target:
        rate = script.overall_rate or script.rate.syllables_per_minute
        rest = round((target - script.seconds) * rate / 60)
        advice = f"thêm khoảng {rest} tiếng" if rest > 0 else f"bớt khoảng {-rest} tiếng"
        message = f"bài dài {clock(script.seconds)}, cần {clock(target)}: {advice}"
        yield Finding(0, 0, 0, "error", message)


def check(script: TimedScript, *, target: float | None = None) -> Iterator[Finding]:
    """All checks; the length only when a target in seconds is given."""
    yield from unread_tokens(script)
    yield from long_sentences(script)
    yield from repeated_numbers(script)
    yield from wide_lines(script)
    if target is not None:
        yield from length(script, target)
