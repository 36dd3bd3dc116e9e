"""What of a finished site carries a number or a text, place by place, to be called back.

By kho.json, which is read a line at a time, for a country has half a million of them, and by the pages
themselves. Numbers in a script are spoken, so its files carry what any of them does.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any

from lachan import speech
from lachan.audit.carrierpages import Pages, Seen
from lachan.common.yamltext import parse
from lachan.contacts import phone
from lachan.formats.kinds import Kind, Variant
from lachan.inventory import manifest
from lachan.plan import loudspeaker
from lachan.texts.withdrawal import entry_id

Entry = Mapping[str, Any]
_SHORT = re.compile("11[0-9]")
"""What a count of syllables on the sheet of a script may look like, too."""


@dataclass(frozen=True)
class Sought:
    """What is looked for: numbers as they are shown, by the code of the place they are to be found at,
    "" for everywhere; or a text, as the list of recalls names it.
    """

    numbers: Mapping[str, frozenset[str]]
    text: str = ""

    def at(self, place: str) -> frozenset[str]:
        """The numbers to be found at a place, or ("") on pages of the whole country."""
        return self.numbers.get("", frozenset()) | self.numbers.get(place, frozenset())


@dataclass(frozen=True)
class Carrier:
    """A file or page; `opens` is the address of the page that it is, or that its QR opens."""

    kind: str
    title: str
    lang: str
    path: str
    opens: str = ""


@dataclass(frozen=True)
class Carrying:
    """A place, or without a code the pages of the whole country, and all that carries it there."""

    code: str
    name: str
    province: str
    carriers: tuple[Carrier, ...]


def groups() -> Mapping[str, Mapping[str, Any]]:
    """Who holds files of which kinds, and what to do with them."""
    text = files("lachan").joinpath("data/recall/groups.yml").read_text("utf-8")
    found: Mapping[str, Mapping[str, Any]] = parse(text, "groups.yml")[0].value
    return found


def find(site: Path, sought: Sought, place: str = "") -> Iterator[Carrying]:
    """Every place of `site`, or this one alone, that carries what is `sought`, by its code; the pages
    of the whole country first. Raises OSError and ValueError where no kho.json can be read.
    """
    head = manifest.head(site)
    pages = Pages(site, str(head["site_url"]))
    if not place:
        common = pages.of_text(sought.text) if sought.text else pages.common(sought.at(""))
        if carriers := _as_carriers(common):
            yield Carrying("", "", "", carriers)
    entries = _Entries(manifest.artefacts(site))
    for known in sorted(head["places"], key=lambda known: str(known["code"])):
        code = str(known["code"])
        own = entries.of(code)
        if place in {"", code}:
            carriers = _files(site, own, sought, code)
            scripts = {
                e["qr"] for e in own if e["kind"] == Kind.SHEET and e["path"] in paths_of(carriers)
            }
            there = (
                pages.scripts(code, scripts) if sought.text else pages.of_place(code, sought.at(code))
            )
            if carriers := (*carriers, *_as_carriers(there)):
                yield Carrying(code, known["name"], known["province"], carriers)


class _Entries:
    """What kho.json lists, sorted by place and read as it is asked for."""

    def __init__(self, listed: Iterator[Entry]) -> None:
        self._groups = groupby(listed, key=lambda entry: str(entry["place"]))
        self._code = ""
        self._waiting: Iterator[Entry] = iter(())

    def of(self, code: str) -> list[Entry]:
        """The entries of a place; places are asked for in the order of their codes."""
        while self._code < code:
            self._code, self._waiting = next(self._groups, (_END, iter(())))
        return list(self._waiting) if self._code == code else []


_END = "~"
"""Behind every code."""


def paths_of(carriers: Iterable[Carrier]) -> Set[str]:
    """Where they lie on the site."""
    return {carrier.path for carrier in carriers}


def _as_carriers(pages: Iterable[Seen]) -> tuple[Carrier, ...]:
    return tuple(Carrier(Kind.PAGE, page.title, page.lang, page.path, page.address) for page in pages)


def _files(site: Path, entries: Sequence[Entry], sought: Sought, place: str) -> tuple[Carrier, ...]:
    """The finished files of a place that carry it; bundles by the files inside."""
    shown = sought.at(place)
    scripts = _scripts(site, entries, shown)
    posts = {(e["lang"], e["id"]): e.get("numbers", []) for e in entries if e["kind"] == Kind.POST}

    def carries(entry: Entry) -> bool:
        kind, id, lang = entry["kind"], entry["id"], entry["lang"]
        if entry["variant"] == Variant.NOTE:
            return False
        if kind == Kind.PREVIEW:
            kind = str(entry["variant"]).partition("-")[0]
        if sought.text:
            return entry_id(kind, id) == sought.text
        if kind in loudspeaker.KINDS:
            return (lang, id) in scripts
        # Sites of former times do not say which numbers a picture shows; the post beside it does.
        numbers = entry.get("numbers", posts.get((lang, id), []) if kind == Kind.PICTURE else [])
        return _among(shown, numbers)

    chosen = [entry for entry in entries if entry["kind"] != Kind.BUNDLE and carries(entry)]
    originals = {(entry["kind"], entry["id"], entry["lang"]) for entry in chosen}
    chosen += [
        entry
        for entry in entries
        if entry["kind"] == Kind.PREVIEW
        and entry not in chosen
        and (str(entry["variant"]).partition("-")[0], entry["id"], entry["lang"]) in originals
    ]
    names = {str(entry["path"]).rpartition("/")[2] for entry in chosen}
    chosen += [e for e in entries if e["kind"] == Kind.BUNDLE and names & _members(site / e["path"])]
    return tuple(
        Carrier(entry["kind"], entry["title"], entry["lang"], entry["path"], entry.get("qr", ""))
        for entry in chosen
    )


def _members(bundle: Path) -> Set[str]:
    try:
        with zipfile.ZipFile(bundle) as archive:
            return set(archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return set()


def _scripts(site: Path, entries: Sequence[Entry], shown: Set[str]) -> Set[tuple[str, str]]:
    """Language and id of every script that says one of the numbers.

    A sheet of 113 syllables lists its own length among its numbers, so of short ones the spoken words
    decide where they are there.
    """
    found: set[tuple[str, str]] = set()
    spoken: dict[tuple[str, str], bool] = {}
    if not shown:
        return found
    for entry in entries:
        if entry["kind"] == Kind.TEXT and entry["variant"] == Variant.SPOKEN:
            words = _text(site / entry["path"])
            said = any(form in words for form in _said(frozenset(shown), str(entry["lang"])))
            spoken[entry["lang"], entry["id"]] = said
    sure = {number for number in shown if not _SHORT.fullmatch(phone.key(number))}
    for entry in entries:
        if entry["kind"] in {Kind.SHEET, Kind.WORD}:
            key = (entry["lang"], entry["id"])
            wanted = sure if key in spoken else shown
            if _among(wanted, entry.get("numbers", [])):
                found.add(key)
    return found | {key for key, said in spoken.items() if said}


@cache
def _said(shown: frozenset[str], lang: str) -> frozenset[str]:
    """How these numbers are read out."""
    hotlines = frozenset(number for number in shown if len(number) == 3)
    reader = loudspeaker.READERS.get(lang, speech.Reader)(hotlines=hotlines)
    return frozenset(reader.read(number) for number in shown)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _among(shown: Set[str], numbers: Sequence[str]) -> bool:
    return not {phone.key(number) for number in shown}.isdisjoint(map(phone.key, numbers))
