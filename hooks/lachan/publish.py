"""What was made, laid into a site: files, pages, kho.json.

The folders of a place for which nothing has changed are handed on from the old site to the new one as
they are: a country has some 20,000, and a disk takes longer to make and remove a folder than to link
all that is in it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from lachan import manifest, packed, paths, siteproof
from lachan.build import Made, lost
from lachan.campaign import Place
from lachan.names import digest
from lachan.problem import Problem, ProblemsError
from lachan.project import Project
from lachan.store import write


def publish(made: Made, site: Path) -> None:
    """Prove the pages in `site`, lay all that was made beside them, write kho.json, pack what is text.

    Raises ProblemsError when a page or a QR does not hold what it should.
    """
    project, places = made.project, made.project.campaign.places
    problems = siteproof.pages_faults(site, list(manifest.contacts(project, places)))
    for path, name in made.shared.items():
        _lay(made.store.path(name), site / path)
    codes: dict[str, str] = {}
    shared: set[str] = set()
    with manifest.written(site, project, places) as kho:
        for place, record in made.records():
            kept = _folders(project, place) if place.code in made.kept else ()
            for path, name in record.files:
                if not path.startswith(kept):
                    _lay(made.store.path(name), site / path)
            for entry in record.entries:
                # What several places share stands in the record of each.
                if entry["path"] not in shared:
                    kho.artefact(entry)
                if not entry["place"]:
                    shared.add(entry["path"])
                if "qr" in entry and not kept:
                    codes.setdefault(entry["qr"], entry["path"])
        packed.pack(site)
        for file in _listed(made, site):
            kho.file(*file)
    for qr, path in codes.items():
        problems += [Problem(path, 1, f) for f in siteproof.leads_nowhere(site, project.site_url, qr)]
    if problems:
        raise ProblemsError(sorted(problems))


def _listed(made: Made, site: Path) -> Iterator[tuple[str, int, str]]:
    """Every file of the site but kho.json: those in the folder `site`, and those handed on to it."""
    for path in site.rglob("*"):
        shown = path.relative_to(site).as_posix()
        if path.is_file() and shown != manifest.NAME:
            content = path.read_bytes()
            yield shown, len(content), hashlib.sha256(content).hexdigest()
    if made.kept and made.before:
        for file in manifest.files(made.before):
            if not made.kept.isdisjoint(file[0].split("/")[:2]):
                yield file


def _lay(stored: Path, target: Path) -> None:
    """One file of the store into the site, as a second name for it where the disk can do that."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(stored, target)
    except FileExistsError:
        target.unlink()
        _lay(stored, target)
    except FileNotFoundError:
        raise lost() from None
    except OSError:
        shutil.copyfile(stored, target)


def unchanged(made: Made, site: Path) -> frozenset[str]:
    """Codes of the places whose folders in `site` are just what would be laid there."""
    try:
        noted = json.loads(_note(made, site).read_bytes())
        manifested = hashlib.sha256((site / manifest.NAME).read_bytes()).hexdigest()
    except (OSError, ValueError):
        return frozenset()
    if noted["manifest"] != manifested:
        return frozenset()
    return frozenset(
        place.code
        for place, keys in made.by_place()
        if noted["places"].get(place.code) == list(keys)
        and all((site / folder).is_dir() for folder in _folders(made.project, place))
    )


def hand_on(made: Made, site: Path, fresh: Path) -> None:
    """Move the folders that are kept from `site` to `fresh`; on a failure they are all in `site`."""
    folders = [
        folder
        for place in made.project.campaign.places
        if place.code in made.kept
        for folder in _folders(made.project, place)
    ]
    moved: list[str] = []
    try:
        for folder in folders:
            (site / folder).rename(fresh / folder)
            moved.append(folder)
    except OSError:
        for folder in moved:
            (fresh / folder).rename(site / folder)
        raise


def remember(made: Made, site: Path) -> None:
    """Note what was laid into `site`, for `unchanged` to find."""
    manifested = hashlib.sha256((site / manifest.NAME).read_bytes()).hexdigest()
    places = {place.code: list(keys) for place, keys in made.by_place()}
    write(_note(made, site), json.dumps({"manifest": manifested, "places": places}).encode())


def _note(made: Made, site: Path) -> Path:
    return made.store.folder / "sites" / f"{digest([str(site.resolve())])}.json"


def _folders(project: Project, place: Place) -> tuple[str, ...]:
    return tuple(paths.commune(project, lang, place) for lang in project.languages)
