"""New places for campaigns/: one that somebody has typed in, or all of an official list.

What a folder already holds is never changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from lachan import disk, listfile, spelling
from lachan.campaign import split
from lachan.newcheck import Known, New, faults, known, restored
from lachan.problem import Problem, Where
from lachan.site.spot import slug
from lachan.yamltext import read

_NAMED = 3
"""Codes that a note names before it only counts them."""


def listed(path: Path, there: Known | None = None) -> tuple[list[New], list[Problem]]:
    """The places of the list at `path` as they will be written, and everything wrong in its rows.

    Without `there` they go where nothing is yet.
    """
    there = there or known(None)
    rows, problems = listfile.read(path)
    found: list[New] = []
    zeros: dict[str, Where] = {}
    names: dict[tuple[str, str], tuple[str, int]] = {}
    for row in rows:
        typed = New(**row.cells)
        new = restored(typed, there.listing)
        found.append(new)
        wrong = list(faults(new, there))
        problems += (row.where.problem(f.message, warning=f.warning) for f in wrong)
        for column, before, code, name in (
            ("province", typed.province_code, new.province_code, new.province),
            ("name", typed.code, new.code, new.name),
        ):
            if before != code:
                zeros.setdefault(f"{before} → {code}", row.where)
            other, line = names.setdefault((column, code), (name, row.where.line))
            refused = any(f.column == column and not f.warning for f in wrong)
            if spelling.key(other) != spelling.key(name) and not refused:
                message = f"mã {code} ở dòng {line} là «{other}», ở đây là «{name}»; hãy giữ một tên"
                problems.append(row.where.problem(message))
    if zeros:
        said = ", ".join([*zeros][:_NAMED]) + (" …" if len(zeros) > _NAMED else "")
        message = f"{len(zeros)} mã mất số 0 ở đầu, đã ghi lại theo danh mục: {said}"
        problems.append(next(iter(zeros.values())).problem(message, warning=True))
    return found, problems


def add(folder: Path, places: Iterable[New]) -> list[Path]:
    """Write a file for each of `places` that `folder` (campaigns) does not know; the files written.

    All of them or, raising OSError, none.
    """
    provinces = {_code(path): path.parent for path in sorted(folder.glob("*/province.yml"))}
    present = {_code(path) for path in sorted(folder.glob("*/*.yml")) if path.name != "province.yml"}
    written: list[Path] = []
    try:
        for new in places:
            if new.code in present:
                continue
            present.add(new.code)
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
    return slug(split(name).short, "-")


def _free(path: Path, code: str) -> Path:
    """`path`, or where it is taken (names repeat) the same with the code behind it."""
    return path.with_name(f"{path.stem}-{code}{path.suffix}") if path.exists() else path


def _write(path: Path, code: str, name: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    disk.write(path, f"code: {code}\nname: {name}\n".encode())
    return path
