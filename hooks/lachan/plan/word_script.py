"""What stands in the Word file of a script, as plain values: `word` draws them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from lachan import speech

Json = dict[str, Any]

_PAUSE_MARKS: Mapping[str, str] = {"": "", "short": "/", "long": "//"}
"""Times New Roman has no ╱; a slash is what everybody can type."""
_AS_WRITTEN = frozenset({"text", "word", "letter", "symbol", "unread"})
"""Kinds of span that a person reads without help; only a machine's voice needs «phây-búc»."""


def sections(script: speech.TimedScript) -> list[Json]:
    """The script as plain values: sections, paragraphs, the writer's lines, pieces of a line.

    A line that was divided to fit the sheet is whole again here.
    """
    return [
        {
            "title": section.title,
            "paragraphs": [
                [_line(lines) for _, lines in groupby(paragraph.lines, lambda line: line.source)]
                for paragraph in section.paragraphs
            ],
        }
        for section in script.sections
    ]


def pieces(spans: Iterable[speech.Span]) -> Iterator[Json]:
    """Words as a broadcaster reads them; behind those that replace something, what is written.

    «kind» is text, figure or mark; spaces at the edge of what is replaced stay outside of it.
    """
    for span in spans:
        if span.kind in _AS_WRITTEN or span.spoken == span.written:
            yield {"text": span.written, "kind": "text"}
            continue
        words = span.spoken.strip()
        before, after = span.spoken.split(words) if words else ("", "")
        yield {"text": before, "kind": "text"}
        kind = "mark" if span.kind == "mark" else "figure"
        yield {"text": words, "kind": kind, "source": span.written.strip()}
        yield {"text": after, "kind": "text"}


def _line(lines: Iterable[speech.TimedLine]) -> list[Json]:
    line: list[Json] = []
    begun = ""
    for phrase in (phrase for part in lines for phrase in part.phrases):
        first, *rest = phrase.spans
        *before, last = (replace(first, spoken=begun + first.spoken), *rest)
        # A number that goes on in the next line is whole again behind its last part.
        begun = "" if last.source else last.spoken
        line += [
            piece for piece in pieces([*before, *([last] if last.source else [])]) if piece["text"]
        ]
        if phrase.pause and not begun:
            line.append({"text": _PAUSE_MARKS[phrase.pause], "kind": "pause"})
    return line
