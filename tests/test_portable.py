"""The folder for Windows, as far as no Windows is needed: what goes into it, and what is refused."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import LEFT_BY_SYSTEMS, ROOT
from lachan.common.problem import ProblemsError
from miniature import FILES, PLACE, read

from portable import contents, licences, python, wheels

RUNTIME = python.Runtime("3.13.15", {"LICENSE.txt": b"PSF", "python313._pth": b".\n#import site\n"})


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def wheel(folder: Path, name: str, files: dict[str, bytes]) -> wheels.Wheel:
    return wheels.Wheel(name, "1.0", zipped(folder / f"{name}-1.0-py3-none-any.whl", files))


def test_only_python_as_python_org_hands_it_out(tmp_path: Path) -> None:
    other = zipped(tmp_path / "python-3.13.15-embed-amd64.zip", {"python.exe": b""})
    with pytest.raises(ProblemsError) as raised:
        python.read(other, python.listed())
    assert [problem.message for problem in raised.value.problems] == [
        "không đúng từng byte tệp python-3.13.15-embed-amd64.zip của python.org; hãy tải lại tệp ấy từ "
        "python.org"
    ]
    known = {hashlib.sha256(other.read_bytes()).hexdigest(): other.name}
    assert python.read(other, known) == python.Runtime("3.13.15", {"python.exe": b""})


def test_sums_are_sums() -> None:
    assert all(len(bytes.fromhex(sum)) == 32 for sum in python.listed())
    assert all(name.startswith("python-3.1") for name in python.listed().values())


def test_every_library_of_the_lock_comes_along_but_those_for_installing() -> None:
    lock = wheels.LOCK.read_text("utf-8")
    pure, others = wheels.split(lock, "3.13.15")
    assert [line.partition("=")[0] for line in pure.splitlines() if "==" in line] == [
        "rcssmin",
        "rjsmin",
    ]
    assert pure.count("--hash") + others.count("--hash") < lock.count("--hash")
    names = {line.partition("=")[0] for line in lock.splitlines() if "==" in line}
    packed = {line.partition("=")[0] for line in (pure + others).splitlines() if "==" in line}
    assert names - packed == {"setuptools"}


def test_markers_are_those_of_the_python_that_is_packed() -> None:
    lock = """a==1 ; python_full_version < '3.12' \\
    --hash=sha256:1 \\
    --hash=sha256:2
a==2 ; python_full_version >= '3.12' \\
    --hash=sha256:3
b==1.0 ; sys_platform == 'win32' \\
    --hash=sha256:4
c==1.0 ; sys_platform != 'win32' \\
    --hash=sha256:5
rjsmin==1.3 \\
    --hash=sha256:6
"""
    assert wheels.split(lock, "3.13.15") == (
        "rjsmin==1.3 \\\n    --hash=sha256:6\n",
        "a==2 \\\n    --hash=sha256:3\nb==1.0 \\\n    --hash=sha256:4\n",
    )
    assert "a==1 \\\n    --hash=sha256:1 \\\n    --hash=sha256:2\n" in wheels.split(lock, "3.11.9")[1]


def test_the_lines_that_officers_copy_are_understood(mini: Callable[..., Path]) -> None:
    read_me = (ROOT / "portable/folder/DOC-TRUOC.txt").read_text("utf-8")
    lines = re.findall(r"^contacts:\n(?: .+\n)+", read_me, re.M)
    assert len(lines) == 1
    number = lines[0].replace("SỐ ĐIỆN THOẠI", "0225 3881 234")
    project = read(mini({PLACE: FILES[PLACE] + number}))
    place = next(place for place in project.campaign.places if place.where.path == PLACE)
    assert place.contacts["commune-police"].number


def test_files_of_a_wheel_lie_where_they_are_installed(tmp_path: Path) -> None:
    files = {
        "a/__init__.py": b"1",
        "a-1.0.data/purelib/b.py": b"2",
        "a-1.0.data/platlib/c.pyd": b"3",
        "a-1.0.data/scripts/a.exe": b"4",
        "a-1.0.dist-info/RECORD": b"5",
    }
    assert dict(wheel(tmp_path, "a", files).files()) == {
        "a/__init__.py": b"1",
        "b.py": b"2",
        "c.pyd": b"3",
        "a-1.0.dist-info/RECORD": b"5",
    }


def test_what_has_no_licence_text_is_not_packed(tmp_path: Path) -> None:
    brought = [
        wheel(tmp_path, "a", {"a-1.0.dist-info/licenses/LICENSE": b"MIT"}),
        wheel(tmp_path, "b", {"b-1.0.dist-info/COPYING": b"MPL"}),
        wheel(tmp_path, "c", {"c-1.0.dist-info/METADATA": b"License: MIT"}),
    ]
    with pytest.raises(ProblemsError, match=r"không được gói chung: c 1\.0$"):
        list(contents.members(ROOT, RUNTIME, brought))
    names = ["python/LICENSE.txt", *(f"lib/{name}" for one in brought[:2] for name, _ in one.files())]
    assert licences.listed(RUNTIME, brought[:2], names).splitlines()[-4:] == [
        "a 1.0",
        "  lib/a-1.0.dist-info/licenses/LICENSE",
        "b 1.0",
        "  lib/b-1.0.dist-info/COPYING",
    ]


def test_what_lies_in_the_folder(project: Path) -> None:
    for name in (*LEFT_BY_SYSTEMS, "hooks/lachan/__pycache__/a.pyc"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_bytes(b"\0")
    for name in ("LICENSE", "LICENSE-TEXTS.md"):
        (project / name).write_bytes((ROOT / name).read_bytes())
    shutil.copytree(ROOT / "schemas", project / "schemas")
    members = dict(contents.members(project, RUNTIME, []))
    assert list(members) == sorted(members)
    assert members["LaChan/python/python313._pth"] == b"python313.zip\n.\n..\\lib\n..\\hooks\n"
    for name in ("LaChan.bat", "Them-xa-phuong.bat", "DOC-TRUOC.txt", "GIAY-PHEP.txt"):
        assert members[f"LaChan/{name}"].count(b"\n") == members[f"LaChan/{name}"].count(b"\r\n") > 2
    assert all(members[name].isascii() for name in members if name.endswith(".bat"))
    project_files = {name for name in members if name.count("/") > 1 and "/python/" not in name}
    assert "LaChan/campaigns/hai-phong/duong-kinh.yml" in project_files
    assert "LaChan/schemas/commune.json" in project_files
    assert not [name for name in project_files if name.removeprefix("LaChan/") in LEFT_BY_SYSTEMS]
    assert not [name for name in members if "__pycache__" in name]
