"""Python for Windows as python.org hands it out in a ZIP ("embeddable"), known by its SHA-256."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lachan.common.problem import Problem, ProblemsError
from lachan.common.yamltext import parse

_LIST = Path(__file__).parent / "data/python.yml"
_NAME = re.compile(r"python-(3\.\d+\.\d+)-embed-amd64\.zip")


@dataclass(frozen=True)
class Runtime:
    """A Python: its version (`3.13.15`), and its files by their names."""

    version: str
    files: Mapping[str, bytes]


def listed() -> Mapping[str, str]:
    """The names of the files that may be packed, by their SHA-256."""
    found: dict[str, str] = parse(_LIST.read_text("utf-8"), _LIST.name)[0].value
    return {sum: name for name, sum in found.items()}


def read(path: Path, known: Mapping[str, str]) -> Runtime:
    """The Python in the ZIP at `path`, which must be one of `known` (SHA-256 to name).

    Raises ProblemsError for any other file, and OSError.
    """
    name = known.get(hashlib.sha256(path.read_bytes()).hexdigest())
    if name is None:
        newest = max(known.values())
        message = f"không đúng từng byte tệp {newest} của python.org; hãy tải lại tệp ấy từ python.org"
        raise ProblemsError([Problem(str(path), 1, message)])
    version = _NAME.fullmatch(name)
    assert version
    with zipfile.ZipFile(path) as archive:
        return Runtime(version[1], {entry: archive.read(entry) for entry in archive.namelist()})
