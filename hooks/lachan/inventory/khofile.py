"""kho.json read back: that it is shaped as it was written, before anybody goes by what it says.

All that is wrong is said at once. What is read stays as it is, dictionaries of JSON: a country has
150,000 files, and what looks at one of them wants a field or two.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from lachan.common.problem import Problem
from lachan.inventory import manifest

_SHOWN = 100
"""Faults of the shape that are said; who has more has another file there."""


def _path(path: str) -> str:
    strange = "\\" in path or not path.isprintable()
    if strange or not all(part not in {"", ".", ".."} for part in path.split("/")):
        raise ValueError
    return path


_Path = Annotated[
    str,
    AfterValidator(_path),
    Field(json_schema_extra={"pattern": r"^(?!(.*/)?\.{0,2}(/|$))[^\\\x00-\x1f\x7f]+$"}),
]
_Code = Annotated[str, Field(pattern=r"^[0-9]{5}$")]
_Words = Annotated[str, Field(pattern=r"\S")]
_Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Count = Annotated[int, Field(ge=0)]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True)


class _Place(_Part):
    code: _Code
    name: _Words
    province: _Words


class _Contact(_Part):
    place: _Code | Literal[""]
    id: _Words
    number: _Words
    tel: Annotated[str, Field(pattern=r"^tel:\+?[0-9]+$")]


class _File(_Part):
    path: _Path
    bytes: _Count
    sha256: _Hash


class _Artefact(_File):
    place: _Code | Literal[""]
    kind: _Words
    id: _Words
    lang: _Words
    variant: str
    title: str
    qr: str = ""
    numbers: list[str] = []
    pages: _Count = 0
    seconds: _Count = 0
    alt: str = ""
    parts: list[_Path] = []


class Kho(_Part):
    """All of kho.json."""

    site_url: Annotated[str, Field(pattern=r"^https?://[^/?#\s]+(/[^?#\s]*)?$")]
    built: Annotated[str, Field(pattern=r"^20[0-9]{2}-[0-9]{2}-[0-9]{2}$")]
    places: list[_Place]
    contacts: list[_Contact]
    links: list[str]
    medium: Literal["", "usb"] = ""
    artefacts: list[_Artefact]
    files: list[_File]
    seal: _Hash


def read(site: Path) -> tuple[dict[str, Any] | None, list[Problem]]:
    """What kho.json in the folder `site` says, None if it is unusable; and what is wrong with it."""
    try:
        content = (site / manifest.NAME).read_bytes()
        kho = json.loads(content)
    except (OSError, ValueError, RecursionError):
        return None, [_problem("không đọc được tệp này")]
    problems = [] if manifest.sealed(content) else [_problem("tệp này đã bị sửa sau khi dựng")]
    try:
        Kho.model_validate(kho)
    except ValidationError as error:
        places = dict.fromkeys(_place(fault["loc"]) for fault in error.errors(include_url=False))
        problems += [_problem(f"«{place}» thiếu hoặc viết sai") for place in list(places)[:_SHOWN]]
        return None, problems
    for key, field in (("places", "code"), ("artefacts", "path"), ("files", "path")):
        counted = Counter(entry[field] for entry in kho[key])
        twice = (value for value, count in counted.items() if count > 1)
        problems += [_problem(f"«{key}» ghi {value} nhiều lần") for value in twice]
    return kho, problems


def _place(loc: tuple[int | str, ...]) -> str:
    """Where in the file something is, as people count: «artefacts 3 title»."""
    # The choices of a field that may be one of several things are no place of their own.
    parts = [part for part in loc if isinstance(part, int) or part.isidentifier()]
    named = [str(part + 1) if isinstance(part, int) else part for part in parts]
    return " ".join(named) or manifest.NAME


def _problem(message: str) -> Problem:
    return Problem(manifest.NAME, 1, message)
