"""MkDocs as a program: the site is built beside the old one and takes its place when it is whole.

This package never imports MkDocs; the program finds its way back through hooks/mkdocs_hooks.py.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path


class MkDocsError(Exception):
    """MkDocs gave up; the text is what it said."""


def build(root: Path, campaigns: Path, codes: Sequence[str], site: Path) -> None:
    """Build the site of `root` into `site`; on any failure `site` stays as it was.

    Raises MkDocsError.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=site.parent) as folder:
        fresh, old = Path(folder) / "new", Path(folder) / "old"
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
            cwd=root,
            env=os.environ
            | {
                "LACHAN_CAMPAIGNS": str(campaigns),
                "LACHAN_PLACES": " ".join(codes),
                "NO_MKDOCS_2_WARNING": "1",
                "PYTHONUTF8": "1",
            },
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        if done.returncode:
            raise MkDocsError(done.stdout + done.stderr)
        if site.exists():
            os.replace(site, old)
        os.replace(fresh, site)
        shutil.rmtree(old, ignore_errors=True)
