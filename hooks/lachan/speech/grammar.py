"""The one alternation in which every reading rule stands, in order of precedence.

A text is scanned once, from left to right; what one rule has said is never looked at by another.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .addresses import block_rules, house_rules, plate_rules, road_rules
from .dates import day_rules, month_rules, quarter_rules
from .laws import assembly_rules, kind_rules, law_rules
from .lexicon import lexicon_rules
from .numbers import Region
from .ordinals import ordinal_rules, roman_rules, weekday_rules
from .phones import either_hotline_rules, hotline_rules, phone_rules
from .quantities import amount_rules, fraction_rules, number_rules, pair_rules, signed_rules
from .reading import MARK
from .rules import Rule, UnspeakableError, refuse
from .signs import OUTLINE_REASON, outline_rules, sign_rules
from .times import time_rules
from .words import word_rules

ANYTHING, WORD, FIGURE, SIGN = "", r"(?=\w)", "(?=[0-9+(½¼¾])", r"(?!\w)"
"""Guards: which rules are worth trying at a character."""
TOP_LEVEL = "vn|com|org|net|edu|gov|info|io|asia|biz|example|test"
WEB = "|".join(
    [
        r"(?:https?://|www\.)[\w./%#?=&:-]*\w",
        r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        rf"(?<![\w-])[\w-]+(?:\.[\w-]+)*\.(?:{TOP_LEVEL})\b(?:/[\w./%#?=&-]*\w)?",
    ]
)
OFF_AIR = "địa chỉ mạng không đọc trên loa: nói “trang thông tin của xã”, “quét mã trên áp phích” …"


def _mark(match: re.Match[str], _region: Region) -> str:
    return match["spoken"].strip()


def _leftover(match: re.Match[str], _region: Region) -> str:
    token = match[0]
    if re.fullmatch(r"[0-9]+\.[0-9]{1,2}", token):
        raise UnspeakableError("số thập phân thì viết dấu phẩy (1,5); số mục thì bỏ đi")
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)+\.?", token):
        raise UnspeakableError(OUTLINE_REASON)
    raise UnspeakableError("chưa biết đọc: viết bằng chữ, hoặc ghi cách đọc {{chữ viết|lời đọc}}")


@dataclass(frozen=True)
class Grammar:
    """Rules in order of precedence and the alternation of them all."""

    rules: tuple[Rule, ...]
    alternation: re.Pattern[str]

    def rule_of(self, match: re.Match[str]) -> Rule:
        """The rule that made the match: one capturing group stands around each rule."""
        return self.rules[(match.lastindex or 1) - 1]


def grammar(lexicon: Mapping[str, str], hotlines: frozenset[str]) -> Grammar:
    """Every rule for one lexicon and set of short numbers."""
    families = [
        (ANYTHING, [Rule("mark", MARK, _mark)]),
        (
            WORD,
            [
                Rule("unread", WEB, refuse(OFF_AIR)),
                *outline_rules(),
                *road_rules(),
                *kind_rules(),
                *lexicon_rules(lexicon),
            ],
        ),
        (
            FIGURE,
            [
                *law_rules(),
                *phone_rules(),
                *house_rules(),
                *plate_rules(),
                *time_rules(),
                *either_hotline_rules(hotlines),
                *fraction_rules(),
                *day_rules(),
                *month_rules(),
                *pair_rules(),
                *ordinal_rules(),
                *amount_rules(),
                *hotline_rules(hotlines),
                *number_rules(),
                Rule("unread", r"[0-9](?:[\w.,:/+-]*\w)?", _leftover),
            ],
        ),
        (
            WORD,
            [
                *quarter_rules(),
                *roman_rules(),
                *assembly_rules(),
                *weekday_rules(),
                *block_rules(),
                *word_rules(),
            ],
        ),
        (SIGN, [*signed_rules(), *sign_rules()]),
    ]
    rules = tuple(rule for _, family in families for rule in family)
    branches = [
        f"{guard}(?:{'|'.join(f'({rule.anonymous})' for rule in family)})" for guard, family in families
    ]
    return Grammar(rules, re.compile("|".join(branches)))
