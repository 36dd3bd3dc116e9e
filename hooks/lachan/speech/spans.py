"""What a reading is made of: pieces of the written text beside what is said for each.

Every change stays traceable, so a sheet can print the words with the figure in brackets, a
loudspeaker can say the words, and a web page can keep the figure.
"""

from collections.abc import Iterable
from dataclasses import dataclass

FIGURES = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of source text and its spoken form; `reason` is filled when kind is "unread"."""

    source: str
    spoken: str
    kind: str
    reason: str = ""

    @property
    def written(self) -> str:
        """The text as it stands on a page: the source without the braces of a reading mark.

        The first words of a number that goes on in the next line have no source: they are written
        as they are spoken, and the figures stand behind the last.
        """
        if self.kind == "mark":
            return self.source[2:].partition("|")[0]
        if not self.source:
            return self.spoken
        return self.source

    @property
    def printed(self) -> str:
        """The text as a reading sheet prints it: words, and the figure they replace in brackets."""
        if self.spoken != self.written and not FIGURES.isdisjoint(self.written):
            return f"{self.spoken} [{self.written.strip()}]"
        return self.spoken


@dataclass(frozen=True, slots=True)
class Unread:
    """A token nobody could read with certainty; offset counts characters of the NFC text."""

    offset: int
    token: str
    reason: str


class UnreadError(ValueError):
    """Raised by `read` with every unreadable token of the text."""

    def __init__(self, problems: tuple[Unread, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"“{p.token}”: {p.reason}" for p in problems))


class LexiconError(ValueError):
    """Raised for a lexicon with entries of no use: `faults` are pairs of entry and reason."""

    def __init__(self, faults: Iterable[tuple[str, str]]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f"Bảng từ: {reason}" for _, reason in self.faults))
