"""Run a program and measure it: seconds, and the most memory that each of its processes ever held.

Memory is the high-water mark that Linux keeps for every process (proc(5), VmHWM), read while they run;
elsewhere there is none.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_LOOK = 0.05
"""Seconds between two looks at the processes."""


@dataclass
class Measurement:
    """`output` is what it printed; `memory` the most megabytes of any process of a role.

    Roles: `main`, `worker` (started by multiprocessing), `site` (the site builder).
    """

    seconds: float = 0.0
    output: str = ""
    memory: dict[str, float] = field(default_factory=dict)


def run(
    arguments: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None
) -> Measurement:
    """Run Python with `arguments`. Raises RuntimeError with what it said if it fails."""
    result = Measurement()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        begin = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=cwd,
            env=os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"} | dict(environment or {}),
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        while True:
            _look(process.pid, result.memory)
            try:
                process.wait(_LOOK)
                break
            except subprocess.TimeoutExpired:
                continue
        result.seconds = time.perf_counter() - begin
        said.seek(0)
        result.output = said.read()
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments)}:\n{result.output}")
    return result


def _look(pid: int, memory: dict[str, float]) -> None:
    """Note the high-water marks of the process `pid` and of all below it."""
    folder = Path("/proc", str(pid))
    try:
        command = (folder / "cmdline").read_text("utf-8")
        marks = [line for line in (folder / "status").read_text().splitlines() if "VmHWM" in line]
        below = [int(id) for task in (folder / "task").iterdir() for id in _children(task)]
    except OSError:  # it has just ended, or the system keeps no such files
        return
    role = "site" if "mkdocs" in command else "worker" if "multiprocessing" in command else "main"
    for mark in marks:
        memory[role] = max(memory.get(role, 0.0), int(mark.split()[1]) * 1024 / 1e6)
    for child in below:
        _look(child, memory)


def _children(task: Path) -> list[str]:
    return (task / "children").read_text().split()
