"""The store: whole files by name, records only while their files are there, bounded in size."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from lachan.files.store import MissingError, Record, Store, Stored, sealed

LATER = 4_000_000_000.0


def test_a_file_by_its_bytes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    name = store.keep(b"111")
    assert store.keep(b"111") == name != store.keep(b"113")
    assert store.read(name) == b"111"


def test_a_record_is_worth_as_much_as_its_files(tmp_path: Path) -> None:
    store = Store(tmp_path)
    name = store.keep(b"111")
    record = Record(({"path": "a.txt", "title": "Tờ"},), (Stored("a.txt", name, 3, name),))
    assert store.record("0" * 64) is None
    store.remember("0" * 64, record)
    assert Store(tmp_path).record("0" * 64) == record
    assert store.whole("0" * 64)
    store.path(name).unlink()
    assert not store.whole("0" * 64)


@pytest.mark.parametrize("note", [b"", b"{", b"[]", sealed(b"{}"), sealed(b"[]")])
def test_a_broken_note_is_none(tmp_path: Path, note: bytes) -> None:
    store = Store(tmp_path)
    store.remember("0" * 64, Record((), ()))
    (file,) = (path for path in tmp_path.rglob("*.json"))
    file.write_bytes(note)
    assert store.record("0" * 64) is None


def test_a_note_that_was_edited_is_none(tmp_path: Path) -> None:
    """A title in it would stand in kho.json."""
    store = Store(tmp_path)
    store.remember("0" * 64, Record(({"path": "a.txt", "title": "Gọi 111"},), ()))
    (file,) = (path for path in tmp_path.rglob("*.json"))
    file.write_bytes(file.read_bytes().replace(b"111", b"112"))
    assert store.record("0" * 64) is None


@pytest.mark.parametrize("damaged", [b"", b"1", b"112" + bytes(32), b"x" * 400])
def test_a_damaged_file_is_missing_and_can_be_stored_again(tmp_path: Path, damaged: bytes) -> None:
    store = Store(tmp_path)
    name = store.keep(b"111")
    store.path(name).write_bytes(damaged)
    with pytest.raises(MissingError):
        store.read(name)
    assert not store.has(name)
    assert store.read(store.keep(b"111")) == b"111"


def test_half_a_file_is_never_seen(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write("ab", b"111")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["ab"]


def test_what_a_killed_build_left_goes_after_a_day(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(b"111")
    for name in ("old", "new"):
        (tmp_path / "unfinished" / name).write_bytes(b"11")
    os.utime(tmp_path / "unfinished" / "old", (1000, 1000))
    store.tidy()
    assert [path.name for path in (tmp_path / "unfinished").iterdir()] == ["new"]


KEEP = """
import os, sys
from pathlib import Path
from lachan.files.store import Record, Store
os.umask(int(sys.argv[1], 8))
store = Store(Path(sys.argv[2]))
store.keep(b"111")
store.remember("0" * 64, Record((), ()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize("umask", [0o022, 0o002, 0o077])
def test_modes_are_those_of_any_new_file(tmp_path: Path, umask: int) -> None:
    folder = tmp_path / "store"
    subprocess.run([sys.executable, "-c", KEEP, f"{umask:o}", str(folder)], check=True)
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in folder.rglob("*")}
    assert modes == {(True, 0o777 & ~umask), (False, 0o666 & ~umask)}


def test_what_no_site_was_laid_from_goes_oldest_first(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    names = [store.keep(bytes([number]) * 968) for number in range(5)]
    for age, name in enumerate(names):
        os.utime(store.path(name), (1000 + age, 1000 + age))
    used = {names[0]}
    assert store.prune(10_000, LATER, lambda: pytest.fail("nobody asks while there is room")) == 0
    assert store.prune(2500, 1002.0, lambda: used) == 2
    assert [store.has(name) for name in names] == [True, False, False, True, True]
    assert store.prune(0, 1003.0, lambda: used) == 1
    assert [store.has(name) for name in names] == [True, False, False, False, True]


def test_what_is_there_already_is_not_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows nobody may replace a file that another process reads at this moment."""
    store = Store(tmp_path)
    store.write("ab" * 32, b"111")

    def refuse(*_: Path) -> None:
        raise PermissionError(13, "another process has it open")

    monkeypatch.setattr(os, "replace", refuse)
    store.write("ab" * 32, b"111")
    assert store.read("ab" * 32) == b"111"
    with pytest.raises(PermissionError):
        store.write("cd" * 32, b"113")
    assert list(store.unfinished.iterdir()) == []
