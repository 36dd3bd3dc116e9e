"""kho.json: what a build holds, for everyone outside: places, numbers, finished files and checksums."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, takewhile
from pathlib import Path
from typing import Any, BinaryIO

from lachan.campaign.model import Place
from lachan.contacts.phone import Number
from lachan.files.output import walk
from lachan.plan.recipe import File
from lachan.texts.project import Project
from lachan.verify import proof

NAME = "kho.json"
LISTS = frozenset({"artefacts", "files", "seal"})
"""What follows the head of a manifest."""
_ARTEFACTS, _FILES = ', "artefacts": [', '], "files": [\n'
"""What opens the list of artefacts, at the end of the first line; the line between it and the next."""


class Writer:
    """A manifest being written: artefacts and files in any order. What several places share stands
    first, once, then what each has, in the order in which it was made.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self._shared: dict[str, str] = {}
        self._artefacts: dict[str, list[str]] = {}
        self._files: dict[str, tuple[int, str]] = {}

    def artefact(self, entry: Mapping[str, Any]) -> None:
        """List a finished file, as `entry` describes it."""
        line = json.dumps(entry, ensure_ascii=False)
        if entry["place"]:
            self._artefacts.setdefault(entry["place"], []).append(line)
        else:
            self._shared[entry["path"]] = line

    def file(self, path: str, bytes: int, sha256: str) -> None:
        """List a file of the site, whatever it is: its path, its size and the hash of its content.

        Once, though it be told twice: a sound of a place that was made and of one that stays.
        """
        self._files[path] = bytes, sha256

    def walked(self, site: Path) -> None:
        """List every file that lies in the folder `site`."""
        for path, entry in walk(site):
            if path != NAME:
                content = Path(entry.path).read_bytes()
                self.file(path, len(content), hashlib.sha256(content).hexdigest())

    def _write(self, head: Mapping[str, Any]) -> None:
        self._put(json.dumps(head, ensure_ascii=False)[:-1] + _ARTEFACTS)
        own = (line for place in sorted(self._artefacts) for line in self._artefacts[place])
        self._list(chain((self._shared[path] for path in sorted(self._shared)), own))
        self._put(_FILES.rstrip())
        self._list(
            json.dumps({"path": path, "bytes": size, "sha256": sha256})
            for path, (size, sha256) in sorted(self._files.items())
        )
        self._put('], "seal": "')
        self._file.write(f'{self._hash.hexdigest()}"}}\n'.encode())

    def _list(self, lines: Iterable[str]) -> None:
        separator = "\n"
        for line in lines:
            self._put(separator + line)
            separator = ",\n"
        self._put("\n")

    def _put(self, text: str) -> None:
        content = text.encode()
        self._hash.update(content)
        self._file.write(content)


@contextmanager
def written(
    site: Path, project: Project, places: Sequence[Place], listed: Sequence[Mapping[str, str]]
) -> Iterator[Writer]:
    """Write the manifest of `places` and the contacts `listed` into `site`, a file a line; gives what
    adds them.

    `built` is the edition's date, not the clock's: the same input gives the same bytes. `links` are the
    addresses outside the site that a page may lead to: a text may lead to none (`wording`), the only
    one is that of «Thoát nhanh». `seal`, the last field, is the SHA-256 of all that stands before its
    value: who changes a name or a number here by hand or by accident is told so. It keeps no forger
    out, who can reckon it as well.
    """
    vietnamese = project.languages[project.default]
    head = {
        "site_url": project.site_url,
        "built": project.campaign.country.edition.isoformat(),
        "places": [
            {
                "code": place.code,
                "name": vietnamese.title(place.name),
                "province": vietnamese.title(place.province),
            }
            for place in places
        ],
        "contacts": list(listed),
        "links": [project.campaign.country.exit],
    }
    with writing(site, head) as kho:
        yield kho


@contextmanager
def writing(site: Path, head: Mapping[str, Any]) -> Iterator[Writer]:
    """Write a manifest that begins with `head` into `site`."""
    with (site / NAME).open("wb") as file:
        writer = Writer(file)
        yield writer
        writer._write(head)


_SEAL = len(f'{"":64}"}}\n')
"""Bytes at the end of a manifest: the value of its seal, and what closes it."""


def sealed(content: bytes) -> bool:
    """Whether a manifest with this content is as it was written, by its own seal."""
    value = hashlib.sha256(content[:-_SEAL]).hexdigest()
    return content[-_SEAL:] == f'{value}"}}\n'.encode()


def kinds(site: Path) -> Counter[str]:
    """How many artefacts of each kind the manifest in the folder `site` lists."""
    return Counter(entry["kind"] for entry in artefacts(site))


def head(site: Path) -> dict[str, Any]:
    """What the manifest in the folder `site` says before its lists: address, day, places, contacts.

    Raises OSError where there is none, and ValueError where it is no manifest.
    """
    with (site / NAME).open(encoding="utf-8") as file:
        line, found, _ = file.readline().rpartition(_ARTEFACTS)
    content = json.loads(line + "}") if found else None
    if not isinstance(content, dict):
        raise ValueError(f"{NAME} does not begin as a manifest")
    return content


def artefacts(site: Path) -> Iterator[dict[str, Any]]:
    """The artefacts that it lists, one after the other: what places share, then place by place.

    A country has too many to hold: they are read a line at a time, from the line that opens their list
    to the one that closes it. A manifest that somebody laid out anew is read at once.
    """
    with (site / NAME).open(encoding="utf-8") as file:
        if next(file, "").endswith(f"{_ARTEFACTS}\n"):
            for line in takewhile(lambda line: line != _FILES, file):
                yield json.loads(line.rstrip(",\n"))
        else:
            file.seek(0)
            yield from json.load(file)["artefacts"]


def contacts(project: Project, places: Sequence[Place]) -> Iterator[dict[str, str]]:
    """Every number that may stand in this build, and where: `place` is empty for the whole country."""
    numbers: dict[tuple[str, str], Number] = {}
    for country in sorted({page.front.country for page in project.texts.pages.values()} | {""}):
        numbers |= {("", id): n for id, n in project.campaign.numbers(country).items()}
    for place in places:
        own = ((id, contact.usable()) for id, contact in place.contacts.items())
        numbers |= {(place.code, id): number for id, number in own if number}
    for (code, id), number in numbers.items():
        yield {"place": code, "id": id, "number": number.shown, "tel": number.tel}


def entry(file: File, content: bytes) -> dict[str, Any]:
    """What the manifest says of a file with this content; counted in pages where it has any."""
    pages = file.pages or (proof.pages(content) if file.path.endswith(".pdf") else 0)
    entry: dict[str, Any] = {
        "place": file.place,
        "kind": file.kind,
        "id": file.id,
        "lang": file.lang,
        "variant": file.variant,
        "path": file.path,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "title": file.title,
    }
    if file.qr:
        entry["qr"] = file.qr
    if file.numbers:
        entry["numbers"] = list(file.numbers)
    if pages:
        entry["pages"] = pages
    if file.seconds:
        entry["seconds"] = file.seconds
    if file.alt:
        entry["alt"] = file.alt
    if file.parts:
        entry["parts"] = list(file.parts)
    return entry
