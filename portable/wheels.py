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

from packaging.markers import Marker

LOCK = Path(__file__).parents[1] / "requirements.lock"
_PURE = ("rcssmin", "rjsmin")
"""Libraries that have no wheel for Windows."""
_UNUSED = ("setuptools",)
"""Libraries that only installing needs."""
_ENTRY = re.compile(r"^([a-z0-9-]+)==([^ ;]+)(?: *; (.+?))? *(\\\n(?: +--hash=.+\n?)+)", re.M)
"""An entry of a lock file: name, version, marker if any, and its hashes."""
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
    """All libraries for Python `version` (`3.13.15`) on Windows of 64 bits, fetched into the empty
    `folder`.

    Raises CalledProcessError where pip gives up; it has said why.
    """
    pure, others = split(LOCK.read_text("utf-8"), version)
    target = ("--platform", "win_amd64", "--python-version", version, "--implementation", "cp")
    _pip(folder, others, "download", "--only-binary", ":all:", *target, "--dest", str(folder))
    _pip(folder, pure, "wheel", "--no-binary", ":all:", "--no-build-isolation", "-w", str(folder))
    found = {path.name.partition("-")[0]: path for path in folder.glob("*.whl")}
    return [Wheel(name, path.name.split("-")[1], path) for name, path in sorted(found.items())]


def split(lock: str, version: str) -> tuple[str, str]:
    """The entries of a lock file for Python `version` on Windows: those that are made into wheels here,
    and those that have one.

    Markers are decided here, for pip asks them of the Python that runs it, whatever it fetches for.
    """
    there = {
        "implementation_name": "cpython",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_system": "Windows",
        "python_full_version": version,
        "python_version": version.rpartition(".")[0],
        "sys_platform": "win32",
    }
    pure, others = "", ""
    for entry in _ENTRY.finditer(lock):
        name, pin, marker, hashes = entry.groups()
        if name in _UNUSED or (marker and not Marker(marker).evaluate(there)):
            continue
        if name in _PURE:
            pure += f"{name}=={pin} {hashes}"
        else:
            others += f"{name}=={pin} {hashes}"
    return pure, others


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
