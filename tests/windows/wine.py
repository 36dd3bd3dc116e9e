"""Programs for Windows, run by Wine: its own folder of settings, pipes for streams, and no window."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

QUIET = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=", "DISPLAY": "", "BROWSER": "true"}
_PATIENCE = 900
"""Seconds that anything may take."""


@dataclass(frozen=True)
class Wine:
    """Wine with its settings in `prefix`."""

    prefix: Path

    def environment(self, **more: str) -> dict[str, str]:
        """The variables that a program begins with."""
        return os.environ | QUIET | {"WINEPREFIX": str(self.prefix)} | more

    def run(
        self, *command: str, cwd: Path, said: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        """A program with all that it says in `stdout`; it hears `said`."""
        return subprocess.run(
            ["wine", *command],
            cwd=cwd,
            env=self.environment(**environment),
            input=said,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PATIENCE,
            check=False,
        )

    def end(self) -> None:
        """End whatever still runs with these settings."""
        subprocess.run(
            ["wineserver", "-k", "-w"],
            env=self.environment(),
            check=False,
            timeout=_PATIENCE,
        )
