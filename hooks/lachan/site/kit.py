"""A commune's kit as its print room shows it: one card a sheet, with its files and its picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lachan.plan import PREVIEW_WIDTH
from lachan.recipe import Artefact
from lachan.site.spot import Spot, View
from lachan.text import PosterFront

PREVIEW_HEIGHT = round(PREVIEW_WIDTH * 297 / 210)


def room_view(spot: Spot, artefacts: Sequence[Artefact], sizes: Mapping[str, int]) -> View:
    """Items and bundle of the print room at `spot`; `sizes` are bytes by path."""
    mine = [artefact for artefact in artefacts if artefact.lang == spot.lang]
    bundles = [_file(spot, a, sizes, a.title) for a in mine if a.kind == "bundle"]
    return {
        "items": list(_items(spot, mine, sizes)),
        "bundle": bundles[0] if bundles else None,
    }


def poster_view(spot: Spot, artefacts: Sequence[Artefact], room: str) -> View | None:
    """The poster of the month: they take turns with the month of the edition."""
    posters = [
        a for a in artefacts if (a.kind, a.variant, a.lang) == ("poster", "color", spot.lang)
    ]
    if not posters:
        return None
    poster = posters[spot.project.campaign.country.edition.month % len(posters)]
    return {"title": poster.title, "url": spot.to(room)} | _preview(spot, artefacts, poster)


def _items(
    spot: Spot, artefacts: Sequence[Artefact], sizes: Mapping[str, int]
) -> Iterator[View]:
    listed = [a for a in artefacts if a.kind not in {"preview", "bundle"}]
    labels = spot.language.strings["files"]
    for (kind, id), group in groupby(listed, lambda a: (a.kind, a.id)):
        files = list(group)
        picture = _preview(spot, artefacts, files[0])
        yield {
            "kind": kind,
            "title": files[0].title,
            "use": labels["use"][kind].format(length=_clock(files[0].seconds)),
            "places": _where_to_hang(spot, kind, id),
            "preview": picture | {"url": picture["preview"]} if picture else None,
            "files": [_file(spot, a, sizes, labels[kind][a.variant]) for a in files],
        }


def _where_to_hang(spot: Spot, kind: str, id: str) -> list[str]:
    text = spot.project.texts.posters.get((spot.lang, id)) if kind == "poster" else None
    return text.front.where if text and isinstance(text.front, PosterFront) else []


def _preview(spot: Spot, artefacts: Sequence[Artefact], sheet: Artefact) -> View:
    for preview in artefacts:
        if preview.kind == "preview" and preview.path.startswith(sheet.path.removesuffix("pdf")):
            return {
                "preview": spot.to(preview.path),
                "alt": preview.title,
                "width": PREVIEW_WIDTH,
                "height": PREVIEW_HEIGHT,
            }
    return {}


def _file(spot: Spot, artefact: Artefact, sizes: Mapping[str, int], label: str) -> View:
    strings = spot.language.strings["files"]
    suffix = artefact.path.rsplit(".", 1)[1]
    name = artefact.title
    if artefact.kind != "bundle":
        place = next(p for p in spot.project.campaign.places if p.code == artefact.place)
        name = strings["name"].format(
            title=artefact.title, variant=label, Place=spot.language.title(place.name)
        )
    return {
        "label": label,
        "url": spot.to(artefact.path),
        "name": _safe(name) + "." + suffix,
        "bytes": f"{-(-sizes[artefact.path] // 1024)} KB",
    }


def _safe(name: str) -> str:
    """A file name that Windows takes."""
    return "".join(char for char in name if char not in '<>:"/\\|?*“”').strip(" .")


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
