"""Names in campaign files put right: one value of a file changes, and not a byte beside it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import yaml

from lachan.common.problem import Problem
from lachan.common.yamltext import parse
from lachan.files import disk
from lachan.gazetteer.naming import Finding

_BOM = "\ufeff"


@dataclass(frozen=True)
class Rewritten:
    """A file, shown to people as `name`, as it is and as it should be."""

    path: Path
    name: str
    before: bytes
    after: bytes

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff."""
        before, after = (raw.decode("utf-8-sig").splitlines() for raw in (self.before, self.after))
        yield from difflib.unified_diff(before, after, self.name, self.name, lineterm="")


def rewrite(
    folder: Path, name: str, findings: Iterable[Finding]
) -> tuple[list[Rewritten], list[Problem]]:
    """The files of `folder`, shown as `name`, with what `findings` are sure of.

    What YAML allows and a single value cannot be changed in (an alias) is a problem that says what to
    write. Raises OSError.
    """
    sure = sorted((one for one in findings if one.corrected), key=lambda one: one.where.path)
    files: list[Rewritten] = []
    problems: list[Problem] = []
    for shown, group in groupby(sure, key=lambda one: one.where.path):
        path = folder / shown.removeprefix(f"{name}/")
        before, own = path.read_bytes(), list(group)
        after = _corrected(before, {one.key: one.corrected for one in own})
        if after is None:
            problems += (
                one.where.problem(f"hãy sửa tay mục {one.key}: {one.corrected}") for one in own
            )
        else:
            files.append(Rewritten(path, shown, before, after))
    return files, problems


def write(files: Sequence[Rewritten]) -> None:
    """Write all of `files` or, raising OSError, none."""
    done: list[Rewritten] = []
    try:
        for file in files:
            disk.write(file.path, file.after)
            done.append(file)
    except OSError:
        for file in done:
            disk.write(file.path, file.before)
        raise


def _corrected(raw: bytes, values: dict[str, str]) -> bytes | None:
    """`raw` with these values under its keys; None where anything else would change with them."""
    text = raw.decode("utf-8")
    mark, text = (_BOM, text.removeprefix(_BOM)) if text.startswith(_BOM) else ("", text)
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    assert isinstance(node, yaml.MappingNode)  # findings are of files that could be read
    wanted = parse(text, "")[0].value | values
    spans = [(value, values[key.value]) for key, value in node.value if key.value in values]
    changed = text
    for value, new in sorted(spans, key=lambda one: one[0].start_mark.index, reverse=True):
        start, end = value.start_mark.index, value.end_mark.index
        changed = changed[:start] + _scalar(changed[start:end], value.style, new) + changed[end:]
    found, problems = parse(changed, "")
    if problems or found.value != wanted:
        return None
    return (mark + changed).encode()


def _scalar(old: str, style: str | None, new: str) -> str:
    """`new` in the quotes of `old`; a block of lines becomes one line."""
    if style == "'":
        return "'" + new.replace("'", "''") + "'"
    return f'"{new}"' if style == '"' else new + old[len(old.rstrip()) :]
