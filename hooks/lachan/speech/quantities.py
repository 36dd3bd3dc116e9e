"""Amounts: plain numbers, ranges, fractions, percentages, money and measures.

Dots stand between thousands and a comma before decimals (the Vietnamese school rule); “1.5” and
“1,000” follow another rule and are reported, since both readings exist in commune papers.
"""

import re

from .data import load
from .dates import COUNTED, DATE_END, DAY, MONTH, NOT_A_DAY
from .numbers import Region, cardinal, digit_by_digit, letter, number, ordinal, roman
from .rules import DASH, END, NUMBER, NUMBER_END, START, Rule, UnspeakableError, after, one_of, refuse

_CUES = load("cues")
UNITS: dict[str, str] = load("units")["after_number"]
CURRENCIES: dict[str, str] = load("units")["before_number"]
VULGAR: dict[str, str] = load("lexicon")["vulgar_fractions"]
SYMBOL = one_of(UNITS)
PARTS = one_of(f"{a}/{b}" for b in range(2, 13) for a in range(1, b + 1))
"""Fractions that could also be days."""
SIMPLE = "(?:1/[234]|2/3|3/4)"
THOUSAND = "nghìn"
LARGE = r"(?:triệu|tỷ|tỉ|nghìn|ngàn|%|‰)"


def _value(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


def _unit(text: str | None, region: Region) -> str:
    if not text:
        return ""
    reading = UNITS.get(text.strip())
    return f" {reading.replace(THOUSAND, region.thousand)}" if reading else text


def _amount(match: re.Match[str], region: Region) -> str:
    return number(match["number"], region) + _unit(match["unit"], region)


def _below_zero(match: re.Match[str], region: Region) -> str:
    return f"âm {number(match['number'], region)}{_unit(match['unit'], region)}"


def _petrol(match: re.Match[str], region: Region) -> str:
    return f"{cardinal(int(match['octane']), region)} {cardinal(roman(match['grade']), region)}"


def _tons(match: re.Match[str], region: Region) -> str:
    return f"{number(match['number'], region)} tấn"


def _plain(match: re.Match[str], region: Region) -> str:
    return number(match[0], region)


def _range(match: re.Match[str], region: Region) -> str:
    first, last = match["first"], match["last"]
    if not match["first_unit"] and _value(first) >= _value(last):
        raise UnspeakableError("khoảng số không tăng dần: viết “từ … đến …”")
    start = number(first, region) + _unit(match["first_unit"], region)
    return f"{start} đến {number(last, region)}{_unit(match['unit'], region)}"


def _vulgar(match: re.Match[str], _region: Region) -> str:
    return VULGAR[match[0]]


def _score(match: re.Match[str], region: Region) -> str:
    return ", ".join(number(n, region) for n in re.findall(r"[0-9]+", match[0]))


def _proportion(match: re.Match[str], region: Region) -> str:
    return " trên ".join(number(n, region) for n in re.split("[:/]", match[0]))


def _part(match: re.Match[str], region: Region) -> str:
    part, whole = match[0].split("/")
    return f"{number(part, region)} phần {ordinal(int(whole), region)}"


def _money(match: re.Match[str], region: Region) -> str:
    return f"{number(match['number'], region)} {CURRENCIES[match['currency']]}"


def _numbered_letter(match: re.Match[str], region: Region) -> str:
    words = [cardinal(int(match["number"]), region), letter(match["letter"])]
    if match["tail"]:
        words.append(cardinal(int(match["tail"]), region))
    return " ".join(words)


def _height(match: re.Match[str], region: Region) -> str:
    return f"{cardinal(int(match['metres']), region)} mét {cardinal(int(match['rest']), region)}"


def _short_money(match: re.Match[str], region: Region) -> str:
    """“2tr5” is two millions and five hundred thousand; “2tr350” the same with three figures."""
    rest = int(match["rest"]) * (100 if len(match["rest"]) == 1 else 1)
    thousands = f" {cardinal(rest, region)} {region.thousand}" if rest else ""
    return f"{cardinal(int(match['millions']), region)} triệu{thousands} đồng"


def _code(match: re.Match[str], _region: Region) -> str:
    return digit_by_digit(match[0])


def fraction_rules() -> list[Rule]:
    """Two figures with a slash that are no day."""
    pair = rf"(?:{PARTS}(?![0-9])|(?!{DAY}/{MONTH}{DATE_END})[0-9]+/[0-9]+)"
    divided = rf"(?=\s+(?:{one_of(_CUES['divided'])}){END})"
    counted = rf"(?=\s+{COUNTED})"
    rows = [
        (rf"{NOT_A_DAY}{START}{pair}{divided}", _part),
        (rf"{NOT_A_DAY}{START}{SIMPLE}(?=\s+{one_of(_CUES['parted'])}{END})", _part),
        (rf"{NOT_A_DAY}{START}{pair}{counted}", _proportion),
        (rf"{after(*_CUES['dividing'])}{pair}{NUMBER_END}", _part),
        (rf"{after('tỷ lệ', 'tỉ lệ')}[0-9]+[:/][0-9]+{NUMBER_END}", _proportion),
    ]
    vulgar = Rule("fraction", rf"{START}{one_of(VULGAR)}{END}", _vulgar)
    return [vulgar, *(Rule("fraction", pattern, say) for pattern, say in rows)]


def pair_rules() -> list[Rule]:
    """The remaining pairs with a slash, tried after all days."""
    return [Rule("fraction", rf"{START}[0-9]+(?:,[0-9]+)?/[0-9]+{NUMBER_END}", _proportion)]


def amount_rules() -> list[Rule]:
    """Amounts with a unit and ranges; all begin with a figure."""
    word = rf"\s+{COUNTED}|\s*{SYMBOL}(?![\w])"
    two_systems = "dấu phẩy là phần thập phân hay hàng nghìn? Viết 1.000 hoặc 1,5"
    two_numbers = "hai số đứng liền nhau: viết dấu chấm giữa hàng nghìn, hoặc dấu phẩy giữa hai số"
    metres = "mét vuông hay mét lẻ? Viết 2 m² hoặc 1,2 m"
    return [
        Rule(
            "unread",
            rf"{START}[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+(?![0-9,]|\s*{LARGE})",
            refuse(two_systems),
        ),
        Rule("unread", rf"{START}[0-9]{{1,3}}(?:[ \u00a0][0-9]{{3}})+(?![\w./])", refuse(two_numbers)),
        Rule("number", rf"{after('NPK')}[0-9]+(?:-[0-9]+){{2}}(?![\w-])", _score),
        Rule("number", rf"{after(*_CUES['score'])}[0-9]+{DASH}[0-9]+{NUMBER_END}", _score),
        Rule("number", rf"{START}[0-9](?:{DASH}[0-9]){{2,}}{NUMBER_END}", _code),
        Rule("unread", rf"{START}[0-9]m[23](?!\w)", refuse(metres)),
        Rule("quantity", rf"{START}(?P<metres>[0-9])m(?P<rest>[0-9]{{2}}|[14-9])(?!\w)", _height),
        Rule(
            "quantity", rf"{START}(?P<millions>[0-9]+)tr(?P<rest>[0-9]|[0-9]{{3}})(?!\w)", _short_money
        ),
        Rule(
            "range",
            rf"{START}(?P<first>{NUMBER})(?P<first_unit>{word})?{DASH}(?P<last>{NUMBER})"
            rf"(?:(?P<unit>\s*{SYMBOL})(?![\w])|{NUMBER_END})",
            _range,
        ),
        Rule("quantity", rf"{START}(?P<number>{NUMBER})(?P<unit>\s*{SYMBOL})(?![\w])", _amount),
    ]


def number_rules() -> list[Rule]:
    """Numbers by themselves, and numbers with a letter; all begin with a figure."""
    return [
        Rule(
            "quantity",
            rf"(?:{after(*_CUES['laden'])}|{START}(?=[0-9]+,))(?P<number>{NUMBER})T{END}",
            _tons,
        ),
        Rule(
            "number",
            rf"{START}(?P<number>[0-9]{{1,4}})(?P<letter>[A-ZĐ])(?P<tail>[0-9]{{0,2}}){END}",
            _numbered_letter,
        ),
        Rule("number", rf"{after(*_CUES['coded'])}[0-9]{{2,}}{NUMBER_END}", _code),
        Rule("number", rf"{after('RON')}(?P<octane>9[0-9])-(?P<grade>I{{1,3}}|I?V){END}", _petrol),
        Rule("number", rf"{after(*_CUES['padded'])}0[0-9]{NUMBER_END}", _code),
        Rule("number", rf"{START}{NUMBER}{NUMBER_END}", _plain),
    ]


def signed_rules() -> list[Rule]:
    """Amounts that begin with a sign: temperatures below zero, $500."""
    return [
        Rule("quantity", rf"(?<![\w.,])[-–−](?P<number>{NUMBER})(?P<unit>\s?°C?)(?![\w])", _below_zero),
        Rule(
            "quantity",
            rf"(?P<currency>{one_of(CURRENCIES)})\s?(?P<number>{NUMBER}){NUMBER_END}",
            _money,
        ),
    ]
