"""House numbers with slashes, roads, kilometre posts, buildings and blocks named by a letter."""

import re
from functools import partial

from .data import load
from .numbers import Region, cardinal, letter
from .rules import END, START, Rule, after, one_of

_CUES = load("cues")
ROADS: dict[str, str] = load("lexicon")["roads"]
HOUSE = r"[0-9]+[A-ZĐa-d]?"


def _number_with_letter(text: str, region: Region) -> str:
    figures, tail = re.fullmatch(r"([0-9]+)(\D?)", text).groups()  # type: ignore[union-attr]
    words = cardinal(int(figures), region)
    return f"{words} {letter(tail)}" if tail else words


def _house(match: re.Match[str], region: Region) -> str:
    return " trên ".join(_number_with_letter(part, region) for part in match[0].split("/"))


def _road(match: re.Match[str], region: Region) -> str:
    return f"{ROADS[match['road']]} {_number_with_letter(match['number'], region)}"


def _post(match: re.Match[str], region: Region) -> str:
    words = f"ki-lô-mét {cardinal(int(match['km']), region)}"
    if match["metres"]:
        words += f" cộng {cardinal(int(match['metres']), region)}"
    return words + (" đến " if match["to"] else "")


def _block(match: re.Match[str], region: Region) -> str:
    return f"{letter(match['letter'])} {cardinal(int(match['number']), region)}"


def house_rules(region: Region) -> list[Rule]:
    """“Số 12/5”, “ngõ 45/12/3”: begin with a figure."""
    year = r"(?![0-9]+/(?:19|20)[0-9]{2}(?![0-9]))"
    return [
        Rule(
            "house",
            rf"{after(*_CUES['house'])}{year}{HOUSE}(?:/{HOUSE})+{END}(?![/-])",
            partial(_house, region=region),
        ),
        Rule(
            "house",
            rf"{after(*_CUES['house'])}[0-9]+[a-d]{END}(?![/-])",
            partial(_house, region=region),
        ),
    ]


def road_rules(region: Region) -> list[Rule]:
    """“QL1A”, “ĐT.743”, “Km12+300”: begin with a letter."""
    return [
        Rule(
            "road",
            rf"{START}(?P<road>{one_of(ROADS)})[. ]?\s?(?P<number>[0-9]{{1,3}}[A-Z]?){END}"
            r"(?![.,]?[0-9])",
            partial(_road, region=region),
        ),
        Rule(
            "road",
            rf"{START}(?:Km|KM|km)\s?(?P<km>[0-9]+)(?:\+(?P<metres>[0-9]+))?{END}"
            r"(?P<to>\s*[-–]\s*(?=[Kk][Mm]))?",
            partial(_post, region=region),
        ),
    ]


def block_rules(region: Region) -> list[Rule]:
    """“Nhà A2”: a letter with a number."""
    pattern = rf"{START}(?P<letter>[A-ZĐ])(?P<number>[0-9]{{1,3}}){END}"
    return [Rule("house", pattern, partial(_block, region=region))]
