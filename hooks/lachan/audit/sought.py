"""What somebody means who calls back «0225.3881.234», `commune-police` or `posters/111`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from lachan.audit.carriers import Sought
from lachan.contacts import phone
from lachan.contacts.recall import text_id

_NEAR = 3
"""Names that are offered instead of an unknown one."""
_FEWEST = 3
"""Digits of the shortest number."""


@dataclass(frozen=True)
class Named:
    """What is called back: a number as it was typed, the id of a contact, or a text.

    `key` is what the list of recalls calls it.
    """

    key: str
    name: str
    sought: Sought

    @property
    def said(self) -> str:
        """It, in a sentence."""
        return {"number": "số", "contact": "đầu mối", "text": "bài"}[self.key] + f" «{self.name}»"


def meant(
    typed: str,
    place: str,
    contacts: Sequence[Mapping[str, Any]],
    ids: Collection[str],
    texts: Collection[str],
) -> Named:
    """What `typed` names: any number, else a contact or a text that is known.

    `contacts` are those of a finished site, of which `ids` and `texts` need not be part any more.
    Raises ValueError with the nearest names for what is none of these.
    """
    words = " ".join(typed.split())
    if number := _number(words):
        shown = {c["number"] for c in contacts if phone.key(c["number"]) == phone.key(number)}
        return Named("number", number, Sought({place: frozenset({number, *shown})}))
    if words in {*ids, *(contact["id"] for contact in contacts)}:
        numbers: dict[str, frozenset[str]] = {}
        for contact in contacts:
            if contact["id"] == words and place in {"", contact["place"]}:
                there = numbers.get(contact["place"], frozenset())
                numbers[contact["place"]] = there | {contact["number"]}
        return Named("contact", words, Sought(numbers))
    if (id := text_id(words)) in texts:
        return Named("text", id, Sought({}, id))
    near = _nearest(words, [*ids, *texts, *(contact["number"] for contact in contacts)])
    hint = f"; có phải {near}?" if near else ""
    raise ValueError(
        f"«{words}» không phải số điện thoại, đầu mối hay bài nào{hint} "
        "(số viết đủ chữ số; đầu mối theo tên ở campaigns, ví dụ commune-police; bài theo tệp ở docs, "
        "ví dụ posters/5-dau-hieu)"
    )


def _number(typed: str) -> str:
    """The number that `typed` is, whoever it reaches: a dead one must be found, too. "" for none."""
    try:
        return phone.parse(typed).shown
    except ValueError:
        plain = re.sub(r"[\s().+·–—/-]", "", typed)
        return typed if plain.isascii() and plain.isdigit() and len(plain) >= _FEWEST else ""


def _nearest(typed: str, known: Iterable[str]) -> str:
    near = get_close_matches(typed, sorted(set(known)), n=_NEAR, cutoff=0.5)
    tails = [id for id in sorted(set(known)) if typed and id.rpartition("/")[2] == typed]
    return ", ".join(f"«{name}»" for name in dict.fromkeys([*tails[:_NEAR], *near]))
