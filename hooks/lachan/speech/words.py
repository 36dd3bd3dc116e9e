"""Plain words and single letters.

A word that is neither a Vietnamese syllable nor in the lexicon is a problem; so is a run of
capitals that might be an abbreviation.
"""

import re

from .data import load
from .lexicon import ABBREVIATIONS
from .numbers import LETTERS, Region, letter
from .rules import END, START, Rule, UnspeakableError, after_match, before_match, one_of, refuse
from .syllable import WORD, is_place_word, is_syllable

_CUES = load("cues")
LETTERED = re.compile(
    rf"\b(?:{'|'.join(_CUES['lettered'])})(?:\s+\w\s*,)*(?:\s+\w)?(?:\s+(?:và|hoặc))?\s+$",
    re.IGNORECASE,
)
LIKE_WORDS: dict[str, str] = load("lexicon")["like_words"]
SHORT_ABBREVIATION = 3
"""Up to this many plain capitals (CA, BAN) may be a short form that happens to look like a word."""


def _letter(match: re.Match[str], _region: Region) -> str:
    text = match[0]
    lettered = text.upper() in LETTERS and LETTERED.search(before_match(match))
    if is_syllable(text) and not lettered:
        return text
    if text.isupper() or lettered:
        return letter(text)
    raise UnspeakableError("một chữ cái đứng riêng: viết đủ từ")


def _like_word(match: re.Match[str], _region: Region) -> str:
    return match[0] if _among_capitals(match) else LIKE_WORDS[match[0]]


def _is_readable(word: str) -> bool:
    return is_syllable(word) or is_place_word(word)


def _may_be_short_form(word: str) -> bool:
    return word.isupper() and word.isascii() and 1 < len(word) <= SHORT_ABBREVIATION


def _among_capitals(match: re.Match[str]) -> bool:
    """Whether a word beside it shows that the whole passage stands in capitals."""
    before = WORD.findall(before_match(match))
    for side in (reversed(before), WORD.findall(after_match(match))):
        for word in side:
            if not word.isupper() or not _is_readable(word) or word in ABBREVIATIONS:
                break
            if len(word) > 1 and not _may_be_short_form(word):
                return True
    return False


def _word(match: re.Match[str], _region: Region) -> str:
    word = match[0]
    if not _is_readable(word):
        if word.isupper():
            raise UnspeakableError("chữ viết tắt: viết đủ chữ, hoặc thêm vào bảng từ")
        raise UnspeakableError(
            "không phải tiếng Việt: ghi cách đọc {{chữ viết|lời đọc}}, hoặc thêm vào bảng từ"
        )
    if _may_be_short_form(word) and not _among_capitals(match):
        raise UnspeakableError("chữ viết tắt hay từ viết hoa? Viết đủ chữ, hoặc viết thường")
    return word


def word_rules() -> list[Rule]:
    """Single letters, ordinary words, and what mixes letters with figures."""
    mixed = "chữ và số dính nhau: viết rời, hoặc ghi cách đọc {{chữ viết|lời đọc}}"
    return [
        Rule("abbreviation", rf"{START}{one_of(LIKE_WORDS)}{END}", _like_word),
        Rule("text", rf"{START}[^\W\d_]+['’][^\W\d_]+{END}", _word),
        Rule("letter", rf"{START}[^\W\d_]{END}", _letter),
        Rule("text", rf"{START}[^\W\d_]+{END}", _word),
        Rule("unread", r"\w+", refuse(mixed)),
    ]
