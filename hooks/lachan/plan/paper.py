"""What the Typst templates are given: plain JSON, every word of a sheet, nothing left to look up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from lachan import speech
from lachan.campaign import address
from lachan.campaign.model import Place
from lachan.common import placeholders, unbroken
from lachan.formats import qr
from lachan.formats.kinds import Kind, Variant
from lachan.plan import contact_notes, loudspeaker, paths, word_script
from lachan.texts import form_tree
from lachan.texts.form_tree import Form
from lachan.texts.front import FormFront, PosterFront, PostFront, ScriptFront
from lachan.texts.post import Post
from lachan.texts.poster import Poster, Sign
from lachan.texts.project import Project
from lachan.texts.text import Text

Json = dict[str, Any]


MARKS = {
    Kind.POSTER: "P",
    Kind.BANNER: "B",
    Kind.LEAFLET: "T",
    Kind.CARD: "C",
    Kind.FORM: "M",
    Kind.PICTURE: "A",
}
"""What an edition code calls each kind: áp phích, băng rôn, tờ gấp, thẻ, mẫu, ảnh. Scripts are L."""


def poster(
    project: Project,
    place: Place,
    text: Text[PosterFront],
    poster: Poster,
    *,
    theme: Variant,
    format: str = "",
) -> Json:
    """The data of assets/print/<kind>-<template>.typ, in one theme and, of several, one format."""
    language, front = project.languages[text.lang], text.front
    known = project.words(text.lang, place)
    strings = language.strings["print"]

    def fill(words: str) -> str:
        return placeholders.fill(words, known)

    def signs(listed: Iterable[Sign]) -> list[Json]:
        return [{"title": fill(sign.title), "detail": fill(sign.detail)} for sign in listed]

    abroad = project.campaign.contacts[front.abroad] if front.abroad else None
    printed = _printed(project, place, text)
    if project.designs[text.kind, front.template].local == "no":
        printed["local"]["number"] = None
    return printed | {
        "theme": theme,
        "format": format,
        "title": fill(" ".join(poster.headline)),
        "headline": [fill(line) for line in poster.headline],
        "lead": fill(poster.lead),
        "list_title": fill(poster.list_title),
        "list": signs(poster.signs),
        "steps_title": fill(poster.steps_title),
        "steps": signs(poster.steps),
        "panels": [
            {
                "title": fill(panel.title),
                "paragraphs": [fill(words) for words in panel.paragraphs],
                "list": signs(panel.list),
                "ordered": panel.ordered,
                "call": fill(panel.call),
            }
            for panel in poster.panels
        ],
        "call": fill(poster.call),
        "art": front.art,
        "art_alt": front.art_alt,
        "icons": front.icons,
        "strip": fill(front.strip),
        "reply": front.reply,
        "made_up": strings["made_up"],
        "day": front.day,
        "theme_name": _theme(project, text),
        "abroad": abroad
        and {
            "label": strings["abroad"],
            "name": abroad.name(text.lang),
            "number": known[abroad.id],
        },
    }


def form(project: Project, place: Place, text: Text[FormFront], form: Form) -> Json:
    """The data of assets/print/form.typ and of the Word file."""
    language = project.languages[text.lang]
    known = project.words(text.lang, place)
    strings = language.strings["form"]
    committee = place.issuer
    # The name of the place stands on a line of its own, in capitals of its own.
    lines = committee.name(text.lang, known | {"place": "\n" + known["Place"]}).split("\n")
    printed = _printed(project, place, text)
    return (
        printed
        | form_tree.data(form, lambda words: placeholders.fill(words, known))
        | {
            "theme": Variant.ECO,
            "number": text.front.number,
            "head": text.front.head,
            "pages": text.front.pages,
            "issuer": printed["issuer"] | {"lines": [line.strip() for line in lines if line.strip()]},
            "label": strings["label"],
            "motto": strings["motto"],
            "dateline": [words.format(short=place.name.short) for words in strings["dateline"]],
            "sign": strings["sign"],
            "date": project.campaign.country.edition.isoformat(),
        }
    )


def picture(project: Project, place: Place, text: Text[PostFront], post: Post, format: Variant) -> Json:
    """The data of assets/print/picture.typ in one format."""
    known = project.words(text.lang, place)
    path = paths.commune(project, text.lang, place)
    mark = f"{MARKS[Kind.PICTURE]}{text.front.number}"
    return (
        _sheet(project, place, text, mark)
        | _calls(project, text.lang, *_everywhere(project))
        | _words(text, post, known)
        | {"format": format, "qr": {"text": address.shown(project.site_url, path)}}
    )


def shared(project: Project, text: Text[PostFront], post: Post) -> Json:
    """The data of the wide picture.typ that pages of the whole country are shared with: no place."""
    known = {id: number.shown for id, number in project.campaign.lasting.items()}
    strings = project.languages[text.lang].strings
    return (
        _calls(project, text.lang, *_everywhere(project))
        | _words(text, post, known)
        | _nobodys(project, text)
        | {
            "format": "wide",
            "lang": text.lang,
            "sample": strings["print"]["sample"] if project.sample else None,
        }
    )


def base(project: Project, text: Text[PostFront], picture: Json) -> Json:
    """The data of a commune's picture without what is its own, which `picture.typ` names <own>."""
    return picture | _nobodys(project, text)


def _nobodys(project: Project, text: Text[PostFront]) -> Json:
    """Who says so, where to read on, which edition: of a picture of no commune."""
    strings, edition = project.languages[text.lang].strings, project.campaign.country.edition
    mark = f"{MARKS[Kind.PICTURE]}{text.front.number}"
    return {
        "issuer": {"name": strings["site"]["name"], "parent": strings["share"]["title"]},
        "qr": {"text": address.shown(project.site_url, project.folder(text.lang))},
        "edition": strings["print"]["edition"].format(edition=f"{edition:%Y.%m}", code=mark),
    }


def _words(text: Text[PostFront], post: Post, known: Mapping[str, str]) -> Json:
    """Words and drawing of a picture."""
    return {
        "title": placeholders.fill(" ".join(post.headline), known),
        "headline": [placeholders.fill(line, known) for line in post.headline],
        "lead": placeholders.fill(post.lead, known),
        "call": placeholders.fill(post.call, known),
        "art": text.front.art,
        "art_alt": text.front.art_alt,
    }


def sheet(
    project: Project, place: Place, text: Text[ScriptFront], title: str, script: speech.TimedScript
) -> Json:
    """The data of assets/print/sheet.typ: a timed script with boxes to sign and a log to fill in."""
    strings = project.languages[text.lang].strings["sheet"]
    number = text.front.number
    path = paths.script(project, text.lang, place, number)
    return (
        _sheet(project, place, text, f"L{number}")
        | _code(project, text, Kind.SHEET, path)
        | {
            "theme": Variant.ECO,
            "title": title,
            "label": strings["label"],
            "number": number,
            "length": strings["length"].format(
                length=speech.clock(script.seconds),
                syllables=script.syllables,
                rate=round(script.overall_rate),
            ),
            "legend": strings["legend"],
            "sections": loudspeaker.sections(script),
            "boxes": {key: strings[key] for key in ("writer", "reader", "approver")},
            "log": {key: strings[key] for key in ("date", "time", "sign")},
            "page": strings["page"],
            "more": strings["more"],
            "end": strings["end"],
        }
    )


def editable(project: Project, lang: str, sheet: Json, script: speech.TimedScript) -> Json:
    """The data of a Word file: that of the sheet, the writer's own lines, and how to edit them."""
    return sheet | {
        "sections": word_script.sections(script),
        "date": project.campaign.country.edition.isoformat(),
        "note": project.languages[lang].strings["sheet"]["note"],
    }


def opens(project: Project, place: Place, text: Text[Any]) -> str:
    """The path of the page that the QR of a printed text opens."""
    page = text.front.page
    there = page and page not in project.withdrawn
    return paths.page(project, text.lang, page) if there else paths.commune(project, text.lang, place)


def _printed(project: Project, place: Place, text: Text[Any]) -> Json:
    """What stands on everything that is printed for residents and offices."""
    front = text.front
    mark = f"{MARKS[text.kind]}{front.number}"
    local, known = place.contacts[front.local], project.words(text.lang, place)
    number = local.usable()
    return (
        _sheet(project, place, text, mark)
        | _code(project, text, text.kind, opens(project, place, text))
        | _calls(project, text.lang, front.call, front.emergency)
        | {
            "local": {
                "label": local.name(text.lang, known),
                "number": number.shown if number else None,
            }
        }
    )


def _everywhere(project: Project) -> tuple[str, str]:
    """Whom a picture says to call: it has no head to name them in."""
    return project.campaign.hotline.id, project.campaign.police.id


def _calls(project: Project, lang: str, call: str, emergency: str) -> Json:
    """Whom to call, and what may be said about it."""
    language, numbers = project.languages[lang], project.campaign.lasting
    hotline = project.campaign.contacts[call]
    return {
        "notes": contact_notes.notes(hotline, language),
        "hotline": {"label": hotline.name(lang), "number": numbers[call].shown},
        "emergency": {"label": language.strings["print"]["danger"], "number": numbers[emergency].shown},
    }


def _theme(project: Project, text: Text[PosterFront]) -> str | None:
    """The official theme of the edition's year, where the text shows it and one is known."""
    if not (text.front.theme or text.front.day):
        return None
    theme = project.campaign.country.themes.get(project.campaign.country.edition.year)
    return theme.name.get(text.lang) if theme else None


def _code(project: Project, text: Text[Any], kind: Kind, path: str) -> Json:
    """The QR on a sheet of this kind, which opens `path`, and the address beside it."""
    code = qr.draw(address.encoded(project.site_url, path), kind)
    shown = address.shown(project.site_url, path)
    alt = project.languages[text.lang].strings["print"]["qr"].format(address=shown)
    return {"qr": {"path": code.path, "size": code.size, "text": shown, "alt": alt}}


def _sheet(project: Project, place: Place, text: Text[Any], mark: str) -> Json:
    """What stands on every sheet: who says so, sources, edition, sample stamp."""
    language = project.languages[text.lang]
    known = language.words(place)
    strings = language.strings["print"]
    committee = place.issuer
    edition = project.campaign.country.edition
    sources = (project.sources.brief(source, language) for source in text.front.sources)
    return {
        "lang": text.lang,
        "issuer": {"name": committee.name(text.lang, known), "parent": known["Province"]},
        "source": strings["source"].format(sources="; ".join(sources)),
        "edition": strings["edition"].format(edition=f"{edition:%Y.%m}", code=f"{place.code}-{mark}"),
        "sample": strings["sample"] if project.sample else None,
    }


def dump(data: Mapping[str, Any], place: Place | None = None) -> str:
    """The same data, the same text: keys sorted, letters as they are, names of `place` kept whole."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unbroken.named(text, place.short_names) if place else text
