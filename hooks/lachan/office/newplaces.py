"""New places for campaigns/: one that somebody has typed in, or all of an official list.

What a folder already holds is never changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from lachan.common import schema
from lachan.common.problem import Problem, Where
from lachan.common.slugs import slug
from lachan.common.yamltext import read
from lachan.files import disk, systemfiles
from lachan.gazetteer import spelling
from lachan.gazetteer.unit_names import split
from lachan.office import listfile
from lachan.office.newcheck import Known, New, known, place_faults, restored

_NAMED = 3
"""Codes that a note names before it only counts them."""


def listed(path: Path, there: Known | None = None) -> tuple[list[New], list[Problem]]:
    """The places of the list at `path` as they will be written, and everything wrong in its rows.

    Without `there` they go where nothing is yet.
    """
    there = there or known(None)
    rows, problems = listfile.read(path)
    typed = [(row.where, New(**row.cells)) for row in rows]
    places = [(where, restored(new, there.listing)) for where, new in typed]
    refused: set[tuple[Where, str]] = set()
    for where, new in places:
        for fault in place_faults(new, there):
            problems.append(where.problem(fault.message, warning=fault.warning))
            refused |= set() if fault.warning else {(where, fault.column)}
    problems += _twins(places, refused)
    written = [new for _, new in places]
    problems += _zeros(typed, written)
    problems += _kinds(typed, written)
    return written, problems


def _twins(
    places: Sequence[tuple[Where, New]], refused: Collection[tuple[Where, str]]
) -> Iterator[Problem]:
    """Codes with two names, in columns that are not refused already."""
    first: dict[tuple[str, str], tuple[str, int]] = {}
    for where, new in places:
        for column, code, name in (
            ("province", new.province_code, new.province),
            ("name", new.code, new.name),
        ):
            other, line = first.setdefault((column, code), (name, where.line))
            if spelling.key(other) != spelling.key(name) and (where, column) not in refused:
                message = f"mã {code} ở dòng {line} là «{other}», ở đây là «{name}»; hãy giữ một tên"
                yield where.problem(message)


def _zeros(typed: Sequence[tuple[Where, New]], written: Sequence[New]) -> Iterator[Problem]:
    """One note of all zeros that were put back."""
    found: dict[str, Where] = {}
    for (where, before), after in zip(typed, written, strict=True):
        for old, new in ((before.province_code, after.province_code), (before.code, after.code)):
            if old != new:
                found.setdefault(f"{old} → {new}", where)
    yield from _note(found, "mã mất số 0 ở đầu, đã ghi lại theo danh mục")


def _kinds(typed: Sequence[tuple[Where, New]], written: Sequence[New]) -> Iterator[Problem]:
    """One note of all kinds that were spelt out."""
    found: dict[str, Where] = {}
    for (where, before), after in zip(typed, written, strict=True):
        for old, new in ((before.province, after.province), (before.name, after.name)):
            if spelling.parts(new)[0] and spelling.spelt_out(old) != spelling.plain(old):
                found.setdefault(f"{old} → {new}", where)
    yield from _note(found, "tên viết tắt chữ đầu, đã ghi đủ theo danh mục")


def _note(found: Mapping[str, Where], what: str) -> Iterator[Problem]:
    """How many `found` are `what`, and the first of them."""
    if found:
        said = ", ".join([*found][:_NAMED]) + (" …" if len(found) > _NAMED else "")
        message = f"{len(found)} {what}: {said}"
        yield next(iter(found.values())).problem(message, warning=True)


def add(folder: Path, places: Iterable[New]) -> list[Path]:
    """Write a file for each of `places` that `folder` (campaigns) does not know; the files written.

    All of them or, raising OSError, none.
    """
    provinces = {_code(path): path.parent for path in systemfiles.found(folder, "*/province.yml")}
    present = {
        _code(path) for path in systemfiles.found(folder, "*/*.yml") if path.name != "province.yml"
    }
    written: list[Path] = []
    try:
        for new in places:
            if new.code in present:
                continue
            present.add(new.code)
            if new.province_code not in provinces:
                home = _free(folder / _short(new.province), new.province_code)
                provinces[new.province_code] = home
                path = home / "province.yml"
                head = schema.comment(path, folder, "province")
                written.append(_write(path, head, new.province_code, new.province))
            path = _free(provinces[new.province_code] / f"{_short(new.name)}.yml", new.code)
            head = schema.comment(path, folder, "commune")
            written.append(_write(path, head, new.code, new.name))
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


def _write(path: Path, head: str, code: str, name: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    disk.write(path, f"{head}code: {code}\nname: {name}\n".encode())
    return path
