"""kho.json: what a build holds, for everyone outside: places, numbers, finished files and checksums."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lachan import proof
from lachan.campaign import Place
from lachan.project import Project
from lachan.recipe import File

NAME = "kho.json"


@contextmanager
def written(
    site: Path, project: Project, places: Sequence[Place]
) -> Iterator[Callable[[Mapping[str, Any]], None]]:
    """Write the manifest of `places` into `site`, an artefact a line; gives what adds one.

    `built` is the edition's date, not the clock's: the same input gives the same bytes.
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
    }
    with (site / NAME).open("w", encoding="utf-8", newline="\n") as file:
        separator = "\n"
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "artefacts": [')

        def add(entry: Mapping[str, Any]) -> None:
            nonlocal separator
            file.write(separator + json.dumps(entry, ensure_ascii=False))
            separator = ",\n"

        yield add
        file.write("\n]}\n")


def kinds(site: Path) -> Counter[str]:
    """How many artefacts of each kind the manifest in the folder `site` lists."""
    with (site / NAME).open(encoding="utf-8") as file:
        lines = (line.rstrip(",\n") for line in file if line.startswith('{"place"'))
        return Counter(json.loads(line)["kind"] for line in lines)


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
