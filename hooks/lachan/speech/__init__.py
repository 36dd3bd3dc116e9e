"""Written Vietnamese as it is spoken over a loudspeaker, and how long that takes.

Independent of the rest of the project: figures, dates, telephone numbers, short forms and foreign
names become words, every change is traceable, and what cannot be read with certainty is reported.
"""

from .breath import PAUSE_MARKS, Line, Phrase, breath_lines
from .english import EnglishReader
from .lints import Finding, check
from .reader import Reader
from .spans import LexiconError, Span, Unread, UnreadError
from .syllable import is_syllable, syllables
from .timing import (
    FASTEST,
    RATES,
    SLOWEST,
    Rate,
    TimedLine,
    TimedParagraph,
    TimedScript,
    TimedSection,
    clock,
    own_rate,
    time_script,
)

__all__ = [
    "FASTEST",
    "PAUSE_MARKS",
    "RATES",
    "SLOWEST",
    "EnglishReader",
    "Finding",
    "LexiconError",
    "Line",
    "Phrase",
    "Rate",
    "Reader",
    "Span",
    "TimedLine",
    "TimedParagraph",
    "TimedScript",
    "TimedSection",
    "Unread",
    "UnreadError",
    "breath_lines",
    "check",
    "clock",
    "is_syllable",
    "own_rate",
    "syllables",
    "time_script",
]
