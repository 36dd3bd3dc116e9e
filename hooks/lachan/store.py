"""Finished files by name, and what is remembered of each place; the folder can be removed at any time.

Safe under several builds at once: a file appears whole or not at all, and its name says what it is.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Record:
    """What is remembered of a finished kit: what kho.json says of each file, and every file.

    `files` are paths on the site with their names in the store, pages of the site among them.
    """

    entries: tuple[dict[str, Any], ...]
    files: tuple[tuple[str, str], ...]


class Store:
    """A store in the folder `folder`, which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where the file of this name is or will be."""
        return self.folder / "files" / name[:2] / name

    def contents(self, names: Mapping[str, str]) -> Mapping[str, bytes]:
        """The content of each file of `names` (key to name), read when asked for, and not kept."""
        return _Contents(self, names)

    def keep(self, content: bytes) -> str:
        """Store a file that depends on nothing but its bytes; its name."""
        name = hashlib.sha256(content).hexdigest()
        if not self.path(name).exists():
            write(self.path(name), content)
        return name

    def remember(self, key: str, record: Record) -> None:
        """Note what was finished under `key`."""
        write(self._note(key), json.dumps(asdict(record), ensure_ascii=False).encode())

    def record(self, key: str) -> Record | None:
        """What is remembered under `key`, if anything."""
        try:
            found = json.loads(self._note(key).read_bytes())
        except (OSError, ValueError):
            return None
        return Record(tuple(found["entries"]), tuple((path, name) for path, name in found["files"]))

    def whole(self, key: str) -> bool:
        """Whether something is remembered under `key` and every file of it is still there."""
        record = self.record(key)
        return record is not None and all(self.path(name).exists() for _, name in record.files)

    def prune(self, most: int, older: float) -> int:
        """Remove files until at most `most` bytes are left that no site uses; how many were removed.

        A file that a site uses has a second name there and takes no room of its own. The oldest go
        first; none that was made after `older` (seconds since 1970), for another build may be at it.
        """
        unused = [
            (found.st_mtime, found.st_size, path)
            for path in self.folder.rglob("*")
            if stat.S_ISREG((found := path.stat()).st_mode) and found.st_nlink == 1
        ]
        size, removed = sum(size for _, size, _ in unused), 0
        for made, bytes, path in sorted(unused):
            if size <= most or made > older:
                break
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
        return self.store.path(self.names[key]).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def write(path: Path, content: bytes) -> None:
    """All or nothing: a build that is killed leaves no half file behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
