"""Characters that look like something else, or like nothing: named, so that people can find them.

U+202E turns a number round on the page, «O» passes for 0, a digit of another script is dialled by no
telephone. None of them belongs in what a commune writes about itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Categories of Unicode that show nothing of their own: control, format, unassigned, private."""
_ZERO = frozenset("OoQОоΟο")
_ONE = frozenset("lI|ІΙ")
"""Letters taken for 0 and 1: Latin, Cyrillic and Greek."""


def strange(text: str) -> Iterator[tuple[int, str]]:
    """Every character of `text` that no word or number of ours holds: (offset, character).

    Line breaks are none: YAML folds them.
    """
    for offset, char in enumerate(text):
        if char != "\n" and (unseen(char) or (not char.isascii() and not _plain(char))):
            yield offset, char


def unseen(char: str) -> bool:
    """Whether nothing is to be seen of it."""
    return unicodedata.category(char) in _UNSEEN


def digit(char: str) -> str:
    """The digit that a reader takes `char` for, or the empty string."""
    if char in _ZERO:
        return "0"
    if char in _ONE:
        return "1"
    value = unicodedata.digit(char, None)
    return "" if value is None else str(value)


def fault(char: str, place: int) -> str:
    """What is wrong with `char`, which stands at the `place` (from 1) of a line, and what to do."""
    return f"có chỗ sai ở ký tự thứ {place}: {_named(char)}"


def _named(char: str) -> str:
    code = f"U+{ord(char):04X}"
    if unseen(char):
        return f"ký tự không nhìn thấy {code}; hãy xóa cả dòng rồi gõ lại"
    if char.isalpha() and digit(char):
        other = "" if char.isascii() else f" ({code}, chữ của tiếng khác)"
        return f"«{char}» là chữ {char}{other}, không phải số {digit(char)}"
    if digit(char):
        return f"«{char}» ({code}) không phải chữ số thường; hãy gõ số {digit(char)}"
    if char.isalpha():
        return f"«{char}» là chữ, không phải chữ số"
    return f"«{char}» không phải chữ số" if char.isascii() else f"«{char}» ({code}) là ký tự lạ"


def visible(text: str) -> str:
    """`text` with what cannot be seen written out: «09⟨U+200B⟩12»."""
    return "".join(f"⟨U+{ord(char):04X}⟩" if unseen(char) else char for char in text)


def _plain(char: str) -> bool:
    """Whether a character beyond ASCII is neither a digit nor a wide or small form of another one."""
    form = unicodedata.decomposition(char).partition(" ")[0]
    return not unicodedata.category(char).startswith("N") and form not in {"<wide>", "<small>"}
