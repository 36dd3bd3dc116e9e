"""Whatever Python runs it, a site has the same bytes: `make test-pythons`, not part of `make test`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import DAY, ROOT, copy_project, lachan
from lachan.common.clock import EPOCH
from test_interrupted import tree

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
HERE = "{}.{}".format(*sys.version_info)
BUILD = ("-m", "lachan", "build", "--place", "11692")


def programs(version: str) -> Iterator[str]:
    """Programs of that version that start: on the path, or where pyenv keeps them."""
    named = shutil.which(f"python{version}")
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for program in filter(None, (named, *map(str, kept.glob(f"{version}.*/bin/python3")))):
        if subprocess.run([program, "-c", ""], capture_output=True, check=False).returncode == 0:
            yield program


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site this Python has built."""
    root = copy_project(tmp_path_factory.mktemp("pythons") / "project")
    done = lachan(*BUILD[2:], cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.mark.parametrize("version", [version for version in VERSIONS if version != HERE])
def test_another_python_makes_the_same_site(version: str, project: Path, tmp_path: Path) -> None:
    program = next(programs(version), None)
    if program is None:
        pytest.skip(f"this machine has no Python {version}")
    subprocess.run([program, "-m", "venv", tmp_path / "venv"], check=True)
    python = tmp_path / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    lock = ROOT / "requirements.lock"
    pip = (python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install")
    subprocess.run([*pip, "--require-hashes", "--requirement", lock], check=True)
    copy = copy_project(tmp_path / "project", project)
    done = subprocess.run(
        [python, *BUILD],
        cwd=copy,
        env=os.environ | {EPOCH: DAY, "PYTHONPATH": str(copy / "hooks")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    ours, theirs = tree(project / "site"), tree(copy / "site")
    assert ours.keys() == theirs.keys()
    assert [path for path, content in ours.items() if theirs[path] != content] == []
