"""From written to spoken Vietnamese: the reader that a loudspeaker script goes through."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from .grammar import Grammar, grammar
from .numbers import REGIONS
from .phones import NATIONAL_HOTLINES
from .rules import Rule, UnspeakableError
from .spans import Span, Unread, UnreadError


@lru_cache(maxsize=64)
def _grammar(region: str, lexicon: tuple[tuple[str, str], ...], hotlines: frozenset[str]) -> Grammar:
    return grammar(REGIONS[region], dict(lexicon), hotlines)


class Reader:
    """Reads Vietnamese aloud, on paper: figures, dates, abbreviations and names become words.

    `lexicon` adds readings to those of the data file (written form, exact case → spoken form);
    `hotlines` are the short numbers said digit by digit. Raises ValueError for an entry of the
    lexicon whose spoken form cannot itself be read aloud.
    """

    def __init__(
        self,
        *,
        region: Literal["north", "south"] = "north",
        lexicon: Mapping[str, str] | None = None,
        hotlines: frozenset[str] = NATIONAL_HOTLINES,
    ) -> None:
        entries = tuple(sorted((_nfc(k), _nfc(v)) for k, v in (lexicon or {}).items()))
        self._grammar = _grammar(region, entries, hotlines)
        for written, spoken in entries:
            if not written.strip() or not _speakable(spoken, self._grammar):
                raise ValueError(
                    f"Bảng từ: lời đọc của “{written}” phải bằng chữ, không dùng số hay chữ tắt"
                )

    def spans(self, text: str) -> tuple[Span, ...]:
        """The text in pieces. The sources, joined, are the text in Unicode form NFC.

        What cannot be read has kind "unread", is left as it stands and carries its reason.
        """
        return tuple(_scan(_nfc(text), self._grammar))

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


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _speakable(spoken: str, rules: Grammar) -> bool:
    return bool(spoken.strip()) and all(span.kind == "text" for span in _scan(_nfc(spoken), rules))


def _read_token(match: re.Match[str], rule: Rule, rules: Grammar) -> Span:
    token = rule.regex.match(match.string, match.start()) if rule.grouped else match
    if token is None:
        raise RuntimeError(f"rule {rule.pattern} differs from its place in the alternation")
    try:
        spoken = rule.say(token)
        if rule.kind == "mark" and not _speakable(spoken, rules):
            raise UnspeakableError(
                "lời đọc trong dấu {{…|…}} phải viết bằng chữ, không dùng số hay chữ tắt"
            )
    except UnspeakableError as refusal:
        return Span(match[0], match[0], "unread", str(refusal))
    kind = "text" if spoken == match[0] else rule.kind
    return Span(match[0], spoken, kind)


def _scan(text: str, rules: Grammar) -> Iterator[Span]:
    plain = 0
    for match in rules.alternation.finditer(text):
        span = _read_token(match, rules.rule_of(match), rules)
        if span.kind == "text":
            continue
        if match.start() > plain:
            yield Span(text[plain : match.start()], text[plain : match.start()], "text")
        yield span
        plain = match.end()
    if plain < len(text):
        yield Span(text[plain:], text[plain:], "text")
