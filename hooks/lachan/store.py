"""Finished files by the hash of everything they depend on, so that nothing is made twice.

The key of a file covers its recipe, the templates, drawings and fonts it is made with, the libraries
that make it, and the keys of the files it is made from. The folder can be removed at any time.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from lachan import picture, press, word, word_file, word_form, word_styles
from lachan.press import Press
from lachan.recipe import Artefact, Recipe, sources

_MAKERS = ("lachan", "pillow", "pypdfium2", "python-docx", "typst")

_CODE = (picture, press, word, word_file, word_form, word_styles)


class Store:
    """A folder of finished files; `maker` makes those that are missing."""

    def __init__(self, folder: Path, maker: Press) -> None:
        self.folder = folder
        self.maker = maker
        self._base = _digest(
            [name + version(name) for name in _MAKERS],
            *(Path(str(module.__file__)).read_text("utf-8") for module in _CODE),
            str(maker.timestamp),
            *_tree(maker.assets),
        )
        self._keys: dict[str, str] = {}

    def file(self, artefact: Artefact) -> Path:
        """The finished file of `artefact`, made now if it is not there.

        Files that it is made from must have been asked for before. Raises PressError.
        """
        key = self._keys[artefact.path] = self._key(artefact.recipe)
        path = self.folder / key[:2] / key
        if not path.exists():
            parts = {p: self._path(p).read_bytes() for p in sources(artefact.recipe)}
            _write(path, self.maker.press(artefact.recipe, parts))
        return path

    def _path(self, artefact_path: str) -> Path:
        key = self._keys[artefact_path]
        return self.folder / key[:2] / key

    def _key(self, recipe: Recipe) -> str:
        parts = [self._keys[path] for path in sources(recipe)]
        return _digest([type(recipe).__name__, repr(asdict(recipe)), *parts], self._base)


def _tree(assets: Path) -> list[str]:
    """What stands in the folders that sheets are made from, name and content."""
    parts = []
    for folder in ("print", "art", "fonts"):
        for path in sorted((assets / folder).rglob("*")):
            if path.is_file():
                parts.append(path.relative_to(assets).as_posix())
                parts.append(hashlib.sha256(path.read_bytes()).hexdigest())
    return parts


def _digest(parts: list[str], *more: str) -> str:
    return hashlib.sha256("\0".join([*parts, *more]).encode()).hexdigest()


def _write(path: Path, content: bytes) -> None:
    """All or nothing: a build that is killed leaves no half file behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(name, path)
