"""A commune's kit as its pages show it: one card a sheet, with its files and its picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from lachan import broadcast, loudspeaker, paths, speech
from lachan.campaign import Place
from lachan.plan import PREVIEW_WIDTH
from lachan.recipe import Artefact
from lachan.site.spot import Spot, View
from lachan.text import ScriptFront, Text

PREVIEW_HEIGHT = round(PREVIEW_WIDTH * 297 / 210)
_SCRIPT = frozenset({"sheet", "word", "text"})


@dataclass(frozen=True)
class Kit:
    """What was made for one place in one language; `sizes` are bytes by path."""

    place: Place
    artefacts: tuple[Artefact, ...]
    sizes: Mapping[str, int]


def room_view(spot: Spot, kit: Kit) -> View:
    """Items and bundle of the print room at `spot`."""
    bundles = [_file(spot, kit, a) for a in kit.artefacts if a.kind == "bundle"]
    return {"items": list(_items(spot, kit)), "bundle": bundles[0] if bundles else None}


def poster_view(spot: Spot, kit: Kit) -> View | None:
    """The poster of the month: they take turns with the month of the edition."""
    posters = [a for a in kit.artefacts if (a.kind, a.variant) == ("poster", "color")]
    if not posters:
        return None
    poster = posters[spot.project.campaign.country.edition.month % len(posters)]
    room = paths.room(spot.project, spot.lang, kit.place)
    return {"title": poster.title, "url": spot.to(room)} | _preview(spot, kit, poster)


def script_view(spot: Spot, kit: Kit, text: Text[ScriptFront]) -> View:
    """A script as its page shows it, timed and with its files."""
    script = spot.project.scripts[text.lang, text.id]
    timed = loudspeaker.timed(spot.project, kit.place, text, script)
    mine = [a for a in kit.artefacts if a.id == text.id]
    sections = loudspeaker.sections(timed)
    playlist = next((a for a in mine if a.kind == "audio"), None)
    heard = _heard(spot, kit, timed, playlist) if playlist else None
    if heard:
        _lay(heard.pop("sounds"), sections)
    return {
        "title": script.title,
        "number": text.front.number,
        "length": speech.clock(timed.seconds),
        "rate": round(timed.overall_rate),
        "sections": sections,
        "files": [_file(spot, kit, a) for a in mine if a.kind in _SCRIPT],
        "record": _recording_name(text, timed),
        "voice": heard,
    }


def _recording_name(text: Text[ScriptFront], script: speech.Script) -> str:
    code = broadcast.code(loudspeaker.plain(script))
    return f"{text.lang}-{text.front.number}-{code}.mp3"


def _heard(spot: Spot, kit: Kit, script: speech.Script, playlist: Artefact) -> View:
    """The voice that reads the script, its chime, and the sound of each line that begins a sentence."""
    chime, parts = "", [spot.to(path) for path in playlist.parts]
    said = [sentence.lines for sentence in loudspeaker.sentences(script)]
    if playlist.variant == "human":
        said = [len(script.lines)]
    else:
        chime, *parts, _ = parts
    file = _file(spot, kit, playlist)
    return {
        "label": file["label"],
        "note": spot.language.strings["files"]["heard"][playlist.variant],
        "name": file["name"].removesuffix("m3u8") + "mp3",
        "chime": chime,
        "sounds": dict(zip(accumulate([0, *said[:-1]]), parts, strict=True)),
    }


def _lay(sounds: Mapping[int, str], sections: Sequence[View]) -> None:
    """Put each sound beside its line, counted from the first line of the script."""
    lines = [line for s in sections for p in s["paragraphs"] for line in p["lines"]]
    for index, sound in sounds.items():
        lines[index]["sound"] = sound


def broadcast_view(spot: Spot, kit: Kit) -> View | None:
    """The first script of the edition's month, else the longest. No date: nobody has set one."""
    month = spot.project.campaign.country.edition.month
    sheets = {a.id: a for a in kit.artefacts if a.kind == "sheet"}
    if not sheets:
        return None
    wanted = [id for id in kit.place.broadcast.months.get(month, []) if id in sheets]
    sheet = sheets[wanted[0]] if wanted else max(sheets.values(), key=lambda a: a.seconds)
    number = spot.project.texts.scripts[spot.lang, sheet.id].front.number
    return {
        "title": sheet.title,
        "length": speech.clock(sheet.seconds),
        "url": spot.to(paths.script(spot.project, spot.lang, kit.place, number)),
    }


def _items(spot: Spot, kit: Kit) -> Iterator[View]:
    """A card for each poster and each script; a script's sheet and text share one."""
    listed = [a for a in kit.artefacts if a.kind not in {"preview", "bundle", "audio"}]
    uses = spot.language.strings["files"]["use"]
    for _, group in groupby(listed, lambda a: (a.kind in _SCRIPT, a.id)):
        files = list(group)
        first = files[0]
        picture = _preview(spot, kit, first)
        yield {
            "kind": first.kind,
            "title": first.title,
            "use": uses[first.kind].format(length=speech.clock(first.seconds)),
            "places": _where_to_hang(spot, first),
            "preview": picture | {"url": picture["preview"]},
            "files": [_file(spot, kit, a) for a in files],
        }


def _where_to_hang(spot: Spot, artefact: Artefact) -> list[str]:
    if artefact.kind != "poster":
        return []
    return spot.project.texts.posters[spot.lang, artefact.id].front.where


def _preview(spot: Spot, kit: Kit, sheet: Artefact) -> View:
    path = sheet.path.removesuffix(".pdf") + ".webp"
    preview = next(a for a in kit.artefacts if a.path == path)
    return {
        "preview": spot.to(path),
        "alt": preview.title,
        "width": PREVIEW_WIDTH,
        "height": PREVIEW_HEIGHT,
    }


def _file(spot: Spot, kit: Kit, artefact: Artefact) -> View:
    """A download: its button, and the name it is saved under, which says what it is and whose."""
    strings = spot.language.strings["files"]
    label, name = "", artefact.title
    if artefact.kind != "bundle":
        label = strings[artefact.kind][artefact.variant]
        name = strings["name"].format(
            title=artefact.title, variant=label, Place=spot.language.title(kit.place.name)
        )
    return {
        "label": label,
        "url": spot.to(artefact.path),
        "name": _safe(name) + "." + artefact.path.rsplit(".", 1)[1],
        "bytes": f"{-(-kit.sizes[artefact.path] // 1024)} KB",
    }


def _safe(name: str) -> str:
    """A file name that Windows takes."""
    return "".join(char for char in name if char not in '<>:"/\\|?*“”').strip(" .")
