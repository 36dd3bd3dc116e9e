"""kho.json: what a build holds, for everyone outside: places, numbers, finished files and checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lachan.campaign import Place
from lachan.project import Project
from lachan.recipe import Artefact

NAME = "kho.json"


def manifest(
    project: Project, places: Sequence[Place], made: Iterable[tuple[Artefact, Path, int]]
) -> dict[str, Any]:
    """The manifest of `made`: each artefact, its file, and its pages (0 where it has none).

    `built` is the edition's date, not the clock's: the same input gives the same bytes.
    """
    vietnamese = project.languages[project.default]
    return {
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
        "contacts": list(_contacts(project, places)),
        "artefacts": [_entry(artefact, path, pages) for artefact, path, pages in made],
    }


def write(folder: Path, content: Mapping[str, Any]) -> None:
    """Write the manifest into the site at `folder`, one artefact a line's worth of indentation."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", "utf-8", newline="\n")


def _contacts(project: Project, places: Sequence[Place]) -> Iterable[dict[str, Any]]:
    """Every number that may stand in this build, and where: `place` is empty for the whole country."""
    groups = [("", project.campaign.contacts), *((p.code, p.contacts) for p in places)]
    for place, contacts in groups:
        for contact in contacts.values():
            if contact.number and contact.printable:
                number = contact.number
                yield {"place": place, "id": contact.id, "number": number.shown, "tel": number.tel}


def _entry(artefact: Artefact, path: Path, pages: int) -> dict[str, Any]:
    content = path.read_bytes()
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
