"""Every QR on paper outlives the bad copy of a bad copy; a code too small for it does not."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from typing import Any

import numpy as np
import pytest
from conftest import ROOT
from lachan.formats.qr import PRINTED
from PIL import Image

sys.path.append(str(ROOT))
photocopy: Any = import_module("benchmarks.photocopy")

pytestmark = pytest.mark.slow

COPY = photocopy.CONDITIONS["2nd"]
TRIALS = 3


@pytest.fixture(scope="module")
def codes() -> list[Any]:
    return list(photocopy.codes(photocopy.read()))


def test_every_design_outlives_the_copy_of_a_copy(codes: list[Any]) -> None:
    survived = {code.design: photocopy.survived(code, COPY, TRIALS) for code in codes}
    assert {"poster-number eco", "form eco", "sheet eco"} <= set(survived)
    assert survived == dict.fromkeys(survived, TRIALS)


def test_every_code_is_as_large_as_it_must_be(codes: list[Any]) -> None:
    """Millimetres with the quiet zone, as it was measured on the finished sheet."""
    small = {
        code.design: round(code.side, 1) for code in codes if code.side < PRINTED[code.kind].side - 0.5
    }
    assert small == {}


def test_a_code_too_small_is_lost(codes: list[Any]) -> None:
    """The copier and the telephone do damage: at 8 mm the same code is never read again."""
    code = next(code for code in codes if code.design == "poster-number eco")
    height, width = (round(length * 8 / code.side) for length in code.picture.shape)
    tiny = np.asarray(Image.fromarray(code.picture).resize((width, height)))
    assert photocopy.survived(replace(code, picture=tiny), COPY, TRIALS) == 0


def test_the_same_copy_every_time(codes: list[Any]) -> None:
    first, again, other = (
        photocopy.copied(codes[0], COPY, photocopy.chance(codes[0], trial)).tobytes()
        for trial in (1, 1, 2)
    )
    assert (first == again, first == other) == (True, False)
