"""ZIP files: everything of a place, and what each receiver gets (the «Nơi nhận» of a plan)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lachan.campaign.model import Place
from lachan.formats.kinds import PAPER, Kind, Variant
from lachan.plan import paths
from lachan.plan.recipe import Artefact, Bundle, File, Plain
from lachan.texts.language import Language
from lachan.texts.project import Project

RECEIVERS = ("school", "clinic", "village", "business")


def bundles(
    project: Project, language: Language, place: Place, files: Sequence[File]
) -> Iterator[Artefact]:
    """The bundle of all `files`, then one for each receiver who gets any; each with its own note."""
    chosen = {"kit": list(files)} | {
        receiver: [file for file in files if receiver in _receivers(project, file)]
        for receiver in RECEIVERS
    }
    for id, members in chosen.items():
        if members and place.wants(Kind.BUNDLE, id, language.code):
            note = _note(project, language, place, id, members)
            yield note
            yield _bundle(project, language, place, id, [note, *members])


def _receivers(project: Project, file: File) -> Sequence[str]:
    if file.kind not in PAPER:
        return ()
    if file.kind == Kind.FORM:
        return project.texts.forms[file.lang, file.id].front.receivers
    return project.texts.posters[file.lang, file.kind, file.id].front.receivers


def _note(
    project: Project, language: Language, place: Place, id: str, members: Sequence[File]
) -> Artefact:
    """«ĐỌC TRƯỚC»: what is inside, how to print it, what to check first."""
    strings = language.strings["bundle"]
    labels = language.strings["files"]
    listed = [
        f"- {file.path.rsplit('/', 1)[1]}: {file.title} ({labels[file.kind][file.variant]})"
        for file in members
    ]
    head = strings["titles"][id].format(Place=language.title(place.name), edition=_edition(project))
    text = "\n".join([head, "", *strings["before"], "", strings["inside"], *listed]) + "\n"
    return Artefact(
        place=place.code,
        kind=Kind.TEXT,
        id=id,
        lang=language.code,
        variant=Variant.NOTE,
        path=paths.file(place, language.code, f"note-{id}", "txt"),
        title=strings["note"],
        # The mark in front tells old editors on Windows which letters these are.
        recipe=Plain("\ufeff" + text),
    )


def _bundle(
    project: Project, language: Language, place: Place, id: str, members: Sequence[File]
) -> Artefact:
    title = language.strings["bundle"]["titles"][id]
    names = [(language.strings["bundle"]["note"] + ".txt", members[0].path)]
    names += [(file.path.rsplit("/", 1)[1], file.path) for file in members[1:]]
    return Artefact(
        place=place.code,
        kind=Kind.BUNDLE,
        id=id,
        lang=language.code,
        variant=Variant.ALL,
        path=paths.file(place, language.code, id, "zip"),
        title=title.format(Place=language.title(place.name), edition=_edition(project)),
        recipe=Bundle(tuple((path, name) for name, path in names)),
    )


def _edition(project: Project) -> str:
    return f"{project.campaign.country.edition:%Y.%m}"
