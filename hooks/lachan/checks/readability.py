"""How hard a Vietnamese page is to take in at first hearing: sentences and words of the office.

A sentence is measured in syllables, as a listener hears it; radio editors keep below 20, and over 35
few people can follow (the limit of `speech.lints`). Office words are those of the communes' plans
(data/office.yml), counted against all words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from lachan import speech
from lachan.common.markdown import parse, words
from lachan.texts.front import PageFront
from lachan.texts.text import Text

_END = re.compile(r"(?<=[.!?…:;])[”\"’)]*\s+")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True)
class Readability:
    """`mean` and `longest` sentence in syllables; `office` is a fraction of all syllables, 0 to 1."""

    sentences: int
    mean: float
    longest: int
    hardest: str
    office: float


def readability(text: Text[PageFront]) -> Readability:
    """The measure of a text's body; tables are left out, as nobody reads them from end to end."""
    sentences = [s for s in _sentences(text.body) if speech.syllables(s)]
    lengths = [speech.syllables(sentence) for sentence in sentences]
    total = sum(lengths)
    if not total:
        return Readability(0, 0.0, 0, "", 0.0)
    heard = " ".join(sentences).lower()
    office = sum(len(found.split()) for found in _office().findall(heard))
    longest = max(lengths)
    hardest = sentences[lengths.index(longest)]
    return Readability(len(lengths), total / len(lengths), longest, hardest, office / total)


def _sentences(body: str) -> list[str]:
    found: list[str] = []
    for block in parse(body):
        if block.type == "table":
            continue
        for part in block.walk():
            if part.type == "inline":
                # A number is heard as a word or three; its placeholder is no word of the author's.
                said = _PLACEHOLDER.sub("số", " ".join("".join(words(part)).split()))
                found += [sentence.strip() for sentence in _END.split(said) if sentence.strip()]
    return found


@cache
def _office() -> re.Pattern[str]:
    raw = files("lachan").joinpath("data/office.yml").read_text("utf-8")
    listed = sorted(yaml.safe_load(raw), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b")
