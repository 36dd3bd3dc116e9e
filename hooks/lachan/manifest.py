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
from lachan.recipe import Artefact

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


def entry(artefact: Artefact, content: bytes) -> dict[str, Any]:
    """What the manifest says of an artefact and its file; counted in pages where it has any."""
    pages = artefact.pages or (proof.pages(content) if artefact.path.endswith(".pdf") else 0)
    entry: dict[str, Any] = {
        "place": artefact.place,
        "kind": artefact.kind,
        "id": artefact.id,
        "lang": artefact.lang,
        "variant": artefact.variant,
        "path": artefact.path,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "title": artefact.title,
    }
    if artefact.qr:
        entry["qr"] = artefact.qr
    if artefact.numbers:
        entry["numbers"] = list(artefact.numbers)
    if pages:
        entry["pages"] = pages
    if artefact.seconds:
        entry["seconds"] = artefact.seconds
    if artefact.alt:
        entry["alt"] = artefact.alt
    if artefact.parts:
        entry["parts"] = list(artefact.parts)
    return entry
