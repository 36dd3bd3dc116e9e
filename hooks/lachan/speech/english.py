"""A small reader for the few English scripts: numbers, dates, clock times and telephone numbers.

The same methods as Reader. Figures outside these forms are problems, as in Vietnamese.
"""

import re
from collections.abc import Mapping

from .data import load
from .phones import NATIONAL_HOTLINES
from .reading import MARK, BaseReader, entries
from .rules import END, START, one_of
from .spans import Span

_WORDS = load("english")
ONES: list[str] = _WORDS["ones"]
TENS: list[str] = _WORDS["tens"]
MONTHS: list[str] = _WORDS["months"]
IRREGULAR: dict[str, str] = _WORDS["irregular_ordinals"]
TOKEN = (
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


class EnglishReader(BaseReader):
    """Reads English text aloud; `lexicon` and `hotlines` are those of Reader."""

    def __init__(
        self,
        *,
        lexicon: Mapping[str, str] | None = None,
        hotlines: frozenset[str] = NATIONAL_HOTLINES,
    ) -> None:
        extra = entries(lexicon)
        self._lexicon, self._hotlines = dict(extra), hotlines
        words = rf"|(?P<word>{START}{one_of(self._lexicon)}{END})" if extra else ""
        super().__init__(re.compile(rf"(?P<mark>{MARK}){words}|{TOKEN}"), extra)

    def _token(self, match: re.Match[str]) -> Span:
        kind, token = str(match.lastgroup), match[0]
        if kind == "unread" or (kind == "mark" and not self._speakable(match["spoken"])):
            return Span(token, token, "unread", "write it in words")
        spoken = match["spoken"].strip() if kind == "mark" else self._say(kind, token)
        return Span(token, spoken, {"long": "phone", "round": "time"}.get(kind, kind))

    def _say(self, kind: str, token: str) -> str:
        if kind == "word":
            return self._lexicon[token]
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
