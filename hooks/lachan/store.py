"""Finished files by the hash of everything they depend on, so that nothing is made twice.

The key of a file covers its recipe, the templates, drawings and fonts it is made with, the libraries
that make it, and the keys of the files it is made from. The folder can be removed at any time.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path

from lachan import picture, press, word, word_file, word_form, word_styles
from lachan.press import Press
from lachan.recipe import Artefact, Picture, Recipe, Typeset, sources

_MAKERS = ("lachan", "pillow", "pypdfium2", "python-docx", "typst")

_CODE = (picture, press, word, word_file, word_form, word_styles)


@dataclass(frozen=True)
class Job:
    """A file to make: its recipe, where it is stored, and the stored files it is made from."""

    recipe: Recipe
    target: Path
    parts: Mapping[str, Path]


class Store:
    """A folder of finished files made by `press`."""

    def __init__(self, folder: Path, press: Press) -> None:
        self.folder = folder
        self._assets = press.assets
        self._base = _digest(
            [name + version(name) for name in _MAKERS],
            *(Path(str(module.__file__)).read_text("utf-8") for module in _CODE),
            str(press.timestamp),
        )
        self._keys: dict[str, str] = {}

    def job(self, artefact: Artefact) -> Job:
        """How `artefact` is made, and where it is or will be.

        Files that it is made from must have been asked for before.
        """
        recipe = artefact.recipe
        parts = {path: self._path(self._keys[path]) for path in sources(recipe)}
        made_from = [self._keys[path] for path in parts]
        drawn = self._drawn(recipe)
        key = _digest([type(recipe).__name__, repr(asdict(recipe)), *made_from], self._base, drawn)
        self._keys[artefact.path] = key
        return Job(recipe, self._path(key), parts)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def _drawn(self, recipe: Recipe) -> str:
        """The hash of all that Typst reads for a recipe."""
        match recipe:
            case Typeset() | Picture():
                return self._template(recipe.template)
            case _:
                return ""

    @cache  # noqa: B019 - a store lives as long as its build
    def _template(self, name: str) -> str:
        """A template and what any of them may use: changing one renders only its own sheets anew."""
        template = self._assets / "print" / f"{name}.typ"
        return _digest([hashlib.sha256(template.read_bytes()).hexdigest()], self._shared)

    @cached_property
    def _shared(self) -> str:
        parts = []
        for folder in ("print/lib", "art", "fonts"):
            for path in sorted((self._assets / folder).rglob("*")):
                if path.is_file():
                    parts.append(path.relative_to(self._assets).as_posix())
                    parts.append(hashlib.sha256(path.read_bytes()).hexdigest())
        return _digest(parts)


def _digest(parts: list[str], *more: str) -> str:
    return hashlib.sha256("\0".join([*parts, *more]).encode()).hexdigest()


def write(path: Path, content: bytes) -> None:
    """All or nothing: a build that is killed leaves no half file behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(name, path)
