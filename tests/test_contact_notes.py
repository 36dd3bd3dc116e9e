"""Beside a number stands only what its contact says."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import pytest
from lachan.plan import contact_notes
from lachan.texts.project import Project
from test_contact import made


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, ""),
        ({"free": "unknown", "recorded": "unknown", "hours": "8-17h"}, ""),
        ({"free": "no"}, ""),
        ({"free": "yes"}, "Miễn phí."),
        ({"free": "yes", "hours": "24/7", "recorded": "yes"}, "Miễn phí, cả ngày đêm, cuộc gọi có ghi âm."),
        ({"hours": "24/24"}, "Cả ngày đêm."),
    ],
)  # fmt: skip
def test_sentence(read_mini: Project, fields: dict[str, str], sentence: str) -> None:
    assert contact_notes.sentence(made(**fields), read_mini.languages["vi"]) == sentence
