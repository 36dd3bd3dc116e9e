"""From what is said back to what is written: figures for words, placeholders for names.

Nothing is guessed. Words give way to the figure in brackets behind them only if the line then reads
aloud as before; a name becomes a placeholder where the original text had it, or where it cannot be
anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Protocol

from lachan import speech
from lachan.common import placeholders

_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_PIECE = re.compile(r"\w+|[^\w\s]")
_NAMES = ("place", "Place", "province", "Province")
"""Words of the place that say one thing only; «xã» alone also stands in «xã hội»."""


class Reads(Protocol):
    """What this module needs of a reader, whatever its language."""

    def spans(self, text: str) -> tuple[speech.Span, ...]:
        """The text in pieces with their spoken forms."""


def figures(line: str, reader: Reads) -> str:
    """The line with «một một một (111)» as «111», found by reading alone.

    The fewest words that will do are replaced: «ngày ba mươi tháng bảy (30/7)» is «ngày 30/7».
    Brackets without a figure that stand for nothing stay. Raises ValueError where words and figure
    differ.
    """
    done, rest = "", line
    while match := _BRACKET.search(rest):
        before, rest = rest[: match.start()], rest[match.end() :]
        start = _start(done, before, match[1], _BRACKET.sub("", rest), reader)
        if start is not None:
            done += before[:start] + match[1]
        elif any(char.isdigit() for char in match[1]):
            raise ValueError(
                f"«{(before + match[0]).strip()}»: lời đọc không khớp với số trong ngoặc; "
                "sửa cho khớp, hoặc chỉ viết số, bỏ ngoặc"
            )
        else:
            done += before + match[0]
    return done + rest


def _start(done: str, before: str, figure: str, rest: str, reader: Reads) -> int | None:
    """Where in `before` the words begin that `figure` reads as, if they do."""

    def said(words: str) -> str:
        return "".join(span.spoken for span in reader.spans(words)).casefold()

    target = said(done + before + rest)
    starts = [match.start() for match in re.finditer(r"\w+", before)]
    return next(
        (x for x in reversed(starts) if said(done + before[:x] + figure + rest) == target), None
    )


def with_placeholders(body: str, words: Mapping[str, str], original: str) -> str:
    """`body` with the placeholders of `original`, which `words` were put in for.

    Where the text around a placeholder has changed beyond recognition, or there is no original,
    only the full names of the place and its province are turned back. Raises KeyError for a
    placeholder of `original` that `words` lacks.
    """
    for start, end, name in reversed(list(_kept(body, words, original))):
        body = f"{body[:start]}{{{name}}}{body[end:]}"
    for name in _NAMES:
        if name in words:
            body = re.sub(rf"(?<!\w){re.escape(words[name])}(?!\w)", f"{{{name}}}", body)
    return body


def _kept(body: str, words: Mapping[str, str], original: str) -> Iterator[tuple[int, int, str]]:
    """Where in `body` stand the words of a placeholder of `original`: (start, end, placeholder)."""
    before: list[str] = []
    slots: list[tuple[int, int, str]] = []
    end = 0
    for start, name in placeholders.find(original):
        before += _PIECE.findall(original[end:start])
        filled = _PIECE.findall(words[name])
        slots.append((len(before), len(before) + len(filled), name))
        before += filled
        end = start + len(name) + 2
    before += _PIECE.findall(original[end:])
    pieces = list(_PIECE.finditer(body))
    after = [piece[0] for piece in pieces]
    for a, b, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for start, stop, name in slots:
            if a <= start and stop <= a + size:
                yield pieces[start - a + b].start(), pieces[stop - 1 - a + b].end(), name
