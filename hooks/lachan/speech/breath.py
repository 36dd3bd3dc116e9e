"""Breath groups: a paragraph becomes lines, each line phrases with a pause behind.

The writer's line breaks are kept. A line too wide for the sheet is divided (division.py); where
there is no place for that it is left wide and `Line.width_exceeded` says so. Pauses follow the
punctuation, as radio editors teach.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Protocol

from .division import KEPT, Pause, best_halves, cut, pauses, text_of
from .spans import Span
from .syllable import syllables

PAUSE_MARKS: dict[Pause, str] = {"": "", "short": "╱", "long": "╱╱"}


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
    halves = best_halves(spans, width)
    if halves is None:
        yield Line(phrases, source, width_exceeded=True)
        return
    for half in halves:
        yield from _fitted(half, source, width, limit)


def _phrases(spans: tuple[Span, ...]) -> Iterator[Phrase]:
    ends = dict(pauses(spans))
    offset = 0
    for part in cut(spans, sorted(ends)):
        offset += len(text_of(part))
        yield Phrase(part, ends.get(offset, ""))
