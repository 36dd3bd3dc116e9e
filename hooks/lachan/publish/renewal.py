"""A site built anew into its folder: what lies there, what is made, and what takes its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lachan.build import fallback, pipeline
from lachan.build.maker import CACHE
from lachan.campaign.model import Place
from lachan.common.problem import Problem, ProblemsError
from lachan.files import disk, output
from lachan.files.exchange import workshop
from lachan.files.store import Store
from lachan.inventory import previous
from lachan.publish import mkdocs_program
from lachan.publish.succession import carried, dead, succeed
from lachan.render.studio import Studio


@dataclass(frozen=True)
class Renewed:
    """A site that is there now: the places that were to be made, how many of them had not changed,
    those that stay beside them, how many went, the printed codes that open no page any more, and what
    should be looked at.
    """

    places: Sequence[Place]
    unchanged: int
    staying: Sequence[Place]
    gone: int
    dead: frozenset[str]
    problems: Sequence[Problem]
    held: Sequence[Place] = ()
    """Places whose own file is wrong, with the files of the last build."""
    bare: Sequence[Place] = ()
    """Places whose own file is wrong, with nothing of their own."""


@contextmanager
def emptied(site: Path, places: Sequence[Place]) -> Iterator[None]:
    """While a program empties the folder `site` and lays a site of `places` there, nobody else may.

    Raises ProblemsError where something else lies there, or a place whose printed codes would go dead.
    """
    output.usable(site)
    with workshop(site, "site"):
        before = previous.replaceable(site)
        if before and (lost := before.places.keys() - {place.code for place in places}):
            message = f"trang này còn {len(lost)} nơi không có trong campaigns; hãy dùng lachan build"
            raise ProblemsError([Problem(str(site), 1, message)])
        yield


def renew(
    root: Path,
    campaigns: Path,
    site: Path,
    today: date,
    *,
    codes: Sequence[str] = (),
    prune: bool = False,
    verify: bool = False,
    strict: bool = False,
    step: Callable[[int, int], None] = lambda _done, _all: None,
    studio: Studio | None = None,
    processes: int = 1,
    scheduler: str = "",
) -> Renewed:
    """Build the places with these codes, or all, into `site`; on any failure it stays as it was.

    Places on it that are not built stay, unless `prune` is set. With `verify` every byte that lies
    there is looked at, not sizes and times alone. What is wrong in the file of a place does not stop
    the others (`fallback`), unless it is `strict`, or places shall go, or no other place is built.
    Raises ProblemsError, MkDocsError and OSError.
    """
    output.usable(site)
    with workshop(site, "site") as folder:
        before = previous.replaceable(site)
        store = Store(root / CACHE)
        standing = previous.standing(store, before, verify=verify) if before else {}
        last = previous.inputs(store, before) if before else {}
        reading = fallback.read(root, campaigns, today)
        unprintable: frozenset[str] = frozenset()
        while True:
            places = [p for p in _chosen(reading, codes) if p.where.path not in unprintable]
            faulty = [place for place in places if reading.is_faulty(place)]
            if reading.faulty and (strict or prune or len(faulty) == len(places)):
                raise ProblemsError(reading.problems)
            current = pipeline.inputs(reading.project, studio) if faulty else ""
            recalled = carried(reading.project, before, standing) if before and faulty else {}
            held = [
                place
                for place in faulty
                if place.code in standing and last[place.code] == current and place.code not in recalled
            ]
            try:
                with disk.writing(store.folder):
                    made = pipeline.make(
                        reading.project,
                        [place for place in places if place not in held],
                        step,
                        studio=studio,
                        processes=processes,
                        scheduler=scheduler,
                        standing=standing,
                    )
                break
            except ProblemsError as error:
                wrong = fallback.blamed(reading, places, error.problems)
                if not wrong:
                    raise
                unprintable |= wrong & reading.faulty  # not even its name can be printed
                known = {*reading.problems, *error.problems}
                reading = fallback.read(root, campaigns, today, reading.faulty | wrong, known)
        if before:
            made = succeed(made, before, standing, prune=prune)
        after = mkdocs_program.build(made, site, folder, before)
        keys = standing | {place.code: keys for place, keys in made.by_place()}
        with suppress(OSError):  # the site is there; without the note the next build only takes longer
            seen = {code: before.stamps[code] for code in made.kept} if before else {}
            inputs = last | dict.fromkeys((place.code for place in made.places), made.inputs)
            previous.remember(store, after, keys, seen, inputs)
    shown = {place.code: place for place in made.project.campaign.places}
    return Renewed(
        places=places,
        unchanged=len(made.kept & {place.code for place in places}),
        staying=[place for code, place in shown.items() if code not in {p.code for p in places}],
        gone=len(before.places.keys() - shown.keys()) if before else 0,
        dead=frozenset(dead(before, after)) if before else frozenset(),
        problems=reading.about(places) if codes else reading.problems,
        held=held,
        bare=[place for place in faulty if place not in held],
    )


def _chosen(reading: fallback.Reading, codes: Sequence[str]) -> Sequence[Place]:
    """The places with these codes, or all. Raises ProblemsError; the code of one may be unreadable."""
    try:
        return pipeline.choose(reading.project, codes)
    except ProblemsError as error:
        raise ProblemsError([*error.problems, *reading.problems]) from None
