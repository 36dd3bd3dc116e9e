"""Telephone numbers, said digit by digit in groups for the ear.

The short numbers 111, 113 … are numbers to call unless the words around them say that something
is counted (“111 người”) or numbered (“Điều 111”). Lengths follow the national numbering plan: ten
digits for mobiles, eleven for most fixed lines, eight to ten for 1800 and 1900.
"""

import re

from .data import load
from .dates import COUNTED
from .numbers import Region, cardinal, digit_by_digit
from .rules import (
    NUMBER_END,
    START,
    Rule,
    UnspeakableError,
    after,
    after_match,
    before_match,
    one_of,
    refuse,
)

NATIONAL_HOTLINES = frozenset({"111", "112", "113", "114", "115"})
MOST_IN_GROUP = 4
COUNTRY_CODE = "84"
INCOMPLETE = "số điện thoại thiếu hoặc thừa chữ số; dãy số khác thì ghi cách đọc"

_CUES = load("cues")


def _ends_with(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?:\s+số)?\s+[“\"(]?$", re.IGNORECASE)


DIALLED = _ends_with(_CUES["dialled"])
NUMBERED = _ends_with(_CUES["numbered"])
UNCLEAR = _ends_with(_CUES["unclear"])
NUMBER_WORD = re.compile(r"\bsố\s+$", re.IGNORECASE)
COUNTED_BEHIND = re.compile(rf"\s+(?i:{COUNTED})")
STREET_BEHIND = re.compile(rf",?\s+(?i:{one_of(_CUES['street'])})\b")
GAP = r"[ .\u00a0-]"
PHONE_END = r"(?![0-9]|[.,-][0-9]|[ \u00a0][0-9]{3}|\w)"


def _split(digits: str) -> list[str]:
    """A group of more than four digits in groups of three and four, the longer ones first."""
    if len(digits) <= MOST_IN_GROUP:
        return [digits]
    size = 3 if len(digits) in (5, 6, 9) else 4
    return [digits[:size], *_split(digits[size:])]


def _groups(digits: str) -> list[str]:
    """The groups of a national number written in one piece."""
    if digits.startswith(("024", "028", "069")):
        return [digits[:3], *_split(digits[3:])]
    if digits.startswith(("02", "18", "19")):
        return [digits[:4], *_split(digits[4:])]
    return [digits[:4], digits[4:7], digits[7:]]


def _say_groups(groups: list[str]) -> str:
    return ", ".join(digit_by_digit(part) for group in groups for part in _split(group))


def _national(match: re.Match[str], _region: Region) -> str:
    groups = re.findall(r"[0-9]+", match[0])
    clear = len(groups[0]) <= MOST_IN_GROUP
    return _say_groups(groups if clear else _groups("".join(groups)))


def _international(match: re.Match[str], _region: Region) -> str:
    groups = re.findall(r"[0-9]+", match[0])
    if len(groups) == 1 and groups[0].startswith(COUNTRY_CODE):
        rest = groups[0][len(COUNTRY_CODE) :]
        groups = [COUNTRY_CODE, rest[:3], *_split(rest[3:])]
    return "cộng " + _say_groups(groups)


def _hotline(match: re.Match[str], region: Region) -> str:
    before, behind = before_match(match), after_match(match)
    counted = COUNTED_BEHIND.match(behind)
    house = NUMBER_WORD.search(before) and STREET_BEHIND.match(behind)
    if NUMBERED.search(before) or house:
        return cardinal(int(match[0]), region)
    if UNCLEAR.search(before) and not counted:
        raise UnspeakableError("số để gọi hay số lượng? Viết “tổng đài …”, hoặc thêm đơn vị phía sau")
    if counted and not DIALLED.search(before):
        return cardinal(int(match[0]), region)
    return digit_by_digit(match[0])


def _either_hotline(match: re.Match[str], _region: Region) -> str:
    return " hoặc ".join(map(digit_by_digit, match[0].split("/")))


def phone_rules() -> list[Rule]:
    """Rules for long numbers; they begin with a figure, a plus or a bracket."""

    def digits(fewest: int, most: int) -> str:
        """So many more digits, one gap at most before each."""
        return rf"(?:\)?{GAP}?[0-9]){{{fewest},{most}}}{PHONE_END}"

    return [
        Rule("phone", rf"\+[1-9]{digits(7, 14)}", _international),
        Rule("phone", rf"{START}\(?02{digits(9, 9)}", _national),
        Rule("phone", rf"{START}\(?0(?:24|28|69){digits(7, 8)}", _national),
        Rule("phone", rf"{START}\(?0[35-9]{digits(8, 8)}", _national),
        Rule("phone", rf"{START}1[89]00{digits(4, 6)}", _national),
        Rule("unread", rf"\+[1-9]{digits(1, 6)}", refuse(INCOMPLETE)),
        Rule("unread", rf"{START}\(?0[2-9][0-9]{digits(4, 12)}", refuse(INCOMPLETE)),
        Rule("unread", rf"{START}1[89]00(?:{GAP}[0-9]{{2,}})+{PHONE_END}", refuse(INCOMPLETE)),
    ]


def either_hotline_rules(hotlines: frozenset[str]) -> list[Rule]:
    """“111/113”: one or the other."""
    if not hotlines:
        return []
    short = one_of(hotlines)
    return [Rule("hotline", rf"{START}{short}(?:/{short})+(?![\w/])", _either_hotline)]


def hotline_rules(hotlines: frozenset[str]) -> list[Rule]:
    """Rules for the short numbers of the given set, and for others that the words before name so."""
    called = rf"{after(*_CUES['called'])}[0-9]{{3,5}}(?!\s+{COUNTED}){NUMBER_END}"
    other = Rule("hotline", called, lambda match, _region: digit_by_digit(match[0]))
    if not hotlines:
        return [other]
    pattern = rf"{START}{one_of(hotlines)}(?![\w/]|[.,:+][0-9]|\s*[-–]\s*[0-9])"
    return [Rule("hotline", pattern, _hotline), other]
