"""One language of the site: what stands on buttons and sheets, and how it names a place.

All of it is one file for the translator, docs/<lang>/strings.yml, which must hold exactly the keys
and the placeholders of the Vietnamese one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lachan.campaign.model import Place
from lachan.common.placeholders import PLACE_WORDS
from lachan.common.problem import Problem
from lachan.common.yamltext import Loc, Tree, read
from lachan.gazetteer.unit_names import Name

_SLOT = re.compile(r"\{([^{}]*)\}")
_NAMED_SLOT = re.compile(r"\{[A-Za-z]+\}")


@dataclass(frozen=True)
class Language:
    """`strings` is nested as in the file; `code` is its folder, `name` what its readers call it."""

    code: str
    name: str
    strings: Mapping[str, Any]

    def title(self, name: Name) -> str:
        """A place's name as a title: «Phường Dương Kinh», “Dương Kinh Ward”."""
        return str(self._kind(name)["title"]).format(short=name.short)

    def words(self, place: Place) -> dict[str, str]:
        """What the placeholders of `placeholders.PLACE_WORDS` stand for."""
        kind, province = self._kind(place.name), self._kind(place.province)
        unit, short = str(kind["unit"]), place.name.short
        return {
            "place": str(kind["text"]).format(short=short),
            "Place": self.title(place.name),
            "unit": unit,
            "Unit": unit[0].upper() + unit[1:],
            "province": str(province["text"]).format(short=place.province.short),
            "Province": self.title(place.province),
        }

    def _kind(self, name: Name) -> Mapping[str, Any]:
        kind: Mapping[str, Any] = self.strings["kinds"][name.kind]
        return kind


def read_languages(docs: Path, names: Mapping[str, str]) -> tuple[list[Language], list[Problem]]:
    """Read docs/<code>/strings.yml of every language; the first one is what the others must match."""
    languages: list[Language] = []
    problems: list[Problem] = []
    source: Tree | None = None
    for code, name in names.items():
        tree, found = read(docs / code / "strings.yml", f"docs/{code}/strings.yml")
        problems += found
        if found:
            continue
        source = source or tree
        found = [*_differences(source, tree), *_unusable(tree)]
        problems += found
        if not found:
            languages.append(Language(code, name, tree.value))
    return languages, problems


def _differences(source: Tree, tree: Tree) -> Iterator[Problem]:
    wanted, present = dict(_leaves(source.value)), dict(_leaves(tree.value))
    for loc in wanted.keys() - present.keys():
        yield tree.at(loc[:-1]).problem(f"thiếu «{'.'.join(map(str, loc))}»")
    for loc, text in present.items():
        if loc not in wanted:
            yield tree.at(loc).problem(f"không có mục nào tên «{'.'.join(map(str, loc))}»")
        elif not _same_slots(wanted[loc], text):
            slots = ", ".join(f"{{{slot}}}" for slot in _SLOT.findall(wanted[loc])) or "không có"
            yield tree.at(loc).problem(f"chỗ trống phải đúng như bản tiếng Việt: {slots}")


def _unusable(tree: Tree) -> Iterator[Problem]:
    """Words that are missing, and braces that are no slot."""
    if not tree.value:
        yield tree.at(()).problem("tệp này còn trống")
    for loc, text in _leaves(tree.value):
        if not text:
            yield tree.at(loc).problem(f"«{'.'.join(map(str, loc))}» còn trống")
        elif any(brace in _NAMED_SLOT.sub("", text) for brace in "{}"):
            yield tree.at(loc).problem("dấu ngoặc nhọn chỉ dùng cho chỗ trống như {number}")


def _same_slots(source: str, text: str) -> bool:
    """Whether both ask for the same values; how a place is named may differ between languages."""
    wanted, present = set(_SLOT.findall(source)), set(_SLOT.findall(text))
    place = set(PLACE_WORDS)
    return wanted - place == present - place and (bool(wanted & place) or not present & place)


def _leaves(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves(part, (*loc, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _leaves(part, (*loc, index))
    else:
        yield loc, value or ""
