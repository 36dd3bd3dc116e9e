"""How names are spelt: which two are the same name, whichever keyboard wrote them.

Public lists have both apostrophes (M’Drắk, B'Lao), dashes for hyphens, two spaces, and the tone on
either vowel (Hòa An, Hoà An). A machine takes these for different names, a reader does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

KINDS = ("Xã", "Phường", "Đặc khu")
PROVINCE_KINDS = ("Tỉnh", "Thành phố")
_LETTERS_FOR = {"x": "Xã", "p": "Phường", "đk": "Đặc khu", "t": "Tỉnh", "tp": "Thành phố"}
_ABBREVIATED = re.compile(rf"^({'|'.join(_LETTERS_FOR)})(?:\. ?| )(?=\w)", re.IGNORECASE)
"""A kind as lists shorten it: «TP. Hải Phòng», «P.Dương Kinh», «X Ninh Giang»."""

_SIGNS = str.maketrans(
    dict.fromkeys("’‘ʼ´`′＇", "'") | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
"""The apostrophe and the hyphen of the official list; what else is typed or pasted for them."""
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""The five marks of a tone."""


def plain(name: str) -> str:
    """`name` with one space between its words, and the apostrophe and hyphen of the official list."""
    return " ".join(unicodedata.normalize("NFC", name).translate(_SIGNS).split())


def key(name: str) -> str:
    """What two spellings of one name share: capitals and the vowel that carries a tone do not count."""
    return cased(name).lower()


def cased(name: str) -> str:
    """What two spellings share that have the same capitals, too."""
    return " ".join(map(_toneless, plain(name).split()))


def _toneless(word: str) -> str:
    """The word with its tones behind it: «hoà» and «hòa» are «hoa» and a grave accent."""
    letters = unicodedata.normalize("NFD", word)
    return "".join(sorted(letters, key=TONES.__contains__))


def bare(name: str) -> str:
    """`name` without capitals and marks, as it is typed in a hurry: «duong kinh»."""
    letters = unicodedata.normalize("NFD", plain(name).lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def parts(name: str) -> tuple[str, str]:
    """The kind of a place, where the name says one, and its name without that: «Phường», «Bố Hạ»."""
    return _parts(name, (*KINDS, *PROVINCE_KINDS))


def spelt_out(name: str) -> str:
    """`name` with the whole word for its kind, where it begins with the letters for one."""
    return _ABBREVIATED.sub(lambda kind: f"{_LETTERS_FOR[kind[1].lower()]} ", plain(name))


def short(name: str) -> str:
    """`name` without the word for its kind: «Bố Hạ»."""
    return parts(name)[1]


def nearest(name: str, names: Iterable[str], count: int = 3) -> list[str]:
    """The `count` names that are most like `name`, best first; none that is hardly like it.

    The kinds of the places do not count, and marks only between names that are alike without them.
    """
    wanted = _core(name)
    matcher = SequenceMatcher(None, "", wanted, autojunk=False)
    found: list[tuple[float, float, str]] = []
    for other in dict.fromkeys(names):
        matcher.set_seq1(_core(other))
        if matcher.real_quick_ratio() >= _ALIKE and (ratio := matcher.ratio()) >= _ALIKE:
            marks = SequenceMatcher(None, key(name), key(other), autojunk=False).ratio()
            found.append((-ratio, -marks, other))
    return [other for *_, other in sorted(found)[:count]]


_ALIKE = 0.75
"""How much of two names must be the same letters in the same order (`SequenceMatcher.ratio`)."""
_BARE_KINDS = tuple(bare(kind) for kind in (*KINDS, *PROVINCE_KINDS))


def _core(name: str) -> str:
    return _parts(bare(name), _BARE_KINDS)[1]


def _parts(name: str, kinds: Iterable[str]) -> tuple[str, str]:
    kind = next((kind for kind in kinds if name.startswith(f"{kind} ")), "")
    return kind, name.removeprefix(kind).strip()
