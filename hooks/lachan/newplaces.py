"""New places for campaigns/: one that somebody has typed in, or all of an official list.

A list is a CSV file as the General Statistics Office publishes it, with the columns `province_code`,
`province`, `code` and `name`. What a folder already holds is never changed.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lachan import disk
from lachan.campaign import PlaceFile, ProvinceFile, split
from lachan.problem import Problem, Where
from lachan.schema import load
from lachan.site.spot import slug
from lachan.yamltext import Tree, read, read_utf8

COLUMNS = ("province_code", "province", "code", "name")


@dataclass(frozen=True)
class New:
    """A place to be added: «31», «Thành phố Hải Phòng», «11692», «Phường Dương Kinh»."""

    province_code: str
    province: str
    code: str
    name: str


def listed(path: Path) -> tuple[list[New], list[Problem]]:
    """The places of the list at `path`, or every line of it that cannot be used."""
    text, problems = read_utf8(path, path.name)
    if problems:
        return [], problems
    reader = csv.DictReader(text.splitlines(), restval="")
    if missing := [name for name in COLUMNS if name not in (reader.fieldnames or ())]:
        return [], [Problem(path.name, 1, f"thiếu cột {', '.join(missing)}")]
    found: list[New] = []
    for row in reader:
        new = New(*(row[name].strip() for name in COLUMNS))
        problems += faults(new, Where(path.name, reader.line_num))
        found.append(new)
    return found, problems


def faults(new: New, where: Where) -> Iterator[Problem]:
    """Why a place cannot be added, by the rules of the files that it will stand in."""
    province = {"code": new.province_code, "name": new.province}
    for model, value in ((ProvinceFile, province), (PlaceFile, {"code": new.code, "name": new.name})):
        yield from load(model, Tree(value, {(): where}))[1]


def add(folder: Path, places: Iterable[New]) -> list[Path]:
    """Write a file for each of `places` that `folder` (campaigns) does not know; the files written.

    All of them or, raising OSError, none.
    """
    provinces = {_code(path): path.parent for path in sorted(folder.glob("*/province.yml"))}
    known = {_code(path) for path in sorted(folder.glob("*/*.yml")) if path.name != "province.yml"}
    written: list[Path] = []
    try:
        for new in places:
            if new.code in known:
                continue
            known.add(new.code)
            if new.province_code not in provinces:
                home = _free(folder / _short(new.province), new.province_code)
                provinces[new.province_code] = home
                written.append(_write(home / "province.yml", new.province_code, new.province))
            path = provinces[new.province_code] / f"{_short(new.name)}.yml"
            written.append(_write(_free(path, new.code), new.code, new.name))
    except OSError:
        for path in written:
            path.unlink()
            with suppress(OSError):  # others lie in it
                path.parent.rmdir()
        raise
    return written


def _code(path: Path) -> str:
    """The code that a file says; "" where it says none."""
    return str(read(path, path.name)[0].value.get("code", ""))


def _short(name: str) -> str:
    """«Phường Dương Kinh» → `duong-kinh`."""
    return slug(split(name[:1].upper() + name[1:]).short, "-")


def _free(path: Path, code: str) -> Path:
    """`path`, or where it is taken (names repeat) the same with the code behind it."""
    return path.with_name(f"{path.stem}-{code}{path.suffix}") if path.exists() else path


def _write(path: Path, code: str, name: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = " ".join(name.split())
    disk.write(path, f"code: {code}\nname: {plain[:1].upper()}{plain[1:]}\n".encode())
    return path
