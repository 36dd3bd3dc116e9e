"""What the Typst templates are given: plain JSON, every word of a sheet, nothing left to look up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lachan import address, facts, paths, qr, tokens
from lachan.campaign import Place
from lachan.language import Language
from lachan.poster import Poster
from lachan.project import Project
from lachan.text import PosterFront, Text

Json = dict[str, Any]


def words(project: Project, language: Language, place: Place) -> dict[str, str]:
    """What every placeholder stands for at `place`: its words, and the numbers of contacts."""
    numbers = {
        id: contact.number.shown
        for id, contact in project.campaign.contacts.items()
        if contact.number and contact.printable
    }
    return language.words(place) | numbers


def poster(
    project: Project, place: Place, text: Text[PosterFront], poster: Poster, theme: str
) -> Json:
    """The data of assets/print/poster-<template>.typ."""
    language = project.languages[text.lang]
    known = words(project, language, place)
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
        "edition": strings["edition"].format(
            edition=f"{edition:%Y.%m}", code=f"{place.code}-{mark}"
        ),
        "sample": strings["sample"] if project.sample else None,
    }


def dump(data: Mapping[str, Any]) -> str:
    """The same data, the same text: keys sorted, letters as they are."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
