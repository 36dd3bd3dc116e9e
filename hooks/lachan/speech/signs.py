"""Bullets, outline numbers, dashes, slashes and all other signs."""

import re

from .data import load
from .numbers import Region
from .rules import END, Rule, UnspeakableError, after_match, always, before_match, one_of, refuse

_LEXICON = load("lexicon")
_CUES = load("cues")
_UNITS = load("units")
ANYWHERE: dict[str, str] = _LEXICON["signs"]
BEFORE_FIGURE: dict[str, str] = _LEXICON["signs_before_figure"]
BETWEEN_FIGURES: dict[str, str] = _LEXICON["signs_between_figures"]
SIGNS = ANYWHERE | BEFORE_FIGURE | BETWEEN_FIGURES
EACH: dict[str, str] = {**_UNITS["after_number"], **_UNITS["each"]}
SHARED = "|".join(
    [rf"(?<=\b{word})" for word in _CUES["shared"]]
    + [rf"(?<=[0-9]{space}{sign})" for sign in _CUES["shared_signs"] for space in ("", r"\s")]
)
LINE_START = r"(?:(?<=\n)|(?<![\s\S]))"
BULLET = r"[ \t]*(?:[-–—•+*]\s+)+"
OUTLINE = r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[IVXLC]+|[a-zđ])[.)](?=\s)"
OUTLINE_REASON = "số mục không đọc trên loa: viết “Một là”, “Thứ nhất” …"


def _each(match: re.Match[str], _region: Region) -> str:
    return f" một {EACH[match['each']]}"


def _sign(match: re.Match[str], _region: Region) -> str:
    lead = "" if before_match(match, 1) in ("", "(", "“") or before_match(match, 1).isspace() else " "
    trail = " " if after_match(match, 1).isalnum() else ""
    return lead + SIGNS[match[0]] + trail


def _unknown_sign(match: re.Match[str], _region: Region) -> str:
    raise UnspeakableError(f"ký hiệu không đọc được (U+{ord(match[0][0]):04X})")


def outline_rules() -> list[Rule]:
    """Numbers and letters of an outline at the beginning of a line, which nobody says on air."""
    pattern = rf"{LINE_START}{OUTLINE}"
    return [Rule("unread", pattern, refuse(OUTLINE_REASON))]


def sign_rules() -> list[Rule]:
    """Bullets, dashes, slashes and all other signs."""
    figure_or_capitals = r"(?:(?<=[0-9])|(?<=[A-ZĐ]{2}))"
    dashes = r"(?:[^\S\n]+[-–—]+)+[^\S\n]+"
    apart = r"(?:(?<=[\w\s(“])|(?<![\s\S]))"
    behind_unit = "(?:" + "|".join(rf"(?<=\b{unit})" for unit in _CUES["units"]) + ")"
    slash = "dấu / không đọc được: viết “và”, “hoặc”, “trên”"
    return [
        Rule("unread", rf"{LINE_START}{BULLET}{OUTLINE}", refuse(OUTLINE_REASON)),
        Rule("symbol", rf"{LINE_START}{BULLET}", always("")),
        Rule("symbol", r"\./\.", always(".")),
        Rule("symbol", rf"(?<=[,;:.!?…]){dashes}", always(" ")),
        Rule("symbol", rf"{figure_or_capitals}{dashes}|{dashes}(?=[0-9]|[A-ZĐ]{{2}})", always(", ")),
        Rule("symbol", rf"{dashes}(?=[^\W\d_]+\s[0-9])", always(", ")),
        Rule("symbol", r"(?<=\()[-–−](?=\))", always("âm")),
        Rule("symbol", r"(?<=\()\+(?=\))", always("dương")),
        Rule("symbol", r"(?<=\w)[^\S\n]+-[^\S\n]+(?=\w)", always(" ")),
        Rule("symbol", dashes, always(", ")),
        Rule("unread", rf"(?=/){behind_unit}/(?={one_of(_CUES['units'])}{END})", refuse(slash)),
        Rule("symbol", rf"(?<=[\w%.])\s?/\s?(?P<each>{one_of(EACH)}){END}", _each),
        Rule("symbol", rf"(?=\s?/)(?:{SHARED})\s?/\s?(?=[^\W\d_])", always(" một ")),
        Rule("symbol", r"(?<=\w)\s+[x×]\s+(?=[0-9])", always(" nhân ")),
        Rule("symbol", r"(?<=\w)\s+=\s+(?=[0-9])", always(" bằng ")),
        Rule("symbol", r"(?<=\w)\s+\+\s+(?=[^\W\d_])", always(" và ")),
        Rule("symbol", r"(?<=[0-9m])\s*[x×]\s*(?=[0-9])", always(" nhân ")),
        Rule("symbol", r"(?<=[^\W\d_])/(?=[0-9])", always(" trên ")),
        Rule("unread", r"[-=–]+>", refuse("mũi tên không đọc được: viết “đến”, “thì”")),
        Rule("unread", r"/", refuse(slash)),
        Rule("unread", r"[-−](?=[0-9])", refuse("dấu - ngay trước số: viết “đến”, hoặc “âm”")),
        Rule("symbol", rf"{apart}{one_of(ANYWHERE)}", _sign),
        Rule("symbol", rf"{apart}{one_of(BEFORE_FIGURE)}(?=\s?[0-9])", _sign),
        Rule("symbol", rf"(?:(?<=[0-9])|(?<=[0-9]\s)){one_of(BETWEEN_FIGURES)}(?=\s?[0-9])", _sign),
        Rule("unread", r"[^\w\s.,;:!?…()\[\]“”\"‘’'«»–—-]+", _unknown_sign),
    ]
