"""A QR code as one drawing: short path, quiet zone of four modules, error correction M or better.

Measured: a short address matters more than strong correction, level H never pays; Q is taken where it
does not make the symbol larger.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import qrcode
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.exceptions import DataOverflowError

QUIET = 4
"""Light modules round the symbol (ISO/IEC 18004)."""


@dataclass(frozen=True)
class Drawing:
    """`path` paints the dark modules in a square of `size` modules, quiet zone included."""

    path: str
    size: int


def draw(address: str) -> Drawing:
    """The QR code of `address`."""
    rows = _matrix(address)
    path = "".join(
        f"M{start} {y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _runs(row)
    )
    return Drawing(path, len(rows))


def _matrix(address: str) -> list[list[bool]]:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(address)
    code.make(fit=True)
    stronger = qrcode.QRCode(code.version, error_correction=ERROR_CORRECT_Q, border=QUIET)
    stronger.add_data(address)
    try:
        stronger.make(fit=False)
    except (DataOverflowError, ValueError):
        return _bool(code.get_matrix())
    return _bool(stronger.get_matrix())


def _bool(matrix: list[list[bool | None]]) -> list[list[bool]]:
    return [[bool(module) for module in row] for row in matrix]


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """(start, length) of each run of dark modules."""
    runs, at = [], 0
    for dark, group in groupby(row):
        length = len(list(group))
        if dark:
            runs.append((at, length))
        at += length
    return runs
