"""What is printed for residents and offices: posters, banners, leaflets, cards and forms of a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lachan.campaign import address
from lachan.campaign.model import Place
from lachan.common.problem import Where
from lachan.contacts import phone
from lachan.formats.kinds import THEMES, Kind, Variant
from lachan.plan import paper, paths
from lachan.plan.recipe import Artefact, Typeset, Word
from lachan.texts.language import Language
from lachan.texts.project import Project
from lachan.texts.text import Text


def prints(project: Project, language: Language, place: Place) -> Iterator[Artefact]:
    """Every sheet of one place in one language, colour before eco."""
    yield from _posters(project, language, place)
    yield from _forms(project, language, place)


def _posters(project: Project, language: Language, place: Place) -> Iterator[Artefact]:
    for (lang, kind, id), poster in project.posters.items():
        if lang != language.code or not place.wants(kind, id, lang):
            continue
        text = project.texts.posters[lang, kind, id]
        design = project.designs[kind, text.front.template]
        slots = {slot: Where(text.path, line) for slot, line in poster.lines.items()}
        for format in (*design.formats,) or ("",):
            for theme in THEMES:
                variant = f"{format}-{theme}" if format else theme
                if not place.wants(kind, id, lang, variant):
                    continue
                data = paper.poster(project, place, text, poster, theme=theme, format=format)
                yield Artefact(
                    place=place.code,
                    kind=kind,
                    id=id,
                    lang=lang,
                    variant=variant,
                    path=paths.file(place, lang, f"{kind}-{id}-{variant}", "pdf"),
                    title=data["title"],
                    recipe=Typeset(f"{kind}-{text.front.template}", paper.dump(data, place)),
                    qr=address.encoded(project.site_url, paper.opens(project, place, text)),
                    numbers=numbers(data),
                    pages=design.pages,
                    where=where(project, text, place) | slots,
                )


def _forms(project: Project, language: Language, place: Place) -> Iterator[Artefact]:
    for (lang, id), form in project.forms.items():
        if lang != language.code or not place.wants(Kind.FORM, id, lang):
            continue
        text = project.texts.forms[lang, id]
        data = paper.form(project, place, text, form)
        common: dict[str, Any] = {
            "place": place.code,
            "kind": Kind.FORM,
            "id": id,
            "lang": lang,
            "title": " – ".join(filter(None, (data["title"], data["subtitle"]))),
            "numbers": numbers(data),
            "where": where(project, text, place),
        }
        yield Artefact(
            **common,
            variant=Variant.ECO,
            path=paths.file(place, lang, f"form-{id}", "pdf"),
            recipe=Typeset("form", paper.dump(data, place)),
            qr=address.encoded(project.site_url, paper.opens(project, place, text)),
        )
        yield Artefact(
            **common,
            variant=Variant.EDIT,
            path=paths.file(place, lang, f"form-{id}", "docx"),
            recipe=Word(Kind.FORM, paper.dump(data, place)),
        )


def numbers(data: Mapping[str, object]) -> tuple[str, ...]:
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


def where(project: Project, text: Text[Any], place: Place) -> dict[str, Where]:
    """For each slot that any template has, the line that its words come from."""
    keys = ("strip", "call", "emergency", "art", "icons", "day", "reply", "abroad")
    front = {key: text.tree.at((key,)) for key in keys if key in text.tree.value}
    return {
        "": Where(text.path, text.body_line),
        "headline": Where(text.path, text.body_line),
        "source": text.tree.at(("sources",)),
        "issuer": place.where,
        "local": place.where,
        "notes": text.tree.at(("call",)),
        "url": project.where_url,
    } | front
