"""Vietnamese numerals: cardinals, decimals, digits one by one, Roman numerals, names of letters.

North and South differ in four words: nghìn/ngàn, linh/lẻ, tư/bốn after mươi, mùng before early days.
"""

import re
from dataclasses import dataclass

from .data import load
from .rules import UnspeakableError

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
VALID_ROMAN = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
LETTERS: dict[str, str] = load("lexicon")["letters"]
LARGEST_UNGROUPED = 6
"""Figures without separating dots: nobody writes an amount of seven of them; it may be a code."""


@dataclass(frozen=True)
class Region:
    """The words in which Northern and Southern reading differ."""

    thousand: str
    odd: str
    four: str
    early_day: str


REGIONS = {
    "north": Region(thousand="nghìn", odd="linh", four="tư", early_day="mùng "),
    "south": Region(thousand="ngàn", odd="lẻ", four="bốn", early_day=""),
}


def _below_thousand(n: int, region: Region, *, padded: bool) -> list[str]:
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    words = [DIGITS[hundreds], "trăm"] if hundreds or padded else []
    if tens == 0:
        if ones:
            words += [region.odd, DIGITS[ones]] if words else [DIGITS[ones]]
        return words
    words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    if ones == 1 and tens > 1:
        words.append("mốt")
    elif ones == 4 and tens > 1:
        words.append(region.four)
    elif ones == 5:
        words.append("lăm")
    elif ones:
        words.append(DIGITS[ones])
    return words


def _below_billion(n: int, region: Region, *, padded: bool) -> list[str]:
    words: list[str] = []
    for size, name in ((1_000_000, "triệu"), (1_000, region.thousand), (1, "")):
        part = n // size % 1_000
        if part:
            words += _below_thousand(part, region, padded=padded or bool(words))
            words += [name] if name else []
    return words


def cardinal(n: int, region: Region) -> str:
    """A whole number from zero upwards in words; milliards are counted in tỷ."""
    if n == 0:
        return DIGITS[0]
    billions, rest = divmod(n, 1_000_000_000)
    words = [cardinal(billions, region), "tỷ"] if billions else []
    return " ".join(words + _below_billion(rest, region, padded=bool(words)))


def digit_by_digit(text: str) -> str:
    """The digits of the text one by one; everything else in it is skipped."""
    return " ".join(DIGITS[int(c)] for c in text if c in "0123456789")


def number(text: str, region: Region) -> str:
    """A written number (dots between thousands, comma before decimals) in words.

    A leading zero of two figures ("05 vụ") is officialese for the plain number; longer ones are
    codes and said digit by digit. Raises UnspeakableError for more than six figures without dots.
    """
    whole, _, decimals = text.partition(",")
    if "." not in whole and len(whole) > LARGEST_UNGROUPED:
        raise UnspeakableError(
            "dãy số dài: viết có dấu chấm (1.000.000) nếu là số lượng, hoặc ghi cách đọc"
        )
    if len(whole) > 2 and whole[0] == "0":
        words = digit_by_digit(whole)
    else:
        words = cardinal(int(whole.replace(".", "")), region)
    if not decimals:
        return words
    if decimals[0] == "0" or len(decimals) > 2:
        return f"{words} phẩy {digit_by_digit(decimals)}"
    return f"{words} phẩy {cardinal(int(decimals), region)}"


def roman(text: str) -> int:
    """The value of a Roman numeral; raises UnspeakableError when it is not a well-formed one."""
    if not text or not VALID_ROMAN.fullmatch(text):
        raise UnspeakableError("không phải số La Mã")
    values = [ROMAN[c] for c in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def ordinal(n: int, region: Region) -> str:
    """The word after “thứ”: nhất, hai, ba, tư, năm …"""
    return {1: "nhất", 4: "tư"}.get(n) or cardinal(n, region)


def letter(text: str) -> str:
    """The Vietnamese name of a letter; raises UnspeakableError for any other character."""
    try:
        return LETTERS[text.upper()]
    except KeyError:
        raise UnspeakableError("chữ cái không có tên gọi tiếng Việt") from None
