"""A script for one place, timed and ready to be set: on the A4 sheet, on the phone, as plain text.

`lachan.speech` derives what is spoken; here the words of the place are put in, the width of the
sheet's column is measured, and findings are brought back to the line of the file they come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PIL import ImageFont

from lachan import speech
from lachan.campaign import broadcast
from lachan.campaign.model import Place
from lachan.common import placeholders
from lachan.common.problem import Problem
from lachan.formats.kinds import READ_ALOUD, Kind
from lachan.texts.front import ScriptFront
from lachan.texts.project import Project
from lachan.texts.script import Script
from lachan.texts.text import Text

COLUMN = 160.0
"""Millimetres: the column of assets/print/sheet.typ (167), less what bold numbers need."""
_TYPE = 17.0
"""Points: the smallest size of that sheet."""
_FONT = "assets/fonts/BeVietnamPro_500Medium.ttf"

ITEM = 180
"""Seconds from which a script is an item with all its blocks, and no spot."""

KINDS = (*READ_ALOUD, Kind.AUDIO)
"""What a script is made into."""

READERS: Mapping[str, Callable[..., Any]] = {"vi": speech.Reader, "en": speech.EnglishReader}
"""The languages that can be read out."""


@dataclass(frozen=True)
class Sentence:
    """What is said without a stop: `lines` so many breath groups, then `pause` seconds of silence."""

    spoken: str
    lines: int
    pause: float


def reader(project: Project, lang: str, place: Place) -> Any:
    """The reader of a language at a place; short numbers of contacts are read digit by digit."""
    shown = (number.shown for number in project.campaign.lasting.values())
    numbers = frozenset(number for number in shown if len(number) == 3)
    if lang != "vi":
        return READERS[lang](hotlines=numbers)
    return speech.Reader(region=place.broadcast.region, lexicon=place.broadcast.words, hotlines=numbers)


def timed(
    project: Project, place: Place, text: Text[ScriptFront], script: Script
) -> speech.TimedScript:
    """The script as it is read out at `place`, in breath groups that fit the sheet."""
    words = project.words(text.lang, place)
    sections = [
        (block.title, [[placeholders.fill(line, words) for line in p.lines] for p in block.paragraphs])
        for block in script.blocks
    ]
    return speech.time_script(
        sections, reader(project, text.lang, place), width=_width(project.root / _FONT), limit=COLUMN
    )


def spoken(project: Project, lang: str, place: Place) -> dict[str, speech.TimedScript]:
    """Every script that `place` gets in a language, timed, by its id."""
    return {
        id: timed(project, place, project.texts.scripts[lang, id], script)
        for (script_lang, id), script in project.scripts.items()
        if script_lang == lang and any(place.wants(kind, id, lang) for kind in KINDS)
    }


def findings(project: Project, text: Text[ScriptFront], script: Script) -> Iterator[Problem]:
    """What would make a broadcaster stumble, found where the names are longest."""
    target = _seconds(text.front.target)
    yield from _missing_blocks(project, text, script)
    for place in longest_names(project.campaign.places):
        for found in speech.check(timed(project, place, text, script), target=target):
            paragraph = script.blocks[found.section].paragraphs[found.paragraph]
            line = paragraph.line + found.line
            yield Problem(text.path, line, found.message, warning=found.severity == "warning")


def _missing_blocks(project: Project, text: Text[ScriptFront], script: Script) -> Iterator[Problem]:
    """The blocks that an item must have (`sheet: blocks`): tricks, where and who, rights, hotline."""
    if _seconds(text.front.target) < ITEM:
        return
    present = {block.title for block in script.blocks}
    for title in project.languages[text.lang].strings["sheet"]["blocks"]:
        if title not in present:
            yield Problem(text.path, text.body_line, f"bài từ 3 phút trở lên cần có phần «## {title}»")


def _seconds(length: str) -> int:
    minutes, _, seconds = length.partition(":")
    return int(minutes) * 60 + int(seconds)


def seconds(project: Project, lang: str, id: str) -> float:
    """How long a script takes where the names are longest."""
    text, script = project.texts.scripts[lang, id], project.scripts[lang, id]
    places = longest_names(project.campaign.places)
    return max((timed(project, place, text, script).seconds for place in places), default=0.0)


def words_code(project: Project, lang: str, id: str, place: Place) -> str:
    """What stands for the words of a script at a place, in the name of a recording."""
    text, script = project.texts.scripts[lang, id], project.scripts[lang, id]
    return broadcast.code(plain(timed(project, place, text, script)))


def longest_names(places: Iterable[Place]) -> list[Place]:
    """Of each kind (xã, phường, đặc khu) the place with the longest name: what fits there fits all."""
    longest: dict[str, Place] = {}
    for place in sorted(places, key=lambda place: (len(place.name.short), place.code)):
        longest[place.name.kind] = place
    return list(longest.values())


def sections(script: speech.TimedScript) -> list[dict[str, Any]]:
    """The timed script as plain values, for the sheet and for the phone alike."""
    return [
        {
            "title": section.title,
            "at": speech.clock(section.start),
            "paragraphs": [
                {"at": speech.clock(paragraph.start), "lines": [_line(x) for x in paragraph.lines]}
                for paragraph in section.paragraphs
            ],
        }
        for section in script.sections
    ]


def sentences(script: speech.TimedScript) -> Iterator[Sentence]:
    """The script in pieces that a voice says one by one; each ends with a line that ends a sentence."""
    rate, last = script.rate, script.lines[-1]
    for section in script.sections:
        for paragraph in section.paragraphs:
            spoken: list[str] = []
            for line in paragraph.lines:
                spoken.append(line.spoken)
                ends = line is paragraph.lines[-1]
                if not ends and line.pause != "long":
                    continue
                if not ends or line is last:
                    pause = rate.long
                else:
                    pause = rate.section if paragraph is section.paragraphs[-1] else rate.paragraph
                yield Sentence(" ".join(spoken), len(spoken), pause)
                spoken = []


def plain(script: speech.TimedScript) -> str:
    """Only what is spoken, a paragraph a line: to paste into a loudspeaker's own reading voice."""
    paragraphs = [
        " ".join(line.spoken for line in paragraph.lines)
        for section in script.sections
        for paragraph in section.paragraphs
    ]
    return "\n\n".join(paragraphs) + "\n"


def _line(line: speech.TimedLine) -> dict[str, Any]:
    spans: list[dict[str, str]] = []
    for index, phrase in enumerate(line.phrases):
        if index:
            before = line.phrases[index - 1].pause
            spans.append({"text": " ", "kind": "pause" if before else "text", "source": before})
        spans += _words(phrase)
    return {"seconds": round(line.seconds, 2), "pause": line.pause, "spans": spans}


def _words(phrase: speech.Phrase) -> list[dict[str, str]]:
    """The spans of a phrase without the spaces round it."""
    spans = [_span(span) for span in phrase.spans]
    spans[0]["text"] = spans[0]["text"].lstrip()
    spans[-1]["text"] = spans[-1]["text"].rstrip()
    return spans


def _span(span: speech.Span) -> dict[str, str]:
    """Numbers in words, their digits kept for checking; abbreviations in full.

    A name such as Facebook stays as it is written: every broadcaster knows how to say it, only a
    machine's voice needs «phây-búc».
    """
    if span.kind == "word":
        return {"text": span.written, "kind": "text", "source": "", "say": span.spoken}
    if not span.source:  # the first part of a number that goes on in the next line
        return {"text": span.spoken, "kind": "number", "source": ""}
    number = span.spoken != span.source and any(char.isdigit() for char in span.source)
    kind = "number" if number else "text"
    return {"text": span.spoken, "kind": kind, "source": span.written if number else ""}


@cache
def _width(font: Path) -> Callable[[str], float]:
    """Millimetres that words take on the sheet at its smallest size, kerning left aside."""
    face = ImageFont.truetype(font, 100, layout_engine=ImageFont.Layout.BASIC)
    scale = _TYPE * 25.4 / 72 / 100

    @cache
    def advance(char: str) -> float:
        return face.getlength(char) * scale

    return lambda words: sum(map(advance, words))
