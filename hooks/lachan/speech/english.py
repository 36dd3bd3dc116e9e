"""A small reader for the few English scripts: numbers, dates, clock times and telephone numbers.

The same protocol as Reader. Figures outside these forms are problems, as in Vietnamese.
"""

import re
import unicodedata

from .data import load
from .phones import NATIONAL_HOTLINES
from .spans import Span, Unread, UnreadError

_WORDS = load("english")
ONES: list[str] = _WORDS["ones"]
TENS: list[str] = _WORDS["tens"]
MONTHS: list[str] = _WORDS["months"]
IRREGULAR: dict[str, str] = _WORDS["irregular_ordinals"]
TOKEN = re.compile(
    r"(?P<round>\b24/7\b)|(?P<date>\b(?:3[01]|[12]\d|0?[1-9])/(?:1[0-2]|0?[1-9])(?:/(?:19|20)\d\d)?(?![\d/]))"
    r"|(?P<percent>\b\d{1,5}%)|(?P<long>\+?\b\d[\d .-]{6,}\d\b)"
    r"|(?P<number>\b(?:\d{1,3}(?:,\d{3})+|\d{1,6})\b(?![\d/:.%-]\d))|(?P<unread>[^\s]*(?:\d|\w\.\w|[@/])[^\s]*)"
)


def cardinal(n: int) -> str:
    """A whole number below a million in words."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    size, name = (1000, "thousand") if n >= 1000 else (100, "hundred")
    joint = " and " if n % size < 100 else " "
    return f"{cardinal(n // size)} {name}" + (joint + cardinal(n % size) if n % size else "")


def ordinal(n: int) -> str:
    """The ordinal of a number below a hundred."""
    head, dash, last = cardinal(n).rpartition("-")
    return head + dash + (IRREGULAR.get(last) or re.sub("y$", "ie", last) + "th")


def _year(n: int) -> str:
    return cardinal(n) if n < 2010 else f"{cardinal(n // 100)} {cardinal(n % 100)}"


class EnglishReader:
    """Reads English text aloud; `hotlines` are the numbers said digit by digit."""

    def __init__(self, *, hotlines: frozenset[str] = NATIONAL_HOTLINES) -> None:
        self._hotlines = hotlines

    def _say(self, kind: str, token: str) -> str:
        if kind == "round":
            return "twenty-four hours a day, seven days a week"
        if kind == "date":
            day, month, *year = map(int, token.split("/"))
            return f"the {ordinal(day)} of {MONTHS[month - 1]}" + "".join(f" {_year(y)}" for y in year)
        if kind == "long" or token in self._hotlines:
            return ", ".join(" ".join(ONES[int(d)] for d in g) for g in re.findall(r"\d+", token))
        value = int(re.sub(r"\D", "", token))
        if kind == "percent":
            return f"{cardinal(value)} per cent"
        return _year(value) if re.fullmatch(r"20\d\d", token) else cardinal(value)

    def spans(self, text: str) -> tuple[Span, ...]:
        """The text in pieces; sources, joined, are the text in NFC."""
        text = unicodedata.normalize("NFC", text)
        found, plain = [], 0
        for match in TOKEN.finditer(text):
            kind, token, start = str(match.lastgroup), match[0], match.start()
            found.append(Span(text[plain:start], text[plain:start], "text"))
            if kind == "unread":
                found.append(Span(token, token, kind, "write it in words"))
            else:
                kind = {"long": "phone", "round": "time"}.get(kind, kind)
                found.append(Span(token, self._say(match.lastgroup or "", token), kind))
            plain = match.end()
        found.append(Span(text[plain:], text[plain:], "text"))
        return tuple(span for span in found if span.source)

    def problems(self, text: str) -> tuple[Unread, ...]:
        """Every token without a reading."""
        found, offset = [], 0
        for span in self.spans(text):
            if span.kind == "unread":
                found.append(Unread(offset, span.source, span.reason))
            offset += len(span.source)
        return tuple(found)

    def read(self, text: str) -> str:
        """The text as it is spoken. Raises UnreadError with all problems if there is any."""
        if problems := self.problems(text):
            raise UnreadError(problems)
        return "".join(span.spoken for span in self.spans(text))
