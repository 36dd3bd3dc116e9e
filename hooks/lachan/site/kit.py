"""A commune's kit, and what its pages show of it: poster of the month, next broadcast, one script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import accumulate
from typing import Any

from PIL import Image

from lachan import speech
from lachan.campaign import broadcast
from lachan.campaign.model import Place
from lachan.formats.kinds import READ_ALOUD, Kind, Variant
from lachan.plan import loudspeaker, paths
from lachan.plan.artefacts import PREVIEW_WIDTH, preview_path
from lachan.plan.recipe import File
from lachan.site.context import PageContext, View, neutral, picture
from lachan.texts.front import ScriptFront
from lachan.texts.text import Text


@dataclass(frozen=True)
class MadeKit:
    """What was made for one place in one language: each file, by path what kho.json says of it and its
    content; and what it says aloud.
    """

    place: Place
    files: Sequence[File]
    entries: Mapping[str, Mapping[str, Any]]
    contents: Mapping[str, bytes]
    spoken: Mapping[str, speech.TimedScript]

    @cached_property
    def by_path(self) -> Mapping[str, File]:
        """The files by their path."""
        return {file.path: file for file in self.files}

    @cached_property
    def seconds(self) -> Mapping[str, int]:
        """How long each script takes, by its id."""
        return {file.id: file.seconds for file in self.files if file.kind == Kind.SHEET}

    def bytes(self, path: str) -> int:
        """The size of a file."""
        size: int = self.entries[path]["bytes"]
        return size

    def height(self, path: str) -> int:
        """The height of a preview in pixels."""
        with Image.open(BytesIO(self.contents[path])) as image:
            return image.height

    def pages(self, path: str) -> int:
        """The pages of a PDF."""
        count: int = self.entries[path]["pages"]
        return count


def poster_view(here: PageContext, kit: MadeKit) -> View | None:
    """The poster of the edition's month, else the first one for residents."""
    named = _of_the_month(here, kit.place.broadcast.posters)
    posters = [
        file
        for file in kit.files
        if (file.kind, file.variant) == (Kind.POSTER, Variant.COLOR)
        and here.project.texts.posters[here.lang, file.kind, file.id].front.for_residents
        and preview_path(file) in kit.by_path
    ]
    poster = _foremost(posters, named)
    if poster is None:
        return None
    path = preview_path(poster)
    return {
        "title": poster.title,
        "url": here.to(paths.room(here.project, here.lang, kit.place)),
        "preview": here.to(path),
        "alt": kit.by_path[path].title,
        "width": PREVIEW_WIDTH,
        "height": kit.height(path),
    }


def share_view(here: PageContext, kit: MadeKit) -> View:
    """How the commune's page is shared: its name, and the picture of the edition's month, else the
    first one that is made for it.
    """
    share = neutral(here) | {"title": here.language.title(kit.place.name), "offered": True}
    pictures = [file for file in kit.files if (file.kind, file.variant) == (Kind.PICTURE, Variant.WIDE)]
    wide = _foremost(pictures, _of_the_month(here, kit.place.broadcast.pictures))
    return share | picture(here, wide.path, wide.alt) if wide else share


def _of_the_month(here: PageContext, named: Mapping[int, str]) -> str:
    """The id that the edition's month names, if it names any."""
    return named.get(here.project.campaign.country.edition.month, "")


def _foremost(files: Sequence[File], id: str) -> File | None:
    """The file with this id, else the first."""
    return next((file for file in files if file.id == id), next(iter(files), None))


def script_view(here: PageContext, kit: MadeKit, text: Text[ScriptFront]) -> View:
    """A script as its page shows it, timed and with its files."""
    script, timed = here.project.scripts[text.lang, text.id], kit.spoken[text.id]
    mine = [file for file in kit.files if file.id == text.id and file.variant != Variant.NOTE]
    sections = loudspeaker.sections(timed)
    playlist = next((a for a in mine if a.kind == Kind.AUDIO), None)
    heard = _heard(here, kit, timed, playlist) if playlist else None
    if heard:
        _lay(heard.pop("sounds"), sections)
    return {
        "title": script.title,
        "number": text.front.number,
        "length": speech.clock(timed.seconds),
        "rate": round(timed.overall_rate),
        "sections": sections,
        "files": [file_view(here, kit, a) for a in mine if a.kind in READ_ALOUD],
        "record": _recording_name(text, timed),
        "voice": heard,
    }


def _recording_name(text: Text[ScriptFront], script: speech.TimedScript) -> str:
    code = broadcast.code(loudspeaker.plain(script))
    return f"{text.lang}-{text.front.number}-{code}.mp3"


def _heard(here: PageContext, kit: MadeKit, script: speech.TimedScript, playlist: File) -> View:
    """The voice that reads the script, its chime, and the sound of each line that begins a sentence."""
    chime, parts = "", [here.to(path) for path in playlist.parts]
    said = [sentence.lines for sentence in loudspeaker.sentences(script)]
    if playlist.variant == Variant.HUMAN:
        said = [len(script.lines)]
    else:
        chime, *parts, _ = parts
    file = file_view(here, kit, playlist)
    return {
        "label": file["label"],
        "note": here.language.strings["files"]["heard"][playlist.variant],
        "name": file["name"].removesuffix("m3u8") + "mp3",
        "chime": chime,
        "sounds": dict(zip(accumulate([0, *said[:-1]]), parts, strict=True)),
    }


def _lay(sounds: Mapping[int, str], sections: Sequence[View]) -> None:
    """Put each sound beside its line, counted from the first line of the script."""
    lines = [line for s in sections for p in s["paragraphs"] for line in p["lines"]]
    for index, sound in sounds.items():
        lines[index]["sound"] = sound


def broadcast_view(here: PageContext, kit: MadeKit) -> View | None:
    """The first script of the edition's month, else the longest. No date: nobody has set one."""
    month = here.project.campaign.country.edition.month
    sheets = {file.id: file for file in kit.files if file.kind == Kind.SHEET}
    if not sheets:
        return None
    wanted = [id for id in kit.place.broadcast.months.get(month, []) if id in sheets]
    sheet = sheets[wanted[0]] if wanted else max(sheets.values(), key=lambda a: a.seconds)
    number = here.project.texts.scripts[here.lang, sheet.id].front.number
    return {
        "title": sheet.title,
        "length": speech.clock(sheet.seconds),
        "url": here.to(paths.script(here.project, here.lang, kit.place, number)),
    }


def file_view(here: PageContext, kit: MadeKit, file: File) -> View:
    """A download: its button, and the name it is saved under, which says what it is and whose."""
    strings = here.language.strings["files"]
    label, name = "", file.title
    if file.kind != Kind.BUNDLE:
        label = strings[file.kind][file.variant]
        name = strings["name"].format(
            title=file.title, variant=label, Place=here.language.title(kit.place.name)
        )
    return {
        "label": label,
        "url": here.to(file.path),
        "name": _safe(name) + "." + file.path.rsplit(".", 1)[1],
        "bytes": _size(here, kit.bytes(file.path)),
    }


def _size(here: PageContext, size: int) -> str:
    """Megabytes, rounded up to a tenth; «114 KB» would read like a number to call."""
    whole, tenth = divmod(-(-size // 100_000), 10)
    words: str = here.language.strings["files"]["size"]
    return words.format(whole=whole, tenth=tenth)


def _safe(name: str) -> str:
    """A file name that Windows takes."""
    return "".join(char for char in name if char not in '<>:"/\\|?*“”').strip(" .")
