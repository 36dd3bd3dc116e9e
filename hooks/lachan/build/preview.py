"""An author's loop: one sheet drawn anew, as PDF and as picture, each time a file is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from lachan.build import faults, pipeline
from lachan.common import clock
from lachan.common.problem import Problem, ProblemsError
from lachan.formats import png
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Artefact, Picture, Typeset
from lachan.render import picture
from lachan.render.press import BASE, Press, PressError

_DPI = 110
_SETTLED = 0.2
"""Seconds without a change: an editor saves a file in several steps."""
_STEP = 0.5
"""Seconds of one step of waiting, and so the longest that Ctrl-C may take."""
_WATCHED = ("assets/art", "assets/fonts", "assets/print", "campaigns", "docs")


def draw(root: Path, name: str, code: str | None, into: Path) -> list[Path]:
    """Draw every sheet of the text `name` (its id, or kind/id) for one place; the pictures drawn.

    Raises ProblemsError, also when nothing has that name.
    """
    project, _ = pipeline.read(root, root / "campaigns", clock.today())
    places = pipeline.choose(project, [code] if code else [])[:1]
    press = Press(root / "assets", project.campaign.country.edition)
    found = [a for a in plan(project, places) if _is(a, name)]
    if not found:
        raise ProblemsError([Problem("docs", 1, f"không có bài nào tên «{name}» để in")])
    drawn: list[Path] = []
    problems: list[Problem] = []
    into.mkdir(parents=True, exist_ok=True)
    for artefact in found:
        try:
            content = press.press(artefact.recipe, _parts(press, artefact))
        except PressError as error:
            problems += faults.problems(project, artefact, error.faults)
            continue
        drawn += _pictures(into / artefact.path.rsplit("/", 1)[1], content)
    if problems:
        raise ProblemsError(problems)
    return drawn


def _parts(press: Press, artefact: Artefact) -> Mapping[str, bytes]:
    """What a recipe is made from: of a picture what all communes share of it."""
    base = artefact.recipe.base if isinstance(artefact.recipe, Picture) else None
    return {BASE: press.press(base, {})} if base else {}


def _is(artefact: Artefact, name: str) -> bool:
    names = {artefact.id, f"{artefact.kind}/{artefact.id}", f"{artefact.kind}s/{artefact.id}"}
    return isinstance(artefact.recipe, (Typeset, Picture)) and name in names


def _pictures(path: Path, content: bytes) -> Iterator[Path]:
    path.write_bytes(content)
    if path.suffix != ".pdf":
        yield path
        return
    for number, page in enumerate(picture.pages(content, _DPI), 1):
        drawn = path.with_name(f"{path.stem}-{number}.png")
        drawn.write_bytes(png.encoded(page))
        yield drawn


def follow(root: Path, again: Callable[[], None]) -> None:
    """Call `again` now and after every change of what a sheet is made from, until Ctrl-C."""
    changes: Queue[str] = Queue()
    observer = Observer()
    for folder in _WATCHED:
        observer.schedule(_Notice(changes), str(root / folder), recursive=True)
    observer.start()
    try:
        while True:
            again()
            _next(changes)
            _settle(changes)
    except KeyboardInterrupt:
        pass
    finally:
        observer.stop()
        observer.join()


def _next(changes: Queue[str]) -> str:
    """The next change, waiting for it in short steps: on Windows Ctrl-C does not end a long one."""
    while True:
        with suppress(Empty):
            return changes.get(timeout=_STEP)


def _settle(changes: Queue[str]) -> None:
    while True:
        try:
            changes.get(timeout=_SETTLED)
        except Empty:
            return


class _Notice(FileSystemEventHandler):
    """Passes on that a file was written, made, moved or removed; reading one is no change."""

    def __init__(self, changes: Queue[str]) -> None:
        self._changes = changes

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog."""
        if event.event_type in {"created", "modified", "moved", "deleted"} and not event.is_directory:
            self._changes.put(str(event.src_path))
