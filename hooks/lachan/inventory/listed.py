"""The files of a finished site against their list in kho.json: all there, all the same, no other."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lachan.common.problem import Problem
from lachan.files.systemfiles import of_system
from lachan.inventory.manifest import NAME

STRAY = "tệp này không có trong kho.json"
EMPTY = "thư mục này không có trong kho.json"
LINK = "đây là lối tắt (symlink), không phải tệp thật"
ODD = "đây không phải một tệp thường"
STRANGE = frozenset({STRAY, EMPTY, LINK, ODD})
"""What no build makes, replaces or removes."""


@dataclass
class There:
    """What lies in a site: its plain files, and what cannot be one, by paths."""

    files: set[str] = field(default_factory=set)
    odd: dict[str, str] = field(default_factory=dict)
    """What is wrong with each: a link, a pipe, something that cannot be read."""
    empty: list[str] = field(default_factory=list)


def there(site: Path) -> There:
    """Everything in the folder `site`; no link is followed, nothing is opened."""
    found = There()
    _look(site, "", found)
    return found


def _look(folder: Path, shown: str, found: There) -> None:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        found.odd[shown.rstrip("/") or "."] = f"không mở được thư mục này ({error.strerror})"
        return
    if not listed and shown:
        found.empty.append(shown.rstrip("/"))
    for entry in listed:
        path = shown + entry.name
        if of_system(entry.name) and entry.is_file(follow_symlinks=False):
            continue
        if entry.is_symlink():
            found.odd[path] = LINK
        elif entry.is_dir():
            _look(folder / entry.name, f"{path}/", found)
        elif stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            found.files.add(path)
        else:
            found.odd[path] = ODD


def problems(site: Path, there: There, files: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    """What is not as the list `files` of kho.json says."""
    listed = {entry["path"] for entry in files}
    for path, fault in there.odd.items():
        yield _problem(path, fault)
    for path in there.empty:
        yield _problem(path, EMPTY)
    for path in there.files - listed - {NAME}:
        yield _problem(path, STRAY)
    for entry in files:
        if entry["path"] not in there.odd and (fault := changed(site, there, entry)):
            yield _problem(entry["path"], fault)


def changed(site: Path, there: There, entry: Mapping[str, Any]) -> str:
    """How the file of an entry differs from what it was, if it does."""
    path = site / entry["path"]
    if entry["path"] not in there.files:
        return (
            "đúng ra là tệp, nay là thư mục"
            if path.is_dir()
            else "kho.json có ghi nhưng không thấy tệp"
        )
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
            same = (file.tell(), found) == (entry["bytes"], entry["sha256"])
    except OSError as error:
        return f"không đọc được tệp này ({error.strerror})"
    return "" if same else "tệp đã đổi so với kho.json"


def _problem(path: str, fault: str) -> Problem:
    # A name may hold anything, a line break or what is no text at all.
    shown = path.encode("utf-8", "backslashreplace").decode()
    return Problem("".join(c if c.isprintable() else "?" for c in shown), 1, fault)
