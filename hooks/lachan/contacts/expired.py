"""Numbers that leave a page by themselves, when nobody has tried them for too long.

Such a number stands in an item of a list, on one line: the line goes with it and leaves no hole in a
sentence. On paper and in scripts, where nothing can go, only those stand that stay (`Contact.stays`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lachan.common import placeholders

_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s")
_GOES_ON = re.compile(r"\s+\S")


def lines_left(body: str, gone: Collection[str]) -> str:
    """The Markdown `body` without the lines that name one of the contacts `gone`."""
    return "\n".join(line for line in body.split("\n") if not _named(line) & set(gone))


def misplaced(body: str, leaving: Collection[str]) -> Iterator[tuple[int, str]]:
    """Where one of the contacts `leaving` could not go with its line: index of that line, id."""
    lines = body.split("\n")
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else ""
        goes_on = bool(_GOES_ON.match(after)) and not _ITEM.match(after)
        if not _ITEM.match(line) or goes_on:
            for id in sorted(_named(line) & set(leaving)):
                yield index, id


def _named(line: str) -> set[str]:
    return {token for _, token in placeholders.find(line)}
