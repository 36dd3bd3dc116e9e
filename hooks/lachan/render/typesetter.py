"""Typst, which draws everything on paper: a template and its data in, a PDF out.

Between two sheets Typst remembers each part that was laid out, if nothing has changed of what that part
can see. Every part sees `sys.inputs`, but only who reads a file sees that: so the data come in a file.
A poster of the next commune takes half as long. Typst forgets what was not used in ten runs; of a sheet
of another kind nothing comes back, so empty runs make it forget sooner: 90 MB less, and no slower.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import weakref
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import typst

from lachan.files import disk, scratch

_EMPTY = 4
"""Empty runs before each sheet, 0.4 ms each: two sheets later, what was laid out for one is gone."""


class Typesetter:
    """One compiler for a whole process. It reads nothing but templates and drawings of `assets`, as
    they are when it begins.
    """

    def __init__(self, assets: Path) -> None:
        stack = ExitStack()
        self._root = stack.enter_context(scratch.folder(Path(tempfile.gettempdir()), "lachan-"))
        weakref.finalize(self, stack.close)
        for name in ("art", "print"):
            shutil.copytree(assets / name, self._root / name)
        fonts = typst.Fonts(False, False, [str(assets / "fonts")])
        self._compiler = typst.Compiler(root=str(self._root), font_paths=fonts)
        self._empty = self._root / "empty.typ"
        self._empty.touch()

    def pdf(self, template: str, data: str, timestamp: int = 0) -> tuple[bytes, list[str]]:
        """assets/print/<template>.typ with `data` (JSON) as PDF/UA of a date (UNIX seconds); warnings.

        Raises typst.TypstError.
        """
        for _ in range(_EMPTY):
            self._compiler.compile(str(self._empty), format="svg")
        main = self._root / "main.typ"
        with disk.writing(self._root):
            main.write_text(f'#include "print/{template}.typ"', "utf-8")
            (self._root / "data.json").write_text(data, "utf-8")
        pdf, warnings = self._compiler.compile_with_warnings(
            str(main), format="pdf", timestamp=timestamp, pdf_standards=["ua-1"]
        )
        assert isinstance(pdf, bytes)
        return pdf, [warning.message for warning in warnings]

    def noted(self, label: str) -> list[Any]:
        """The values of all metadata with a label in what was set last."""
        values: list[Any] = json.loads(self._compiler.query(f"<{label}>", field="value"))
        return values
