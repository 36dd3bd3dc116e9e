"""What a disk refuses: one sentence that names the place, what was there stays, nothing is left over."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import errno
import os
import pickle
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import copy_project, lachan, trim
from lachan.files import disk, scratch

FULL = "đĩa đã đầy, không ghi thêm được; hãy xóa bớt tệp không cần hoặc ghi sang đĩa khác rồi chạy lại"
LARGE = "đĩa này không cho ghi tệp lớn như vậy; hãy ghi sang đĩa khác rồi chạy lại"
DENIED = "máy không cho đọc hoặc ghi ở đây; hãy đóng các chương trình đang mở tệp này, hoặc nhờ người quản máy cấp quyền, rồi chạy lại"
LOCKED = "đĩa này chỉ cho đọc, không cho ghi; hãy mở khóa đĩa hoặc ghi sang đĩa khác rồi chạy lại"
OPEN = "đang mở trong một chương trình khác; hãy đóng chương trình ấy rồi chạy lại"
FILE = "chỗ này phải là thư mục mà lại là một tệp; hãy đổi tên tệp ấy rồi chạy lại"
FOLDER = "chỗ này phải là tệp mà lại là một thư mục; hãy đổi tên thư mục ấy rồi chạy lại"
GONE = "không thấy tệp hoặc thư mục này; có thể vừa bị xóa hay đổi tên, hãy xem lại rồi chạy lại"
LONG = "đường dẫn này quá dài, Windows không nhận; hãy chuyển cả thư mục Lá Chắn ra gần gốc ổ đĩa, ví dụ D:\\LaChan, rồi chạy lại"
END = "Có 1 lỗi. Chưa có gì thay đổi; sửa xong hãy chạy lại."
PLACE = ("--place", "11692")


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """A disk of its own in memory at `folder`. Raises CalledProcessError where that is not allowed."""
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True, capture_output=True
    )
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


@contextmanager
def limited(size: int) -> Iterator[None]:
    """No process that is started here may write a larger file: for whoever may not mount.

    Python would write half a compiled module, and believe it later.
    """
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


def may_mount() -> bool:
    with scratch.folder(Path(os.environ.get("TMPDIR", "/tmp")), "lachan-") as folder:
        try:
            with mounted(folder, "size=16k"):
                return True
        except (OSError, subprocess.CalledProcessError):
            return False


MAY_MOUNT = sys.platform == "linux" and os.getuid() == 0 and may_mount()


def kept(root: Path) -> dict[str, bytes | None]:
    """All files and folders of a project but those of its store."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(root.rglob("*"))
        if ".cache" not in path.relative_to(root).parts
    }


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with little in it, its store and its site."""
    root = copy_project(tmp_path_factory.mktemp("warm"))
    trim(root)
    done = lachan("build", *PLACE, cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture
def root(warm: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil; its site is not known to the store, so that all of it is made again."""
    copy = Path(shutil.copytree(warm, tmp_path / "project"))
    shutil.rmtree(copy / ".cache/lachan/sites")
    return copy


def refused(root: Path, *command: str, place: str, said: str) -> None:
    """The command ends in this sentence, and everything is as it was."""
    before = kept(root)
    done = lachan(*command, cwd=root)
    lines = [line for line in done.stderr.splitlines() if line != END]
    assert (done.returncode, done.stdout, lines) == (1, "", [f"{place}:1: {said}"])
    assert kept(root) == before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_no_file_of_the_store_may_be_that_large(root: Path, jobs: str) -> None:
    shutil.rmtree(root / ".cache")
    with limited(60_000):
        refused(root, "build", *PLACE, "--jobs", jobs, place=".cache/lachan/", said=LARGE)


def test_no_file_of_a_site_may_be_that_large(root: Path) -> None:
    with limited(60_000):
        refused(root, "build", *PLACE, place="site/", said=LARGE)


def test_nothing_may_be_written_for_typst(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    shutil.rmtree(root / ".cache")
    with limited(2000):
        refused(root, "build", *PLACE, place=f"{tmp_path}/tmp", said=LARGE)
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_script_that_cannot_be_written_stays(root: Path) -> None:
    word = "site/11692/tai-lieu/11692-vi-word-canh-giac-30-giay.docx"
    with limited(300):
        refused(root, "import", word, place="docs/vi/scripts/canh-giac-30-giay.md", said=LARGE)


LIST = """province_code,province,code,name
31,Thành phố Hải Phòng,11948,Đặc khu Bạch Long Vĩ
01,Thành phố Hà Nội,00226,Phường Văn Miếu - Quốc Tử Giám
"""


@pytest.mark.parametrize(
    ("taken", "command"),
    [
        (".cache", ["build", *PLACE]),
        (".cache", ["check"]),
        ("preview", ["preview", "canh-giac-30-giay", "--once"]),
        ("out", ["build", *PLACE, "--output", "out/site"]),
        ("out", ["usb", "--output", "out/usb"]),
    ],
)
def test_a_file_where_a_folder_must_be(root: Path, taken: str, command: list[str]) -> None:
    if (root / taken).is_dir():
        shutil.rmtree(root / taken)
    (root / taken).write_text("x")
    refused(root, *command, place=taken, said=FILE)


def test_a_list_of_places_is_added_whole_or_not_at_all(root: Path) -> None:
    """The first place and the second province fit, the name of the second place is too long."""
    (root / "list.csv").write_text(LIST, "utf-8")
    with limited(50):
        refused(root, "new", "--list", "list.csv", place="campaigns/", said=LARGE)
    assert lachan("new", "--list", "list.csv", cwd=root).returncode == 0
    assert (root / "campaigns/ha-noi/van-mieu-quoc-tu-giam.yml").stat().st_size > 50


def blocks(folder: Path) -> int:
    """Bytes that the files of a folder take on a disk."""
    return sum(-(-path.stat().st_size // 4096) * 4096 for path in folder.rglob("*") if path.is_file())


if MAY_MOUNT:

    def test_a_full_store(root: Path) -> None:
        shutil.rmtree(root / ".cache")
        (root / ".cache").mkdir()
        with mounted(root / ".cache", "size=200k"):
            refused(root, "build", *PLACE, place=".cache/lachan/", said=FULL)

    @pytest.mark.parametrize("room", [0.01, 0.4, 0.97])
    def test_a_full_site(root: Path, room: float) -> None:
        """As it begins, among the pages, while files are laid beside them: the old site stays."""
        (root / "out").mkdir()
        size = blocks(root / "site")
        with mounted(root / "out", f"size={int(size * (1 + room))}"):
            shutil.copytree(root / "site", root / "out/site")
            refused(root, "build", *PLACE, "--output", "out/site", place="out/site/", said=FULL)

    def test_a_full_usb_stick(root: Path) -> None:
        (root / "out").mkdir()
        with mounted(root / "out", "size=1m"):
            refused(root, "usb", "--output", "out/usb", place="out/", said=FULL)

    @pytest.mark.parametrize("command", [["build", *PLACE], ["check"]])
    def test_a_store_that_may_only_be_read(root: Path, command: list[str]) -> None:
        shutil.rmtree(root / ".cache")
        (root / ".cache").mkdir()
        with mounted(root / ".cache", "ro"):
            refused(root, *command, place=".cache/", said=LOCKED)


if os.getuid():

    def test_a_store_that_is_somebody_elses(root: Path) -> None:
        shutil.rmtree(root / ".cache")
        (root / ".cache").mkdir(0o500)
        refused(root, "build", *PLACE, place=".cache/", said=DENIED)


def windows(number: int, path: str) -> OSError:
    """An error with this number of Windows: 32 when another program has the file open."""
    error = OSError(errno.ENOENT if number == 3 else errno.EACCES, "as Windows says it", path)
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    ("error", "place", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "lachan", FULL),
        (OSError(errno.EDQUOT, "Disk quota exceeded", "file"), "file", FULL),
        (OSError(errno.ENOSPC, "No space left on device", "file", None, "folder/b"), "folder/", FULL),
        (OSError(errno.EACCES, "Permission denied", "folder/a/b/c"), "folder/", DENIED),
        (OSError(errno.EPERM, "Operation not permitted", b"file"), "file", DENIED),
        (OSError(errno.EROFS, "Read-only file system", "/khong-co"), "/", LOCKED),
        (OSError(errno.EISDIR, "Is a directory", "folder"), "folder/", FOLDER),
        (OSError(errno.ENOENT, "No such file or directory", "folder/a/b"), "folder/a/b", GONE),
        (OSError(errno.EIO, "Input/output error", "file"), "file",
         "máy không đọc hoặc ghi được ở đây (Input/output error); hãy chạy lại, vẫn vậy thì nhờ người quản máy xem đĩa"),
        (OSError(errno.ENOSPC, "No space left on device", ".site-folder/new/a.html"), "folder/", FULL),
        (OSError(errno.ENOSPC, "No space left on device", "folder/.usb-a/new/a.html"), "folder/", FULL),
        (OSError(errno.ENOSPC, "No space left on device", "lachan-a/print/a.typ"), "./", FULL),
        (windows(32, "file"), "file", OPEN),
        (windows(3, "folder/a/b"), "folder/a/b", GONE),
        (windows(3, f"folder/{'a' * 241}"), f"folder/{'a' * 241}", LONG),
    ],
)  # fmt: skip
def test_the_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, place: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("folder", ".site-folder/new", "folder/.usb-a/new", "lachan-a/print"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("file", f"lachan-a/{scratch.LOCK}"):
        (tmp_path / name).touch()
    assert str(disk.problem(error)) == f"{place}:1: {said}"


def test_who_writes_says_where_it_is_full(tmp_path: Path) -> None:
    """Also when it comes from another process."""
    with pytest.raises(OSError, match="No space") as raised, disk.writing(tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert disk.problem(pickle.loads(pickle.dumps(raised.value))).path == str(tmp_path)


def test_a_folder_that_could_not_be_copied_names_one_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("a", "b"):
        (tmp_path / "folder" / name).write_bytes(b"x" * 100)
    with limited(50), pytest.raises(shutil.Error) as raised:
        shutil.copytree(tmp_path / "folder", tmp_path / "copy")
    problem = disk.problem(raised.value)
    assert Path(problem.path).parent == tmp_path / "copy"
    assert problem.message == LARGE


def test_a_file_is_written_whole_or_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    disk.write(path, b"old")
    with limited(50), pytest.raises(OSError, match="too large") as raised:
        disk.write(path, b"new" * 50)
    assert raised.value.filename == str(path)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])
    disk.write(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "times", "moved"),
    [(5, 3, True), (32, 3, True), (33, 7, True), (5, 8, False), (32, 99, False), (17, 1, False)],
)
def test_a_file_that_somebody_reads_is_moved_when_it_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, times: int, moved: bool
) -> None:
    """On Windows a virus scanner has every new file for a moment."""
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_bytes(b"new")
    old.write_bytes(b"old")
    refusals, waited = [windows(number, str(old))] * times, list[float]()
    replace = os.replace

    def reluctant(source: Path, target: Path) -> None:
        if refusals:
            raise refusals.pop()
        replace(source, target)

    monkeypatch.setattr(os, "replace", reluctant)
    monkeypatch.setattr("time.sleep", waited.append)
    if moved:
        disk.move(new, old)
    else:
        with pytest.raises(OSError, match="as Windows says it"):
            disk.move(new, old)
    assert old.read_bytes() == (b"new" if moved else b"old")
    assert sum(waited) < 4
    assert (not waited) == (number == 17)
