"""MkDocs as a program: the site is built beside the old one and takes its place when it is whole.

This package never imports MkDocs; the program finds its way back through hooks/mkdocs_hooks.py.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

from lachan.build.pipeline import Made
from lachan.files.exchange import HANDED, NEW, exchange
from lachan.inventory import previous
from lachan.inventory.previous import Earlier

VARIABLE = "LACHAN_MADE"
"""The variable that tells the hooks where a `Made` waits for them."""


class MkDocsError(Exception):
    """MkDocs gave up; the text is what it said."""


def handed_over() -> Made | None:
    """What `build` has handed over to this process; None where MkDocs was started by hand.

    From then on this process ends with the one that started it, however that ends: nobody else may
    write into a workshop that the next build takes over.
    """
    path = os.environ.get(VARIABLE)
    if not path:
        return None
    threading.Thread(target=_end_with_the_other, daemon=True).start()
    made = pickle.loads(Path(path).read_bytes())
    assert isinstance(made, Made)
    return made


def _end_with_the_other() -> None:
    """Wait until nobody holds the other end of what this process reads from."""
    while os.read(0, 1):  # `sys.stdin` would be locked when this process ends by itself
        pass
    os._exit(1)


def build(made: Made, site: Path, folder: Path, before: Earlier | None = None) -> Earlier:
    """Build the site of `made` in the workshop `folder` and let it take the place of `before` in
    `site`; on any failure `site` stays as it was. Gives what lies there then.

    What was read and made is handed over as it is, so that the hooks neither read nor check again.
    Raises MkDocsError, and OSError when `site` cannot be written.
    """
    fresh, handed = folder / NEW, folder / HANDED
    handed.write_bytes(pickle.dumps(made))
    command = ["mkdocs", "build", "--strict", "--quiet", "--site-dir", str(fresh)]
    settings = {VARIABLE: str(handed), "NO_MKDOCS_2_WARNING": "1"}
    ours, theirs = os.pipe()
    try:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-m", *command],
            cwd=made.project.root,
            env=os.environ | settings,
            stdin=ours,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
    finally:
        os.close(ours)
        os.close(theirs)
    if done.returncode:
        raise MkDocsError(done.stdout + done.stderr)
    after = previous.written(fresh)
    exchange(folder, site, after.gone(before))
    return replace(after, folder=site)
