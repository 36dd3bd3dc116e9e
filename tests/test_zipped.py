"""ZIP files: every byte of their headers, and back again through Python's own reader."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.formats import zipped

NAME = "ĐỌC.txt".encode()
FACTS = "0000 2100 3d516b4d 03000000 03000000"
"""Midnight of 1980-01-01; the checksum of «111», its size as it lies there and as it is."""
EMPTY = "0000 0000 0000 0000 0000a481"
"""No extra field, no comment, disk 0; -rw-r--r--."""
STORED: list[tuple[str | bytes, ...]] = [
    ("504b0304 1400 0000 0000", FACTS, "0500 0000", b"a.txt", b"111"),
    ("504b0304 1400 0008 0000", FACTS, "0a00 0000", NAME, b"111"),
    ("504b0102 14 03 1400 0000 0000", FACTS, "0500", EMPTY, "00000000", b"a.txt"),
    ("504b0102 14 03 1400 0008 0000", FACTS, "0a00", EMPTY, "26000000", NAME),
    ("504b0506 0000 0000 0200 0200 6b000000 51000000 0000",),
]


def opened(content: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    return archive


def test_every_byte() -> None:
    expected = b"".join(
        bytes.fromhex(part) if isinstance(part, str) else part for row in STORED for part in row
    )
    assert zipped.archive([("a.txt", b"111"), (NAME.decode(), b"111")]).hex(" ") == expected.hex(" ")
    assert zipped.archive([]) == b"PK\5\6" + bytes(18)


@pytest.mark.parametrize(
    ("level", "methods"),
    [
        (0, [zipfile.ZIP_STORED, zipfile.ZIP_STORED, zipfile.ZIP_STORED]),
        (6, [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]),
    ],
)
def test_only_what_gets_smaller_is_deflated(level: int, methods: list[int]) -> None:
    members = {"ngan.txt": b"111", "dai.txt": b"111 " * 90, "rong": b""}
    with opened(zipped.archive(members.items(), level)) as archive:
        entries = archive.infolist()
        assert {entry.filename: archive.read(entry) for entry in entries} == members
    assert [entry.compress_type for entry in entries] == methods
    for entry in entries:
        assert (entry.create_system, entry.create_version, entry.extract_version) == (3, 20, 20)
        assert (entry.date_time, entry.external_attr) == ((1980, 1, 1, 0, 0, 0), 0o100644 << 16)
        assert (entry.extra, entry.comment, entry.flag_bits) == (b"", b"", 0)


NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0/\\:"), min_size=1)


@given(st.dictionaries(NAMES, st.binary() | st.binary().map(lambda b: b * 50)), st.sampled_from([0, 6]))
def test_what_went_in_comes_out(members: dict[str, bytes], level: int) -> None:
    with opened(zipped.archive(members.items(), level)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == members


@pytest.mark.parametrize(("bound", "most"), [("_BYTES", 100), ("_FILES", 2)])
def test_more_than_a_zip_can_say(monkeypatch: pytest.MonkeyPatch, bound: str, most: int) -> None:
    members = [("a.txt", b"1" * 30), ("b.txt", b"1" * 30)]
    assert opened(zipped.archive(members)).namelist() == ["a.txt", "b.txt"]
    monkeypatch.setattr(zipped, bound, most)
    assert opened(zipped.archive(members[:1])).namelist() == ["a.txt"]
    with pytest.raises(ValueError, match=r"^b\.txt: too much for a ZIP without ZIP64$"):
        zipped.archive(members)
