"""Where a line may be divided, and where a phrase ends.

At punctuation first, then before a connecting word or a telephone number; never inside a figure or
a fixed phrase (data/phrases.yml). Only where there is no such place, between the spoken groups of a
telephone number.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from .data import load
from .spans import Span

Pause = Literal["", "short", "long"]
Halves = tuple[tuple[Span, ...], tuple[Span, ...]]

_PHRASES = load("phrases")
PUNCTUATION = re.compile(r"[,;:.!?…]+[”\"’»)\]]*(?=\s|$)")
FULL_STOP = re.compile(r"[.!?…]")
TRAILING_OFF = re.compile(r"(?:\.{3}|…),?[”\"’»)\]]*$")
KEPT = re.compile("|".join(rf"\b{re.escape(phrase)}\b" for phrase in _PHRASES["kept"]), re.IGNORECASE)
BREAKS = [
    re.compile(rf"\s(?=(?:{'|'.join(words)})\s)", re.IGNORECASE) for words in _PHRASES["break_before"]
]
CLINGING = re.compile(rf"\b(?:{'|'.join(_PHRASES['clinging'])})$", re.IGNORECASE)
GROUP_END = re.compile(r",\s(?=\S)")
"""Behind a group of a telephone number as it is spoken."""
FEWEST_WORDS = 2
"""Words that must stand on each side of a division."""
PENALTY = (0.0, 0.1, 0.4, 0.5, 0.6)
"""What a place costs: a sentence end, a comma, then the rows of connecting words; a division into
nothing and everything costs 0.5. So a reader breathes at punctuation first, as listeners expect."""


def text_of(spans: Sequence[Span]) -> str:
    """What stands on the page; places are offsets in it."""
    return "".join(span.written for span in spans)


def cut(spans: Sequence[Span], places: Sequence[int]) -> list[tuple[Span, ...]]:
    """The spans cut at places of their text; only unchanged text is ever cut in two."""
    parts: list[list[Span]] = [[]]
    waiting = list(places)
    offset = 0
    for span in spans:
        end = offset + len(span.written)
        while waiting and waiting[0] < end:
            at = waiting.pop(0) - offset
            if at > 0:
                head, tail = span.source[:at], span.source[at:]
                parts[-1].append(Span(head, head, span.kind))
                span = Span(tail, tail, span.kind)
                offset += at
            parts.append([])
        parts[-1].append(span)
        offset = end
    return [tuple(part) for part in parts if part]


def _plain_ranges(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    offset = 0
    for span in spans:
        if span.kind == "text":
            yield offset, offset + len(span.written)
        offset += len(span.written)


def pauses(spans: Sequence[Span]) -> list[tuple[int, Pause]]:
    """Where a phrase ends (offset behind its punctuation and spaces) and how long the pause is."""
    text = text_of(spans)
    plain = list(_plain_ranges(spans))
    kept = [match.span() for match in KEPT.finditer(text)]
    found: list[tuple[int, Pause]] = []
    for match in PUNCTUATION.finditer(text):
        at = match.start()
        end = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
        in_text = any(a <= at < b for a, b in plain) or end == len(text)
        if not in_text or any(a <= at < b for a, b in kept):
            continue
        trailing = TRAILING_OFF.match(match[0]) and text[end : end + 1].islower()
        found.append((end, "long" if FULL_STOP.search(match[0]) and not trailing else "short"))
    offset = 0
    for span in spans:
        offset += len(span.written)
        if span.kind == "symbol" and span.spoken == ", ":
            found.append((offset, "short"))
    return sorted(found)


def _divisions(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Legal places to divide with their rank: sentence ends 0, commas 1, then connecting words."""
    text = text_of(spans)
    plain = list(_plain_ranges(spans))
    kept = [match.span() for match in KEPT.finditer(text)]
    for place, pause in pauses(spans):
        if place < len(text):
            yield place, 0 if pause == "long" else 1
    for rank, words in enumerate(BREAKS, start=2):
        for match in words.finditer(text):
            at = match.start()
            free = any(a <= at < b for a, b in plain) and not any(a < at < b for a, b in kept)
            if free and _roomy(text[:at], text[at:]):
                yield match.end(), rank
    for index, span in enumerate(spans):
        before = text_of(spans[:index])
        if span.kind == "phone" and _roomy(before, span.spoken):
            yield len(before), len(BREAKS) + 1


def _roomy(before: str, behind: str) -> bool:
    """Whether enough stands on either side, and no word that wants another behind it."""
    fewest = min(len(before.split()), len(behind.split()))
    return fewest >= FEWEST_WORDS and not CLINGING.search(before.rstrip())


def _numbers_divided(spans: tuple[Span, ...]) -> Iterator[Halves]:
    """Each way to go on to a new line behind a group of a telephone number.

    The whole number is printed at its end, where a reader can compare it, so the words before the
    division have no source of their own.
    """
    for index, span in enumerate(spans):
        if span.kind == "phone":
            for group in GROUP_END.finditer(span.spoken):
                head = Span("", span.spoken[: group.end()], span.kind)
                tail = Span(span.source, span.spoken[group.end() :], span.kind)
                yield (*spans[:index], head), (tail, *spans[index + 1 :])


def best_halves(spans: tuple[Span, ...], width: Callable[[str], float]) -> Halves | None:
    """The spans in two at the cheapest legal place of the text, else inside a telephone number."""

    def unevenness(halves: Halves) -> float:
        left, right = (width("".join(span.printed for span in half)) for half in halves)
        return abs(left - right) / (left + right) / 2

    if divisions := sorted(_divisions(spans)):
        halves = {place: _in_two(spans, place) for place, _ in divisions}
        best = min(divisions, key=lambda d: unevenness(halves[d[0]]) + PENALTY[d[1]])
        return halves[best[0]]
    return min(_numbers_divided(spans), key=unevenness, default=None)


def _in_two(spans: tuple[Span, ...], place: int) -> Halves:
    left, right = cut(spans, [place])
    return left, right
