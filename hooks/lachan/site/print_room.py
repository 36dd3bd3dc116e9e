"""The print room: everything made for a place, grouped by what an officer wants to do with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import assert_never

from lachan import speech
from lachan.formats.kinds import Kind, Variant
from lachan.plan import paths
from lachan.plan.artefacts import PREVIEW_WIDTH, preview_path
from lachan.plan.recipe import File
from lachan.site.context import PageContext, View
from lachan.site.kit import MadeKit, file_view
from lachan.texts.front import FormFront, PosterFront, ScriptFront
from lachan.texts.text import Text

GROUPS = ("wall", "handout", "loudspeaker", "online", "meeting", "school", "clinic", "business")
_GROUP_OF = {"village": "meeting"} | {group: group for group in GROUPS}
"""Village heads speak at meetings: their papers are listed there."""


def room_view(here: PageContext, kit: MadeKit) -> View:
    """Groups with their items, and the bundles: the whole kit first, then one for each receiver."""
    items = list(_items(here, kit))
    groups = []
    for group in GROUPS:
        mine = [item for item in items if item["groups"][0] == group]
        if mine:
            calendar = _calendar(here, kit, mine) if group == "loudspeaker" else {}
            title = here.language.strings["room"]["groups"][group]
            groups.append({"id": group, "title": title, "items": mine} | calendar)
    used = [group["id"] for group in groups]
    for item in items:
        item["uses"] = [used.index(group) + 1 for group in item["groups"] if group in used]
    return {
        "groups": groups,
        "bundles": [
            file_view(here, kit, a) | {"receiver": a.id} for a in kit.files if a.kind == Kind.BUNDLE
        ],
    }


def _items(here: PageContext, kit: MadeKit) -> Iterator[View]:
    """A card for each text: its files, and what is known of it."""
    cards = ((kind, file) for file in kit.files if (kind := _card(file)))
    for (kind, id), group in groupby(cards, lambda card: (card[0], card[1].id)):
        yield _item(here, kit, kind, id, [file for _, file in group])


def _card(file: File) -> Kind | None:
    """The kind of card that a file stands on, if it stands on any."""
    match file.kind:
        case Kind.SHEET | Kind.WORD | Kind.TEXT:
            return None if file.variant == Variant.NOTE else Kind.SHEET
        case Kind.PICTURE | Kind.POST:
            return Kind.PICTURE
        case Kind.POSTER | Kind.BANNER | Kind.LEAFLET | Kind.CARD | Kind.FORM:
            return file.kind
        case Kind.PAGE | Kind.SCRIPT | Kind.AUDIO | Kind.PREVIEW | Kind.BUNDLE | Kind.SITE:
            return None
        case _:
            assert_never(file.kind)


def _item(here: PageContext, kit: MadeKit, kind: Kind, id: str, files: Sequence[File]) -> View:
    first, strings = files[0], here.language.strings["files"]
    item: View = {
        "anchor": f"{kind}-{id}",
        "kind": kind,
        "id": id,
        "title": first.title,
        "use": "",
        "places": [],
        "groups": ["loudspeaker"] if kind == Kind.SHEET else ["online"],
        "preview": _preview(here, kit, first),
        "files": [file_view(here, kit, file) for file in files if file.kind != Kind.POST],
    }
    text = _text(here, kind, id)
    if text is None:
        if kind == Kind.SHEET:
            script = here.project.texts.scripts[here.lang, id]
            item["use"] = strings["use"]["sheet"].format(length=speech.clock(first.seconds))
            item["phone"] = _phone(here, kit, script)
        else:
            item["use"] = strings["use"]["picture"]
            item["post"] = "".join(file.words for file in files)
        return item
    groups = dict.fromkeys(_GROUP_OF[receiver] for receiver in text.front.receivers)
    design = f"{kind}-{text.front.template}" if isinstance(text.front, PosterFront) else kind
    return item | {
        "use": strings["use"][design if design in strings["use"] else kind].format(
            pages=kit.pages(first.path) if kind == Kind.FORM else 1
        ),
        "places": text.front.where,
        "groups": list(groups),
    }


def _text(here: PageContext, kind: Kind, id: str) -> Text[PosterFront] | Text[FormFront] | None:
    texts = here.project.texts
    return (
        texts.forms.get((here.lang, id))
        if kind == Kind.FORM
        else texts.posters.get((here.lang, kind, id))
    )


def _phone(here: PageContext, kit: MadeKit, script: Text[ScriptFront]) -> str:
    return here.to(paths.script(here.project, here.lang, kit.place, script.front.number))


def _preview(here: PageContext, kit: MadeKit, file: File) -> View | None:
    path = preview_path(file)
    preview = kit.by_path.get(path)
    if preview is None:
        return None
    height = kit.height(path)
    return {"url": here.to(path), "alt": preview.title, "width": PREVIEW_WIDTH, "height": height}


def _calendar(here: PageContext, kit: MadeKit, items: Sequence[View]) -> View:
    """The scripts by the first month in which the loudspeaker says them; the sessions of the peak."""
    by_id = {item["id"]: item for item in items}
    names: Sequence[str] = here.language.strings["leaf"]["months"]
    strings = here.language.strings["room"]
    broadcast, taken = kit.place.broadcast, set()
    months = []
    for month, ids in sorted(broadcast.months.items()):
        mine = [by_id[id] for id in ids if id in by_id and id not in taken]
        taken |= set(ids)
        if mine:
            months.append({"title": names[month - 1], "items": mine})
    rest = [item for item in items if item["id"] not in taken]
    if rest:
        months.append({"title": strings["any_month"], "items": rest})
    weeks = [
        {
            "title": strings["week"].format(week=week, month=names[month - 1]),
            "sessions": [_session(kit, by_id, ids) for ids in sessions],
        }
        for month, listed in sorted(broadcast.sessions.items())
        for week, sessions in sorted(listed.items())
    ]
    return {"months": months, "weeks": [week for week in weeks if any(week["sessions"])]}


def _session(kit: MadeKit, by_id: Mapping[str, View], ids: Sequence[str]) -> View:
    known = [id for id in ids if id in by_id]
    seconds = sum(kit.seconds.get(id, 0) for id in known)
    scripts = [{"title": by_id[id]["title"], "url": by_id[id]["phone"]} for id in known]
    return {"length": speech.clock(seconds), "scripts": scripts} if known else {}
