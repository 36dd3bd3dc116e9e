"""What a commune gets in one language, all the way: planned, pressed, opened again, its pages drawn.

This is the unit of work. A worker takes a batch of them, so that the same sheet of one place is set
after that of another. What is finished is remembered as a whole, so that a build in which nothing has
changed for a place neither plans nor opens anything there.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any

from lachan.build import faults
from lachan.campaign.model import Place
from lachan.common.problem import Problem
from lachan.files import fingerprint, memory, systemfiles
from lachan.files.store import MissingError, Record, Store, Stored
from lachan.inventory import manifest, packed
from lachan.plan import artefacts, loudspeaker
from lachan.plan.recipe import Artefact, File, Picture, Recipe, sources
from lachan.plan.sharing import sharing
from lachan.plan.sound import Voice
from lachan.render.file_names import Names
from lachan.render.press import BASE, Press, PressError, Sounds
from lachan.site import pages, theme
from lachan.site.kit import MadeKit
from lachan.speech import TimedScript
from lachan.texts.project import Project
from lachan.verify import fileproof, pageproof
from lachan.verify.proven import Proven

CACHE = ".cache/lachan"


@dataclass(frozen=True)
class Unit:
    """One place in one language."""

    place: Place
    lang: str
    look: bool = True
    """Whether its sheets are looked at as a printer would, besides reading QR and numbers of each."""


@dataclass(frozen=True)
class Slice:
    """Every `of`-th file of a unit, from the `number`-th on: work ahead, where units are few."""

    unit: Unit
    number: int
    of: int


@dataclass(frozen=True)
class Inputs:
    """What all places share, as hashes: found by one process, told to all others."""

    shared: str
    making: str
    """The fingerprint of what presses a file."""
    proving: str
    """The fingerprint of what opens it again."""


@dataclass
class _Work:
    """A unit being made: what its place says over the loudspeaker, and what of it is there."""

    unit: Unit
    spoken: dict[str, TimedScript]
    files: list[File] = field(default_factory=list)
    made: dict[str, str] = field(default_factory=dict)
    """Names in the store by path."""
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What kho.json says of each, by path."""
    stored: list[Stored] = field(default_factory=list)
    """Every file of its site: pages and packed copies, too."""
    problems: list[Problem] = field(default_factory=list)


class Maker:
    """Makes units. Each process has one, which lives as long: its compiler and templates get warm."""

    def __init__(
        self, project: Project, studio: Sounds | None = None, inputs: Inputs | None = None
    ) -> None:
        """`inputs` are those of another process that has read them before."""
        # Nothing that is made for a place depends on another one.
        self.project = replace(project, campaign=replace(project.campaign, places=()))
        self.press = Press(project.root / "assets", project.campaign.country.edition, studio)
        self.store = Store(project.root / CACHE)
        self.voice = Voice(studio.name, studio.variant) if studio else None
        self.inputs = inputs or self._inputs()
        self._parts: deque[tuple[object, str]] = deque(maxlen=4)
        self._ahead: tuple[Unit, Sequence[Artefact]] | None = None
        self._locations: fileproof.QrLocations = {}

    def key(self, unit: Unit) -> str:
        """The hash of all it is made from: texts, templates, code, the words of country and place."""
        place = unit.place
        own = (place.code, place.name, place.province, place.former, place.recordings, place.kit)
        shared = (self._said(place.contacts), self._said(place.broadcast))
        return fingerprint.digest(
            [self.inputs.shared, unit.lang, str(unit.look), *map(repr, own), *shared]
        )

    def _said(self, part: object) -> str:
        """What a part says that most places have in common, written down once while they do."""
        for known, text in self._parts:
            if known is part:
                return text
        self._parts.append((part, repr(part)))
        return self._parts[-1][1]

    def make(self, units: Sequence[Unit]) -> list[Problem]:
        """Make all of `units` that is not there yet and remember it, or say everything that is wrong.

        The first file of each comes first, then the second of each: Typst remembers what is alike. A
        sheet that cannot be printed does not stop the others.
        """
        self._ahead = None
        works = [self._work(unit) for unit in units]
        for row in zip_longest(*map(self._planned, works)):
            for work, artefact in zip(works, row, strict=True):
                if artefact and work.made.keys() >= set(sources(artefact.recipe)):
                    self._finish(work, artefact)
            memory.give_back()
        for work in works:
            if not work.problems:
                self._finish_pages(work)
        return [problem for work in works for problem in work.problems]

    def ahead(self, part: Slice) -> None:
        """Make the files of `part`; `make` finds them there, or says what is wrong with them."""
        if self._ahead is None or self._ahead[0] != part.unit:
            self._ahead = part.unit, tuple(self._planned(self._work(part.unit)))
        work = _Work(part.unit, {})
        for index, artefact in enumerate(self._ahead[1]):
            needed = set(sources(artefact.recipe))
            if work.made.keys() >= needed if needed else index % part.of == part.number:
                self._finish(work, artefact)

    def _work(self, unit: Unit) -> _Work:
        return _Work(unit, loudspeaker.spoken(self.project, unit.lang, unit.place))

    def _planned(self, work: _Work) -> Iterator[Artefact]:
        unit, language = work.unit, self.project.languages[work.unit.lang]
        return artefacts.kit(self.project, language, unit.place, work.spoken, self.voice)

    def _finish(self, work: _Work, artefact: Artefact) -> None:
        """Make one file of a unit, and open it again."""
        try:
            name, content = self._pressed(artefact.recipe, work.made)
        except PressError as error:
            work.problems += faults.problems(self.project, artefact, error.faults)
            return
        entry = manifest.entry(artefact, content)
        work.files.append(artefact.file)
        work.made[artefact.path] = name
        work.entries[artefact.path] = entry
        work.problems += self._wrong(entry, content, work.unit.look)
        if not work.problems:
            work.stored.append(Stored(artefact.path, name, entry["bytes"], entry["sha256"]))
            self._pack(work, artefact.path, content)

    def _pack(self, work: _Work, path: str, content: bytes) -> None:
        """Keep the packed copies of a file, where it has any."""
        for suffix, copy in packed.copies(path, content).items():
            name = self.store.keep(copy)
            work.stored.append(Stored(path + suffix, name, len(copy), name))

    def _finish_pages(self, work: _Work) -> None:
        """Draw the pages of a unit whose files are all there, and remember it, if they are right."""
        unit = work.unit
        contents = self.store.contents(work.made)
        kit = MadeKit(unit.place, work.files, work.entries, contents, work.spoken)
        numbers, tels = pageproof.allowed(manifest.contacts(self.project, [unit.place]))
        for path, html in pages.of_place(self._templates, self.project, unit.lang, kit):
            wrong = pageproof.page_faults(html, numbers, tels)
            work.problems += [Problem(path, line, fault) for line, fault in wrong]
            content = html.encode()
            name = self.store.keep(content)
            work.stored.append(Stored(path, name, len(content), name))
            self._pack(work, path, content)
        if not work.problems:
            record = Record(tuple(work.entries.values()), tuple(work.stored))
            self.store.remember(self.key(unit), record)

    def shared(self) -> tuple[dict[str, str], list[Problem]]:
        """What pages of the whole country show of themselves, by path; and what is wrong with it."""
        made: dict[str, str] = {}
        problems: list[Problem] = []
        for artefact in sharing(self.project):
            try:
                made[artefact.path], _ = self._pressed(artefact.recipe, {})
            except PressError as error:
                problems += faults.problems(self.project, artefact, error.faults)
        return made, problems

    def _pressed(self, recipe: Recipe, made: Mapping[str, str]) -> tuple[str, bytes]:
        """What a recipe makes and its name in the store, where it is after this. Raises PressError."""
        name = self._names.name(recipe, made)
        with suppress(MissingError):
            return name, self.store.read(name)
        names = {path: made[path] for path in sources(recipe)}
        if isinstance(recipe, Picture) and recipe.base:
            names[BASE], _ = self._pressed(recipe.base, {})
        content = self.press.press(recipe, self.store.contents(names))
        self.store.write(name, content)
        return name, content

    def _wrong(self, entry: dict[str, Any], content: bytes, look: bool) -> Iterator[Problem]:
        """What a finished file does not hold, opened by other libraries than those that made it."""
        promise = entry | {"look": look}
        if self._proven.knows(promise):
            return
        locations = None if look else self._locations
        found = list(fileproof.file_faults(entry, content, look=look, locations=locations))
        yield from (Problem(entry["path"], 1, fault) for fault in found)
        if not found:
            self._proven.remember(promise)

    @cached_property
    def _names(self) -> Names:
        return Names(self.press, self.inputs.making)

    @cached_property
    def _proven(self) -> Proven:
        return Proven(self.store.folder / "proven", self.inputs.proving)

    @cached_property
    def _templates(self) -> Any:
        return theme.environment(self.project.root / "assets")

    def _inputs(self) -> Inputs:
        project = self.project
        parts = [project.site_url, *project.languages]
        # Other national numbers stand on pages of the whole country only, and may leave them any day.
        lasting = {id: project.campaign.contacts[id] for id in project.campaign.lasting}
        parts += [repr(project.campaign.country), repr(lasting)]
        parts += sorted(project.withdrawn)
        parts += [f"{key} {text.front!r}" for key, text in project.texts.pages.items()]
        # Nothing depends on what an information page says, only on its head, for links; nor on CSS.
        said = {text.path for text in project.texts.pages.values()}
        for name, found in self.checkout.items():
            looks = name.startswith("assets/theme/") and name.endswith((".css", ".js"))
            parts += [] if name in said or looks else [f"{name} {found}"]
        making, proving = (fingerprint.of(name) for name in (Press.__module__, fileproof.__name__))
        return Inputs(fingerprint.digest(parts), making, proving)

    @cached_property
    def checkout(self) -> dict[str, str]:
        """What a checkout and its libraries bring along: files with their hashes, versions by name."""
        found = fingerprint.libraries(__name__) | {"giọng đọc": repr(self.voice)}
        root = self.project.root
        folders = {"docs": root / "docs", "assets": root / "assets", "hooks": Path(__file__).parents[1]}
        for name, folder in folders.items():
            for path in systemfiles.found(folder, "**/*"):
                if path.is_file() and path.suffix != ".pyc":
                    content = hashlib.sha256(path.read_bytes()).hexdigest()
                    found[f"{name}/{path.relative_to(folder).as_posix()}"] = content
        return found


_maker: Maker


def start(project: Project, studio: Sounds | None, inputs: Inputs | None = None) -> None:
    """Give this process its maker."""
    global _maker
    _maker = Maker(project, studio, inputs)


def make(work: Sequence[Unit] | Slice) -> list[Problem]:
    """`Maker.make` or `Maker.ahead` of this process's maker."""
    if isinstance(work, Slice):
        _maker.ahead(work)
        return []
    return _maker.make(work)
