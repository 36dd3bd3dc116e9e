"""The files of the folder `campaigns`: what may lie there, which belong to whom, which have one code.

Of a file with a fault the code still counts, for the place has its pages, and printed codes lead there.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Set
from pathlib import Path

from lachan.campaign.model import Place
from lachan.common import yamltext
from lachan.common.problem import Problem, Where
from lachan.common.yamltext import Loc, Tree
from lachan.contacts import recall
from lachan.files import systemfiles
from lachan.gazetteer.listing import Listing, Unit

_COMMON = frozenset({"vietnam.yml", recall.NAME})
"""The files of campaigns/ that are of no province."""


_IDENTITY = re.compile(r"^[ \t]*[\"']?(code|name)[\"']?[ \t]*:[ \t]*([^#\n]*)", re.M | re.IGNORECASE)


def read(
    path: Path, name: str, faulty: Set[str], official: Callable[[str], Unit | None]
) -> tuple[Tree, list[Problem]]:
    """The file of a place; of a faulty one the first line of its code, and the name that the list has
    for it or else the line of that, for the rest may not even be YAML.
    """
    if name not in faulty:
        return yamltext.read(path, name)
    text = _legible(path.read_bytes())
    value: dict[str, str] = {}
    where: dict[Loc, Where] = {(): Where(name, 1)}
    for match in _IDENTITY.finditer(text):
        key = match[1].lower()
        if key not in value:
            value[key] = match[2].strip(" \t\r\"'")
            where[(key,)] = Where(name, text[: match.start(1)].count("\n") + 1)
    code = value.get("code", "")
    for whole in (code, code.zfill(2), code.zfill(5)):  # Excel takes zeros away
        if unit := official(whole):
            value |= {"code": whole, "name": unit.name}
            break
    return Tree(value, where), []


def _legible(raw: bytes) -> str:
    """As much as can be read of a file; UTF-16 is what Windows calls «Unicode»."""
    utf16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return raw.decode("utf-16" if utf16 else "utf-8-sig", "replace")


def own_file(path: str, name: str) -> str:
    """The file of the commune or province that something in the folder `name` of places belongs to, as
    a recording does; "" for what is everybody's.
    """
    inside = path.removeprefix(f"{name}/").split("/")
    if not path.startswith(f"{name}/") or len(inside) < 2:
        return ""
    return f"{name}/{inside[0]}/{inside[1].removesuffix('.yml')}.yml"


def strays(folder: Path, name: str) -> Iterator[Problem]:
    """Nothing in campaigns/ is passed over in silence."""
    for path in systemfiles.found(folder, "**/*"):
        shown = f"{name}/{path.relative_to(folder).as_posix()}"
        deep = len(path.relative_to(folder).parts)
        if path.is_dir():
            beside = path.with_suffix(".yml")
            if deep > 2 or (deep == 2 and (path.name == "province" or not beside.exists())):
                yield Problem(shown, 1, "thư mục thu âm cần cùng tên với tệp của xã")
            elif deep == 1 and not (path / "province.yml").exists():
                yield Problem(f"{shown}/province.yml", 1, "thiếu tệp này: mỗi thư mục tỉnh cần một")
        elif deep == 3:
            continue  # recordings, read with their commune
        elif path.suffix != ".yml" or deep > 3 or (deep == 1 and path.name not in _COMMON):
            yield Problem(shown, 1, "không rõ tệp này để làm gì; xã để ở <tỉnh>/<xã>.yml")


def without_doubles(places: list[Place], faulty: Set[str]) -> list[Place]:
    """`places` without those of faulty files whose code a sound file has, or a faulty one before."""
    taken = {place.code for place in places if place.where.path not in faulty}
    kept: list[Place] = []
    for place in places:
        if place.where.path not in faulty:
            kept.append(place)
        elif place.code not in taken:
            taken.add(place.code)
            kept.append(place)
    return kept


def twins(places: list[Place], listing: Listing) -> Iterator[Problem]:
    """Files with the code of another one.

    Wrong is the one that has not the name of the official list; where that does not tell them apart,
    nobody knows whose numbers are right, and all are named.
    """
    by_code: dict[str, list[Place]] = {}
    for place in sorted(places, key=lambda place: place.where.path):
        by_code.setdefault(place.code, []).append(place)
    for code, having in by_code.items():
        unit = listing.commune(code)
        named = [place for place in having if unit and str(place.name) == unit.name]
        right = named[0] if len(named) == 1 else None
        for place in having if len(having) > 1 else ():
            other = right or next(other for other in having if other is not place)
            if place is not right:
                yield place.where.problem(f"mã {code} đã dùng ở {other.where.path}")
