"""Packed copies: beside every file of text, of the same content."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from lachan.inventory import packed

WORDS = "Hỏi nhau một câu. Gọi ngay 111. " * 40
TEXTS = (
    "index.html",
    "a/x.css",
    "a/x.js",
    "tim/muc-luc.json",
    "a/hinh.svg",
    "sitemap.xml",
    "a/loi.txt",
    "m.webmanifest",
)
OTHERS = (
    "a/to.pdf",
    "a/anh.png",
    "a/anh.webp",
    "a/bai.docx",
    "a/bo.zip",
    "loa/x.mp3",
    "_headers",
    "kho.json",
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in (*TEXTS, *OTHERS):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name} {WORDS}", "utf-8")
    (tmp_path / "site/a/ngan.txt").write_text("111", "utf-8")
    return tmp_path / "site"


def beside(site: Path) -> dict[str, bytes]:
    found = sorted(path for path in site.rglob("*") if path.suffix in packed.SUFFIXES)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def test_every_text_that_gets_smaller_has_two_copies(site: Path) -> None:
    packed.pack(site)
    made = beside(site)
    assert set(made) == {f"{name}{suffix}" for name in TEXTS for suffix in (".gz", ".br")}
    for name in TEXTS:
        content = (site / name).read_bytes()
        assert gzip.decompress(made[f"{name}.gz"]) == brotli.decompress(made[f"{name}.br"]) == content
        assert len(made[f"{name}.br"]) < len(made[f"{name}.gz"]) < len(content)
    assert list(packed.problems(site)) == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_head_with_no_clock_and_no_system(name: str) -> None:
    """RFC 1952, 2.3.1: deflated, no flags, no time, packed as well as it goes, by an unknown system."""
    copies = packed.copies(name, WORDS.encode())
    assert copies[".gz"][:10] == bytes.fromhex("1f8b 08 00 00000000 02 ff")
    assert packed.copies(name, WORDS.encode()) == copies


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_not_packed(name: str) -> None:
    assert packed.copies(name, WORDS.encode()) == {}


def test_only_what_gets_smaller_by_it() -> None:
    assert packed.copies("a.txt", b"111") == {}
    assert set(packed.copies("a.txt", b"1" * 20)) == {".br"}
    assert set(packed.copies("a.txt", b"1" * 40)) == {".br", ".gz"}


def test_a_large_file_is_packed_too() -> None:
    content = "".join(f'{{"n": {number}}}\n' for number in range(30_000)).encode()
    assert brotli.decompress(packed.copies("tim/muc-luc.json", content)[".br"]) == content


def test_copies_that_are_there_stay_and_one_alone_is_not_ours(site: Path) -> None:
    packed.pack(site)
    ours = beside(site)
    for name in ("a/x.css.br", "a/x.css.gz", "sitemap.xml.gz"):
        (site / name).write_bytes(b"x")
    (site / "sitemap.xml.br").unlink()
    packed.pack(site)
    assert beside(site) == ours | {"a/x.css.br": b"x", "a/x.css.gz": b"x"}


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (lambda site: (site / "index.html").write_text("Gọi 113", "utf-8"), ["index.html.br", "index.html.gz"]),
        (lambda site: (site / "index.html").unlink(), ["index.html.br", "index.html.gz"]),
        (lambda site: (site / "a/x.css.br").write_bytes(b"x"), ["a/x.css.br"]),
        (lambda site: (site / "a/x.css.gz").write_bytes(b"x"), ["a/x.css.gz"]),
        (lambda site: (site / "a/x.css.gz").write_bytes((site / "a/x.css.gz").read_bytes()[:-9]), ["a/x.css.gz"]),
        (lambda site: (site / "a/x.css.gz").write_bytes(gzip.compress(b"x")), ["a/x.css.gz"]),
        (lambda site: (site / "a/x.css.gz").unlink(), []),
    ],
)  # fmt: skip
def test_a_copy_that_holds_something_else(
    site: Path, spoil: Callable[[Path], object], found: list[str]
) -> None:
    packed.pack(site)
    spoil(site)
    message = "bản nén không giống tệp bên cạnh; hãy dựng lại trang"
    assert sorted(map(str, packed.problems(site))) == [f"{name}:1: {message}" for name in found]
