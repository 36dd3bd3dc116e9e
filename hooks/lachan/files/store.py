"""Finished files by name, and what is remembered of each place; the folder can be removed at any time.

Safe under several builds at once: a file appears whole or not at all, and its name says what it is.
Each carries the SHA-256 of its content at its end, so that damage is noticed by whoever reads it and
never reaches a site. A site gets copies: whoever edits a file there edits nothing here.
"""

from __future__ import annotations

import hashlib
import json
import stat
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from lachan.files import disk

_DIGEST = hashlib.sha256().digest_size
_STALE = 24 * 3600
"""Seconds after which a file that was never finished is taken for what a killed build left."""


class MissingError(Exception):
    """A file that was in the store is no longer there, or no longer what it was."""


class Stored(NamedTuple):
    """A file of a site: its path there, its name in the store, its size in bytes, its SHA-256."""

    path: str
    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Record:
    """What is remembered of a finished kit: what kho.json says of each file, and every file, pages and
    packed copies among them.
    """

    entries: tuple[dict[str, Any], ...]
    files: tuple[Stored, ...]


class Store:
    """A store in the folder `folder`, which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unfinished = folder / "unfinished"

    def path(self, name: str) -> Path:
        """Where the file of this name is or will be."""
        return self.folder / "files" / name[:2] / name

    def has(self, name: str) -> bool:
        """Whether there is a file of this name."""
        return self.path(name).exists()

    def read(self, name: str) -> bytes:
        """The content of a file. Raises MissingError, also when it was damaged; then it is removed."""
        try:
            found = self.path(name).read_bytes()
        except FileNotFoundError:
            raise MissingError(name) from None
        content = opened(found)
        if content is None:
            self.path(name).unlink(missing_ok=True)
            raise MissingError(name)
        return content

    def write(self, name: str, content: bytes) -> None:
        """Store a file under its name, for good."""
        write(self.path(name), sealed(content), self.unfinished)

    def keep(self, content: bytes) -> str:
        """Store a file that depends on nothing but its bytes; its name."""
        name = hashlib.sha256(content).hexdigest()
        try:
            self.read(name)
        except MissingError:
            self.write(name, content)
        return name

    def contents(self, names: Mapping[str, str]) -> Mapping[str, bytes]:
        """The content of each file of `names` (key to name), read when asked for, and not kept."""
        return _Contents(self, names)

    def remember(self, key: str, record: Record) -> None:
        """Note what was finished under `key`."""
        content = json.dumps(asdict(record), ensure_ascii=False).encode()
        write(self._note(key), sealed(content), self.unfinished)

    def record(self, key: str) -> Record | None:
        """What is remembered under `key`, if anything."""
        try:
            found = json.loads(opened(self._note(key).read_bytes()) or b"")
            return Record(tuple(found["entries"]), tuple(Stored(*file) for file in found["files"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def whole(self, key: str) -> bool:
        """Whether something is remembered under `key` and every file of it is still there."""
        record = self.record(key)
        return record is not None and all(self.has(file.name) for file in record.files)

    def tidy(self) -> None:
        """Remove what killed builds have left unfinished."""
        for path in (self.unfinished).glob("*"):
            with suppress(OSError):  # another build may be using it, or be just done with it
                if path.stat().st_mtime < time.time() - _STALE:
                    path.unlink()

    def prune(self, most: int, older: float, used: Callable[[], Collection[str]]) -> int:
        """Remove files until at most `most` bytes are left that are not `used`; how many were removed.

        `used` gives the keys and names that sites were laid from; it is asked only when there is too
        much. The oldest go first; none that was made after `older` (seconds since 1970), for another
        build may be using it.
        """
        found = [(path.stat(), path) for path in self.folder.rglob("*")]
        files = sorted((s.st_mtime, s.st_size, path) for s, path in found if stat.S_ISREG(s.st_mode))
        size = sum(size for _, size, _ in files)
        if size <= most:
            return 0
        needed, removed = used(), 0
        files = [file for file in files if file[2].stem not in needed]
        size = sum(size for _, size, _ in files)
        for made, bytes, path in files:
            if size <= most or made > older:
                break
            with suppress(OSError):  # on Windows one that another build reads stays
                path.unlink(missing_ok=True)
                size -= bytes
                removed += 1
        return removed

    def _note(self, key: str) -> Path:
        return self.folder / "kits" / key[:2] / f"{key}.json"


@dataclass(frozen=True)
class _Contents(Mapping[str, bytes]):
    store: Store
    names: Mapping[str, str]

    def __getitem__(self, key: str) -> bytes:
        return self.store.read(self.names[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def sealed(content: bytes) -> bytes:
    """What is stored of `content`: it, and its SHA-256."""
    return content + hashlib.sha256(content).digest()


def opened(stored: bytes) -> bytes | None:
    """The content of what `sealed` has made; None where it was damaged."""
    content, digest = stored[:-_DIGEST], stored[-_DIGEST:]
    return content if hashlib.sha256(content).digest() == digest else None


def write(path: Path, content: bytes, unfinished: Path) -> None:
    """All or nothing, unless it is there: another process may have been sooner, and others read it.

    What a killed build was writing lies in `unfinished`, on the same disk.

    Its mode is that of any new file, 0666 less the umask, for servers read what lies beside it as
    somebody else; those that `tempfile` makes are their owner's alone.
    """
    with suppress(OSError):
        if path.read_bytes() == content:
            return
    half = unfinished / uuid4().hex
    for folder in (path.parent, unfinished):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        with half.open("xb") as file:
            file.write(content)
        disk.move(half, path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
