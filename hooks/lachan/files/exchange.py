"""New files take the place of old ones in a folder that people read meanwhile: all of them or none.

They are made in a workshop beside the folder and moved in one by one, each whole at every moment: pages
after what they show, and what goes away goes last. A journal says what is to be moved before the first
one is. Where a move fails, or somebody stops it, all are moved back; where the process is killed the
next one finishes it.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from errno import EISDIR
from pathlib import Path

from filelock import FileLock, Timeout

from lachan.common.problem import Problem, ProblemsError
from lachan.files import disk

NEW = "new"
"""The folder of a workshop in which new files are made, as they will lie in the target."""
_OLD = "old"
_JOURNAL = "journal.json"
_BACK = "back.json"
"""The name of the journal from when all is to be moved back: a full disk lets nothing be written."""
_HALF = "journal.half"
_LOCK = "lock"
HANDED = "made"
"""The file of a workshop by which two processes of one build tell each other what was made."""
_OURS = frozenset({NEW, _OLD, _JOURNAL, _BACK, _HALF, _LOCK, HANDED})


@contextmanager
def workshop(target: Path, kind: str) -> Iterator[Path]:
    """A folder beside `target` for one build at a time, `.site-usb` for `usb` where `kind` is `site`.

    What a killed build has left in it is finished, then removed. Raises ProblemsError while another
    build has it, and when something else than a workshop lies there.
    """
    folder = target.parent / f".{kind}-{target.name}"
    folder.mkdir(parents=True, exist_ok=True)
    if strangers := sorted({path.name for path in folder.iterdir()} - _OURS):
        message = (
            f"Lá Chắn cần chỗ này để làm việc mà đã có sẵn «{strangers[0]}»; hãy chuyển đi nơi khác"
        )
        raise ProblemsError([Problem(str(folder), 1, message)])
    lock = FileLock(folder / _LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        message = "đang có một lần dựng khác ghi vào đây; hãy chờ xong rồi chạy lại"
        raise ProblemsError([Problem(str(target), 1, message)]) from None
    try:
        if _begun(folder):
            _finish(folder, target)
        _clear(folder)
        yield folder
    finally:
        # What could not be moved back waits for the next build.
        if not _begun(folder):
            _clear(folder)
            with suppress(OSError):  # Windows removes a lock only when it is let go
                (folder / _LOCK).unlink()
        lock.release()
        with suppress(OSError):
            folder.rmdir()


def exchange(folder: Path, target: Path, gone: Sequence[str]) -> None:
    """Move what is new in the workshop `folder` to `target`, and out of it the files `gone`.

    A file whose bytes are the same stays the one it was, date and all: uploads skip it then. Raises
    OSError; then `target` is as it was.
    """
    new = folder / NEW
    if not target.exists():
        disk.move(new, target)
        return
    put = [path for path in _files(new) if not _same(new / path, target / path)]
    if not put and not gone:
        return
    added = [path for path in put if not (target / path).exists()]
    journal = {"put": sorted(put, key=_turn), "gone": list(gone), "added": added}
    with (folder / _HALF).open("w", encoding="utf-8") as file:
        json.dump(journal, file)
        file.flush()
        os.fsync(file.fileno())  # whole before the first move, even if the power goes
    disk.move(folder / _HALF, folder / _JOURNAL)
    _finish(folder, target)


def _files(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        below = Path(parent).relative_to(folder)
        yield from ((below / name).as_posix() for name in names)


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def _turn(path: str) -> tuple[bool, bool, str]:
    """First what pages show and load, then pages, and last what says what there is."""
    return path == "kho.json", ".html" in path, path


def _begun(folder: Path) -> bool:
    """Whether files are being moved, forth or back."""
    return (folder / _JOURNAL).exists() or (folder / _BACK).exists()


def _finish(folder: Path, target: Path) -> None:
    """Do what the journal says, as far as it is not done yet, and take it away. Raises OSError; then
    all of it is undone.
    """
    journal, back = folder / _JOURNAL, folder / _BACK
    if not back.exists():
        try:
            _move(folder, target, _read(journal))
        except BaseException:
            disk.move(journal, back)
            _move_back(folder, target)
            raise
        journal.unlink()
    else:
        _move_back(folder, target)


def _read(journal: Path) -> Mapping[str, Sequence[str]]:
    """The paths that are `put`, those of them that are `added`, those that are `gone`."""
    found: Mapping[str, Sequence[str]] = json.loads(journal.read_text("utf-8"))
    return found


def _move(folder: Path, target: Path, journal: Mapping[str, Sequence[str]]) -> None:
    new, old = folder / NEW, folder / _OLD
    for path in journal["put"]:
        if (new / path).exists():
            _aside(target / path, old / path)
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            disk.move(new / path, target / path)
    for path in journal["gone"]:
        if (target / path).exists():
            (old / path).parent.mkdir(parents=True, exist_ok=True)
            disk.move(target / path, old / path)
    for path in journal["gone"]:
        _remove_empty((target / path).parent, target)


def _move_back(folder: Path, target: Path) -> None:
    journal = _read(folder / _BACK)
    for path in journal["added"]:
        if (target / path).exists():
            (target / path).unlink()
        _remove_empty((target / path).parent, target)
    for path in (*journal["put"], *journal["gone"]):
        if (folder / _OLD / path).exists():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            disk.move(folder / _OLD / path, target / path)
    (folder / _BACK).unlink()


def _aside(path: Path, old: Path) -> None:
    """Keep a file that is about to be replaced; where a disk knows links it never leaves its place."""
    if not path.exists():
        return
    if path.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
    old.parent.mkdir(parents=True, exist_ok=True)
    old.unlink(missing_ok=True)
    try:
        os.link(path, old)
    except OSError:
        disk.move(path, old)


def _remove_empty(folder: Path, root: Path) -> None:
    """Remove a folder and those above it as far as nothing is left in them, up to `root`."""
    with suppress(OSError):  # something lies in it
        while folder != root:
            folder.rmdir()
            folder = folder.parent


def _clear(folder: Path) -> None:
    for name in (NEW, _OLD):
        shutil.rmtree(folder / name, ignore_errors=True)
    for name in (HANDED, _HALF):
        (folder / name).unlink(missing_ok=True)
