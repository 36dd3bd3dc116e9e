"""What readers of all languages share: a text is scanned once, and what cannot be read is reported."""

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping

from .spans import LexiconError, Span, Unread, UnreadError

Entries = tuple[tuple[str, str], ...]
MARK = r"\{\{(?P<written>[^|{}]+)\|(?P<spoken>[^|{}]+)\}\}"
"""A reading inside the text: {{VNeID|vi en ai đi}}."""


def nfc(text: str) -> str:
    """The text with each letter and its marks as one character."""
    return unicodedata.normalize("NFC", text)


class BaseReader(ABC):
    """Reads one language aloud: `_alternation` finds what is not read as it stands, `_token` says it.

    `entries` are the readings that the caller adds. Raises LexiconError for those of no use.
    """

    def __init__(self, alternation: re.Pattern[str], entries: Entries) -> None:
        self._alternation = alternation
        if faults := [(entry[0], fault) for entry in entries if (fault := self._fault(*entry))]:
            raise LexiconError(faults)

    @abstractmethod
    def _token(self, match: re.Match[str]) -> Span:
        """What was found, as it is spoken; kind "text" if it stays as it stands."""

    def _speakable(self, spoken: str) -> bool:
        return bool(spoken.strip()) and all(span.kind == "text" for span in self._scan(nfc(spoken)))

    def _fault(self, written: str, spoken: str) -> str:
        if not self._speakable(spoken):
            return f"lời đọc của “{written}” phải bằng chữ, không dùng số, chữ tắt, từ khác trong bảng"
        found = [span.spoken for span in self._scan(written)] == [spoken]
        if not found or not any(map(str.isalpha, written)):
            return f"“{written}” không phải một từ hay một chữ viết tắt, nên không gặp trong bài"
        return ""

    def _scan(self, text: str) -> Iterator[Span]:
        plain = 0
        for match in self._alternation.finditer(text):
            span = self._token(match)
            if span.kind == "text":
                continue
            if match.start() > plain:
                yield Span(text[plain : match.start()], text[plain : match.start()], "text")
            yield span
            plain = match.end()
        if plain < len(text):
            yield Span(text[plain:], text[plain:], "text")

    def spans(self, text: str) -> tuple[Span, ...]:
        """The text in pieces. The sources, joined, are the text in Unicode form NFC.

        What cannot be read has kind "unread", is left as it stands and carries its reason.
        """
        return tuple(self._scan(nfc(text)))

    def problems(self, text: str) -> tuple[Unread, ...]:
        """Every token of the text without a certain reading; empty when all can be read."""
        found, offset = [], 0
        for span in self.spans(text):
            if span.kind == "unread":
                found.append(Unread(offset, span.source, span.reason))
            offset += len(span.source)
        return tuple(found)

    def read(self, text: str) -> str:
        """The text as it is spoken. Raises UnreadError with all problems if there is any."""
        spans = self.spans(text)
        if any(span.kind == "unread" for span in spans):
            raise UnreadError(self.problems(text))
        return "".join(span.spoken for span in spans)


def entries(lexicon: Mapping[str, str] | None) -> Entries:
    """The caller's readings in one order and one Unicode form.

    Raises LexiconError for words with two readings.
    """
    found: dict[str, str] = {}
    doubled: dict[str, str] = {}
    for written, spoken in sorted((lexicon or {}).items()):
        if found.setdefault(nfc(written), nfc(spoken)) != nfc(spoken):
            doubled[nfc(written)] = f"“{nfc(written)}” có hai lời đọc"
    if doubled:
        raise LexiconError(doubled.items())
    return tuple(sorted(found.items()))
