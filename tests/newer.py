"""What Chromium 80 does not know yet, out of MDN's browser-compat-data (CC0), as tests/newer.yml.

    python tests/newer.py FOLDER >tests/newer.yml

FOLDER is a checkout of it. A name of JavaScript is listed where everything called so is newer: which
object it is asked of, nobody can tell from the script.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

FLOOR = 80
"""The Chromium that the last web views of Android 7 and many cheap telephones still have."""
SYNTAX = {
    "??=": "operators.nullish_coalescing_assignment",
    "||=": "operators.logical_or_assignment",
    "&&=": "operators.logical_and_assignment",
    "class_static_block": "classes.static.initialization_blocks",
    "private method": "classes.private_class_methods",
    "private in": "classes.private_class_fields_in",
    "top-level await": "operators.await.top_level",
}
"""Nodes of the grammar of tree-sitter, or what `floor.py` calls a few of them together."""

_SIDES = ("w", "h", "i", "b", "min", "max")
UNITS = {
    f"viewport_percentage_units_{kind}": [f"{kind[0]}v{side}" for side in _SIDES]
    for kind in ("dynamic", "large", "small")
} | {"container_query_length_units": [f"cq{side}" for side in _SIDES]}
"""Families of units that the data has under one name."""


def main() -> None:
    """Print the list."""
    folder = Path(sys.argv[1])
    version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
    css, script = _read(folder / "css")["css"], _read(folder / "javascript")["javascript"]
    print(f"# Made by newer.py of browser-compat-data {version} (MDN, CC0): since which Chromium.")
    print("# 0: with none.")
    listed = {
        "properties": _newer(css["properties"]),
        "values": {
            f"{name}: {value}": since
            for name, feature in css["properties"].items()
            for value, since in _newer(feature).items()
            if since and re.fullmatch(r"[a-z][a-z-]+", value)
        },
        "contexts": {"gap in flex": _since(css["properties"]["gap"]["flex_context"])},
        "selectors": _newer(css["selectors"]),
        "at-rules": _newer(css["at-rules"]),
        "functions": _newer(css["types"]) | _newer(css["types"]["color"]),
        "units": _units(css["types"]["length"]),
        "syntax": {name: _since(_at(script, path)) for name, path in SYNTAX.items()},
        "names": _names(script["builtins"], _read(folder / "api")["api"]),
    }
    grouped = {kind: _by_version(known) for kind, known in listed.items()}
    print(yaml.safe_dump(grouped, allow_unicode=True, default_flow_style=None, width=104), end="")


def _by_version(known: dict[str, int]) -> dict[int, list[str]]:
    grouped: dict[int, list[str]] = {}
    for name, since in sorted(known.items()):
        grouped.setdefault(since, []).append(name)
    return grouped


def _read(folder: Path) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for path in sorted(folder.glob("**/*.json")):
        _merge(whole, json.loads(path.read_text("utf-8")))
    return whole


def _merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value


def _at(tree: dict[str, Any], path: str) -> dict[str, Any]:
    for part in path.split("."):
        tree = tree[part]
    return tree


def _since(feature: dict[str, Any]) -> int:
    """The first Chromium that has it for everybody under this name; 0 for none."""
    support = feature["__compat"]["support"]["chrome_android"]
    if support == "mirror":
        support = feature["__compat"]["support"]["chrome"]
    versions = [
        int(float(str(one["version_added"]).lstrip("≤")))
        for one in (support if isinstance(support, list) else [support])
        if one["version_added"] not in {False, None, "preview"}
        and not {"flags", "prefix", "alternative_name"} & one.keys()
        and ("version_removed" not in one or "partial_implementation" in one)
    ]
    return min(versions, default=0)


def _newer(features: dict[str, Any]) -> dict[str, int]:
    known = {
        name: _since(feature)
        for name, feature in features.items()
        if name != "__compat" and "__compat" in feature
    }
    return {name: since for name, since in known.items() if not 0 < since <= FLOOR}


def _units(lengths: dict[str, Any]) -> dict[str, int]:
    newer = _newer(lengths)
    for family, units in UNITS.items():
        newer |= dict.fromkeys(units, newer.pop(family))
    return newer


def _names(*trees: dict[str, Any]) -> dict[str, int]:
    first: dict[str, int] = {}
    for tree in trees:
        for name, since in _named(tree):
            first[name] = min(since or 999, first.get(name, 999))
    return {name: since for name, since in first.items() if FLOOR < since < 999}


def _named(tree: dict[str, Any], depth: int = 0) -> Iterator[tuple[str, int]]:
    for name, feature in tree.items():
        if name != "__compat" and depth < 3:
            name = name.removesuffix("_static").removesuffix("_event")
            if "__compat" in feature and re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", name):
                yield name, _since(feature)
            yield from _named(feature, depth + 1)


if __name__ == "__main__":
    main()
