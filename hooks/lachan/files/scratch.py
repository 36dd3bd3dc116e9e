"""Folders for a while, which go away even when the process that made them was killed.

In each lies a file that its process keeps locked as long as it lives; the system unlocks it, however
that ends. Whoever makes the next folder removes those whose file is free.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from filelock import lock_descriptor

LOCK = ".lachan"
_OURS = b"lachan\n"
"""Written into the file when it is locked: a folder without it is not ours, or just being made."""


@contextmanager
def folder(parent: Path, prefix: str) -> Iterator[Path]:
    """An empty folder in `parent`, for this user only, that is removed in the end. What killed
    processes left there under this prefix is swept first.

    Raises OSError where nothing can be written.
    """
    sweep(parent, prefix)
    made = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    with (made / LOCK).open("w+b", buffering=0) as lock:
        try:
            with suppress(OSError):  # a disk without locks: nobody will sweep this one
                lock_descriptor(lock.fileno())
                lock.write(_OURS)
            yield made
        finally:
            _remove(made, lock)


def sweep(parent: Path, prefix: str) -> None:
    """Remove the folders of this user that `folder` made and whose process is gone."""
    for path in parent.glob(f"{prefix}*"):
        # One that is in use, that another process sweeps at this moment, or that may not be read.
        with suppress(OSError):
            if _own(path):
                with (path / LOCK).open("r+b", buffering=0) as lock:
                    if lock_descriptor(lock.fileno(), blocking=False) and lock.read() == _OURS:
                        _remove(path, lock)


def _own(path: Path) -> bool:
    """Whether a folder, and no link to one, belongs to this user."""
    return not path.is_symlink() and (sys.platform == "win32" or path.stat().st_uid == os.getuid())


def _remove(made: Path, lock: BinaryIO) -> None:
    """All of a folder, its lock last: what cannot be removed now is left to the next sweep."""
    for path in made.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != LOCK:
            with suppress(OSError):
                path.unlink()
    lock.close()
    with suppress(OSError):
        if [path.name for path in made.iterdir()] == [LOCK]:
            shutil.rmtree(made)
