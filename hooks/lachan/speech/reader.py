"""From written to spoken Vietnamese: the reader that a loudspeaker script goes through."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from .grammar import Grammar, grammar
from .numbers import REGIONS
from .phones import NATIONAL_HOTLINES
from .reading import BaseReader, Entries, entries
from .rules import UnspeakableError
from .spans import Span


@lru_cache(maxsize=64)
def _grammar(lexicon: Entries, hotlines: frozenset[str]) -> Grammar:
    return grammar(dict(lexicon), hotlines)


class Reader(BaseReader):
    """Reads Vietnamese aloud, on paper: figures, dates, abbreviations and names become words.

    `lexicon` adds readings to those of the data file and goes before them (written form, exact
    case → spoken form); `hotlines` are the short numbers said digit by digit. Raises
    LexiconError for entries that cannot be read aloud, can never occur or have two readings.
    """

    def __init__(
        self,
        *,
        region: Literal["north", "south"] = "north",
        lexicon: Mapping[str, str] | None = None,
        hotlines: frozenset[str] = NATIONAL_HOTLINES,
    ) -> None:
        extra = entries(lexicon)
        self._region = REGIONS[region]
        self._grammar = _grammar(extra, hotlines)
        super().__init__(self._grammar.alternation, extra)

    def _token(self, match: re.Match[str]) -> Span:
        rule = self._grammar.rule_of(match)
        token = rule.regex.match(match.string, match.start()) if rule.grouped else match
        if token is None:
            raise RuntimeError(f"rule {rule.pattern} differs from its place in the alternation")
        try:
            spoken = rule.say(token, self._region)
            if rule.kind == "mark" and not self._speakable(spoken):
                raise UnspeakableError(
                    "lời đọc trong dấu {{…|…}} phải viết bằng chữ, không dùng số hay chữ tắt"
                )
        except UnspeakableError as refusal:
            return Span(match[0], match[0], "unread", str(refusal))
        kind = "text" if spoken == match[0] else rule.kind
        return Span(match[0], spoken, kind)
