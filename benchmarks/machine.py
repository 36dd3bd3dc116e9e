"""What the numbers were measured on."""

from __future__ import annotations

import os
import platform
from datetime import date
from pathlib import Path

from lachan.files.workers import cores


def described() -> str:
    """Date, cores, processor, memory, system and Python in one line."""
    parts = [
        f"{date.today():%Y-%m-%d}",
        f"{cores()} cores",
        _said("/proc/cpuinfo", "model name") or platform.processor() or platform.machine(),
        f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GB of memory",
        f"{platform.system()} {platform.release().partition('-')[0]}",
        f"Python {platform.python_version()}",
    ]
    return ", ".join(parts)


def _said(path: str, key: str) -> str:
    """What follows the first `key` in a file of the system, if there is one."""
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")
