"""The files of a site against their list: all there, all the same, plain files, no other."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.inventory import listed

FILES = {"index.html": b"a", "a/b.txt": b"b", "a/c/d.png": b"c"}


def faults(site: Path) -> list[str]:
    entries = [
        {"path": path, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for path, content in FILES.items()
    ]
    return sorted(str(problem) for problem in listed.problems(site, listed.there(site), entries))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, content in FILES.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_bytes(content)
    (tmp_path / "site/kho.json").write_text("{}")
    return tmp_path / "site"


def folder(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "index.html").mkdir()


def pipe(site: Path) -> None:
    (site / "index.html").unlink()
    os.mkfifo(site / "index.html")


def link(site: Path, to: Path) -> None:
    (site / "index.html").rename(to)
    (site / "index.html").symlink_to(to)


def linked_folder(site: Path) -> None:
    (site / "a/c").rename(site.parent / "c")
    (site / "a/c").symlink_to(site.parent / "c")


LINK = "đây là lối tắt (symlink), không phải tệp thật"


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (lambda site: None, []),
        (lambda site: (site / "a/b.txt").write_bytes(b"x"), ["a/b.txt:1: tệp đã đổi so với kho.json"]),
        (lambda site: (site / "a/b.txt").write_bytes(b""), ["a/b.txt:1: tệp đã đổi so với kho.json"]),
        (lambda site: (site / "a/b.txt").unlink(), ["a/b.txt:1: kho.json có ghi nhưng không thấy tệp"]),
        (lambda site: (site / "a/.la").write_bytes(b""), ["a/.la:1: tệp này không có trong kho.json"]),
        (lambda site: (site / "kho.json.gz").write_bytes(b""), ["kho.json.gz:1: tệp này không có trong kho.json"]),
        (lambda site: (site / "a/e").mkdir(), ["a/e:1: thư mục này không có trong kho.json"]),
        (lambda site: (site / "a\nb").write_bytes(b""), ["a?b:1: tệp này không có trong kho.json"]),
        (folder, ["index.html:1: thư mục này không có trong kho.json", "index.html:1: đúng ra là tệp, nay là thư mục"]),
        (pipe, ["index.html:1: đây không phải một tệp thường"]),
        (lambda site: link(site, site.parent / "x"), [f"index.html:1: {LINK}"]),
        (lambda site: (site / "x").symlink_to("nowhere"), [f"x:1: {LINK}"]),
        (linked_folder, ["a/c/d.png:1: kho.json có ghi nhưng không thấy tệp", f"a/c:1: {LINK}"]),
    ],
)  # fmt: skip
def test_what_is_not_as_listed(site: Path, spoil: Callable[[Path], object], found: list[str]) -> None:
    spoil(site)
    assert faults(site) == sorted(found)


def test_a_name_that_is_no_text(site: Path) -> None:
    os.close(os.open(os.fsencode(site) + b"/\xff", os.O_CREAT))
    assert faults(site) == ["\\udcff:1: tệp này không có trong kho.json"]
