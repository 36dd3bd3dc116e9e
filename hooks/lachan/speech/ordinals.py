"""Ordinals: “thứ 4”, spans of weekdays, and Roman numerals behind the nouns that take them."""

import re
from functools import partial

from .data import load
from .numbers import Region, cardinal, ordinal, roman
from .rules import END, Rule, after, before_match

_CUES = load("cues")
THE_NTH = re.compile(r"\bthứ\s+$", re.IGNORECASE)


def _ordinal(match: re.Match[str], region: Region) -> str:
    words = ordinal(int(match["figure"]), region)
    if match["last"]:
        return f"{words} đến thứ {ordinal(int(match['last']), region)}"
    return f"{words} đến " if match["to"] else words


def _roman(match: re.Match[str], region: Region) -> str:
    value = roman(match["numeral"])
    if THE_NTH.search(before_match(match)):
        return ordinal(value, region)
    return cardinal(value, region)


def ordinal_rules(region: Region) -> list[Rule]:
    """“Thứ 4”, and spans of weekdays “thứ 2 - thứ 6”; begin with a figure."""
    to = r"(?:(?P<to>\s*[-–]\s*(?=(?i:thứ|chủ nhật)))|\s*[-–]\s*(?P<last>[2-7])(?!\w))?"
    return [
        Rule(
            "ordinal",
            rf"{after('thứ')}(?P<figure>[0-9]{{1,3}})(?![\w/]|[.,][0-9]){to}",
            partial(_ordinal, region=region),
        )
    ]


def roman_rules(region: Region) -> list[Rule]:
    """Roman numerals behind the nouns that take them."""
    return [
        Rule(
            "ordinal",
            rf"(?=[IVXLC]){after(*_CUES['roman'])}(?P<numeral>[IVXLC]+){END}",
            partial(_roman, region=region),
        )
    ]
