"""The store: whole files by name, records only while their files are there, bounded in size."""

from __future__ import annotations

import os
from pathlib import Path

from lachan.store import Record, Store, write

LATER = 4_000_000_000.0


def test_a_file_by_its_bytes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    name = store.keep(b"111")
    assert store.keep(b"111") == name != store.keep(b"113")
    assert store.path(name).read_bytes() == b"111"


def test_a_record_is_worth_as_much_as_its_files(tmp_path: Path) -> None:
    store = Store(tmp_path)
    record = Record(({"path": "a.txt", "title": "Tờ"},), (("a.txt", store.keep(b"111")),))
    assert store.record("0" * 64) is None
    store.remember("0" * 64, record)
    assert Store(tmp_path).record("0" * 64) == record
    assert store.whole("0" * 64)
    store.path(record.files[0][1]).unlink()
    assert not store.whole("0" * 64)


def test_a_broken_note_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.remember("0" * 64, Record((), ()))
    (note,) = (path for path in tmp_path.rglob("*.json"))
    note.write_text("{")
    assert store.record("0" * 64) is None


def test_half_a_file_is_never_seen(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b", b"111")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


def test_what_no_site_uses_goes_oldest_first(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    names = [store.keep(bytes([number]) * 1000) for number in range(5)]
    for age, name in enumerate(names):
        os.utime(store.path(name), (1000 + age, 1000 + age))
    os.link(store.path(names[0]), tmp_path / "used.pdf")
    assert store.prune(10_000, LATER) == 0
    assert store.prune(2500, 1002.0) == 2
    assert [store.path(name).exists() for name in names] == [True, False, False, True, True]
    assert store.prune(0, 1003.0) == 1
