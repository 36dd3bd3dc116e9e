"""How long a script takes, and when each paragraph and line begins.

Seconds = syllables at the articulation rate + pauses. Measured against synthesised speech the error
of such a sum is two per cent. The rates: VOV news runs at 233 syllables a minute pauses included;
outdoor loudspeakers need about a third less, so that echoes do not cover the words.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

from .breath import Line, Reads, breath_lines


@dataclass(frozen=True, slots=True)
class Rate:
    """Articulation in syllables per minute without pauses; the pauses in seconds."""

    syllables_per_minute: float
    short: float
    long: float
    paragraph: float
    section: float

    def seconds(
        self, syllables: int, *, short: int = 0, long: int = 0, paragraph: int = 0, section: int = 0
    ) -> float:
        """Seconds for so many syllables and so many pauses of each kind."""
        pauses = (
            short * self.short + long * self.long + paragraph * self.paragraph + section * self.section
        )
        return syllables * 60 / self.syllables_per_minute + pauses


RATES = {
    "loa": Rate(syllables_per_minute=210, short=0.35, long=0.65, paragraph=1.0, section=1.4),
    "tin": Rate(syllables_per_minute=240, short=0.30, long=0.55, paragraph=0.9, section=1.2),
    "vov": Rate(syllables_per_minute=275, short=0.25, long=0.45, paragraph=0.8, section=1.0),
}
"""loa: outdoor loudspeakers, about 150 a minute overall; tin: local news, 175; vov: radio, 200."""

OVERALL = 150
"""Syllables per minute of a typical text at `loa`, pauses included: the median of 38 loudspeaker
scripts of half a minute to ten minutes, which lie between 145 and 164."""
SLOWEST, FASTEST = 80, 300
"""Overall: slower is no longer speech; the fastest presenters measured reach 330."""


def own_rate(overall: float) -> Rate:
    """`loa` as a whole faster or slower, so that a typical text runs at `overall` syllables/minute.

    Articulation and pauses are scaled alike, as readers do it. Raises ValueError, in Vietnamese,
    outside of SLOWEST … FASTEST.
    """
    if not SLOWEST <= overall <= FASTEST:
        raise ValueError(f"tốc độ đọc từ {SLOWEST} đến {FASTEST} tiếng một phút, kể cả chỗ nghỉ")
    base, slower = RATES["loa"], OVERALL / overall
    return Rate(
        syllables_per_minute=base.syllables_per_minute / slower,
        short=base.short * slower,
        long=base.long * slower,
        paragraph=base.paragraph * slower,
        section=base.section * slower,
    )


@dataclass(frozen=True, slots=True)
class TimedLine(Line):
    """A breath group with its start and its seconds, the pause behind it included."""

    start: float
    seconds: float


@dataclass(frozen=True, slots=True)
class TimedParagraph:
    """Lines read together; a sheet does not part them."""

    lines: tuple[TimedLine, ...]
    start: float
    seconds: float


@dataclass(frozen=True, slots=True)
class TimedSection:
    """A block of the script under its title; the title itself is not read."""

    title: str
    paragraphs: tuple[TimedParagraph, ...]
    start: float
    seconds: float


@dataclass(frozen=True, slots=True)
class TimedScript:
    """A whole script at one rate."""

    sections: tuple[TimedSection, ...]
    rate: Rate
    seconds: float
    syllables: int

    @property
    def lines(self) -> tuple[TimedLine, ...]:
        """All lines in the order of reading."""
        return tuple(line for s in self.sections for p in s.paragraphs for line in p.lines)

    @property
    def overall_rate(self) -> float:
        """Syllables per minute, pauses included; zero for an empty script."""
        return self.syllables * 60 / self.seconds if self.seconds else 0.0


def time_script(
    sections: Sequence[tuple[str, Sequence[Sequence[str]]]],
    reader: Reads,
    *,
    rate: Rate = RATES["loa"],
    width: Callable[[str], float] = len,
    limit: float = inf,
) -> TimedScript:
    """Times a script given as (title, paragraphs of source lines).

    `width` and `limit` are those of breath_lines. The pause between paragraphs and sections takes
    the place of the one at the end of their last line; nothing follows the last line of all.
    """
    broken = [
        (title, [breath_lines(lines, reader, width=width, limit=limit) for lines in paragraphs])
        for title, paragraphs in sections
    ]
    broken = [(title, [lines for lines in paragraphs if lines]) for title, paragraphs in broken]
    broken = [(title, paragraphs) for title, paragraphs in broken if paragraphs]
    timed: list[TimedSection] = []
    now = 0.0
    for s, (title, paragraphs) in enumerate(broken):
        section_start = now
        timed_paragraphs: list[TimedParagraph] = []
        for p, lines in enumerate(paragraphs):
            if p + 1 < len(paragraphs):
                closing = rate.paragraph
            else:
                closing = rate.section if s + 1 < len(broken) else 0.0
            paragraph = _timed_paragraph(lines, now, closing, rate)
            now = paragraph.start + paragraph.seconds
            timed_paragraphs.append(paragraph)
        timed.append(TimedSection(title, tuple(timed_paragraphs), section_start, now - section_start))
    total = sum(line.syllables for _, paragraphs in broken for lines in paragraphs for line in lines)
    return TimedScript(tuple(timed), rate, now, total)


def _timed_paragraph(lines: Sequence[Line], start: float, closing: float, rate: Rate) -> TimedParagraph:
    timed: list[TimedLine] = []
    now = start
    for line in lines:
        last = line is lines[-1]
        seconds = _line_seconds(line, rate, closing if last else None)
        timed.append(TimedLine(line.phrases, line.source, line.width_exceeded, now, seconds))
        now += seconds
    return TimedParagraph(tuple(timed), start, now - start)


def _line_seconds(line: Line, rate: Rate, closing: float | None) -> float:
    """Seconds of a line; `closing` replaces its last pause when given."""
    pauses = [phrase.pause for phrase in line.phrases]
    if closing is not None:
        pauses = pauses[:-1]
    short = pauses.count("short") + sum(phrase.inner_pauses for phrase in line.phrases)
    return rate.seconds(line.syllables, short=short, long=pauses.count("long")) + (closing or 0.0)


def clock(seconds: float) -> str:
    """Minutes and seconds, rounded to the second: 3:01."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
