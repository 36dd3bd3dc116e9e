"""Ordinals: “thứ 4”, spans of weekdays, and Roman numerals behind the nouns that take them."""

import re

from .data import load
from .dates import COUNTED
from .numbers import Region, cardinal, ordinal, roman
from .rules import END, START, Rule, after, before_match

_CUES = load("cues")
JOINT = r"(?:\s*[,–-]\s*|\s+và\s+)"
THE_NTH = re.compile(r"\bthứ\s+$", re.IGNORECASE)


def _ordinal(match: re.Match[str], region: Region) -> str:
    words = ordinal(int(match["figure"]), region)
    if match["last"]:
        return f"{words} đến thứ {ordinal(int(match['last']), region)}"
    if match["others"]:
        return words + re.sub("[0-9]", lambda day: ordinal(int(day[0]), region), match["others"])
    return f"{words} đến " if match["to"] else words


def _weekdays(match: re.Match[str], region: Region) -> str:
    days = re.sub("T([2-7])", lambda day: f"thứ {ordinal(int(day[1]), region)}", match[0])
    return re.sub(r"\s*[–-]\s*", " đến ", days.replace("CN", "chủ nhật"))


def _roman(match: re.Match[str], region: Region) -> str:
    value = roman(match["numeral"])
    if THE_NTH.search(before_match(match)):
        return ordinal(value, region)
    return cardinal(value, region)


def ordinal_rules() -> list[Rule]:
    """“Thứ 4”, spans “thứ 2 - thứ 6” and lists “thứ 2, 4, 6” of weekdays; begin with a figure."""
    to = (
        r"(?:(?P<to>\s*[-–]\s*(?=(?i:thứ|chủ nhật)))|\s*[-–]\s*(?P<last>[2-7])(?!\w)"
        rf"|(?P<others>(?:(?:\s*,|\s+và)\s*[2-7](?![\w/]|[.,][0-9]|\s+{COUNTED}))+))?"
    )
    return [
        Rule("ordinal", rf"{after('thứ')}(?P<figure>[0-9]{{1,3}})(?![\w/]|[.,][0-9]){to}", _ordinal)
    ]


def weekday_rules() -> list[Rule]:
    """“Tối T2, T4”, “T7, CN”: weekdays in short, begin with a letter."""
    first = rf"(?:{after(*_CUES['daytime'])}T[2-7]|{START}T7(?={JOINT}CN))"
    return [Rule("ordinal", rf"{first}(?:{JOINT}(?:T[2-7]|CN))*{END}", _weekdays)]


def roman_rules() -> list[Rule]:
    """Roman numerals behind the nouns that take them."""
    return [Rule("ordinal", rf"(?=[IVXLC]){after(*_CUES['roman'])}(?P<numeral>[IVXLC]+){END}", _roman)]
