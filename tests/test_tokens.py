"""Colours have one home each: css/tokens.css for the screen, lib/theme.typ for paper with the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lachan.site import theme
from miniature import ROOT

ASSETS = ROOT / "assets"
TOKENS = ASSETS / "theme/css/tokens.css"
PAPER = ASSETS / "print/lib/theme.typ"
HEX = re.compile(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3,4})\b")
NAMED = re.compile(r"--([a-z-]+): ?(#[0-9A-F]+)")
DAY = theme.tokens(ASSETS)
NIGHT = dict(NAMED.findall(TOKENS.read_text("utf-8").split("(prefers-color-scheme: dark)")[1]))
SAME = {"navy": "navy", "amber": "amber", "red": "red", "slate": "text", "ice": "ice", "mist": "soft"}
"""What paper calls the colours of the screen."""


def written(path: Path) -> set[str]:
    return set(HEX.findall(path.read_text("utf-8")))


def test_paper_has_the_colours_of_the_screen() -> None:
    found = dict(re.findall(r'#let ([a-z]+) = rgb\("(#[0-9A-F]{6})"\)', PAPER.read_text("utf-8")))
    assert found == {name: DAY[token] for name, token in SAME.items()}


@pytest.mark.parametrize(
    ("file", "known"),
    [
        ("hooks/lachan/data/recall/page.html", DAY),
        ("assets/theme/components/prompter/prompter.css", NIGHT),
    ],
)
def test_names_mean_the_same_colour_wherever_they_are_given_again(
    file: str, known: dict[str, str]
) -> None:
    """A page that is sent by mail has its style in it; the prompter is always as by night."""
    found = dict(NAMED.findall((ROOT / file).read_text("utf-8")))
    assert len(found) > 5
    assert found == {name: known[name] for name in found}


def homeless() -> Iterator[Path]:
    """Files that draw something and have no colour of their own to write."""
    yield from (ROOT / "hooks").rglob("*.py")
    yield from (ASSETS / "theme").rglob("*.html")
    yield from (ASSETS / "theme/js").glob("*.js")
    yield from {*(ASSETS / "print").rglob("*.typ")} - {PAPER}


def test_no_other_file_writes_a_colour_of_the_design() -> None:
    design = {*DAY.values(), *NIGHT.values()} - {"#FFF"}
    assert {"#0A1F44", "#FFC20E", "#061430"} <= design
    wrong = {str(path.relative_to(ROOT)): written(path) & design for path in homeless()}
    assert {path: found for path, found in wrong.items() if found} == {}
