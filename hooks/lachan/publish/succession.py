"""What a new site takes over from the one before it: places that nobody named, and what is unchanged.

A printed code cannot be called back. So a place stays on the site, in finder, search, sitemap and
kho.json, until somebody says that it shall go.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from lachan.build.pipeline import Made
from lachan.campaign import address
from lachan.campaign.broadcast import Broadcast
from lachan.campaign.model import Place
from lachan.common.problem import Problem, ProblemsError, Where
from lachan.common.yamltext import Tree
from lachan.contacts.recall import barring, text_id
from lachan.gazetteer import official
from lachan.gazetteer.unit_names import split
from lachan.inventory.previous import Earlier, Entry
from lachan.texts.project import Project
from lachan.texts.withdrawal import entry_id

_NAMED = 3
"""So many places are named; of more their number is said."""


def succeed(
    made: Made, site: Earlier, standing: Mapping[str, Sequence[str]], *, prune: bool = False
) -> Made:
    """`made` with what it takes over from `site`, whose places `standing` are as they were left.

    With `prune` all places go that were not made. Raises ProblemsError where one that stays cannot stay
    as it is: the address or a number of the country has changed since, or a file of it is damaged.
    """
    unchanged = {
        place.code
        for place, keys in made.by_place()
        if tuple(keys) == tuple(standing.get(place.code, ()))
    }
    new = {place.code for place in made.places}
    staying = {} if prune else {code: e for code, e in site.places.items() if code not in new}
    reasons = list(_reasons(made.project, site, staying, standing))
    if reasons:
        who = "những nơi không dựng lần này" if len(staying) > 1 else "nơi không dựng lần này"
        advice = "hãy dựng tất cả (không ghi --place), hoặc thêm --prune để bỏ khỏi trang"
        raise ProblemsError(
            Problem(str(site.folder / "kho.json"), 1, f"{who} ({_named(staying)}) {reason}; {advice}")
            for reason in reasons
        )
    shown = [*made.places, *_places(staying, made.project.today)]
    places = tuple(sorted(shown, key=lambda place: place.code))
    project = replace(made.project, campaign=replace(made.project.campaign, places=places))
    return replace(made, project=project, site=site.folder, kept=frozenset({*unchanged, *staying}))


def _reasons(
    project: Project, site: Earlier, staying: Mapping[str, Entry], standing: Collection[str]
) -> Iterator[str]:
    """Why the places `staying` cannot stay as they are."""
    if not staying:
        return
    if not site.sealed:
        yield "có tên và số ghi trong kho.json, mà tệp này đã bị sửa"
    if site.kho["site_url"] != project.site_url:
        yield f"còn mang địa chỉ cũ {site.kho['site_url']}"
    # What is only too old leaves pages of the whole country, which are drawn in every build.
    now = {c.number.shown for c in project.campaign.contacts.values() if c.number and c.nameable()}
    for contact in site.kho["contacts"]:
        if not contact["place"] and contact["number"] not in now:
            yield f"còn mang số {contact['number']}, nay không dùng nữa"
    for found in carried(project, site, staying).values():
        yield f"còn mang {found[0]}"
    # By code alone: names in a file that was edited may be none.
    pages = [
        f"{project.folder(lang)}{code}/index.html" for code in staying for lang in project.languages
    ]
    damaged = [path for path in pages if path not in site.files]
    damaged += [path for code in staying if code not in standing for path in site.damaged(code)]
    if damaged:
        yield f"có tệp thiếu hoặc đã bị sửa: {damaged[0]}"


def _named(places: Mapping[str, Entry]) -> str:
    names = [str(place["name"]) for place in places.values()]
    more = f" và {len(names) - _NAMED} nơi nữa" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _places(staying: Mapping[str, Entry], today: date) -> Iterator[Place]:
    """What pages of the whole country show of places that are not made: name, province, old names."""
    listing = official.gazetteer()[0].on(today)
    for code, entry in staying.items():
        unit = listing.commune(code)
        province = listing.province(unit.province) if unit else None
        yield replace(
            _place(entry),
            former=unit.former if unit else (),
            province_former=province.former if province else (),
        )


def _place(entry: Entry) -> Place:
    return Place(
        code=entry["code"],
        name=split(entry["name"]),
        province=split(entry["province"]),
        contacts={},
        where=Where("kho.json", 1),
        broadcast=Broadcast(),
        broadcast_tree=Tree({}),
        contact_tree=Tree({}),
        recordings=(),
    )


def dead(site: Earlier, after: Earlier) -> set[str]:
    """Printed codes of `site` that open no page of the site that came `after` it."""
    root = address.encoded(site.kho["site_url"], "")
    codes = {address.opened(entry["qr"]) for entry in site.kho["artefacts"] if entry.get("qr")}
    pages = {qr: f"{qr.removeprefix(root)}index.html" for qr in codes if qr.startswith(root)}
    return {qr for qr, page in pages.items() if page not in after.files}


def carried(project: Project, site: Earlier, codes: Collection[str]) -> dict[str, list[str]]:
    """By code the places of a finished site whose files still have what was called back, and what."""
    recalls, found = project.campaign.recalls, dict[str, list[str]]()
    for contact in site.contacts(codes) if recalls else ():
        if recall := barring(recalls, contact["id"], contact["number"], contact["place"]):
            found.setdefault(contact["place"], []).append(f"số {contact['number']} {recall.since}")
    gone = {text_id(recall.file.text): recall for recall in recalls if recall.file.text}
    for entry in site.kho["artefacts"] if gone else ():
        recall = gone.get(entry_id(entry["kind"], entry["id"]))
        if recall and entry["place"] in codes:
            found.setdefault(entry["place"], []).append(f"bài «{entry['title']}» {recall.since}")
    return found
