"""House numbers with slashes, number plates, roads, kilometre posts, blocks named by a letter."""

import re

from .data import load
from .numbers import Region, cardinal, digit_by_digit, letter
from .rules import END, START, Rule, UnspeakableError, after, always, before_match, one_of

_CUES = load("cues")
ROADS: dict[str, str] = load("lexicon")["roads"]
SPELT = re.compile(rf"\b(?:{'|'.join(_CUES['spelt'])})\s+$", re.IGNORECASE)
UNCLEAR = "TQP"
"""T2 may be a weekday or a month, Q3 a quarter or a district, P5 a room or a ward."""
HOUSE = r"[0-9]+[A-ZĐa-d]?"


def _number_with_letter(text: str, region: Region) -> str:
    figures, tail = re.fullmatch(r"([0-9]+)(\D?)", text).groups()  # type: ignore[union-attr]
    words = cardinal(int(figures), region)
    return f"{words} {letter(tail)}" if tail else words


def _house(match: re.Match[str], region: Region) -> str:
    return " trên ".join(_number_with_letter(part, region) for part in match[0].split("/"))


def _road(match: re.Match[str], region: Region) -> str:
    number = _number_with_letter(match["number"], region)
    said = before_match(match).rstrip().lower().endswith(ROADS[match["road"]])
    return number if said else f"{ROADS[match['road']]} {number}"


def _post(match: re.Match[str], region: Region) -> str:
    words = f"ki-lô-mét {cardinal(int(match['km']), region)}"
    if match["metres"]:
        words += f" cộng {cardinal(int(match['metres']), region)}"
    return words + (" đến " if match["to"] else "")


def _plate(match: re.Match[str], region: Region) -> str:
    letters = " ".join(map(letter, match["letters"]))
    series = f"{cardinal(int(match['province']), region)} {letters}"
    if match["series"]:
        series += f" {digit_by_digit(match['series'])}"
    return f"{series}, {digit_by_digit(match['number'])}"


def _block(match: re.Match[str], region: Region) -> str:
    if (len(match["letters"]) > 1 or match["letters"] in UNCLEAR) and not SPELT.search(
        before_match(match)
    ):
        raise UnspeakableError(f"“{match[0]}” là gì? Viết đủ chữ: thứ, tháng, quý, phòng, tòa nhà …")
    return f"{' '.join(map(letter, match['letters']))} {cardinal(int(match['number']), region)}"


def house_rules() -> list[Rule]:
    """“Số 12/5”, “ngõ 45/12/3”: begin with a figure."""
    year = r"(?![0-9]+/(?:19|20)[0-9]{2}(?![0-9]))"
    return [
        Rule("house", rf"{after(*_CUES['house'])}{year}{HOUSE}(?:/{HOUSE})+{END}(?![/-])", _house),
        Rule("house", rf"{after(*_CUES['house'])}[0-9]+[a-d]{END}(?![/-])", _house),
    ]


def plate_rules() -> list[Rule]:
    """“15B-123.45”, “29-H1 123.45”: number plates; begin with a figure."""
    series = r"(?P<province>[1-9][0-9])-?(?P<letters>[A-ZĐ]{1,2})(?P<series>[0-9]?)"
    pattern = rf"{START}{series}\s?[-–. ]\s?(?P<number>[0-9]{{3}}\.?[0-9]{{2}}|[0-9]{{4}}){END}"
    return [Rule("house", pattern, _plate)]


def road_rules() -> list[Rule]:
    """“QL1A”, “ĐT.743”, “Km12+300”, “BKS” before a plate: begin with a letter."""
    return [
        Rule("abbreviation", rf"{START}BKS(?=\s(?:số|giả|[0-9]))", always("biển kiểm soát")),
        Rule(
            "road",
            rf"{START}(?P<road>{one_of(ROADS)})[. ]?\s?(?P<number>[0-9]{{1,3}}[A-Z]?){END}"
            r"(?![.,]?[0-9])",
            _road,
        ),
        Rule(
            "road",
            rf"{START}(?:Km|KM|km)\s?(?P<km>[0-9]+)(?:\+(?P<metres>[0-9]+))?{END}"
            r"(?P<to>\s*[-–]\s*(?=[Kk][Mm]))?",
            _post,
        ),
    ]


def block_rules() -> list[Rule]:
    """“Nhà A2”: a letter with a number."""
    pattern = rf"{START}(?P<letters>[A-ZĐ]{{1,4}})(?P<number>[0-9]{{1,3}}){END}"
    return [Rule("house", pattern, _block)]
