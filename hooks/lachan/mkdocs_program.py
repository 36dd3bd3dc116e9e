"""MkDocs as a program: the site is built beside the old one and takes its place when it is whole.

This package never imports MkDocs; the program finds its way back through hooks/mkdocs_hooks.py.
"""

from __future__ import annotations

import filecmp
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from lachan.build import Made
from lachan.manifest import NAME
from lachan.problem import Problem, ProblemsError
from lachan.publish import hand_on, remember, unchanged

HANDED = "LACHAN_MADE"
"""The variable that tells the hooks where a `Made` waits for them."""


class MkDocsError(Exception):
    """MkDocs gave up; the text is what it said."""


def handed_over() -> Made | None:
    """What `build` has handed over to this process; None where MkDocs was started by hand."""
    path = os.environ.get(HANDED)
    if not path:
        return None
    made = pickle.loads(Path(path).read_bytes())
    assert isinstance(made, Made)
    return made


def replaceable(site: Path) -> None:
    """Make sure that `site` may be replaced: it is not there yet, empty, or a site built before.

    Raises ProblemsError for any other folder or file: somebody's work must not be thrown away.
    """
    empty = not site.exists() or (site.is_dir() and not any(site.iterdir()))
    if not empty and not (site / NAME).is_file():
        message = (
            f"đã có sẵn và không phải trang do Lá Chắn dựng (không có {NAME}); hãy chọn thư mục khác"
        )
        raise ProblemsError([Problem(str(site), 1, message)])


def build(made: Made, site: Path) -> None:
    """Build the site of `made` into `site`; on any failure `site` stays as it was.

    What was read and made is handed over as it is, so that the hooks neither read nor check again.
    Raises MkDocsError, and ProblemsError when `site` must not be replaced.
    """
    replaceable(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=site.parent) as folder:
        fresh, old, handed = (Path(folder) / name for name in ("new", "old", "made"))
        made = replace(made, kept=unchanged(made, site), before=site.resolve())
        handed.write_bytes(pickle.dumps(made))
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "mkdocs",
                "build",
                "--strict",
                "--quiet",
                "--site-dir",
                str(fresh),
            ],
            cwd=made.project.root,
            env=os.environ
            | {
                HANDED: str(handed),
                "NO_MKDOCS_2_WARNING": "1",
                "PYTHONUTF8": "1",
            },
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        if done.returncode:
            raise MkDocsError(done.stdout + done.stderr)
        _keep_unchanged(site, fresh)
        hand_on(made, site, fresh)
        try:
            _swap(site, fresh, old)
        except OSError:
            hand_on(made, fresh, site)
            raise
        remember(made, site)
        shutil.rmtree(old, ignore_errors=True)


def _keep_unchanged(site: Path, fresh: Path) -> None:
    """Let a file whose bytes are the same stay the file it was, date and all: uploads skip it then."""
    for path in fresh.rglob("*"):
        before = site / path.relative_to(fresh)
        # A file that the store knows, too, was not written anew.
        if not path.is_file() or path.stat().st_nlink > 1 or not before.is_file():
            continue
        if filecmp.cmp(before, path, shallow=False):
            kept = path.with_name(f"{path.name}.kept")
            try:
                os.link(before, kept)
            except OSError:  # a file system without links: the new file is as good
                return
            os.replace(kept, path)


def _swap(site: Path, fresh: Path, old: Path) -> None:
    """Put `fresh` in the place of `site`; what was there waits in `old` until that has worked."""
    if site.exists():
        os.replace(site, old)
    try:
        os.replace(fresh, site)
    except OSError:
        if old.exists():
            os.replace(old, site)
        raise
