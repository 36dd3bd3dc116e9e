"""The scripts as sound: a playlist for each place and script, and the pieces it plays.

A piece is one sentence, named by its words and its voice: what several scripts or places say alike is
made and kept once. For the whole country that is one set of sentences and a few greetings a place
instead of 35 GB. A person's recording of exactly these words takes the place of the machine's voice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lachan.campaign import broadcast
from lachan.campaign.model import Place
from lachan.common.problem import Where
from lachan.formats.kinds import Kind, Variant
from lachan.plan import loudspeaker, paths
from lachan.plan.recipe import Artefact, Chime, Plain, Recorded, Said
from lachan.speech import TimedScript
from lachan.texts.front import ScriptFront
from lachan.texts.language import Language
from lachan.texts.project import Project
from lachan.texts.text import Text


@dataclass(frozen=True)
class Voice:
    """Who reads: the studio's `name`, and the `variant` that listeners are told."""

    name: str
    variant: Variant


def sounds(
    project: Project, language: Language, place: Place, spoken: Mapping[str, TimedScript], voice: Voice
) -> Iterator[Artefact]:
    """The pieces and the playlists of one place in one language; `spoken` are its scripts."""
    lang = language.code
    for id, timed in spoken.items():
        if not place.wants(Kind.AUDIO, id, lang):
            continue
        text, script = project.texts.scripts[lang, id], project.scripts[lang, id]
        person = _recording(place, text, broadcast.code(loudspeaker.plain(timed)))
        if person:
            made = Recorded(str(person.path), person.sha256, voice.name)
            pieces = [_piece(text, made, Where(person.name, 1))]
        else:
            region = place.broadcast.region
            chime = _piece(text, Chime(voice.name), Where(text.path, 1))
            said = [
                Said(sentence.spoken, lang, region, sentence.pause, voice.name)
                for sentence in loudspeaker.sentences(timed)
            ]
            pieces = [chime, *(_piece(text, one, Where(text.path, 1)) for one in said), chime]
        yield from pieces
        path = paths.file(place, lang, f"audio-{id}", "m3u8")
        yield Artefact(
            place=place.code,
            kind=Kind.AUDIO,
            id=id,
            lang=lang,
            variant=Variant.HUMAN if person else voice.variant,
            path=path,
            title=script.title,
            recipe=Plain(_playlist(script.title, path, [piece.path for piece in pieces])),
            seconds=round(timed.seconds),
            parts=tuple(piece.path for piece in pieces),
        )


def _recording(place: Place, text: Text[ScriptFront], code: str) -> broadcast.Recording | None:
    wanted = (text.lang, text.front.number, code)
    return next((r for r in place.recordings if (r.lang, r.number, r.code) == wanted), None)


def _piece(text: Text[ScriptFront], recipe: Said | Chime | Recorded, where: Where) -> Artefact:
    key = hashlib.sha256(repr(recipe).encode()).hexdigest()[:16]
    return Artefact(
        place="",
        kind=Kind.AUDIO,
        id=key,
        lang=text.lang,
        variant=Variant.PIECE,
        path=paths.piece(key),
        title=recipe.spoken if isinstance(recipe, Said) else "",
        recipe=recipe,
        where={"": where},
    )


def _playlist(title: str, here: str, parts: list[str]) -> str:
    """An M3U playlist with the way to each piece, for players on a computer or a USB stick."""
    ways = [paths.relative(part, here.rpartition("/")[0] + "/") for part in parts]
    return "\n".join(["#EXTM3U", f"#PLAYLIST:{title}", *ways]) + "\n"
