"""What a commune posts on Zalo and Facebook: pictures in three proportions, their words beside them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lachan.campaign.model import Place
from lachan.common import placeholders
from lachan.common.problem import Where
from lachan.formats.kinds import PICTURES, Kind, Variant
from lachan.plan import contact_notes, paper, paths, prints
from lachan.plan.recipe import Artefact, Picture, Plain
from lachan.texts.front import PostFront
from lachan.texts.language import Language
from lachan.texts.post import Post
from lachan.texts.project import Project
from lachan.texts.text import Text

LONGEST = 500
"""Characters of a whole post; Zalo and Facebook fold a longer one away."""


def online(project: Project, language: Language, place: Place) -> Iterator[Artefact]:
    """Every picture and post of one place in one language."""
    for (lang, id), post in project.posts.items():
        if lang != language.code:
            continue
        formats = [format for format in PICTURES if place.wants(Kind.PICTURE, id, lang, format)]
        if not formats and not place.wants(Kind.POST, id, lang):
            continue
        text = project.texts.posts[lang, id]
        slots = {slot: Where(text.path, line) for slot, line in post.lines.items()}
        lines = prints.where(project, text, place) | slots
        for format in formats:
            data = paper.picture(project, place, text, post, format)
            base = Picture(paper.dump(paper.base(project, text, data)))
            path = paths.file(place, lang, f"picture-{id}-{format}", "png")
            yield Artefact(
                place=place.code,
                kind=Kind.PICTURE,
                id=id,
                lang=lang,
                variant=format,
                path=path,
                title=data["title"],
                recipe=Picture(paper.dump(data, place), posixpath.basename(path), base=base),
                numbers=prints.numbers(data),
                alt=alt(data["title"], data["lead"], data["art_alt"]),
                where=lines,
            )
        if not place.wants(Kind.POST, id, lang):
            continue
        words = message(project, language, place, text, post)
        yield Artefact(
            place=place.code,
            kind=Kind.POST,
            id=id,
            lang=lang,
            variant=Variant.TEXT,
            path=paths.file(place, lang, f"post-{id}", "txt"),
            title=placeholders.fill(" ".join(post.headline), project.words(lang, place)),
            recipe=Plain(words + "\n"),
            numbers=prints.numbers({"words": words}),
            words=words,
            where=lines,
        )


def message(
    project: Project, language: Language, place: Place, text: Text[PostFront], post: Post
) -> str:
    """The post as it is pasted: its words, whom to call, the address of the commune's page."""
    strings, campaign = language.strings["post"], project.campaign
    known = project.words(text.lang, place)
    note = contact_notes.sentence(campaign.hotline, language).rstrip(".")
    numbers = strings["numbers" if note else "bare"].format(
        number=known[campaign.hotline.id],
        note=note[:1].lower() + note[1:],
        danger=language.strings["print"]["danger"],
        emergency=known[campaign.police.id],
    )
    police = place.police
    if police and (number := police.usable()):
        label = police.name(text.lang, known)
        numbers += " " + strings["local"].format(label=label, number=number.shown)
    root = project.site_url.rstrip("/") + "/"
    return "\n\n".join(
        [placeholders.fill(post.text, known), numbers, root + paths.commune(project, text.lang, place)]
    )


def alt(*parts: str) -> str:
    """What a picture says and shows, to be read with pauses: each part ends in a mark."""
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts)
