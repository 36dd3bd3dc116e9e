"""Packed copies: beside every file of text, of the same content."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from lachan import packed

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


def copies(site: Path) -> dict[str, bytes]:
    found = sorted(path for path in site.rglob("*") if path.suffix in packed.SUFFIXES)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def test_every_text_that_gets_smaller_has_two_copies(site: Path) -> None:
    packed.pack(site)
    made = copies(site)
    assert set(made) == {f"{name}{suffix}" for name in TEXTS for suffix in (".gz", ".br")}
    for name in TEXTS:
        content = (site / name).read_bytes()
        assert gzip.decompress(made[f"{name}.gz"]) == brotli.decompress(made[f"{name}.br"]) == content
        assert len(made[f"{name}.br"]) < len(made[f"{name}.gz"]) < len(content)
    assert list(packed.faults(site)) == []


def test_the_same_bytes_on_every_day(site: Path) -> None:
    packed.pack(site)
    first = copies(site)
    for path in site.rglob("*.*z"):
        path.unlink()
    packed.pack(site)
    assert copies(site) == first
    assert {made[4:8] for name, made in first.items() if name.endswith(".gz")} == {bytes(4)}


def test_a_large_file_is_packed_too(site: Path) -> None:
    content = "".join(f'{{"n": {number}}}\n' for number in range(30_000)).encode()
    (site / "tim/muc-luc.json").write_bytes(content)
    packed.pack(site)
    assert brotli.decompress((site / "tim/muc-luc.json.br").read_bytes()) == content


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
    assert sorted(map(str, packed.faults(site))) == [f"{name}:1: {message}" for name in found]
