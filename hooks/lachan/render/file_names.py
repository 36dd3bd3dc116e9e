"""The name of a finished file: the hash of all it depends on, so that nothing is made twice.

It covers the recipe, the templates, drawings and fonts it is made with, the code and the libraries
that make it, and the names of the files it is made from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache, cached_property

from lachan.files import systemfiles
from lachan.files.fingerprint import digest
from lachan.plan.recipe import Picture, Recipe, Typeset, sources
from lachan.render.press import Press


class Names:
    """Names of what `press` makes; `code` is the fingerprint of all that has a hand in it."""

    def __init__(self, press: Press, code: str) -> None:
        self._assets = press.assets
        self._base = digest([code, str(press.timestamp)])

    def name(self, recipe: Recipe, made: Mapping[str, str]) -> str:
        """What the file of `recipe` is called; `made` has the names of other files by path."""
        parts = [made[path] for path in sources(recipe)]
        return digest(
            [type(recipe).__name__, repr(asdict(recipe)), *parts, self._base, self._drawn(recipe)]
        )

    def _drawn(self, recipe: Recipe) -> str:
        """The hash of all that Typst reads for a recipe."""
        match recipe:
            case Typeset() | Picture():
                return self._template(recipe.template)
            case _:
                return ""

    @cache  # noqa: B019 - a process has one of these, and its templates stay the same
    def _template(self, name: str) -> str:
        """A template and what any of them may use: changing one renders only its own sheets anew."""
        template = self._assets / "print" / f"{name}.typ"
        return digest([hashlib.sha256(template.read_bytes()).hexdigest(), self._shared])

    @cached_property
    def _shared(self) -> str:
        parts = []
        for folder in ("print/lib", "art", "fonts"):
            for path in systemfiles.found(self._assets / folder, "**/*"):
                if path.is_file():
                    parts.append(path.relative_to(self._assets).as_posix())
                    parts.append(hashlib.sha256(path.read_bytes()).hexdigest())
        return digest(parts)
