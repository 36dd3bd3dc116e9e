"""Anything in place of any node of any file: problems or a plan, never an exception."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import miniature
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lachan.common.problem import ProblemsError
from lachan.common.yamltext import Loc
from lachan.plan.artefacts import plan
from lachan.site import communes
from lachan.site.context import PageContext

FILES = {name: text for name, text in miniature.FILES.items() if name.endswith((".yml", ".md"))}
VALUES = st.recursive(
    st.none()
    | st.sampled_from(
        ["", " ", "0", "yes", "2026-11-21", "9999-12-31", "111", "0225 3860 113", "{place}", "{x", "}{",
         "vi", "Xã A", "\u200b", "a\nb", "[", "../..", "https://a.vn", "x" * 300, "📞"]
    ),
    lambda part: st.lists(part, max_size=2)
    | st.dictionaries(st.sampled_from(["vi", "name", "number", "locale", "", "{x}"]), part, max_size=2),
    max_leaves=4,
)  # fmt: skip


def parts(name: str) -> tuple[Any, str]:
    """The YAML of a file as plain values of text, and what follows it."""
    if name.endswith(".yml"):
        return yaml.load(FILES[name], yaml.BaseLoader), ""
    _, front, body = FILES[name].split("---\n", 2)
    return yaml.load(front, yaml.BaseLoader), body


def nodes(value: Any, loc: Loc = ()) -> Iterator[Loc]:
    yield loc
    if isinstance(value, (dict, list)):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from nodes(part, (*loc, key))


def put(value: Any, loc: Loc, new: Any) -> Any:
    if not loc:
        return new
    if isinstance(value, dict):
        return value | {loc[0]: put(value[loc[0]], loc[1:], new)}
    return [put(part, loc[1:], new) if i == loc[0] else part for i, part in enumerate(value)]


ONE_LINE = re.compile(r".+?:[1-9][0-9]*: .+")
SPOTS = [(name, loc) for name in FILES for loc in nodes(parts(name)[0])]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return miniature.write(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.slow
@given(st.sampled_from(SPOTS), VALUES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_anywhere(root: Path, spot: tuple[str, Loc], value: Any) -> None:
    name, loc = spot
    tree, body = parts(name)
    # JSON is YAML, and keeps every value what it is.
    text = json.dumps(put(tree, loc, value), ensure_ascii=False, indent=1)
    path = root / name
    path.write_text(text if name.endswith(".yml") else f"---\n{text}\n---\n{body}", "utf-8")
    try:
        project = miniature.read(root)
        places = project.campaign.places
        assert len({a.path for a in plan(project, places)}) == len(plan(project, places))
        for place in places:
            communes.commune(PageContext(project, "vi", f"{place.code}/"), place, {})
    except ProblemsError as error:
        shown = [str(problem) for problem in error.problems]
    else:
        shown = []
    finally:
        path.write_text(FILES[name], "utf-8")
    assert [line for line in shown if not ONE_LINE.fullmatch(line)] == []
