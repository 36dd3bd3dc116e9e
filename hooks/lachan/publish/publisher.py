"""What was made, laid into a site: files, pages, kho.json."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from pathlib import Path

from lachan.audit import siteproof
from lachan.build.pipeline import Made, lost
from lachan.common.problem import Problem, ProblemsError
from lachan.files.store import MissingError
from lachan.inventory import manifest, packed
from lachan.inventory.previous import Earlier
from lachan.plan import paths

Last = Callable[[Callable[[str], bytes]], Mapping[str, bytes]]
"""A function that makes files of the content of others, which it asks for by their path."""


def publish(made: Made, site: Path, last: Last = lambda _read: {}) -> None:
    """Lay all that was made and is not taken over into `site`, pack what is text, prove the pages,
    write kho.json.

    `last` gives the files that depend on others, which it reads. Raises ProblemsError
    when a page, a QR or the store does not hold what it should.
    """
    project, places = made.project, made.project.campaign.places
    earlier = made.taken_over()
    drawn = [place for place in places if place.code not in made.kept]
    listed = [*manifest.contacts(project, drawn), *(earlier.contacts(made.kept) if earlier else ())]
    listed.sort(key=lambda contact: contact["place"])
    with manifest.written(site, project, places, listed) as kho:
        codes = _lay(made, site, kho)

        def read(path: str) -> bytes:
            if earlier and paths.code(path) in made.kept:
                return (earlier.folder / path).read_bytes()
            return (site / path).read_bytes()

        for path, content in last(read).items():
            _write(site / path, content)
        packed.pack(site)
        if earlier:
            _list_taken_over(earlier, made.kept, kho)
        kho.walked(site)
    problems = siteproof.pages_faults(site, listed)
    for qr, path in codes.items():
        problems += [Problem(path, 1, f) for f in siteproof.leads_nowhere(site, project.site_url, qr)]
    if problems:
        raise ProblemsError(sorted(problems))


def _lay(made: Made, site: Path, kho: manifest.Writer) -> dict[str, str]:
    """Lay what was made; the codes that are printed, each with a file that carries it."""
    files = dict(made.shared)
    codes: dict[str, str] = {}
    missing = not _copied(made, files, site)
    for _, record in made.records():
        missing |= not _copied(made, {file.path: file.name for file in record.files}, site)
        for entry in record.entries:
            kho.artefact(entry)
            if "qr" in entry:
                codes.setdefault(entry["qr"], entry["path"])
    if missing:
        raise lost()
    return codes


def _copied(made: Made, files: Mapping[str, str], site: Path) -> bool:
    """Copy files of the store into the site; whether all were there."""
    there = True
    for path, name in files.items():
        try:
            _write(site / path, made.store.read(name))
        except MissingError:
            there = False
    return there


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _list_taken_over(earlier: Earlier, kept: Set[str], kho: manifest.Writer) -> None:
    """What kho.json has said of the places `kept` and of the sounds that they share with others."""
    parts: set[str] = set()
    for entry in earlier.kho["artefacts"]:
        if entry["place"] in kept:
            kho.artefact(entry)
            parts |= {*entry.get("parts", ())}
    for entry in earlier.kho["artefacts"]:
        if not entry["place"] and entry["path"] in parts:
            kho.artefact(entry)
    for path in {path for code in kept for path in earlier.of(code)}:
        kho.file(path, earlier.files[path]["bytes"], earlier.files[path]["sha256"])
