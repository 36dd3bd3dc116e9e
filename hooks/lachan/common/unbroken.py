"""Names of places and numbers of laws stay on one line: «Quốc Tử Giám», «162/2025/NĐ-CP».

In what a sheet, a Word file or a commune's page is made from, a name has fixed spaces, for only the
build knows which words are one. How the number of a law looks is known everywhere: pages get a span,
Word its fixed hyphen, and sheets a box (`whole` in assets/print/lib/type.typ, which makes the spaces
plain again: what somebody looks for in a PDF, or copies out of it, is as it was written).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

FIXED = "\u00a0"
_BETWEEN = " - "
"""Stands between two names that a merger made one."""
_LETTERS = "[0-9A-Za-zĐ]"
_NUMBER = (
    rf"(?:[0-9]+/)+[A-ZĐ]{_LETTERS}*(?:[-/]{_LETTERS}+)*|\b[A-ZĐ]+[-/][0-9A-ZĐ]+(?:[-/]?{_LETTERS}+)*"
)
NUMBER = re.compile(rf"(?<![\w/.-])(?:{_NUMBER})")
"""The number of a law, with or without what stands before its first slash."""
_UNTOUCHED = re.compile(r"<(script|style|title|textarea|option)\b.*?</\1>|<[^>]*>", re.S)
"""What of a page is no text that is read, or may hold no element."""


def name(written: str) -> str:
    """A name with fixed spaces; two that are joined may stand on two lines, the hyphen on the first."""
    return f"{FIXED}- ".join(part.replace(" ", FIXED) for part in written.split(_BETWEEN))


def named(text: str, names: Iterable[str]) -> str:
    """`text` with these names kept whole, also the parts of those that are joined."""
    for written in names:
        for part in (written, *written.split(_BETWEEN)):
            text = text.replace(part, name(part))
    return text


def plain(text: str) -> str:
    """`text` with the spaces that are typed."""
    return text.replace(FIXED, " ")


def html(page: str, names: Iterable[str] = ()) -> str:
    """A page on which no number of a law and none of `names` is torn; only its text is changed."""
    parts, end, names = [], 0, tuple(names)
    for tag in _UNTOUCHED.finditer(page):
        parts += [_kept(page[end : tag.start()], names), tag[0]]
        end = tag.end()
    return "".join([*parts, _kept(page[end:], names)])


def _kept(text: str, names: Iterable[str]) -> str:
    text = named(text, names)
    return NUMBER.sub(r'<span class="whole">\g<0></span>', text) if "/" in text or "-" in text else text
