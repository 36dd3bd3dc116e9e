"""Windows: the same site byte for byte, and whatever else officers do there, from a folder in OneDrive.

Not part of `make test`: `make test-windows` runs it, with Wine.
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lachan.audit.siteproof import prove
from lachan.files.systemfiles import of_system
from test_correction import NEW, OLD, edited
from test_interrupted import tree

from windows.conftest import CODE, LEFT_BY_SYSTEMS, Desk

SCRIPT = "canh-giac-30-giay"
WORD = f"site/{CODE}/tai-lieu/{CODE}-vi-word-{SCRIPT}.docx"
OPEN = re.compile("hãy đóng (các )?chương trình")
HOLD = """
import ctypes, sys
from ctypes import wintypes
opened = ctypes.windll.kernel32.CreateFileW
opened.restype = wintypes.HANDLE
assert opened(sys.argv[1], 0x80000000, 0, None, 3, 0, None) != wintypes.HANDLE(-1).value
print("held", flush=True)
sys.stdin.read()
"""
"""Opens a file as Word and PDF readers do: nobody else may have it."""


@contextmanager
def held(desk: Desk, path: str) -> Iterator[None]:
    """While another program has a file open."""
    (desk.folder / "hold.py").write_text(HOLD, "utf-8")
    with subprocess.Popen(
        ["wine", "python/python.exe", "hold.py", path],
        cwd=desk.folder,
        env=desk.wine.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as program:
        assert program.stdout
        assert program.stdout.readline().strip() == b"held"
        yield
        program.communicate()
    (desk.folder / "hold.py").unlink()


def test_the_zip_is_small_and_everything_in_it_has_a_licence(archive: bytes) -> None:
    assert len(archive) <= 75_000_000
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        names = set(files.namelist())
        licences = files.read("LaChan/GIAY-PHEP.txt").decode().replace("\r\n", "\n")
        texts = {
            library: b"".join(files.read(f"LaChan/{line.strip()}") for line in lines)
            for library, *lines in (part.split("\n  ") for part in entries(licences))
        }
    libraries = {name.split("/")[2] for name in names if name.startswith("LaChan/lib/")}
    installed = {name.removesuffix(".dist-info") for name in libraries if name.endswith(".dist-info")}
    assert {name.replace(" ", "-") for name in texts} == installed | {"Python-3.13.0"}
    assert min(map(len, texts.values())) > 500
    assert not [name for name in names if not name.startswith("LaChan/")]


def entries(licences: str) -> list[str]:
    """What the list of licences says of each library: its name, and lines with files."""
    return re.findall(r"^[^ \n]+ \S+(?:\n  .+)+", licences, re.M)


def test_rules(desk: Desk) -> None:
    status, said = desk.lachan("check")
    assert (status, "Không có lỗi nào" in said) == (0, True), said
    assert not [name for name in LEFT_BY_SYSTEMS if name.rpartition("/")[2] in said]


def test_the_site_has_the_same_bytes_as_elsewhere(
    desk: Desk, built: tuple[int, str], linux: Path
) -> None:
    status, said = built
    assert status == 0, said
    ours, theirs = tree(linux), tree(desk.folder / "site")
    assert ours.keys() == theirs.keys()
    assert [path for path, content in ours.items() if theirs[path] != content] == []
    assert not [path for path in ours if of_system(path.rpartition("/")[2])]


def test_it_is_proven_here_and_there(desk: Desk, built: tuple[int, str]) -> None:
    assert prove(desk.folder / "site") == []
    status, said = desk.lachan("proof")
    assert (status, "đúng cả" in said) == (0, True), said


def test_a_double_click_builds_copies_and_ends(desk: Desk, built: tuple[int, str]) -> None:
    done = desk.wine.run("cmd", "/c", "LaChan.bat", cwd=desk.folder, said=b"\r\n", **desk.today())
    said = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0, said
    assert "Không đổi 1 nơi" in said
    assert "Xong. Trang mở ra ngay bây giờ." in said
    assert prove(desk.folder / "usb") == []


def test_the_batch_file_hands_commands_on(desk: Desk) -> None:
    done = desk.wine.run("cmd", "/c", "LaChan.bat", "read", "Gọi 111", cwd=desk.folder)
    assert "Gọi một một một" in done.stdout.decode("utf-8", "replace")
    failed = desk.wine.run("cmd", "/c", "LaChan.bat", "build", "--place", "99999", cwd=desk.folder)
    assert failed.returncode == 1


def test_before_it_is_unpacked_it_says_so(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "LaChan.bat").write_bytes((desk.folder / "LaChan.bat").read_bytes())
    done = desk.wine.run("cmd", "/c", "LaChan.bat", cwd=tmp_path, said=b"\r\n")
    assert (done.returncode, b"giai nen" in done.stdout) == (1, True), done.stdout


def test_words_edited_in_word_come_back(desk: Desk, built: tuple[int, str]) -> None:
    script = desk.folder / f"docs/vi/scripts/{SCRIPT}.md"
    before = script.read_text("utf-8")
    word = desk.folder / "Bài đã sửa.docx"
    word.write_bytes(edited((desk.folder / WORD).read_bytes(), OLD, NEW))
    try:
        status, said = desk.lachan("import", word.name)
        assert status == 0, said
        assert script.read_bytes().decode() == before.replace(OLD, NEW)
    finally:
        script.write_text(before, "utf-8", newline="\n")


def test_a_word_file_that_is_open_is_named(desk: Desk, built: tuple[int, str]) -> None:
    with held(desk, WORD):
        status, said = desk.lachan("import", WORD)
    assert (status, said.splitlines()[0][: len(WORD) + 4]) == (1, f"{WORD}:1: "), said
    assert OPEN.search(said)


def test_a_copy_of_which_a_sheet_is_open_stays_as_it_was(desk: Desk, built: tuple[int, str]) -> None:
    """The site has changed by one sheet, and just that one is open in the copy."""
    site, copy = desk.folder / "site", desk.folder / "usb-cũ"
    assert desk.lachan("usb", "site", "--output", copy.name)[0] == 0
    sheet = f"{CODE}/tai-lieu/{CODE}-vi-poster-111-color.pdf"
    (copy / sheet).write_bytes((copy / sheet).read_bytes() + b" ")
    before = tree(copy)
    with held(desk, f"{copy.name}/{sheet}"):
        status, said = desk.lachan("usb", "site", "--output", copy.name)
    assert (status, bool(OPEN.search(said))) == (1, True), said
    assert tree(copy) == before
    assert prove(site) == []


def test_answers_come_through_a_pipe(desk: Desk) -> None:
    answers = "31\nThành phố Hải Phòng\n11948\nĐặc khu Bạch Long Vĩ\n"
    status, said = desk.lachan("new", said=answers)
    assert (status, "Thêm được 1 xã, phường" in said) == (0, True), said
    path = desk.folder / "campaigns/hai-phong/bach-long-vi.yml"
    assert "name: Đặc khu Bạch Long Vĩ" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "found"),
    [("--help", "áp phích"), ("server --help", "máy chủ"), ("server nginx", "chứng thư"), ("x", "x")],
)
def test_what_is_said_into_a_file_is_utf_8(desk: Desk, words: str, found: str) -> None:
    line = f"python\\python.exe -m lachan {words} > said.txt 2>&1"
    done = desk.wine.run("cmd", "/c", line, cwd=desk.folder)
    assert done.returncode == (2 if words == "x" else 0), done.stdout
    assert found in (desk.folder / "said.txt").read_text("utf-8")


def test_the_rules_of_a_server_go_to_a_file(desk: Desk) -> None:
    status, said = desk.lachan("server", "nginx", "--output", "lachan.conf")
    assert (status, said) == (0, "Đã ghi lachan.conf\n")
    assert "server_name" in (desk.folder / "lachan.conf").read_text("utf-8")
