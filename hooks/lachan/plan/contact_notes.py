"""What may be said beside a number: only what its contact says. Nobody writes «miễn phí» by hand."""

from __future__ import annotations

from typing import Any

from lachan.contacts.contact import Contact
from lachan.texts.language import Language

_ALWAYS = frozenset({"24/7", "24/24"})


def notes(contact: Contact, language: Language) -> list[str]:
    """«Miễn phí», «Cả ngày đêm», «Cuộc gọi có ghi âm»: as far as each is known of `contact`."""
    words: dict[str, Any] = language.strings["contact"]
    known = {
        "free": contact.file.free == "yes",
        "day_and_night": contact.file.hours in _ALWAYS,
        "recorded": contact.file.recorded == "yes",
    }
    return [words[fact] for fact, holds in known.items() if holds]


def sentence(contact: Contact, language: Language) -> str:
    """The same as one sentence: «Miễn phí, cả ngày đêm, cuộc gọi có ghi âm.»"""
    parts = notes(contact, language)
    if not parts:
        return ""
    return ", ".join([parts[0], *(part[0].lower() + part[1:] for part in parts[1:])]) + "."
