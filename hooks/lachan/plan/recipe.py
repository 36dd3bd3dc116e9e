"""What it takes to make a finished file: values only, so that it can be hashed and sent to a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Literal

from lachan.common.problem import Where
from lachan.formats.kinds import Kind


@dataclass(frozen=True)
class Typeset:
    """A PDF: assets/print/<template>.typ with `data` (JSON)."""

    template: str
    data: str


@dataclass(frozen=True)
class Picture:
    """A PNG called `name`, a pixel a point: assets/print/<template>.typ with `data` (JSON).

    `base` is its base image, the same with the words of no commune: what all communes share of it is
    drawn once. It is no file of the site and has no name.
    """

    data: str
    name: str = ""
    template: str = "picture"
    base: Picture | None = None


@dataclass(frozen=True)
class Preview:
    """A small picture called `name`, `width` pixels wide, of what is at `of`: a PDF's first page, or a
    picture.
    """

    of: str
    name: str
    width: int


@dataclass(frozen=True)
class Bundle:
    """A ZIP of finished files: (path on the site, name inside)."""

    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Word:
    """A Word file of a script or a form, from `data` (JSON)."""

    of: Literal[Kind.SCRIPT, Kind.FORM]
    data: str


@dataclass(frozen=True)
class Plain:
    """A text file."""

    text: str


@dataclass(frozen=True)
class Said:
    """A sentence read out by the voice `voice`, with `pause` seconds of silence behind it: an MP3."""

    spoken: str
    lang: str
    region: str
    pause: float
    voice: str


@dataclass(frozen=True)
class Chime:
    """The tones before and behind a script."""

    voice: str


@dataclass(frozen=True)
class Recorded:
    """A script read by a person, from the file at `path`, made as loud as everything else."""

    path: str = field(repr=False)
    sha256: str
    voice: str


Recipe = Typeset | Picture | Preview | Bundle | Word | Plain | Said | Chime | Recorded


def sources(recipe: Recipe) -> tuple[str, ...]:
    """The paths of the finished files that this one is made from."""
    match recipe:
        case Preview():
            return (recipe.of,)
        case Bundle():
            return tuple(path for path, _ in recipe.members)
        case _:
            return ()


@dataclass(frozen=True)
class File:
    """One finished file for one place: its path on the site, and what must be found in it.

    `numbers` are the telephone numbers a reader must find, as shown; `pages` is exact, 0 where the
    kind has none or any number will do; `parts` are other files that it plays; `alt` says what a
    picture shows, `words` what a post says.
    """

    place: str
    kind: Kind
    id: str
    lang: str
    variant: str
    path: str
    title: str
    qr: str = ""
    numbers: tuple[str, ...] = ()
    pages: int = 0
    seconds: int = 0
    parts: tuple[str, ...] = ()
    alt: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Artefact(File):
    """A file and how it is made; `where` tells which line of which file a slot comes from."""

    recipe: Recipe
    where: Mapping[str, Where] = field(default_factory=dict, compare=False)

    @cached_property
    def file(self) -> File:
        """What is still to be known when it is made; a recipe holds all the words of a sheet."""
        return File(**{known.name: getattr(self, known.name) for known in fields(File)})
