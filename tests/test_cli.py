"""The commands as people run them."""

from __future__ import annotations

from pathlib import Path

from conftest import lachan


def test_proof_of_a_built_site(built: Path) -> None:
    done = lachan("proof", "site", cwd=built)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Đã mở lại ")
