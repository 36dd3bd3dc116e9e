"""The press: one recipe in, the bytes of one finished file out. Same recipe, same bytes.

Typst draws everything on paper. A line that does not fit, a character no font has, any warning is an
error here, never a clipped letter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Protocol

import typst

from lachan.formats import png, zipped
from lachan.formats.kinds import Kind, Variant
from lachan.plan.recipe import (
    Bundle,
    Chime,
    Picture,
    Plain,
    Preview,
    Recipe,
    Recorded,
    Said,
    Typeset,
    Word,
)
from lachan.render import picture, word, word_form
from lachan.render.typesetter import Typesetter

_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
BASE = "base"
"""Among the parts of a picture its base image; all others are named by their path."""


@dataclass(frozen=True)
class PressFault:
    """Why a sheet cannot be printed: the slot of its template, and the words that are at fault.

    Without a slot it is Typst that speaks.
    """

    slot: str
    text: str


class PressError(Exception):
    """A sheet that must not be printed as it is."""

    def __init__(self, faults: list[PressFault]) -> None:
        self.faults = faults
        super().__init__("; ".join(f"{fault.slot}: {fault.text}" for fault in faults))


class Sounds(Protocol):
    """Who makes sound (`studio`), with the voice of a piper model if one was given.

    `name` changes with whatever changes the sound; `variant` is what listeners are told.
    """

    name: str
    variant: Variant
    model: Path | None

    def mp3(self, recipe: Said | Chime | Recorded) -> bytes:
        """The finished MP3. Raises PressError."""


class Press:
    """Presses recipes with the templates, drawings and fonts of `assets`, dated `edition`.

    Sound needs a studio.
    """

    def __init__(self, assets: Path, edition: date, studio: Sounds | None = None) -> None:
        self.assets = assets
        self.studio = studio
        moment = datetime(edition.year, edition.month, edition.day, tzinfo=UTC)
        self.timestamp = int(moment.timestamp())

    def press(self, recipe: Recipe, parts: Mapping[str, bytes]) -> bytes:
        """The finished file; `parts` holds the bytes of the files the recipe is made from, by path.

        Raises PressError with every fault of the sheet.
        """
        match recipe:
            case Typeset():
                return self._typeset(recipe.template, recipe.data)
            case Picture():
                # By way of a PDF: only there a character without a glyph is an error.
                pdf = self._typeset(recipe.template, recipe.data)
                if not recipe.base:
                    return png.encoded(picture.draw(pdf), recipe.name)
                base = picture.opened(parts[BASE])
                drawn = picture.drawn_over(base, pdf, self._typesetter.noted("own"))
                return png.encoded(drawn, recipe.name)
            case Preview():
                return png.encoded(picture.preview(parts[recipe.of], recipe.width), recipe.name)
            case Bundle():
                # Packs nothing once more: pictures and Word files are packed, PDFs but for a fifth. To
                # pack that fifth takes thirty times as long as to make the ZIP.
                return zipped.archive((name, parts[path]) for path, name in recipe.members)
            case Word(of=Kind.FORM):
                return word_form.document(json.loads(recipe.data))
            case Word():
                return word.document(json.loads(recipe.data))
            case Plain():
                return recipe.text.encode()
            case Said() | Chime() | Recorded():
                assert self.studio, "nothing is planned as sound without a studio"
                return self.studio.mp3(recipe)

    @cached_property
    def _typesetter(self) -> Typesetter:
        return Typesetter(self.assets)

    def _typeset(self, template: str, data: str) -> bytes:
        try:
            pdf, warnings = self._typesetter.pdf(template, data, self.timestamp)
        except typst.TypstError as error:
            missing = _NO_GLYPH.findall(error.diagnostic)
            faults = [PressFault("glyph", text) for text in missing]
            raise PressError(faults or [PressFault("", error.message)]) from None
        if warnings:
            raise PressError([PressFault("", warning) for warning in warnings])
        overflow = self._typesetter.noted("overflow")
        if overflow:
            raise PressError([PressFault(entry["slot"], entry["text"]) for entry in overflow])
        return pdf
