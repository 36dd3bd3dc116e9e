"""Abbreviations (exact case) and foreign names (any case), from data/lexicon.yml and the caller."""

import re
from collections.abc import Mapping

from .data import load
from .numbers import Region
from .rules import START, Rule, after_match, one_of

_LEXICON = load("lexicon")
ABBREVIATIONS: dict[str, str] = _LEXICON["abbreviations"]
NAMES: dict[str, str] = {name.lower(): reading for name, reading in _LEXICON["names"].items()}
ENTRY_END = r"(?:(?<=[^\w])|(?!\w))"


def lexicon_rules(extra: Mapping[str, str]) -> list[Rule]:
    """One rule for each list; the caller's entries go before those of the file."""
    exact = {**ABBREVIATIONS, **extra}

    def say_exact(match: re.Match[str], _region: Region) -> str:
        glued = match[0].endswith(".") and after_match(match, 1).isalnum()
        return exact[match[0]] + (" " if glued else "")

    def say_name(match: re.Match[str], _region: Region) -> str:
        return NAMES[match[0].lower()]

    return [
        Rule("abbreviation", rf"{START}{one_of(exact)}{ENTRY_END}", say_exact),
        Rule("word", rf"{START}(?i:{one_of(NAMES)}){ENTRY_END}", say_name),
    ]
