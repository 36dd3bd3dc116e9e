"""The same input gives the same bytes on every system, found out on one alone.

What packs is pinned by what it made elsewhere: another version of a library may change a sum below,
another system may not. And nothing else packs: what Python brings along differs from system to system.
"""

from __future__ import annotations

import ast
import hashlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from lachan.formats import png, zipped
from lachan.inventory import packed
from PIL import Image

WORDS = " ".join(str(number**2) for number in range(9000)).encode()
PICTURE = Image.frombytes(
    "P", (200, 100), bytes(x * y // 90 % 256 for y in range(100) for x in range(200))
)
PICTURE.putpalette([value for index in range(256) for value in (index, 255 - index, 7)])


@pytest.mark.parametrize(
    ("content", "sum"),
    [
        (png.encoded(PICTURE, "a.png"), "838aee30dfc3"),
        (zipped.archive([("a.txt", WORDS)], 6), "9f37797641c7"),
        (packed.copies("index.html", WORDS)[".gz"], "c93eafdd4edc"),
        (packed.copies("index.html", WORDS)[".br"], "93420f35cf92"),
        (packed.copies("a.css", WORDS)[".gz"], "c9318b4c97d8"),
        (packed.copies("a.css", WORDS)[".br"], "b55beca97a35"),
    ],
    ids=["png", "zip", "gz", "br", "gz of all pages", "br of all pages"],
)
def test_what_is_packed_is_what_it_was_elsewhere(content: bytes, sum: str) -> None:
    assert hashlib.sha256(content).hexdigest()[:12] == sum


OURS = {"brotli.compress", "deflate.deflate_compress", "deflate.gzip_compress", "deflate.zlib_compress"}
AGAIN = {"word_file.py: document.save", "word_styles.py: document.save"}
"""What python-docx packed is opened and packed again."""
WRITERS = {"compress", "compressobj", "gzip.open", "GzipFile", "make_archive", "save", "tarfile.open"}


def packers(source: str) -> Iterator[str]:
    """The calls in Python code that may pack with what this system brings along."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (name := ast.unparse(node.func)) not in OURS:
            last = name.rpartition(".")[2]
            modes = [*node.args[1:2], *(word.value for word in node.keywords if word.arg == "mode")]
            writes = last == "ZipFile" and [ast.unparse(mode) for mode in modes] not in ([], ["'r'"])
            if writes or {name, last} & WRITERS:
                yield name


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("gzip.compress(content, 9, mtime=0)", ["gzip.compress"]),
        ("gzip.open(path, 'wb')", ["gzip.open"]),
        ("zlib.compress(content)", ["zlib.compress"]),
        ("zlib.compressobj(6).compress(content)", ["zlib.compressobj(6).compress", "zlib.compressobj"]),
        ("from zlib import compress\ncompress(content)", ["compress"]),
        ("with zipfile.ZipFile(out, 'w') as archive: pass", ["zipfile.ZipFile"]),
        ("ZipFile(out, mode='a')", ["ZipFile"]),
        ("ZipFile(out, mode)", ["ZipFile"]),
        ("picture.save(out, 'PNG')", ["picture.save"]),
        ("shutil.make_archive('a', 'zip')", ["shutil.make_archive"]),
        ("zipfile.ZipFile(content)\nzipfile.ZipFile(content, 'r')", []),
        ("gzip.decompress(content)\nImage.open(path)", []),
        ("deflate.gzip_compress(content, 9)\nbrotli.compress(content)", []),
    ],
)
def test_a_packer_is_found(source: str, found: list[str]) -> None:
    assert list(packers(source)) == found


def test_nothing_else_packs() -> None:
    folder = ROOT / "hooks"
    sources = {path: path.read_text("utf-8") for path in folder.rglob("*.py")}
    found = {f"{path.name}: {name}" for path, source in sources.items() for name in packers(source)}
    assert found == AGAIN


TEXT, BINARY = ("auto", "lf"), ("unset", "lf")
"""What Git's attributes text and eol are."""


def git(*arguments: str, given: bytes = b"") -> list[str]:
    """What git says of this checkout, between its zeros."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, input=given, capture_output=True, check=True)
    return done.stdout.decode().split("\0")[:-1]


def test_a_checkout_has_the_same_bytes_everywhere() -> None:
    """Lines of text end in LF, whatever Git is set to; what is no text is marked as such."""
    names = git("ls-files", "-z")
    said = git("check-attr", "-z", "--stdin", "text", "eol", given="\0".join(names).encode())
    treated = dict(zip(names, zip(said[2::6], said[5::6], strict=True), strict=True))
    assert len(treated) > 500
    assert treated == {name: treatment(ROOT / name) for name in names}
    assert [
        name for name in names if treated[name] == TEXT and b"\r" in (ROOT / name).read_bytes()
    ] == []


def treatment(path: Path) -> tuple[str, str]:
    """How Git has to treat a file."""
    content = path.read_bytes()
    try:
        content.decode()
    except UnicodeDecodeError:
        return BINARY
    return BINARY if b"\0" in content else TEXT
