"""Words that harm people who were trafficked, with better ones (data/harm.yml).

The law forbids to insult, stigmatise or discriminate against victims (Luật 53/2024/QH15, Điều 3); a
word that blames them keeps the next one from telling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lachan.common.yamltext import parse

_BEFORE = 200
"""Characters in front of a word that tell whether it is only quoted as what not to say."""


@dataclass(frozen=True)
class Harm:
    """A word that harms: where it begins, what it is, why it harms and what to write instead."""

    offset: int
    words: str
    say: str


@dataclass(frozen=True)
class _Rule:
    find: re.Pattern[str]
    innocent: re.Pattern[str] | None
    say: str


def harms(text: str) -> Iterator[Harm]:
    """Every word in `text` that harms, rule by rule; innocent phrases and «do not say …» are none.

    A line break is a space: a script breaks its lines where a reader breathes.
    """
    flat = text.replace("\n", " ").replace("\u00a0", " ")
    quoted, rules = _rules()
    for rule in rules:
        innocent = [m.span() for m in rule.innocent.finditer(flat)] if rule.innocent else []
        for match in rule.find.finditer(flat):
            start, end = match.span()
            if any(a <= start and end <= b for a, b in innocent):
                continue
            if not quoted.search(flat[max(0, start - _BEFORE) : start]):
                yield Harm(start, match[0], rule.say)


@cache
def _rules() -> tuple[re.Pattern[str], list[_Rule]]:
    tree, _ = parse(files("lachan").joinpath("data/harm.yml").read_text("utf-8"), "harm.yml")
    rules = [
        _Rule(_whole(rule["find"]), _whole(rule["but"]) if "but" in rule else None, rule["say"])
        for rule in tree.value["rules"]
    ]
    return re.compile(tree.value["quoted"], re.IGNORECASE), rules


def _whole(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)
