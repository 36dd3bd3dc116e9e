"""What a disk refuses, as one sentence that names the place: it is full, locked, somebody has the file.

The system says it in English, in words for programmers, and of a full disk not even where it is.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lachan.common.problem import Problem
from lachan.files import scratch

_FULL = "đĩa đã đầy, không ghi thêm được; hãy xóa bớt tệp không cần hoặc ghi sang đĩa khác rồi chạy lại"
_LARGE = "đĩa này không cho ghi tệp lớn như vậy; hãy ghi sang đĩa khác rồi chạy lại"
_DENIED = (
    "máy không cho đọc hoặc ghi ở đây; hãy đóng các chương trình đang mở tệp này, hoặc nhờ người quản "
    "máy cấp quyền, rồi chạy lại"
)
_LOCKED = "đĩa này chỉ cho đọc, không cho ghi; hãy mở khóa đĩa hoặc ghi sang đĩa khác rồi chạy lại"
_OPEN = "đang mở trong một chương trình khác; hãy đóng chương trình ấy rồi chạy lại"
_FILE = "chỗ này phải là thư mục mà lại là một tệp; hãy đổi tên tệp ấy rồi chạy lại"
_FOLDER = "chỗ này phải là tệp mà lại là một thư mục; hãy đổi tên thư mục ấy rồi chạy lại"
_GONE = "không thấy tệp hoặc thư mục này; có thể vừa bị xóa hay đổi tên, hãy xem lại rồi chạy lại"
_LONG = (
    "đường dẫn này quá dài, Windows không nhận; hãy chuyển cả thư mục Lá Chắn ra gần gốc ổ đĩa, ví dụ "
    "D:\\LaChan, rồi chạy lại"
)
_OTHER = "máy không đọc hoặc ghi được ở đây ({}); hãy chạy lại, vẫn vậy thì nhờ người quản máy xem đĩa"
_SAID = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _LARGE,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: _LOCKED,
    errno.EEXIST: _FILE,
    errno.ENOTDIR: _FILE,
    errno.EISDIR: _FOLDER,
    errno.ENOENT: _GONE,
}
_SHARED = frozenset({32, 33})
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows."""
_NO_PATH = frozenset({3, 206})
"""ERROR_PATH_NOT_FOUND, which is said of a path that is too long, and ERROR_FILENAME_EXCED_RANGE."""
_LONGEST = 247
"""Characters of the path of a folder, unless long paths were allowed; of a file it is 259."""
_BRIEFLY = frozenset({5, *_SHARED})
"""With ERROR_ACCESS_DENIED: what Windows says while a reader, or a virus scanner, has a file open."""
_WAITS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds between attempts to move a file that somebody has open: a scanner is done sooner."""
_NUMBER = re.compile(r"\[Errno (\d+)\]")
_WORKSHOP = re.compile(r"\.(?:site|usb)-(.+)")
"""The folder in which a site or a copy is made, beside the one that it is for (`exchange.workshop`)."""


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """While `place` is written to: what fails without saying where, as on a full disk, says it."""
    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno is not None:
            error.filename = str(place)
        raise


def move(source: Path, target: Path) -> None:
    """Move a file or folder to `target`, in place of a file there.

    Windows refuses that while anybody reads one of the two: then it is tried again for three seconds.
    Raises OSError.
    """
    for wait in _WAITS:
        try:
            os.replace(source, target)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _BRIEFLY:
                raise
        time.sleep(wait)
    os.replace(source, target)


def write(path: Path, content: bytes) -> None:
    """Write a file that people edit: all of it, or what was there stays. Raises OSError."""
    half = path.with_name(f".{path.name}.half")
    with writing(path):
        try:
            half.write_bytes(content)
            move(half, path)
        except BaseException:
            half.unlink(missing_ok=True)
            raise


def problem(error: OSError, place: Path | None = None) -> Problem:
    """What is wrong and what to do, and where: the file or folder of the error, or else `place`."""
    number, name, reason = error.errno, error.filename2 or error.filename or place, error.strerror
    if isinstance(error, shutil.Error) and isinstance(error.args[0], list):
        # Of a whole folder that was copied the first file; errors are mere text here.
        _, name, reason = error.args[0][0]
        found = _NUMBER.search(reason)
        number = int(found[1]) if found else None
    said = _SAID.get(number or 0) or _OTHER.format(reason or error)
    windows = getattr(error, "winerror", None)
    if windows in _SHARED:
        said = _OPEN
    if windows in _NO_PATH and name and len(os.fsdecode(name)) > _LONGEST:
        said = _LONG
    return Problem(_shown(Path(os.fsdecode(name)), number) if name else "lachan", 1, said)


def _shown(path: Path, number: int | None) -> str:
    """A place as people know it, from where they are; not one that is there only while we work."""
    path = path.absolute()
    for part in (path, *path.parents):
        if found := _WORKSHOP.fullmatch(part.name):
            path = part.with_name(found[1])
        elif (part / scratch.LOCK).exists():
            path = part.parent
    while number != errno.ENOENT and not path.exists():
        path = path.parent
    here = Path.cwd()
    if not path.is_relative_to(here):
        return str(path)
    return path.relative_to(here).as_posix() + ("/" if path.is_dir() else "")
