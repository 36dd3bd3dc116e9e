"""Clock times: 7h30, 7 giờ 30, 07:30, 17g30, 7h30 - 11h00, and “24/7”."""

import re

from .dates import COUNTED, NOT_A_DAY
from .numbers import Region, cardinal
from .rules import DASH, END, START, Rule, not_after

HOUR = r"(?:2[0-4]|[01]?[0-9])"
MINUTE = r"[0-5][0-9]"
CLOCK_END = rf"(?:\s*phút|p|['’′])?{END}(?![,.:/][0-9])"


def _clock(name: str) -> str:
    """A time of day with groups <name>_hour and <name>_minute.

    “2 giờ 30 người” is two hours and thirty people, so a spelled hour takes no counted minutes.
    """
    minute = rf"(?P<{name}_minute>{MINUTE}){CLOCK_END}"
    spelled_minute = rf"(?P<{name}_spelled>{MINUTE}){CLOCK_END}(?!\s*(?!ngày){COUNTED})"
    short = rf"(?:\s?h\s?|[:g]){minute}|\s?h{END}"
    return rf"(?P<{name}_hour>{HOUR})(?:{short}|\s*giờ\s{spelled_minute}|\s*giờ{END})"


def _say(match: re.Match[str], name: str, region: Region) -> str:
    minute = match[f"{name}_minute"] or match[f"{name}_spelled"]
    words = f"{cardinal(int(match[f'{name}_hour']), region)} giờ"
    if minute and int(minute):
        words += f" {cardinal(int(minute), region)} phút"
    return words


def _time(match: re.Match[str], region: Region) -> str:
    return _say(match, "at", region)


def _span(match: re.Match[str], region: Region) -> str:
    if match["bare_hour"]:
        start = cardinal(int(match["bare_hour"]), region)
    else:
        start = _say(match, "from", region)
    return f"{start} đến {_say(match, 'to', region)}"


def _round_the_clock(match: re.Match[str], _region: Region) -> str:
    if match["per"] == "24":
        return "hai mươi bốn trên hai mươi bốn giờ"
    return "hai mươi bốn giờ một ngày, bảy ngày một tuần"


def time_rules() -> list[Rule]:
    """Rules for times of day; all begin with a figure."""
    not_a_day = NOT_A_DAY + not_after("từ", "đến", "tới", "trước", "sau", "hết", "và")
    return [
        Rule(
            "time", rf"{not_a_day}{START}24/(?P<per>24|7)(?:\s*(?:giờ|h))?{END}(?!/)", _round_the_clock
        ),
        Rule("time", rf"{START}(?:{_clock('from')}|(?P<bare_hour>{HOUR})){DASH}{_clock('to')}", _span),
        Rule("time", rf"{START}{_clock('at')}", _time),
    ]
