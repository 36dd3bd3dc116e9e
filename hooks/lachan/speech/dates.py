"""Dates, months, quarters and school years, as they are written in commune documents.

A bare “30/7” may be a day or a fraction. It is read as a day when the words before it say so, when
it is a well-known day (data/cues.yml), or when it cannot sensibly be a fraction; else it is a
problem.
"""

import re

from .data import load
from .numbers import Region, cardinal, roman
from .rules import DASH, END, START, Rule, UnspeakableError, after, before_match, not_after, one_of

DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
MONTH = r"(?:1[0-2]|0?[1-9])"
YEAR = r"(?:19|20)[0-9]{2}"
DATE_END = rf"{END}(?![/%][0-9A-ZĐ]|[.,][0-9])"
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_CUES = load("cues")
COUNTED = rf"(?:{one_of(_CUES['counted'])}{END}|%)"
KNOWN_DAYS = frozenset(tuple(map(int, day.split("/"))) for day in _CUES["known_days"])
ALREADY_A_DAY = re.compile(rf"\b(?:ngày|mùng|mồng|hôm|{'|'.join(_CUES['feast'])})\s+$", re.IGNORECASE)
ALREADY_EARLY = re.compile(r"\b(?:mùng|mồng)\s+$", re.IGNORECASE)
ALREADY_A_MONTH = re.compile(r"\btháng\s+$", re.IGNORECASE)
ALREADY_A_QUARTER = re.compile(r"\bquý\s+$", re.IGNORECASE)
NAMED_AFTER_DAY = re.compile(rf"\b(?:{'|'.join(_CUES['named_after_day'])})\s+$", re.IGNORECASE)
DAY_CUE = re.compile(
    rf"\b(?:{'|'.join(_CUES['day'])})\s+(?:{DAY}(?:/{MONTH}(?:/{YEAR})?)?\s*(?:,|;|và|hoặc|đến|[-–])\s*)*$",
    re.IGNORECASE,
)
NAMED_DAY = re.compile(r"\bNgày\s(?!\d)[^.;:!?()]{0,60}$")
"""The proper name of a commemoration: “Ngày toàn dân … 30/7” needs no second “ngày”."""
PER_MONTH = re.compile(r"\b(?:mỗi|một|hằng|hàng|từng|cả)\s+tháng\s+$", re.IGNORECASE)


NOT_A_DAY = not_after("ngày", "hôm", "sáng", "trưa", "chiều", "tối", "đêm", "mùng")
"""No word before says that a day follows."""


def say_month(text: str, region: Region) -> str:
    """The name of a month: một, hai, ba, tư, năm … mười hai."""
    return "tư" if int(text) == 4 else cardinal(int(text), region)


def _year_of(year: str | None, region: Region) -> str:
    return f" năm {cardinal(int(year), region)}" if year else ""


def _check(day: str, month: str) -> None:
    if int(day) > LONGEST[int(month) - 1]:
        raise UnspeakableError(f"tháng {int(month)} không có ngày {int(day)}")


def _day_name(day: str, before: str, region: Region) -> str:
    early = region.early_day if int(day) <= 10 and not ALREADY_EARLY.search(before) else ""
    return early + cardinal(int(day), region)


def _day_of_month(day: str, month: str, year: str | None, before: str, region: Region) -> str:
    _check(day, month)
    prefix = "" if ALREADY_A_DAY.search(before) else "ngày "
    name = _day_name(day, before, region)
    return f"{prefix}{name} tháng {say_month(month, region)}{_year_of(year, region)}"


def _date(match: re.Match[str], region: Region) -> str:
    return _day_of_month(match["day"], match["month"], match["year"], before_match(match), region)


def _bare_day(match: re.Match[str], region: Region) -> str:
    day, month, before = int(match["day"]), int(match["month"]), before_match(match)
    known = (day, month) in KNOWN_DAYS
    commemorated = known and NAMED_DAY.search(before) and not DAY_CUE.search(before)
    if commemorated or NAMED_AFTER_DAY.search(before):
        return f"{cardinal(day, region)} tháng {say_month(match['month'], region)}"
    padded = "0" in (match["day"][0], match["month"][0])
    if not (known or padded or day > month or DAY_CUE.search(before)):
        raise UnspeakableError("ngày tháng hay phân số? Viết “ngày …”, hoặc ghi phân số bằng chữ")
    return _day_of_month(match["day"], match["month"], None, before, region)


def _dashed_day(match: re.Match[str], region: Region) -> str:
    if int(match["day"]) <= int(match["month"]):
        raise UnspeakableError("một ngày hay hai ngày? Viết ngày và tháng cách nhau bằng dấu /")
    return _day_of_month(match["day"], match["month"], None, before_match(match), region)


def _span_of_days(match: re.Match[str], region: Region) -> str:
    first, month, before = match["first"], match["first_month"], before_match(match)
    _check(first, month or match["month"])
    start = ("" if ALREADY_A_DAY.search(before) else "ngày ") + _day_name(first, before, region)
    if month:
        start += f" tháng {say_month(month, region)}{_year_of(match['first_year'], region)}"
    until = match["until"] or "đến"
    return f"{start} {until} {_day_of_month(match['day'], match['month'], match['year'], '', region)}"


def _list_of_days(match: re.Match[str], region: Region) -> str:
    before = before_match(match)
    days = re.findall(r"[0-9]+", match["days"])
    for day in days:
        _check(day, match["month"])
    names = re.sub(r"[0-9]+", lambda day: _day_name(day[0], before, region), match["days"])
    prefix = "" if ALREADY_A_DAY.search(before) else "ngày "
    year = _year_of(match["year"], region)
    return f"{prefix}{names} tháng {say_month(match['month'], region)}{year}"


def _day_word(match: re.Match[str], region: Region) -> str:
    _check(match["day"], match["month"])
    return _day_name(match["day"], before_match(match), region)


def _month_of_year(match: re.Match[str], region: Region) -> str:
    before = before_match(match)
    if ALREADY_A_QUARTER.search(before):
        return cardinal(int(match["month"]), region) + _year_of(match["year"], region)
    prefix = "" if ALREADY_A_MONTH.search(before) else "tháng "
    return prefix + say_month(match["month"], region) + _year_of(match["year"], region)


def _span_of_months(match: re.Match[str], region: Region) -> str:
    first = say_month(match["first"], region) + _year_of(match["first_year"], region)
    last = say_month(match["month"], region) + _year_of(match["year"], region)
    prefix = "" if ALREADY_A_MONTH.search(before_match(match)) else "tháng "
    return f"{prefix}{first} đến tháng {last}"


def _month_word(match: re.Match[str], region: Region) -> str:
    if PER_MONTH.search(before_match(match)):
        return cardinal(int(match["month"]), region)
    return say_month(match["month"], region)


def _quarter(match: re.Match[str], region: Region) -> str:
    return cardinal(roman(match["quarter"]), region) + _year_of(match["year"], region)


def _two_years(match: re.Match[str], region: Region) -> str:
    return f"{cardinal(int(match['first']), region)}, {cardinal(int(match['last']), region)}"


def day_rules() -> list[Rule]:
    """Rules for single days and spans of days; all begin with a figure."""
    last = rf"(?:ngày\s+)?(?P<day>{DAY})/(?P<month>{MONTH})(?:/(?P<year>{YEAR}))?{DATE_END}"
    first = rf"(?P<first>{DAY})(?:/(?P<first_month>{MONTH})(?:/(?P<first_year>{YEAR}))?)?"
    days = rf"(?P<days>{DAY}(?:(?:\s*,|\s+và|\s+hoặc)\s+{DAY})+)"
    cue = after("ngày", "hôm", "sáng", "chiều", "tối", "đêm", "trưa")
    rows = [
        (rf"{cue}{days}/(?P<month>{MONTH})(?:/(?P<year>{YEAR}))?{DATE_END}", _list_of_days),
        (rf"{START}{first}{DASH}(?P<until>){last}", _span_of_days),
        (rf"{after('từ', 'ngày')}{first}\s+(?P<until>đến(?:\s+hết)?|tới)\s+{last}", _span_of_days),
        (rf"{START}(?P<day>{DAY})[/.-](?P<month>{MONTH})[/.-](?P<year>{YEAR}){DATE_END}", _date),
        (rf"{START}(?P<day>{DAY})/(?P<month>{MONTH}){DATE_END}", _bare_day),
        (rf"{cue}(?P<day>{DAY})-(?P<month>{MONTH}){DATE_END}", _dashed_day),
        (
            rf"{after('ngày', 'mùng', 'mồng')}(?P<day>{DAY})(?=\s+tháng\s+(?P<month>{MONTH}){END})",
            _day_word,
        ),
    ]
    return [Rule("date", pattern, say) for pattern, say in rows]


def month_rules() -> list[Rule]:
    """Rules for months and years that belong together; all begin with a figure."""
    first = rf"(?P<first>{MONTH})(?:/(?P<first_year>{YEAR}))"
    rows = [
        (
            rf"{START}{first}{DASH}(?:tháng\s+)?(?P<month>{MONTH})/(?P<year>{YEAR}){DATE_END}",
            _span_of_months,
        ),
        (
            rf"{after('tháng')}{first}?{DASH}(?:tháng\s+)?(?P<month>{MONTH})(?:/(?P<year>{YEAR}))?{DATE_END}",
            _span_of_months,
        ),
        (rf"{START}(?!1/[12]000)(?P<month>{MONTH})/(?P<year>{YEAR}){DATE_END}", _month_of_year),
        (rf"{after('tháng')}(?P<month>{MONTH}){DATE_END}(?!\s*(?!năm){COUNTED})", _month_word),
        (
            rf"{after(*_CUES['paired_years'])}(?P<first>{YEAR})(?:{DASH}|/)(?P<last>{YEAR}){DATE_END}",
            _two_years,
        ),
    ]
    return [Rule("date", pattern, say) for pattern, say in rows]


def quarter_rules() -> list[Rule]:
    """“Quý II/2026”, “quý IV”: begins with a Roman numeral."""
    pattern = rf"(?=[IV]){after('quý')}(?P<quarter>IV|I{{1,3}})(?:/(?P<year>{YEAR}))?{DATE_END}"
    return [Rule("date", pattern, _quarter)]
