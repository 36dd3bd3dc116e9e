"""What the Typst templates are given: plain JSON, every word of a sheet, nothing left to look up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lachan import address, facts, loudspeaker, paths, qr, speech, tokens, word
from lachan.campaign import Place
from lachan.poster import Poster
from lachan.project import Project
from lachan.text import PosterFront, ScriptFront, Text

Json = dict[str, Any]


def poster(project: Project, place: Place, text: Text[PosterFront], poster: Poster, theme: str) -> Json:
    """The data of assets/print/poster-<template>.typ."""
    language = project.languages[text.lang]
    known = project.words(text.lang, place)
    strings = language.strings["print"]

    def fill(words: str) -> str:
        return tokens.fill(words, known)

    hotline = project.campaign.contacts[text.front.call]
    local = place.contacts[text.front.local]
    path = paths.commune(project, text.lang, place)
    return _sheet(project, place, text, f"P{text.front.number}", path) | {
        "theme": theme,
        "title": fill(" ".join(poster.headline)),
        "headline": [fill(line) for line in poster.headline],
        "lead": fill(poster.lead),
        "list_title": fill(poster.list_title),
        "list": [{"title": fill(s.title), "detail": fill(s.detail)} for s in poster.signs],
        "call": fill(poster.call),
        "notes": facts.notes(hotline, language),
        "hotline": {"label": hotline.name(text.lang), "number": known[hotline.id]},
        "local": {
            "label": local.name(text.lang, known),
            "number": local.number.shown if local.number and local.printable else None,
        },
        "emergency": {"label": strings["danger"], "number": known[text.front.emergency]},
        "art": text.front.art,
        "art_alt": text.front.art_alt,
        "strip": fill(text.front.strip),
    }


def sheet(
    project: Project, place: Place, text: Text[ScriptFront], title: str, script: speech.Script
) -> Json:
    """The data of assets/print/sheet.typ: a timed script with boxes to sign and a log to fill in."""
    strings = project.languages[text.lang].strings["sheet"]
    number = text.front.number
    path = paths.script(project, text.lang, place, number)
    return _sheet(project, place, text, f"L{number}", path) | {
        "theme": "eco",
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


def editable(project: Project, lang: str, sheet: Json, script: speech.Script) -> Json:
    """The data of a Word file: that of the sheet, the writer's own lines, and how to edit them."""
    return sheet | {
        "sections": word.sections(script),
        "date": project.campaign.country.edition.isoformat(),
        "note": project.languages[lang].strings["sheet"]["note"],
    }


def _sheet(project: Project, place: Place, text: Text[Any], mark: str, path: str) -> Json:
    """What stands on every sheet: who says so, where the QR leads, sources, edition, sample stamp."""
    language = project.languages[text.lang]
    known = language.words(place)
    strings = language.strings["print"]
    code = qr.draw(address.encoded(project.site_url, path))
    shown = address.shown(project.site_url, path)
    committee = place.contacts["peoples-committee"]
    edition = project.campaign.country.edition
    return {
        "lang": text.lang,
        "issuer": {"name": committee.name(text.lang, known), "parent": known["Province"]},
        "qr": {
            "path": code.path,
            "size": code.size,
            "text": shown,
            "alt": strings["qr"].format(address=shown),
        },
        "source": strings["source"].format(sources="; ".join(text.front.sources)),
        "edition": strings["edition"].format(edition=f"{edition:%Y.%m}", code=f"{place.code}-{mark}"),
        "sample": strings["sample"] if project.sample else None,
    }


def dump(data: Mapping[str, Any]) -> str:
    """The same data, the same text: keys sorted, letters as they are."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
