"""Words without marks: the scripts come to what Python comes to, case by case."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from folded import SEARCH, WORDS, Case
from playwright.sync_api import Page

_FUNCTION = re.compile(r"^  const (?:NUMBER|bare|words|fold) = .*;(?: //.*)?$", re.M)
"""A line of a script that says what a word is; no page can call them, for each script keeps its own."""


@pytest.mark.parametrize(
    ("script", "lines", "cases"), [("search.js", 4, SEARCH), ("names.js", 2, WORDS)]
)
def test_scripts_fold_as_python_does(phone: Page, script: str, lines: int, cases: list[Case]) -> None:
    source = _FUNCTION.findall((ROOT / "assets/theme/js" / script).read_text("utf-8"))
    assert len(source) == lines
    told = "return typed.map((one) => [one, words(one).join(' '), fold(words(one).join(' '))]);"
    found = phone.evaluate(
        "(typed) => {" + "\n".join([*source, told]) + "}", [typed for typed, _, _ in cases]
    )
    assert [tuple(case) for case in found] == cases
