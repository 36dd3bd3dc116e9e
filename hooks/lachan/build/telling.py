"""A few places that stand for all: what can be printed of them can be printed of every one.

What differs from sheet to sheet is the name of the place and of its province, its numbers, what else
its own contacts say, how its loudspeaker speaks, and which kit it gets. Of each the longest is looked
at, and every letter that no Vietnamese word has, for fonts may lack it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from lachan.campaign.model import Place
from lachan.gazetteer.spelling import TONES

_LETTERS = frozenset("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz0123456789 '’.-")
"""What names are written with that every font of ours is known to have, tones aside."""


def telling(places: Iterable[Place]) -> list[Place]:
    """For each trait that matters on paper the place that has most of it, of several the one with the
    longest name, in the order of codes.
    """
    most: dict[object, tuple[tuple[int, int], Place]] = {}
    for place in places:
        for trait, length in _traits(place):
            size = length, len(str(place.name))
            if trait not in most or most[trait][0] < size:
                most[trait] = size, place
    found = {place.code: place for _, place in most.values()}
    return [found[code] for code in sorted(found)]


def _traits(place: Place) -> Iterator[tuple[object, int]]:
    name, province = str(place.name), str(place.province)
    yield ("kind", place.name.kind), len(name)
    yield "province", len(province)
    yield ("kit", repr(place.kit)), 0
    yield ("said", place.broadcast.region, repr(place.broadcast.words)), 0
    words = [name, province]
    for id, contact in place.contacts.items():
        if number := contact.usable():
            yield ("number", id), len(number.shown)
        for part, texts in (("name", contact.file.name), ("does", contact.file.does)):
            for lang, said in texts.items():
                yield (part, id, lang), len(said)
                words.append(said)
    for letter in {letter for word in words for letter in _strange(word)}:
        yield ("letter", letter), 0


def _strange(words: str) -> Iterator[str]:
    """Letters with marks that no Vietnamese word has, and signs that are no letters at all."""
    for letter in unicodedata.normalize("NFC", words).lower():
        base = "".join(c for c in unicodedata.normalize("NFD", letter) if c not in TONES)
        if unicodedata.normalize("NFC", base) not in _LETTERS:
            yield letter
