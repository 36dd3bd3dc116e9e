"""The schemas for editors: made from the models, no false alarm on our files, no false calm beside `check`."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from jsonschema import Draft7Validator
from lachan.formats.kinds import SLOTTED
from lachan.texts.design import read_designs
from lachan.texts.text import FOLDERS
from miniature import FILES, PLACE, edited, said

from schemas.__main__ import FOLDER, made

COUNTRY, PROVINCE = "campaigns/vietnam.yml", "campaigns/hai-phong/province.yml"
RECALLS, SOURCES, DESIGNS = "campaigns/thu-hoi.yml", "docs/sources.yml", "assets/print/designs.yml"
HEAD = "code: 11692\nname: Phường Dương Kinh\n"
COMMENT = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


class Core(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2.2, 10.3.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (PyYAML's)


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+)",
        list("-+.0123456789"),
    ),
    ("decimal", r"[-+]?[0-9]+", list("-+0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^({pattern})$"), first)
Core.add_constructor("tag:yaml.org,2002:decimal", lambda _, node: int(node.value))


def value(name: str, text: str) -> Any:
    """What an editor sees in the file `name`, with text for keys, as it looks at them."""
    head = text.split("---\n")[1] if name.endswith(".md") else text
    return with_text_keys(yaml.load(head, Core))


def with_text_keys(seen: Any) -> Any:
    if isinstance(seen, dict):
        return {str(key): with_text_keys(part) for key, part in seen.items()}
    return [with_text_keys(part) for part in seen] if isinstance(seen, list) else seen


def schema_of(name: str) -> str:
    """Which schema is for the file `name`."""
    parts = name.split("/")
    if parts[0] == "campaigns" and len(parts) == 3:
        return "province" if parts[2] == "province.yml" else "commune"
    if parts[0] == "docs" and len(parts) > 2:
        kind = FOLDERS.get(parts[2], "page")
        return "poster" if kind in SLOTTED else kind
    return {COUNTRY: "country", RECALLS: "recalls", SOURCES: "sources", DESIGNS: "designs"}[name]


@cache
def validator(schema: str) -> Draft7Validator:
    return Draft7Validator(json.loads((FOLDER / f"{schema}.json").read_text("utf-8")))


def alarms(name: str, text: str) -> list[str]:
    return [error.message for error in validator(schema_of(name)).iter_errors(value(name, text))]


def ours() -> list[str]:
    """Every file of the project that has a schema."""
    paths = [
        *ROOT.glob("campaigns/**/*.yml"),
        ROOT / SOURCES,
        ROOT / DESIGNS,
        *ROOT.glob("docs/**/*.md"),
    ]
    return sorted(path.relative_to(ROOT).as_posix() for path in paths)


def test_they_are_what_the_models_say() -> None:
    there = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.json")}
    assert there == dict(made()), "make schemas"


@pytest.mark.parametrize("name", [name for name, _ in made()])
def test_they_are_schemas(name: str) -> None:
    Draft7Validator.check_schema(json.loads((FOLDER / name).read_text("utf-8")))


def test_no_false_alarm() -> None:
    names = ours()
    assert {schema_of(name) for name in names} | {"recalls", "kho"} == {name[:-5] for name, _ in made()}
    found = {name: alarms(name, (ROOT / name).read_text("utf-8")) for name in names}
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("name", [name for name in ours() if name.endswith(".yml")])
def test_editors_are_told(name: str) -> None:
    comment = COMMENT.match((ROOT / name).read_text("utf-8"))
    assert comment
    assert ((ROOT / name).parent / comment[1]).resolve() == FOLDER / f"{schema_of(name)}.json"


def described(schema: Any) -> bool:
    keys = schema.get("properties", {}).values()
    return all("description" in key for key in keys)


@pytest.mark.parametrize(
    "name", [name for name, _ in made() if name not in {"kho.json", "designs.json"}]
)
def test_every_key_is_explained(name: str) -> None:
    schema = json.loads((FOLDER / name).read_text("utf-8"))
    assert all(
        map(
            described,
            [schema, *schema["definitions"].values()] if "definitions" in schema else [schema],
        )
    )


def contact(fields: str) -> dict[str, str | bytes | None]:
    return {PLACE: f"{HEAD}contacts:\n  commune-police: {{{fields}}}\n"}


def script(old: str, new: str) -> dict[str, str | bytes | None]:
    return edited("docs/vi/scripts/loi-nhac.md", old, new)


@pytest.mark.parametrize(
    "files",
    [
        {PLACE: "code: '11692'\nname: phường Dương Kinh\ncontacts:\nbroadcast:\n"},
        contact("number: 02253860113, source: a, checked: 1/11/2026, print: yes"),
        contact("number: 0225.3860113, source: 2026, checked: 01-11-2026, print: yes"),
        contact("number: , note: chưa có số"),
        contact("residents: true"),
        contact('name: {vi: Công an}, residents: "no"'),
        contact("name: {en: Police}"),
        {PLACE: f"{HEAD}broadcast: {{months: {{7: [loi-nhac], 08: [loi-nhac]}}, session_minutes: '15'}}\n"},
        edited(COUNTRY, "edition: 2026-11-21", "edition: 21/11/2026"),
        {RECALLS: "recalls:\n"},
        {RECALLS: "recalls:\n  - {contact: commune-police, place: 11692, day: 2026-11-20, reason: a, by: b}\n"},
        {RECALLS: "recalls:\n  - {number: 0912345678, day: 20.11.2026, reason: 1, by: b}\n"},
    ],
)  # fmt: skip
def test_what_both_take(mini: Callable[..., Path], files: dict[str, str]) -> None:
    assert said(mini(files)) == []
    assert [alarms(name, text) for name, text in files.items()] == [[]]


@pytest.mark.parametrize(
    "files",
    [
        {PLACE: "name: Phường Dương Kinh\n"},
        {PLACE: "code: 116922\nname: Phường Dương Kinh\n"},
        {PLACE: "code: '1169'\nname: Phường Dương Kinh\n"},
        {PLACE: "code: 11692\nname: Dương Kinh\n"},
        {PLACE: "code: 11692\nname: Tỉnh Dương Kinh\n"},
        {PLACE: "code: 11692\nname: 113\n"},
        {PLACE: f"{HEAD}kitt: core\n"},
        {PLACE: f"{HEAD}contacts: [a]\n"},
        {PLACE: f"{HEAD}broadcast: a\n"},
        {PLACE: f"{HEAD}broadcast: {{months: {{13: [loi-nhac]}}}}\n"},
        {PLACE: f"{HEAD}broadcast: {{months: {{7: loi-nhac}}}}\n"},
        {PLACE: f"{HEAD}broadcast: {{sessions: {{7: {{6: [[loi-nhac]]}}}}}}\n"},
        {PLACE: f"{HEAD}broadcast: {{session_minutes: 61}}\n"},
        {PLACE: f"{HEAD}broadcast: {{region: east}}\n"},
        contact("phone: 111"),
        contact("print: maybe"),
        contact("free: true"),
        contact("role: boss"),
        contact("residents: có"),
        contact("hours: [a]"),
        contact("name: Công an"),
        contact("name: {vi: ''}"),
        contact("number: 0225 3860 113, source: a, checked: 30/7, print: yes"),
        contact("number: 0225 3860 113, source: a, checked: 2026-11/01, print: yes"),
        {PROVINCE: "code: 311\nname: Thành phố Hải Phòng\n"},
        {PROVINCE: "code: 31\nname: Phường Hải Phòng\n"},
        edited(COUNTRY, "edition: 2026-11-21", "edition: hôm nay"),
        edited(COUNTRY, "edition: 2026-11-21", "edition:"),
        edited(COUNTRY, "exit: https:", "exit: http:"),
        edited(COUNTRY, "  2025:", "  nay:"),
        {RECALLS: "recals: []\n"},
        {RECALLS: "recalls: {}\n"},
        {RECALLS: "recalls:\n  - {day: 2026-11-20, reason: a, by: b}\n"},
        {RECALLS: "recalls:\n  - {number: 111, text: posters/111, day: 2026-11-20, reason: a, by: b}\n"},
        {RECALLS: "recalls:\n  - {number: 0912345678, place: 11692, day: 2026-11-20, reason: a, by: b}\n"},
        {RECALLS: "recalls:\n  - {number: 0912345678, day: 2026-11-20, by: b}\n"},
        {SOURCES: FILES[SOURCES] + "a: {title: {en: a}}\n"},
        {SOURCES: FILES[SOURCES] + "a: {title: {vi: a}, date: 7/2026}\n"},
        {SOURCES: FILES[SOURCES] + "a: {title: {vi: a}, day: 2026}\n"},
        script("target: ", "target: 3 "),
        script("reviewed: ", "reviewed: ngày "),
        script("review_in: ", "review_in: 9"),
        script("number: ", "numbers: "),
        script("sources:", "reviewer: boss\nsources:"),
        script("[luat-53]", "[]"),
        script("[luat-53]", "luat-53"),
        script("[luat-53]", "[luat-53: Khoản 3]"),
        script("[luat-53]", "[luat-53: 3]"),
        script("[luat-53]", "[{luat-53: Điều 3, nd-162: Điều 3}]"),
    ],
)  # fmt: skip
def test_what_neither_takes(mini: Callable[..., Path], files: dict[str, str]) -> None:
    ((name, text),) = files.items()
    assert [problem for problem in said(mini(files)) if problem.startswith(f"{name}:")]
    assert alarms(name, text)


def test_a_whole_number_of_the_country(mini: Callable[..., Path]) -> None:
    """A place may leave out what a file above says; the country may not."""
    for left_out in ("source: a, ", "checked: 2026-11-01, ", ", print: yes"):
        number = "{name: {vi: A}, number: 1022, source: a, checked: 2026-11-01, print: yes}"
        entry = f'contacts:\n  x: {number.replace(left_out, "")}\n  "111":'
        text = FILES[COUNTRY].replace('contacts:\n  "111":', entry)
        assert said(mini({COUNTRY: text}))
        assert alarms(COUNTRY, text)


@pytest.mark.parametrize(
    "text",
    [
        "poster: [a]\n",
        "posters: {number: {parts: [headline]}}\n",
        "poster: {number: {parts: [call]}}\n",
        "poster: {number: {parts: [headline, foot]}}\n",
        "poster: {number: {front: [strip]}}\n",
        "poster: {number: {parts: [headline], local: maybe}}\n",
        "poster: {number: {parts: [headline], pages: 0}}\n",
    ],
)
def test_designs_that_neither_takes(tmp_path: Path, text: str) -> None:
    (tmp_path / "print").mkdir()
    (tmp_path / "print/poster-number.typ").touch()
    (tmp_path / "print/designs.yml").write_text(text, "utf-8")
    assert read_designs(tmp_path)[1]
    assert alarms(DESIGNS, text)
