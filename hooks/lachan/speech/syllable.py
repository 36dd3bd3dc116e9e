"""Which words are Vietnamese syllables, and how many syllables a spoken text has.

A Vietnamese syllable is an onset and a rhyme from closed lists, with one tone; rhymes that end in a
stop (c, ch, p, t) take only the tones sắc and nặng. Source: the school spelling tables.
"""

import re
import unicodedata
from functools import lru_cache

from .data import load

TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
SHARP_TONES = ("\u0301", "\u0323")
FRONT = ("e", "ê", "i", "y")
WORD = re.compile(r"[^\W\d_]+")
VOWELS = re.compile(r"[aeiouyăâêôơư]+")


def _spelt(onset: str, rhyme: str) -> bool:
    """c/k, g/gh and ng/ngh share a sound; the vowel that follows decides which is written."""
    if onset in ("k", "gh", "ngh"):
        return rhyme.startswith(FRONT)
    if onset in ("c", "ng"):
        return not rhyme.startswith(FRONT)
    return True


_TABLE = load("syllables")
TONELESS = frozenset(
    onset + rhyme
    for onset in ["", *_TABLE["onsets"]]
    for rhyme in _TABLE["rhymes"]
    if _spelt(onset, rhyme)
)
PLACE_WORDS = frozenset(form for name in _TABLE["names"] for form in (name, name.upper()))


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether the word is one Vietnamese syllable."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in parts if ord(c) in TONES]
    bare = unicodedata.normalize("NFC", parts.translate(TONES))
    if bare not in TONELESS or len(tones) > 1:
        return False
    if bare.endswith(("c", "ch", "p", "t")):
        return bool(tones) and tones[0] in SHARP_TONES
    return True


def is_place_word(word: str) -> bool:
    """Whether the word is part of a place name of another language of Viet Nam: Đắk, Krông …"""
    return word in PLACE_WORDS


@lru_cache(maxsize=8192)
def _length(word: str) -> int:
    if is_syllable(word):
        return 1
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.lower()).translate(TONES))
    groups = len(VOWELS.findall(plain))
    silent = groups > 1 and plain.endswith("e") and not plain.endswith(("le", "ee"))
    return max(1, groups - silent)


def syllables(spoken: str) -> int:
    """Syllables of a spoken text: one for each Vietnamese word, vowel groups for foreign words."""
    return sum(_length(word) for word in WORD.findall(spoken))
