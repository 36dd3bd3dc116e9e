"""A QR code as one drawing: small letters, quiet zone of four modules, error correction M or better.

Capitals would make a code of 25 modules out of one of 29, and some telephones do not open `HTTPS://`.
Level Q needs more modules than M. On copies of copies (benchmarks/photocopy.py) modules an eighth wider
outlive more than level Q does, and dirt hardly tells; so Q is taken where a module stays large enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import qrcode
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

from lachan.formats.kinds import Kind

QUIET = 4
"""Light modules round the symbol (ISO/IEC 18004)."""


@dataclass(frozen=True)
class Printed:
    """How a kind of sheet shows its code: `side` mm wide at least, with the quiet zone; and how many mm
    a module should have, at level Q too.
    """

    side: float
    module: float


PRINTED = {
    Kind.POSTER: Printed(38, 1.0),
    Kind.BANNER: Printed(90, 0.16),  # drawn at 1:5
    Kind.LEAFLET: Printed(33, 0.6),
    Kind.CARD: Printed(25, 0.6),
    Kind.FORM: Printed(36, 0.9),
    Kind.SHEET: Printed(36, 0.9),
}


@dataclass(frozen=True)
class Drawing:
    """`path` paints the dark modules in a square of `size` modules, quiet zone included; `strong` says
    that it is of level Q.
    """

    path: str
    size: int
    strong: bool


@lru_cache(maxsize=1024)
def draw(address: str, kind: Kind) -> Drawing:
    """The QR code of `address` for a sheet of this kind."""
    code, strong = _code(address, ERROR_CORRECT_M), _code(address, ERROR_CORRECT_Q)
    printed = PRINTED[kind]
    taken = strong.version == code.version or module(_size(strong), kind) >= printed.module
    code = strong if taken else code
    code.make(fit=False)
    rows = [[bool(dark) for dark in row] for row in code.get_matrix()]
    path = "".join(
        f"M{start} {y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _runs(row)
    )
    return Drawing(path, len(rows), taken)


def module(size: int, kind: Kind) -> float:
    """mm that a module is wide at least on a sheet of this kind, in a code of `size` modules."""
    return PRINTED[kind].side / size


def _code(address: str, level: int) -> qrcode.QRCode:
    """The smallest symbol that holds `address` at this level of error correction, not yet drawn."""
    code = qrcode.QRCode(error_correction=level, border=QUIET)
    code.add_data(address)
    code.best_fit()
    return code


def _size(code: qrcode.QRCode) -> int:
    """Modules in a row, quiet zone included: 21 in version 1, four more in each."""
    return 17 + 4 * int(code.version) + 2 * QUIET


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """(start, length) of each run of dark modules."""
    runs, at = [], 0
    for dark, group in groupby(row):
        length = len(list(group))
        if dark:
            runs.append((at, length))
        at += length
    return runs
