"""Placeholders in texts: a closed list, put in by the build, never left blank.

`{place}` and its like are words of the commune; any other name is the id of a contact, whose number
is put in. `{.signs}` and `{#id}` after a heading are Markdown attributes and no placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

PLACE_WORDS = ("place", "Place", "unit", "Unit", "province", "Province")
"""«phường Dương Kinh», «Phường Dương Kinh», «phường», «Phường», «thành phố Hải Phòng», …"""

PAGE_WORDS = ("theme", "theme-year")
"""The newest official theme of 30/7 and its year."""

_BRACES = re.compile(r"\{+[^{}\n]*\}+|[{}]+")
_TOKEN = re.compile(r"(?<!\{)\{([^{}\n]*)\}(?!\})")


def find(text: str) -> Iterator[tuple[int, str]]:
    """Every placeholder in `text`: (offset of its brace, name)."""
    for match in _TOKEN.finditer(text):
        if not match[1].startswith((".", "#", ":")):
            yield match.start(), match[1]


def unfilled(text: str, known: Collection[str]) -> Iterator[tuple[int, str]]:
    """What would be left standing in `text`: (offset, placeholder that is not known, or lone brace)."""
    for match in _BRACES.finditer(text):
        if not _TOKEN.fullmatch(match[0]) or match[0][1:-1] not in known:
            yield match.start(), match[0]


def fill(text: str, words: Mapping[str, str]) -> str:
    """Put `words` in for their placeholders. Raises KeyError for a name that check let through."""

    def word(match: re.Match[str]) -> str:
        return match[0] if match[1].startswith((".", "#", ":")) else words[match[1]]

    return _TOKEN.sub(word, text)
