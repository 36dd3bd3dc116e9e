"""Vietnamese words without their marks: as people type them, as addresses and file names have them."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Lower case without marks, so that «duong kinh» finds «Dương Kinh»."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def slug(text: str, separator: str) -> str:
    """A heading's id. MkDocs' own drops «đ»: «Thủ đoạn» must become `thu-doan`, not `thu-oan`."""
    words = "".join(char if char.isalnum() else " " for char in fold(text)).split()
    return separator.join(words)
