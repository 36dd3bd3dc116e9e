"""The libraries of requirements.lock as wheels for Windows, fetched by pip, which checks their hashes.

A library without a wheel for Windows is made into one here: those that we have can do without their
part in C, which no compiler (`CC=false`) leaves out, and which would not run there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements.lock"
_PURE = ("rcssmin", "rjsmin")
"""Libraries that have no wheel for Windows."""
_UNUSED = ("setuptools",)
"""Libraries that only installing needs."""
_ENTRY = re.compile(r"^([a-z0-9-]+)==.*(?:\n[ \t]+.*)*\n?", re.M)
_FOLDERS = re.compile(r"^[^/]+\.data/(?:purelib|platlib)/")
"""Where a wheel keeps what belongs beside its packages all the same (PEP 427)."""


@dataclass(frozen=True)
class Wheel:
    """A wheel: name and version of its library, and its file."""

    name: str
    version: str
    path: Path

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file as it lies when it is installed; programs of its own (`.data/scripts`) are not."""
        with zipfile.ZipFile(self.path) as archive:
            for entry in archive.namelist():
                name = _FOLDERS.sub("", entry)
                if not name.endswith("/") and ".data/" not in name:
                    yield name, archive.read(entry)


def download(version: str, folder: Path) -> Sequence[Wheel]:
    """All libraries for Python `version` on Windows of 64 bits, fetched into the empty `folder`.

    Raises CalledProcessError where pip gives up; it has said why.
    """
    pure, others = split(LOCK.read_text("utf-8"))
    target = ("--platform", "win_amd64", "--python-version", version, "--implementation", "cp")
    _pip(folder, others, "download", "--only-binary", ":all:", *target, "--dest", str(folder))
    _pip(folder, pure, "wheel", "--no-binary", ":all:", "--no-build-isolation", "-w", str(folder))
    found = {path.name.partition("-")[0]: path for path in folder.glob("*.whl")}
    return [Wheel(name, path.name.split("-")[1], path) for name, path in sorted(found.items())]


def split(lock: str) -> tuple[str, str]:
    """The entries of a lock file that are made into wheels here, and those that have one."""
    entries = [(entry[1], entry[0]) for entry in _ENTRY.finditer(lock)]
    pure = "".join(text for name, text in entries if name in _PURE)
    return pure, "".join(text for name, text in entries if name not in (*_PURE, *_UNUSED))


def _pip(folder: Path, lock: str, command: str, *options: str) -> None:
    listed = folder / f"{command}.lock"
    listed.write_text(lock, "utf-8")
    subprocess.run(
        [
            sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", command,
            "--no-deps", "--require-hashes", "--requirement", str(listed), *options,
        ],
        env=os.environ | {"CC": "false"},
        check=True,
    )  # fmt: skip
