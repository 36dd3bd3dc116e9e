"""Whether a new place can be added.

It is compared with the rules of campaign files, the official list of the day and what a folder has.
A contradiction is an error; what the list does not know is only asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from lachan.common import clock
from lachan.common.yamltext import read
from lachan.files import systemfiles
from lachan.gazetteer import official, spelling
from lachan.gazetteer.listing import Listing, Unit
from lachan.gazetteer.spelling import KINDS, PROVINCE_KINDS
from lachan.gazetteer.unit_names import CommuneCode, CommuneName, ProvinceCode, ProvinceName


@dataclass(frozen=True)
class New:
    """A place to be added: «31», «Thành phố Hải Phòng», «11692», «Phường Dương Kinh»."""

    province_code: str
    province: str
    code: str
    name: str


@dataclass(frozen=True)
class PlaceFault:
    """What is wrong with one of `listfile.COLUMNS` of a place, or, as a warning, not certain."""

    column: str
    message: str
    warning: bool = False


@dataclass(frozen=True)
class There:
    """A file of campaigns/: how it is shown to people, and what it calls its place."""

    path: str
    name: str


@dataclass(frozen=True)
class Known:
    """What is there: provinces and communes of a folder by their codes, and the list of the day."""

    provinces: Mapping[str, There]
    communes: Mapping[str, There]
    listing: Listing


def known(folder: Path | None) -> Known:
    """What `folder` (campaigns), if any, and the official list of today hold. Raises ProblemsError."""
    provinces: dict[str, There] = {}
    communes: dict[str, There] = {}
    for path in systemfiles.found(folder, "*/*.yml") if folder else ():
        value = read(path, path.name)[0].value
        shown = "/".join(path.parts[-3:])
        into = provinces if path.name == "province.yml" else communes
        into[str(value.get("code", ""))] = There(shown, str(value.get("name", "")))
    return Known(provinces, communes, official.gazetteer()[0].on(clock.today()))


def restored(typed: New, listing: Listing) -> New:
    """`typed` with the capitals of names, and with what the official list leaves no doubt about:
    zeros that a spreadsheet took from codes, how a name is spelt today, which kind «P.» stands for.
    """
    new = replace(
        typed, province=_titled(typed.province, PROVINCE_KINDS), name=_titled(typed.name, KINDS)
    )
    province = listing.province(new.province_code.zfill(2))
    if province and _is(spelling.spelt_out(new.province), province):
        new = replace(new, province_code=new.province_code.zfill(2), province=province.name)
    commune = listing.commune(new.code.zfill(5))
    named = commune and _is(spelling.spelt_out(new.name), commune)
    if commune and named and commune.province == new.province_code:
        new = replace(new, code=new.code.zfill(5), name=commune.name)
    return new


def place_faults(new: New, there: Known) -> Iterator[PlaceFault]:
    """Why a place cannot be added, by the rules of the files that it will stand in, by the list of the
    day, and by what is there already; and what the list does not know.
    """
    listed = _codes(there.listing.named(new.name, new.province_code)) if new.name else ""
    form = [
        *_form("province_code", "code", ProvinceCode, new.province_code),
        *_form("province", "name", ProvinceName, new.province),
        *_form("code", "code", CommuneCode, new.code, listed),
        *_form("name", "name", CommuneName, new.name),
    ]
    yield from form
    wrong = {fault.column for fault in form}
    if not wrong & {"province_code", "province"}:
        yield from _province(new, there.listing)
        yield from _twice("province", new.province_code, new.province, there.provinces, there)
    if not wrong & {"province_code", "code"}:
        yield from _home(new, there.listing)
    if not wrong & {"code", "name"}:
        yield from _commune(new, there.listing)
        yield from _twice("name", new.code, new.name, there.communes, there)


def _form(column: str, key: str, rule: Any, value: str, hint: str = "") -> Iterator[PlaceFault]:
    """What the rule of a campaign file says of a value, which will stand there under `key`."""
    if not value:
        yield PlaceFault(column, f"«{column}» còn trống{hint}")
        return
    try:
        TypeAdapter(rule).validate_python(value)
    except ValidationError as error:
        for fault in error.errors():
            yield PlaceFault(column, f"«{key}»: {fault['ctx']['error']}{hint}")


def _province(new: New, listing: Listing) -> Iterator[PlaceFault]:
    """A code and a name of two provinces; or of none that the list knows."""
    code, name = new.province_code, new.province
    unit = listing.province(code)
    others = [other for other in listing.provinces.values() if _is(name, other)]
    if unit and not _is(name, unit):
        yield PlaceFault("province", f"mã {code} là «{unit.name}», không phải «{name}»{_codes(others)}")
    elif unit is None and others:
        yield PlaceFault("province", f"danh mục không có tỉnh nào mang mã {code}{_codes(others)}")
    elif unit is None:
        near = _codes(listing.near_provinces(name), "; tên gần nhất: ")
        message = f"danh mục không có tỉnh nào mang mã {code}; hãy xem lại{near}"
        yield PlaceFault("province", message, warning=True)


def _home(new: New, listing: Listing) -> Iterator[PlaceFault]:
    """A commune in a province that it does not lie in."""
    unit = listing.commune(new.code)
    province = listing.province(new.province_code)
    if unit and province and unit.province != province.code:
        there = listing.province(unit.province)
        yield PlaceFault(
            "code",
            f"mã {new.code} ({unit.name}) thuộc {there.name if there else 'tỉnh khác'}, "
            f"không phải {province.name}",
        )


def _commune(new: New, listing: Listing) -> Iterator[PlaceFault]:
    """A code and a name of two communes; or of none that the list knows."""
    unit = listing.commune(new.code)
    if unit and _is(new.name, unit):
        return
    others = listing.named(new.name, new.province_code) or listing.named(new.name)
    if unit:
        message = f"mã {new.code} là «{unit.name}», không phải «{new.name}»{_codes(others)}"
        yield PlaceFault("name", message, warning=not others)
    else:
        near = _codes(listing.near(new.name, new.province_code), "; tên gần nhất: ")
        message = f"danh mục không có xã, phường nào mang mã {new.code}; hãy xem lại"
        yield PlaceFault("name", message + (_codes(others) or near), warning=True)


def _twice(
    column: str, code: str, name: str, present: Mapping[str, There], there: Known
) -> Iterator[PlaceFault]:
    """A code that a file of the folder has under another name, in no time the same place's."""
    other = present.get(code)
    unit = there.listing.commune(code) or there.listing.province(code)
    if not other or spelling.key(other.name) == spelling.key(name):
        return
    if not (unit and _is(other.name, unit) and _is(name, unit)):
        yield PlaceFault(column, f"mã {code} đã có ở {other.path}, tên là «{other.name}»; hãy xem lại")


def _is(name: str, unit: Unit) -> bool:
    """Whether `name` is what a unit is, was or will be called."""
    names = [unit.name, *(f.name for f in unit.former), *(title.name for title in unit.coming)]
    return spelling.key(name) in map(spelling.key, names)


def _codes(units: Iterable[Unit], before: str = "; ") -> str:
    named = ", ".join(f"«{unit.name}» có mã {unit.code}" for unit in units)
    return f"{before}{named}" if named else ""


def _titled(name: str, kinds: tuple[str, ...]) -> str:
    """`name` with its capitals, where it was typed without any or with nothing else."""
    plain = spelling.plain(name)
    kind = next((k for k in kinds if plain.casefold().startswith(f"{k.casefold()} ")), "")
    words = plain[len(kind) :].split() if kind else plain.split()
    shouted = plain.isupper()
    return " ".join(
        [kind] * bool(kind)
        + [_LETTERS.sub(_capital, word) if shouted or word.islower() else word for word in words]
    )


_LETTERS = re.compile(r"[^\W\d_]+")


def _capital(letters: re.Match[str]) -> str:
    return letters[0].capitalize()
