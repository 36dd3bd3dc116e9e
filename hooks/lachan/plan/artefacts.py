"""The list of everything that will be made: every artefact of every place, where it goes, from what.

A pure function of the project: no file is read or written here.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from lachan.campaign import address
from lachan.campaign.model import Place
from lachan.formats.kinds import READ_ALOUD, Kind, Variant
from lachan.plan import loudspeaker, paper, paths
from lachan.plan.bundles import bundles
from lachan.plan.online import online
from lachan.plan.prints import numbers, prints, where
from lachan.plan.recipe import Artefact, File, Plain, Preview, Typeset, Word
from lachan.plan.sharing import sharing
from lachan.plan.sound import Voice, sounds
from lachan.speech import TimedScript
from lachan.texts.language import Language
from lachan.texts.project import Project

PREVIEW_WIDTH = 480
"""Pixels; a phone shows it at 240 to 480."""


def plan(project: Project, places: Sequence[Place], voice: Voice | None = None) -> tuple[Artefact, ...]:
    """Every artefact of `places`, in the order in which it can be made; with sound if there is a voice.

    A file that several places share is listed once.
    """
    listed = {artefact.path: artefact for artefact in sharing(project)}
    kits = (
        kit(project, language, place, loudspeaker.spoken(project, lang, place), voice)
        for place in places
        for lang, language in project.languages.items()
    )
    listed |= {artefact.path: artefact for artefacts in kits for artefact in artefacts}
    return tuple(listed.values())


def kit(
    project: Project,
    language: Language,
    place: Place,
    spoken: Mapping[str, TimedScript],
    voice: Voice | None = None,
) -> Iterator[Artefact]:
    """Every artefact of one place in one language, in the order in which it can be made.

    `spoken` are its scripts (`loudspeaker.spoken`), for the pages need them, too. Each is planned when
    it is asked for, and need not be kept: the words of all sheets of one place take 3 MB.
    """
    files: list[File] = []
    for artefact in chain(
        prints(project, language, place),
        _scripts(project, language, place, spoken),
        online(project, language, place),
    ):
        yield artefact
        files.append(artefact.file)
    yield from _previews(language, place, files)
    yield from bundles(project, language, place, files)
    if voice:
        yield from sounds(project, language, place, spoken, voice)


def _scripts(
    project: Project, language: Language, place: Place, spoken: Mapping[str, TimedScript]
) -> Iterator[Artefact]:
    lang = language.code
    for id, timed in spoken.items():
        kinds = [kind for kind in READ_ALOUD if place.wants(kind, id, lang)]
        text, script = project.texts.scripts[lang, id], project.scripts[lang, id]
        data = paper.sheet(project, place, text, script.title, timed)
        sheet = Artefact(
            place=place.code,
            kind=Kind.SHEET,
            id=id,
            lang=lang,
            variant=Variant.ECO,
            path=paths.file(place, lang, f"sheet-{id}", "pdf"),
            title=script.title,
            recipe=Typeset("sheet", paper.dump(data, place)),
            qr=address.encoded(project.site_url, paths.script(project, lang, place, text.front.number)),
            numbers=numbers(data),
            seconds=round(timed.seconds),
            where=where(project, text, place),
        )
        if Kind.SHEET in kinds:
            yield sheet
        if Kind.WORD in kinds:
            yield replace(
                sheet,
                kind=Kind.WORD,
                variant=Variant.EDIT,
                path=paths.file(place, lang, f"word-{id}", "docx"),
                recipe=Word(Kind.SCRIPT, paper.dump(paper.editable(project, lang, data, timed), place)),
                qr="",
            )
        if Kind.TEXT in kinds:
            yield replace(
                sheet,
                kind=Kind.TEXT,
                variant=Variant.SPOKEN,
                path=paths.file(place, lang, f"text-{id}", "txt"),
                recipe=Plain(loudspeaker.plain(timed)),
                qr="",
                numbers=(),
            )


def _previews(language: Language, place: Place, files: Sequence[File]) -> Iterator[Artefact]:
    """A small picture of the first file of each text; none of scripts, whose pages look alike."""
    shown: set[tuple[Kind, str]] = set()
    strings = language.strings["print"]
    for file in files:
        seen = file.path.endswith((".pdf", ".png")) and file.kind != Kind.SHEET
        if (file.kind, file.id) in shown or not seen:
            continue
        if not place.wants(Kind.PREVIEW, file.id, language.code):
            continue
        shown.add((file.kind, file.id))
        path = preview_path(file)
        yield Artefact(
            place=place.code,
            kind=Kind.PREVIEW,
            id=file.id,
            lang=file.lang,
            variant=f"{file.kind}-{file.variant}",
            path=path,
            title=strings["preview"].format(title=file.title, Place=language.title(place.name)),
            recipe=Preview(file.path, posixpath.basename(path), PREVIEW_WIDTH),
        )


def preview_path(file: File) -> str:
    """Where the preview of a file lies: beside it."""
    return file.path.rpartition(".")[0] + "-preview.png"
