"""The shape of a reading rule, and the small regular-expression words all rules share.

A rule says where it applies (a pattern) and how the match is read. Patterns use ASCII digits only,
so that look-alike digits from other scripts are reported instead of read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .numbers import Region


class UnspeakableError(Exception):
    """The token has no certain reading; the text is the reason, in Vietnamese."""


Say = Callable[[re.Match[str], "Region"], str]
"""From a match to what is said in a region."""


@dataclass(frozen=True)
class Rule:
    """A kind of token. `say` returns the spoken form or raises UnspeakableError."""

    kind: str
    pattern: str
    say: Say

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The rule by itself, with its named groups."""
        return re.compile(self.pattern)

    @cached_property
    def grouped(self) -> bool:
        """Whether `say` needs named groups, which the alternation does not keep."""
        return "(?P<" in self.pattern

    @cached_property
    def anonymous(self) -> str:
        """The pattern without group names, to stand in an alternation with other rules."""
        return re.sub(r"\(\?P<\w+>", "(?:", self.pattern)


def always(spoken: str) -> Say:
    """A reading that is the same whatever was matched."""

    def say(_match: re.Match[str], _region: Region) -> str:
        return spoken

    return say


def refuse(reason: str) -> Say:
    """A reading that is none: it raises UnspeakableError with the reason."""

    def say(_match: re.Match[str], _region: Region) -> str:
        raise UnspeakableError(reason)

    return say


START = r"(?<![\w])"
END = r"(?![\w])"
DASH = r"\s*[-–—]\s*"
INTEGER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)"
NUMBER = rf"{INTEGER}(?:,[0-9]+)?"
NUMBER_END = r"(?![\w]|[.,:/+][0-9]|[-–][0-9])"


def after(*words: str) -> str:
    """A look-behind for any of the words (in any case) and one space before this place."""
    return "(?:" + "|".join(rf"(?<=\b(?i:{word})\s)" for word in words) + ")"


def not_after(*words: str) -> str:
    """The contrary of `after`."""
    return "".join(rf"(?<!\b(?i:{word})\s)" for word in words)


def one_of(words: Iterable[str]) -> str:
    """An alternation of literal words, longest first, grouped by first character for speed."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    branches = [f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items()]
    return "(?:" + "|".join(branches) + ")"


def before_match(match: re.Match[str], size: int = 80) -> str:
    """The text up to the match: at most `size` characters."""
    return match.string[max(0, match.start() - size) : match.start()]


def after_match(match: re.Match[str], size: int = 80) -> str:
    """The text behind the match: at most `size` characters."""
    return match.string[match.end() : match.end() + size]
