"""Which telephone numbers may be printed, how they are shown, and how they are found in a text.

A wrong number on ten thousand posters cannot be called back, so a number passes two gates: every
character is a digit or a gap as people type it, and `numbering` knows whom the digits reach. It is
shown in the groups it was typed in, as the commune knows it by heart; every gap becomes one space, dot
or hyphen, so that no copy from Word looks different from what somebody typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lachan.common import days
from lachan.common.characters import digit, fault, visible
from lachan.contacts import numbering

_SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_DOTS = "\u00b7\u2022\u2024\u2027\u2219\u22c5\u30fb"
_GAPS = str.maketrans(
    dict.fromkeys(_SPACES, " ") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_DOTS, ".")
)
"""What Word and other programs put for a space, a hyphen and a dot."""
_TYPED = re.compile(r"\+?[0-9]+(?:[ .-][0-9]+)*", re.ASCII)
_BRACKETS = re.compile(r"(\+84|0)? ?\( ?(\+?[0-9]+(?:[ .-]?[0-9]+)?) ?\)", re.ASCII)
"""Round the code of an area or the country, which stands first: «(0225)», «(+84)», «+84 (225)»."""


@dataclass(frozen=True)
class Number:
    """A number that can be dialled: as shown to people, and as a `tel:` address."""

    shown: str
    tel: str


def parse(typed: str) -> Number:
    """Read a number as somebody typed it.

    Raises ValueError with a sentence in Vietnamese when it cannot be dialled from Viet Nam, or when
    nobody can tell what was meant.
    """
    try:
        return _parsed(typed)
    except ValueError as error:
        raise ValueError(f"số «{visible(typed)}» {error}") from None


def key(number: str) -> str:
    """What is alike for all ways of writing one number; empty where there is none."""
    digits = re.sub(r"[^0-9+]", "", number)
    return numbering.key(digits) if digits else ""


def groups(shown: str) -> list[str]:
    """The groups of digits of a number as it is shown, as it is dialled inside the country."""
    return re.split("[ .-]", re.sub(r"^\+84[ .-]?", "0", shown))


def _parsed(typed: str) -> Number:
    try:
        shown = _shown(typed)
        digits = re.sub(r"[ .-]", "", shown)
        head = re.split(r"[ .-]", re.sub(r"^\+84[ .-]?", "", shown))[0]
        bracketed = re.match(r"\(\s*0", typed.strip()) is not None
        tel = numbering.dialled(digits, head, bracketed=bracketed)
    except ValueError:
        if _is_day(typed):
            raise ValueError(_A_DAY) from None
        raise
    if digits in numbering.EMERGENCY and shown != digits:
        raise ValueError(f"phải viết liền: {digits}")
    # What `find` does not see, no proof can compare.
    if [found for _, found in find(shown)] != [shown]:
        raise ValueError("viết dễ nhầm với ngày tháng hay số tiền; hãy chia nhóm khác")
    return Number(shown, tel)


def _is_day(typed: str) -> bool:
    """Whether a number that cannot be dialled is a day, be it one that no calendar has: 31.9.2026."""
    try:
        return days.read(typed.strip()) is not None
    except ValueError:
        return len(re.findall("[0-9]+", typed)) == 3


_A_DAY = "trông như một ngày; hãy ghi số điện thoại, ngày gọi thử thì ghi ở mục checked"


def _shown(typed: str) -> str:
    """The digits in the groups they were typed in, one plain character for each gap.

    Raises ValueError for anything else than digits and gaps.
    """
    text = typed.translate(_GAPS)
    for place, char in enumerate(text, 1):
        if not (char.isascii() and char.isdigit()) and char not in " .-+()":
            raise ValueError(_stranger(char, place))
    if not text.strip(" .-+()"):
        raise ValueError("còn trống; hãy ghi số, hoặc bỏ mục này")
    text = re.sub(r"\+84\)? ?\(0\)", "+84 ", text.strip(" .-"))  # +84 (0) 225: no 0 behind +84
    if brackets := _BRACKETS.match(text):
        before = brackets[1] or ""
        text = f"{before}{' ' if before == '+84' else ''}{brackets[2]} {text[brackets.end() :]}"
    text = re.sub(r"[ .-]{2,}", lambda gap: min(gap[0].replace(" ", ""), default=" "), text)
    if not _TYPED.fullmatch(text):
        raise ValueError("có dấu đặt sai chỗ: dấu + chỉ đứng đầu, dấu ngoặc chỉ quanh mã vùng ở đầu")
    return text


def _stranger(char: str, place: int) -> str:
    if char in "/,;|&":
        return f"có dấu «{char}»; hai số thì ghi thành hai đầu mối, một số thì chia nhóm bằng dấu cách"
    return fault(char, place)


# What looks like a telephone number inside a text. Law numbers (53/2024/QH15), dates, percentages and
# thousands do not; what is left of them is dropped by _NO_PHONE. A number that begins like a telephone
# number is found however it is grouped, broken or emphasised.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_GAP = rf"(?:[ .\-–()*_\n{_SPACES}{_DASHES}{_DOTS}{_UNSEEN}]{{0,5}}|&nbsp;)"
_STROKE = r"(?:\)?(?:[ .\-]|,\ ?|\ ?[/|:;~]\ ?)|\))"
_DATE = r"\d\d?[./-]\d\d?[./-](?:19|20)\d\d(?!\d)|(?:0[1-9]|1[0-2])/(?:19|20)\d\d(?!\d)"
_CUE = r"(?:số|gọi|đài|call|dial|hotline|line)[:\s*_]*"
_SHORT = "|".join(["11[0-9]", *sorted(numbering.services())])
_LINE = r"(?:s?đt|điện\ thoại|tel|phone|máy|hotline|gọi|call)[.:\s*_]*"
_WORD = "[a-zÀ-ỹ]{3}|[a-z][À-ỹ]|[À-ỹ][a-zÀ-ỹ]"
"""How a word begins that was typed without a space before it: not «km», «m²» or «đ» of an amount."""
_LOOKS = re.compile(
    rf"""(?<![0-9])(?!{_DATE})
      (?P<loose>\(?\+84(?:(?:{_GAP}|/)[0-9]){{8,10}}                      # (+84) 912 345 678
        | \(?0(?:{_GAP}[0-9]){{8,10}}                                     # (0912) 345 678
        | \(?0[1-9][0-9]{{1,3}}(?:(?:{_STROKE}[0-9]{{3,4}}){{2}}                 # 0912/345/678
          |(?:{_STROKE}[0-9]{{2}}){{3}}                                   # 0912,34,56,78
          |{_STROKE}[0-9]{{6,8}})                                         # 0225/3881234
        | 1[89]00(?:{_GAP}[0-9]){{4,6}})(?![0-9])                         # 1900 – 96 96 80
    | (?<![^\W_])(?:(?<![0-9][/.,])|(?<=11[0-9]/))(?:                     # 113/115
        {_CUE}
            (?![0-9](?:[ .\-\u00a0]?[0-9]){{6,}})(?!0(?:{_GAP}[0-9]){{8}})
            (?P<called>[0-9]{{3,6}}|1\.1\.[0-9])                         # gọi 1080
      | {_LINE}(?P<line>[2-9][0-9]{{0,2}}(?:[.,][0-9]{{3,4}}){{2}})       # ĐT 3.881.234
      | (?P<short>{_SHORT})                                               # 110 to 119, 1022
      | (?<![0-9][ \-])(?P<spelt>1(?P<gap>\ ?[ /\-{_DASHES}{_DOTS}]\ ?)1(?P=gap)[0-9](?!(?P=gap)[0-9]))
      | (?P<long>\+[0-9][0-9 .\-\u00a0]*[0-9]                             # +84 981 84 84 84
          | [0-9](?:[ .\-\u00a0]?[0-9]){{6,}})                            # seven digits and more
    )(?![^\W_]|/(?!11[0-9](?![0-9]))|%|[.,][0-9])
    | (?<![^\W_])(?:(?<![0-9][/.,])|(?<=11[0-9]/))(?:{_CUE})?
      (?P<glued>{_SHORT})(?={_WORD})                                      # 113ngay
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
_KINDS = ("loose", "called", "line", "short", "spelt", "long", "glued")


def find(text: str) -> Iterator[tuple[int, str]]:
    """Every place in `text` that a reader could take for a telephone number: (offset, as written).

    Letters and digits of other scripts that pass for digits count as such: «O912 345 678», «１１３».
    """
    for match in _LOOKS.finditer(_PASSES.sub(lambda passes: digit(passes[0]), text)):
        name = next(kind for kind in _KINDS if match[kind])
        if name == "line" or not _NO_PHONE.fullmatch(match[name]):
            start, end = match.span(name)
            yield start, text[start:end]


_PASSES = re.compile(
    r"[OoОоΟοlIІΙ](?=\d)(?<![^\W_].)"  # O912, l900, at the beginning of a word
    r"|(?<=\d)(?:[OoОоΟοlIІΙ](?=[ .\-]?\d)|[OoОоΟο](?![^\W_]))"  # 09l2, 67O
    r"|[^\D0-9]"  # １１３, ١١٣
)


def digits(number: str) -> str:
    """A number without its spaces, points and hyphens, so that two ways of writing it are equal;
    «１１３» is 113.
    """
    return "".join(sign if sign == "+" else str(int(sign)) for sign in re.findall(r"[\d+]", number))
