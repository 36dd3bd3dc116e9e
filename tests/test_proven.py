"""What has been proven is not opened again; anything else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from lachan.verify.proven import Proven

PROMISE = {
    "sha256": "0" * 64,
    "kind": "poster",
    "variant": "color",
    "qr": "HTTPS://A.VN/1/",
    "numbers": ["111"],
    "pages": 1,
}


def test_nothing_is_known_before_it_is_remembered(tmp_path: Path) -> None:
    proven = Proven(tmp_path, "code")
    assert not proven.knows(PROMISE)
    proven.remember(PROMISE)
    assert proven.knows(PROMISE)
    assert Proven(tmp_path, "code").knows(PROMISE)


@pytest.mark.parametrize(
    "change", [{"sha256": "1" * 64}, {"variant": "eco"}, {"qr": "x"}, {"numbers": []}, {"pages": 2}]
)
def test_other_bytes_or_another_promise_are_unknown(tmp_path: Path, change: dict[str, object]) -> None:
    proven = Proven(tmp_path, "code")
    proven.remember(PROMISE)
    assert not proven.knows(PROMISE | change)
