"""The common base of everything that is read: strict models, and plain words for what is wrong.

pydantic finds the faults; this module says them in Vietnamese, with the line they stand on.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, WithJsonSchema
from pydantic_core import PydanticCustomError

from lachan.common import days
from lachan.common.problem import Problem, meant
from lachan.common.yamltext import Loc, Tree


class Strict(BaseModel):
    """A frozen model that takes no key it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _day(written: object) -> object:
    """As `days.read`; pydantic would take «1790208000» for seconds since 1970, too."""
    if not isinstance(written, str):
        return written
    found = days.read(written.strip())
    if found is None:
        raise PydanticCustomError("date_parsing", "no day")
    return found.isoformat()


_DAY = {
    "type": "string",
    "pattern": days.SHAPE,
    "patternErrorMessage": "cần ngày viết kiểu 2026-07-30 hoặc 30/7/2026",
}
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema(_DAY)]
"""A day as people write it: 2026-07-30 or 30/7/2026."""


def comment(path: Path, campaigns: Path, schema: str) -> str:
    """The first line of a new `path` in the folder `campaigns`, by which editors find what may stand in
    it (`make schemas`); "" where no schemas lie beside that folder.
    """
    if not (campaigns.parent / "schemas" / f"{schema}.json").is_file():
        return ""
    way = "../" * len(path.relative_to(campaigns).parts)
    return f"# yaml-language-server: $schema={way}schemas/{schema}.json\n"


M = TypeVar("M", bound=Strict)


def load(model: type[M], tree: Tree) -> tuple[M | None, list[Problem]]:
    """Turn `tree` into `model`, or into one problem for each fault, on its own line."""
    try:
        return model.model_validate(tree.value), []
    except ValidationError as error:
        return None, [_problem(dict(fault), tree, model) for fault in error.errors()]


def _problem(fault: dict[str, Any], tree: Tree, model: type[Strict]) -> Problem:
    loc: Loc = tuple(part for part in fault["loc"] if part != "[key]")
    kind, seen = fault["type"], fault["input"]
    key = next((part for part in reversed(loc) if isinstance(part, str)), "")
    named = f"«{key}»: " if loc else ""
    if kind == "missing":
        return tree.at(loc[:-1]).problem(f"thiếu mục «{key}»")
    if kind == "extra_forbidden":
        hint = meant(key, _keys(model, loc[:-1]))
        return tree.at(loc).problem(f"không có mục nào tên «{key}»{hint}")
    if kind == "value_error":
        return tree.at(loc).problem(f"{named}{fault['ctx']['error']}")
    if seen is None:
        return tree.at(loc).problem(f"mục «{key}» còn trống")
    expected = _expected(kind, fault.get("ctx") or {})
    return tree.at(loc).problem(f"{named}cần {expected}, nhưng thấy «{_short(seen)}»")


def _keys(model: type[Strict], loc: Loc) -> list[str]:
    """The keys that `model` knows at `loc`, as far as the way there leads through models."""
    current: Any = model
    for part in loc:
        fields = getattr(current, "model_fields", {})
        if not isinstance(part, str) or part not in fields:
            return []
        current = fields[part].annotation
    fields = getattr(current, "model_fields", {})
    return [field.alias or name for name, field in fields.items()]


def _expected(kind: str, context: dict[str, Any]) -> str:
    if kind == "literal_error":
        return "một trong " + ", ".join(filter(None, re.findall("'([^']*)'", context["expected"])))
    if kind.startswith("date"):
        return "ngày viết kiểu 2026-07-30"
    if kind.startswith("bool"):
        return "yes hoặc no"
    if kind.startswith("int"):
        return "một số nguyên"
    if kind == "greater_than_equal":
        return f"từ {context['ge']} trở lên"
    if kind == "less_than_equal":
        return f"không quá {context['le']}"
    if kind == "string_pattern_mismatch":
        return f"chữ đúng mẫu {context['pattern']}"
    if kind == "string_too_short":
        return "ít nhất một chữ"
    if kind == "too_short":
        return "ít nhất một dòng"
    if kind == "list_type":
        return "một danh sách, mỗi dòng bắt đầu bằng dấu gạch ngang"
    if kind in {"dict_type", "model_type"}:
        return "một nhóm mục con"
    return "một dòng chữ"


def _short(seen: Any) -> str:
    text = seen if isinstance(seen, str) else type(seen).__name__
    return {"dict": "một nhóm mục con", "list": "một danh sách"}.get(text, text[:60])
