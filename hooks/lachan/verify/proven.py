"""What has been proven before: a file with the same bytes and the same promise is not opened again.

A note is the hash of the file, of what must be found in it, and of everything that looks for it; it
is written only after a proof without fault. `lachan proof` takes no notes into account.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Proven:
    """Notes in the folder `folder`, one empty file each; `code` is the fingerprint of what proves."""

    def __init__(self, folder: Path, code: str) -> None:
        self.folder = folder
        self._base = hashlib.sha256(code.encode())

    def knows(self, entry: Mapping[str, Any]) -> bool:
        """Whether a file with this entry of the manifest has been proven."""
        return self._note(entry).exists()

    def remember(self, entry: Mapping[str, Any]) -> None:
        """Note that the file of `entry` holds what it should."""
        note = self._note(entry)
        note.parent.mkdir(parents=True, exist_ok=True)
        note.touch()

    def _note(self, entry: Mapping[str, Any]) -> Path:
        promised = (
            *("sha256", "path", "kind", "lang", "variant", "title"),
            *("qr", "numbers", "pages", "parts", "look"),
        )
        promise = {key: entry.get(key) for key in promised}
        digest = self._base.copy()
        digest.update(json.dumps(promise, sort_keys=True).encode())
        key = digest.hexdigest()
        return self.folder / key[:2] / key
