"""kho.json: what a build holds, for everyone outside: places, numbers, finished files and checksums."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from lachan import proof
from lachan.campaign import Place
from lachan.project import Project
from lachan.recipe import File

NAME = "kho.json"


class Writer:
    """A manifest being written: first every artefact, then every file of the site, in any order."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self._files: list[tuple[str, int, str]] = []
        self._separator = "\n"

    def artefact(self, entry: Mapping[str, Any]) -> None:
        """List a finished file, as `entry` describes it."""
        self._line(entry)

    def file(self, path: str, bytes: int, sha256: str) -> None:
        """List a file of the site, whatever it is: its path, its size and the hash of its content."""
        self._files.append((path, bytes, sha256))

    def _begin(self, head: Mapping[str, Any]) -> None:
        self._put(json.dumps(head, ensure_ascii=False)[:-1] + ', "artefacts": [')

    def _end(self) -> None:
        self._put('\n], "files": [')
        self._separator = "\n"
        for path, size, sha256 in sorted(self._files):
            self._line({"path": path, "bytes": size, "sha256": sha256})
        self._put('\n], "seal": "')
        self._file.write(f'{self._hash.hexdigest()}"}}\n'.encode())

    def _line(self, entry: Mapping[str, Any]) -> None:
        self._put(self._separator + json.dumps(entry, ensure_ascii=False))
        self._separator = ",\n"

    def _put(self, text: str) -> None:
        content = text.encode()
        self._hash.update(content)
        self._file.write(content)


@contextmanager
def written(site: Path, project: Project, places: Sequence[Place]) -> Iterator[Writer]:
    """Write the manifest of `places` into `site`, a file a line; gives what adds them.

    `built` is the edition's date, not the clock's: the same input gives the same bytes. `links` are
    the addresses outside the site that pages may lead to: a text may lead to none (`wording`), so that
    the only one is that of «Thoát nhanh». `seal`, the last field, is the SHA-256 of all that stands
    before its value, so that a name or number changed here by hand or by accident is seen. It keeps
    no forger out, who can reckon it as well.
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
        "contacts": list(contacts(project, places)),
        "links": [project.campaign.country.exit],
    }
    with (site / NAME).open("wb") as file:
        writer = Writer(file)
        writer._begin(head)
        yield writer
        writer._end()


_SEAL = len(f'{"":64}"}}\n')
"""Bytes at the end of a manifest: the value of its seal, and what closes it."""


def sealed(content: bytes) -> bool:
    """Whether a manifest with this content is as it was written, by its own seal."""
    value = hashlib.sha256(content[:-_SEAL]).hexdigest()
    return content[-_SEAL:] == f'{value}"}}\n'.encode()


def files(site: Path) -> Iterator[tuple[str, int, str]]:
    """Path, size and hash of every file that the manifest in the folder `site` lists."""
    for entry in _lines(site, "path"):
        yield entry["path"], entry["bytes"], entry["sha256"]


def kinds(site: Path) -> Counter[str]:
    """How many artefacts of each kind the manifest in the folder `site` lists."""
    return Counter(entry["kind"] for entry in _lines(site, "place"))


def _lines(site: Path, first: str) -> Iterator[dict[str, Any]]:
    """What stands on a line each in the manifest, of the list whose entries begin with `first`."""
    with (site / NAME).open(encoding="utf-8") as file:
        for line in file:
            if line.startswith(f'{{"{first}"'):
                yield json.loads(line.rstrip(",\n"))


def contacts(project: Project, places: Sequence[Place]) -> Iterator[dict[str, str]]:
    """Every number that may stand in this build, and where: `place` is empty for the whole country."""
    groups = [("", project.campaign.contacts), *((p.code, p.contacts) for p in places)]
    for place, listed in groups:
        for contact in listed.values():
            if contact.number and contact.printable:
                number = contact.number
                yield {"place": place, "id": contact.id, "number": number.shown, "tel": number.tel}


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
