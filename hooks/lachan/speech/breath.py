"""Breath groups: a paragraph becomes lines, each line phrases with a pause behind.

The writer's line breaks are kept. A line too wide for the sheet is divided at punctuation or before
a connecting word, never inside a figure or a fixed phrase; where there is no such place it is left
wide and `Line.width_exceeded` says so. Pauses follow the punctuation, as radio editors teach.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal, Protocol

from .data import load
from .spans import Span
from .syllable import syllables

Pause = Literal["", "short", "long"]
PAUSE_MARKS: dict[Pause, str] = {"": "", "short": "╱", "long": "╱╱"}

_PHRASES = load("phrases")
PUNCTUATION = re.compile(r"[,;:.!?…]+[”\"’»)\]]*(?=\s|$)")
FULL_STOP = re.compile(r"[.!?…]")
TRAILING_OFF = re.compile(r"(?:\.{3}|…),?[”\"’»)\]]*$")
KEPT = re.compile("|".join(rf"\b{re.escape(phrase)}\b" for phrase in _PHRASES["kept"]), re.IGNORECASE)
BREAKS = [
    re.compile(rf"\s(?=(?:{'|'.join(words)})\s)", re.IGNORECASE) for words in _PHRASES["break_before"]
]
CLINGING = re.compile(rf"\b(?:{'|'.join(_PHRASES['clinging'])})$", re.IGNORECASE)
FEWEST_WORDS = 2
"""Words that must stand on each side of a division."""


PENALTY = (0.0, 0.1, 0.4, 0.5, 0.6)
"""What a place costs: a sentence end, a comma, then the rows of connecting words; a division into
nothing and everything costs 0.5. So a reader breathes at punctuation first, as listeners expect."""


class Reads(Protocol):
    """What this module needs of a reader, whatever its language."""

    def spans(self, text: str) -> tuple[Span, ...]:
        """The text in pieces with their spoken forms."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words said in one go, and the pause behind them."""

    spans: tuple[Span, ...]
    pause: Pause

    @property
    def spoken(self) -> str:
        """The phrase as it is said, without outer spaces."""
        return "".join(span.spoken for span in self.spans).strip()

    @property
    def printed(self) -> str:
        """The phrase as a reading sheet prints it: figures in words, then in brackets."""
        return "".join(span.printed for span in self.spans).strip()

    @property
    def syllables(self) -> int:
        """Syllables of the spoken form."""
        return syllables(self.spoken)

    @property
    def inner_pauses(self) -> int:
        """Short pauses inside what was read out, as between the groups of a telephone number."""
        read_out = [span.spoken for span in self.spans if span.kind != "text"]
        return sum(KEPT.sub("", spoken).rstrip(" ,").count(",") for spoken in read_out)


@dataclass(frozen=True, slots=True)
class Line:
    """One breath group; `source` is the index of the writer's line it comes from."""

    phrases: tuple[Phrase, ...]
    source: int
    width_exceeded: bool

    @property
    def spans(self) -> tuple[Span, ...]:
        """All pieces of the line."""
        return tuple(span for phrase in self.phrases for span in phrase.spans)

    @property
    def pause(self) -> Pause:
        """The pause at the end of the line."""
        return self.phrases[-1].pause

    @property
    def spoken(self) -> str:
        """The line as it is said."""
        return " ".join(phrase.spoken for phrase in self.phrases)

    @property
    def printed(self) -> str:
        """The line as a sheet prints it, with pause marks; this is what `width` measures."""
        return " ".join(
            f"{phrase.printed} {PAUSE_MARKS[phrase.pause]}".rstrip() for phrase in self.phrases
        )

    @property
    def syllables(self) -> int:
        """Syllables of the spoken form."""
        return sum(phrase.syllables for phrase in self.phrases)


def breath_lines(
    lines: Sequence[str],
    reader: Reads,
    *,
    width: Callable[[str], float] = len,
    limit: float = inf,
) -> tuple[Line, ...]:
    """The lines of one paragraph as breath groups no wider than `limit`, in the unit of `width`."""
    return tuple(
        line
        for index, text in enumerate(lines)
        if text.strip()
        for line in _fitted(reader.spans(text), index, width, limit)
    )


def _fitted(
    spans: tuple[Span, ...], source: int, width: Callable[[str], float], limit: float
) -> Iterator[Line]:
    phrases = tuple(_phrases(spans))
    line = Line(phrases, source, width_exceeded=False)
    if width(line.printed) <= limit:
        yield line
        return
    place = _best_division(spans, width)
    if place is None:
        yield Line(phrases, source, width_exceeded=True)
        return
    for half in _divided(spans, [place]):
        yield from _fitted(half, source, width, limit)


def _text(spans: Sequence[Span]) -> str:
    return "".join(span.source for span in spans)


def _divided(spans: Sequence[Span], places: Sequence[int]) -> list[tuple[Span, ...]]:
    """The spans cut at places of their joined source; only unchanged text is ever cut in two."""
    parts: list[list[Span]] = [[]]
    waiting = list(places)
    offset = 0
    for span in spans:
        end = offset + len(span.source)
        while waiting and waiting[0] < end:
            cut = waiting.pop(0) - offset
            if cut > 0:
                head = span.source[:cut]
                parts[-1].append(Span(head, head, span.kind))
                tail = span.source[cut:]
                span = Span(tail, tail, span.kind)
                offset += cut
            parts.append([])
        parts[-1].append(span)
        offset = end
    return [tuple(part) for part in parts if part]


def _plain_ranges(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    offset = 0
    for span in spans:
        if span.kind == "text":
            yield offset, offset + len(span.source)
        offset += len(span.source)


def _pauses(spans: Sequence[Span]) -> list[tuple[int, Pause]]:
    """Where a phrase ends (offset behind its punctuation and spaces) and how long the pause is."""
    text = _text(spans)
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
        offset += len(span.source)
        if span.kind == "symbol" and span.spoken == ", ":
            found.append((offset, "short"))
    return sorted(found)


def _phrases(spans: tuple[Span, ...]) -> Iterator[Phrase]:
    pauses = _pauses(spans)
    length_at = dict(pauses)
    offset = 0
    for part in _divided(spans, [place for place, _ in pauses]):
        offset += len(_text(part))
        yield Phrase(part, length_at.get(offset, ""))


def _divisions(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Legal places to divide with their rank: sentence ends 0, commas 1, then connecting words."""
    text = _text(spans)
    plain = list(_plain_ranges(spans))
    kept = [match.span() for match in KEPT.finditer(text)]
    for place, pause in _pauses(spans):
        if place < len(text):
            yield place, 0 if pause == "long" else 1
    for rank, words in enumerate(BREAKS, start=2):
        for match in words.finditer(text):
            at = match.start()
            free = any(a <= at < b for a, b in plain) and not any(a < at < b for a, b in kept)
            roomy = min(len(text[:at].split()), len(text[at:].split())) >= FEWEST_WORDS
            if free and roomy and not CLINGING.search(text[:at]):
                yield match.end(), rank


def _best_division(spans: tuple[Span, ...], width: Callable[[str], float]) -> int | None:
    """The legal place with the lowest price."""

    def unevenness(division: tuple[int, int]) -> tuple[float, int]:
        place, rank = division
        left, right = (width("".join(s.printed for s in half)) for half in _divided(spans, [place]))
        return abs(left - right) / (left + right) / 2 + PENALTY[rank], place

    candidates = list(_divisions(spans))
    return min(candidates, key=unevenness)[0] if candidates else None
