"""What a long-lived process holds of the machine's memory."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress


def give_back() -> None:
    """Hand back to the system what is free; only the allocator of glibc must be told, others do so."""
    if sys.platform == "win32":  # no library of everything that is loaded, and no glibc
        return
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
