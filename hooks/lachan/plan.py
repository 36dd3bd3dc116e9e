"""The list of everything that will be made: every artefact of every place, where it goes, from what.

A pure function of the project: no file is read or written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lachan import address, loudspeaker, paper, paths, phone, sound
from lachan.campaign import Place
from lachan.language import Language
from lachan.poster import Poster
from lachan.project import Project
from lachan.recipe import Artefact, Bundle, Plain, Preview, Typeset, Word
from lachan.sound import Voice
from lachan.text import PosterFront, ScriptFront, Text
from lachan.yamltext import Where

THEMES = ("color", "eco")
PREVIEW_WIDTH = 480
"""Pixels; a phone shows it at 240 to 480 (design study, section 4)."""


def plan(project: Project, places: Sequence[Place], voice: Voice | None = None) -> tuple[Artefact, ...]:
    """Every artefact of `places`, in the order in which it can be made; with sound if there is a voice.

    A file that several places share is listed once.
    """
    listed = {a.path: a for place in places for a in _kit(project, place, voice)}
    return tuple(listed.values())


def _kit(project: Project, place: Place, voice: Voice | None) -> Iterator[Artefact]:
    for language in project.languages.values():
        files = [*_posters(project, language, place), *_scripts(project, language, place)]
        yield from files
        for file in files:
            if isinstance(file.recipe, Typeset):
                yield _preview(language, place, file)
        if files:
            yield _bundle(project, language, place, files)
        if voice:
            yield from sound.sounds(project, language, place, voice)


def _posters(project: Project, language: Language, place: Place) -> Iterator[Artefact]:
    for (lang, id), poster in project.posters.items():
        if lang != language.code:
            continue
        text = project.texts.posters[lang, id]
        for theme in THEMES:
            data = paper.poster(project, place, text, poster, theme)
            yield Artefact(
                place=place.code,
                kind="poster",
                id=id,
                lang=lang,
                variant=theme,
                path=paths.file(place, lang, f"poster-{id}-{theme}", "pdf"),
                title=data["title"],
                recipe=Typeset(f"poster-{text.front.template}", paper.dump(data)),
                qr=address.encoded(project.site_url, paths.commune(project, lang, place)),
                numbers=_numbers(data),
                pages=1,
                where=_where(project, text, poster, place),
            )


def _scripts(project: Project, language: Language, place: Place) -> Iterator[Artefact]:
    for (lang, id), script in project.scripts.items():
        if lang != language.code:
            continue
        text = project.texts.scripts[lang, id]
        timed = loudspeaker.timed(project, place, text, script)
        data = paper.sheet(project, place, text, script.title, timed)
        sheet = Artefact(
            place=place.code,
            kind="sheet",
            id=id,
            lang=lang,
            variant="eco",
            path=paths.file(place, lang, f"sheet-{id}", "pdf"),
            title=script.title,
            recipe=Typeset("sheet", paper.dump(data)),
            qr=address.encoded(project.site_url, paths.script(project, lang, place, text.front.number)),
            numbers=_numbers(data),
            seconds=round(timed.seconds),
            where=_script_where(project, text, place),
        )
        yield sheet
        yield replace(
            sheet,
            kind="word",
            variant="edit",
            path=paths.file(place, lang, f"word-{id}", "docx"),
            recipe=Word(paper.dump(paper.editable(project, lang, data, timed))),
            qr="",
        )
        yield replace(
            sheet,
            kind="text",
            variant="spoken",
            path=paths.file(place, lang, f"text-{id}", "txt"),
            recipe=Plain(loudspeaker.plain(timed)),
            qr="",
            numbers=(),
        )


def _preview(language: Language, place: Place, sheet: Artefact) -> Artefact:
    strings = language.strings["print"]
    title = strings["preview"].format(
        title=sheet.title,
        variant=strings["variants"][sheet.variant],
        Place=language.title(place.name),
    )
    return Artefact(
        place=place.code,
        kind="preview",
        id=sheet.id,
        lang=sheet.lang,
        variant=f"{sheet.kind}-{sheet.variant}",
        path=sheet.path.removesuffix(".pdf") + ".webp",
        title=title,
        recipe=Preview(sheet.path, PREVIEW_WIDTH),
    )


def _bundle(project: Project, language: Language, place: Place, papers: Sequence[Artefact]) -> Artefact:
    edition = f"{project.campaign.country.edition:%Y.%m}"
    title = language.strings["files"]["bundle"].format(
        Place=language.title(place.name), edition=edition
    )
    return Artefact(
        place=place.code,
        kind="bundle",
        id="kit",
        lang=language.code,
        variant="all",
        path=paths.file(place, language.code, "kit", "zip"),
        title=title,
        recipe=Bundle(tuple((sheet.path, sheet.path.rsplit("/", 1)[1]) for sheet in papers)),
    )


def _numbers(data: Mapping[str, object]) -> tuple[str, ...]:
    """Every number that stands in the words of a sheet, as shown, each once."""
    found: dict[str, None] = {}
    for words in _strings(data):
        found |= {number: None for _, number in phone.find(words)}
    return tuple(sorted(found))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (words for key in value if key != "path" for words in _strings(value[key]))
    elif isinstance(value, (list, tuple)):
        yield from (words for part in value for words in _strings(part))


def _where(project: Project, text: Text[PosterFront], poster: Poster, place: Place) -> dict[str, Where]:
    """For each slot of a poster's template, the line that its words come from."""
    slots = {slot: Where(text.path, line) for slot, line in poster.lines.items()}
    front = {key: text.tree.at((key,)) for key in ("strip", "call", "emergency", "art")}
    notes = {"notes": text.tree.at(("call",))}
    return _common_where(project, text, place) | {"local": place.where} | front | notes | slots


def _script_where(project: Project, text: Text[ScriptFront], place: Place) -> dict[str, Where]:
    """For each slot of the sheet, the line that its words come from."""
    return _common_where(project, text, place) | {"headline": Where(text.path, text.body_line)}


def _common_where(project: Project, text: Text[Any], place: Place) -> dict[str, Where]:
    return {
        "": Where(text.path, text.body_line),
        "source": text.tree.at(("sources",)),
        "issuer": place.where,
        "url": project.where_url,
    }
