"""A QR code as one drawing: short path, quiet zone of four modules, error correction M or better.

Measured: a short address matters more than strong correction, level H never pays; Q is taken where it
does not make the symbol larger.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import qrcode
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

QUIET = 4
"""Light modules round the symbol (ISO/IEC 18004)."""


@dataclass(frozen=True)
class Drawing:
    """`path` paints the dark modules in a square of `size` modules, quiet zone included."""

    path: str
    size: int


@lru_cache(maxsize=1024)
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
    code = _code(address, ERROR_CORRECT_M)
    stronger = _code(address, ERROR_CORRECT_Q)
    if stronger.version == code.version:
        code = stronger
    code.make(fit=False)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def _code(address: str, level: int) -> qrcode.QRCode:
    """The smallest symbol that holds `address` at this level of error correction, not yet drawn."""
    code = qrcode.QRCode(error_correction=level, border=QUIET)
    code.add_data(address)
    code.best_fit()
    return code


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """(start, length) of each run of dark modules."""
    runs, at = [], 0
    for dark, group in groupby(row):
        length = len(list(group))
        if dark:
            runs.append((at, length))
        at += length
    return runs
