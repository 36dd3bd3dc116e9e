"""Which telephone numbers may leave this house, and how they are dialled.

A wrong number on ten thousand posters cannot be called back, so a number passes three gates: only
plain digits as people type them; the short and service numbers of Viet Nam exactly as they are
dialled (libphonenumber rejects 111 and would turn it into +84111); everything else must be valid for
libphonenumber, except the police network 069, which it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers

SHORT = frozenset({"111", "112", "113", "114", "115"})
_TYPED = re.compile(r"\+?[0-9]+(?:[ .\-][0-9]+)*", re.ASCII)
_SERVICE = re.compile(r"1[89]00[0-9]{4,6}")
_POLICE = re.compile(r"069[0-9]{7,8}")


@dataclass(frozen=True)
class Number:
    """A number that can be dialled: as shown to people, and as a `tel:` address."""

    shown: str
    tel: str


def parse(typed: str) -> Number:
    """Read a number as somebody typed it.

    Raises ValueError with a sentence in Vietnamese when it cannot be dialled from Viet Nam.
    """
    if not _TYPED.fullmatch(typed):
        raise ValueError(
            f"số «{typed}» có ký tự lạ; chỉ viết chữ số, "
            "giữa hai nhóm một dấu cách, dấu chấm hoặc gạch nối"
        )
    number = _dialled(typed, re.sub(r"[ .\-]", "", typed))
    # What `find` does not see, no proof can compare.
    if [found for _, found in find(typed)] != [typed]:
        raise ValueError(f"số «{typed}» viết dễ nhầm với ngày tháng hay số tiền; hãy chia nhóm khác")
    return number


def _dialled(typed: str, digits: str) -> Number:
    if digits in SHORT or _SERVICE.fullmatch(digits):
        return Number(typed, f"tel:{digits}")
    if _POLICE.fullmatch(digits):
        return Number(typed, f"tel:+84{digits[1:]}")
    if digits.startswith(("+", "0")):
        try:
            number = phonenumbers.parse(digits, "VN")
        except phonenumbers.NumberParseException:
            number = None
        if number and phonenumbers.is_valid_number(number):
            e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            return Number(typed, f"tel:{e164}")
    raise ValueError(f"số «{typed}» không gọi được ở Việt Nam; hãy xem lại từng chữ số")


# What looks like a telephone number inside a text. Law numbers (53/2024/QH15), dates with strokes,
# percentages and thousands do not; dates and spans of years with hyphens are let go by _NO_PHONE.
# A number that begins like a telephone number is found however it is grouped, broken or emphasised.
_GAP = r"[ .\-–()*_\u00a0\n]{0,5}"
_LOOKS = re.compile(
    rf"""(?<![0-9])(?!\d\d[.-]\d\d[.-](?:19|20)\d\d(?!\d))
      (?P<loose>\(?\+84(?:{_GAP}[0-9]){{8,10}}                            # (+84) 912 345 678
        | \(?0(?:{_GAP}[0-9]){{8,10}}                                     # (0912) 345 678
        | 1[89]00(?:{_GAP}[0-9]){{4,6}})(?![0-9])                         # 1900 – 96 96 80
    | (?<![^\W_])(?<![0-9][/.,])(?:
        (?:(?:số|gọi|đài|call|dial|hotline|line)[:\s*_]+)
            (?![0-9](?:[ .\-\u00a0]?[0-9]){{6,}})(?!0(?:{_GAP}[0-9]){{8}})
            (?P<called>[0-9]{{3,6}})                                      # gọi 1022
      | (?P<short>11[0-9])                                                # 110 to 119
      | (?P<long>\+[0-9][0-9 .\-\u00a0]*[0-9]                             # +84 981 84 84 84
          | [0-9](?:[ .\-\u00a0]?[0-9]){{6,}})                            # seven digits and more
    )(?![^\W_]|[/%]|[.,][0-9])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NO_PHONE = re.compile(
    r"""(?:1[89]|20)\d\d\ ?[-–]\ ?(?:19|20)\d\d   # 2026-2030
      | (?:19|20)\d\d-\d\d-\d\d                  # 2026-07-30
      | \d\d?[.-]\d\d?[.-]20\d\d                 # 30.7.2026
      | [1-9]\d{0,2}(?:\.\d{3})+                  # 1.234.567""",
    re.VERBOSE,
)


def find(text: str) -> Iterator[tuple[int, str]]:
    """Every place in `text` that a reader could take for a telephone number: (offset, as written)."""
    for match in _LOOKS.finditer(text):
        name = match.lastgroup or "long"
        if not _NO_PHONE.fullmatch(match[name]):
            yield match.start(name), match[name]
