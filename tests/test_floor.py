"""Our scripts and styles run in the oldest browser that we promise, and what is newer is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import floor
import pytest
import yaml
from conftest import ROOT

THEME = ROOT / "assets/theme"
ALLOWED = yaml.safe_load((Path(__file__).parent / "allowed.yml").read_text("utf-8"))


def found(
    pattern: str, read: Callable[[str], Iterable[floor.Found]]
) -> list[tuple[str, int, str, int]]:
    """Everything newer in the files of the theme."""
    files = sorted(THEME.rglob(pattern))
    assert len(files) > 3
    return [
        (path.relative_to(THEME).as_posix(), *one)
        for path in files
        for one in read(path.read_text("utf-8"))
    ]


def test_scripts_use_nothing_newer() -> None:
    assert found("*.js", floor.script) == []


def test_styles_use_nothing_newer_that_does_harm() -> None:
    assert [one for one in found("*.css", floor.style) if one[2] not in ALLOWED] == []


def test_what_is_allowed_is_used() -> None:
    used = {name for _, _, name, _ in found("*.css", floor.style)}
    assert set(ALLOWED) - used == set()


@pytest.mark.parametrize(
    ("source", "name", "since"),
    [
        ("[1].at(-1)", "at", 92),
        ("[1].findLastIndex((x) => x)", "findLastIndex", 97),
        ("'a'.replaceAll('a', 'b')", "replaceAll", 85),
        ("structuredClone(a)", "structuredClone", 98),
        ("Object.hasOwn(a, 'b')", "hasOwn", 93),
        ("[1].toSorted()", "toSorted", 110),
        ("Object.groupBy(a, b)", "groupBy", 117),
        ("a.replaceChildren(b)", "replaceChildren", 86),
        ("new WeakRef(a)", "WeakRef", 84),
        ("a ??= 1", "??=", 85),
        ("a ||= 1", "||=", 85),
        ("class A { static { b() } }", "class_static_block", 94),
        ("class A { #b() {} }", "private method", 84),
        ("await a", "top-level await", 89),
        ("/a/v.test(b)", "/v", 112),
        ("a b", "a", 0),
    ],
)
def test_a_script_that_is_too_new(source: str, name: str, since: int) -> None:
    assert (1, name, since) in set(floor.script(source))


@pytest.mark.parametrize(
    "source",
    [
        "const a = b?.c ?? d; a.flatMap((x) => [x]); new URL(a).searchParams.get('b')",
        "const deck = { at() {} }; deck.at(1)",
        "async () => { await a; }",
        "/\\p{L}(?<=a)/gu.test(a)",
    ],
)
def test_a_script_that_is_old_enough(source: str) -> None:
    assert list(floor.script(source)) == []


@pytest.mark.parametrize(
    ("source", "name", "since"),
    [
        ("a:has(b) { color: red }", ":has", 105),
        ("a:not(:is(b)) { color: red }", ":is", 88),
        ("a:focus-visible { color: red }", ":focus-visible", 86),
        ("a { inset: 0 }", "inset", 87),
        ("a { aspect-ratio: 1 }", "aspect-ratio", 88),
        ("a { overflow: clip }", "overflow: clip", 90),
        ("a { height: 100dvh }", "dvh", 108),
        ("a { width: round(10vw, 1rem) }", "round", 125),
        ("a { color: color-mix(in srgb, red, blue) }", "color-mix", 111),
        ("@media print { a { accent-color: red } }", "accent-color", 93),
        ("a { content-visibility: auto }", "content-visibility", 85),
        ("a { display: flex; gap: 1rem }", "gap in flex", 84),
        ("a { display: flex } b, a { column-gap: 1rem }", "gap in flex", 84),
        ("a { b { color: red } }", "nesting", 112),
        ("@layer a { b { color: red } }", "@layer", 99),
        ("@container (width > 1px) { b { color: red } }", "@container", 105),
    ],
)
def test_a_style_that_is_too_new(source: str, name: str, since: int) -> None:
    assert (1, name, since) in set(floor.style(source))


@pytest.mark.parametrize(
    "source",
    [
        "a { display: grid; gap: 1rem; grid-template-columns: repeat(2, minmax(0, 1fr)) }",
        "a { width: min(1rem, 6vw); padding: env(safe-area-inset-bottom); position: sticky }",
        "@supports not (inset: 0) { a { margin: 0 } }",
        "a:not(:last-child)::before { outline: 3px solid; background: url(a.svg) }",
    ],
)
def test_a_style_that_is_old_enough(source: str) -> None:
    assert list(floor.style(source)) == []
