"""The folder `campaigns`, read: each file lays over the one above it.

vietnam.yml → <province>/province.yml → <province>/<commune>.yml; a commune writes only what differs,
and what no file changes is read once for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lachan.campaign import ownnumbers, placefiles, recalls
from lachan.campaign.broadcast import Broadcast, read_recordings
from lachan.campaign.kits import FULL, Kit
from lachan.campaign.model import Campaign, CountryFile, Place, PlaceFile, ProvinceFile
from lachan.campaign.ownnumbers import National
from lachan.common import placeholders
from lachan.common.problem import Problem, errors
from lachan.common.schema import load
from lachan.common.yamltext import Tree, merge, read, subtree
from lachan.contacts import recall
from lachan.contacts.contact import Contact, ContactFile, Freshness, Limits, contact
from lachan.files import systemfiles
from lachan.gazetteer import naming, official, oldnames
from lachan.gazetteer.listing import Gazetteer, Listing
from lachan.gazetteer.naming import Finding, Named
from lachan.gazetteer.unit_names import split


def read_campaign(
    folder: Path,
    name: str,
    today: date,
    gazetteer: Gazetteer | None = None,
    faulty: Set[str] = frozenset(),
) -> tuple[Campaign | None, list[Problem]]:
    """Read the folder `campaigns`, shown to people as `name`, as of `today`.

    Names are compared with `gazetteer`, or else the official list that comes with the project.
    The campaign is None only when vietnam.yml itself cannot be used; a place with a fault is left out.
    Of files that are known to be `faulty` only code and name count, and no fault is told once more.
    """
    country_tree, problems = read(folder / "vietnam.yml", f"{name}/vietnam.yml")
    if problems:
        return None, problems
    listed_names, found = (gazetteer, []) if gazetteer else official.gazetteer()
    problems += found
    listing = listed_names.on(today)
    country, found = load(
        CountryFile, _without(country_tree, "contacts", "local_contacts", "broadcast")
    )
    problems += found
    # Without limits nothing is built; what else is wrong is said all the same.
    limits = country.limits if country else Limits(warn_months=1, error_months=120)
    freshness = Freshness(today, limits)
    listed, found = _group(country_tree, "contacts")
    problems += found
    contacts, found = _contacts(listed, listing, freshness, local=False)
    problems += found
    national = ownnumbers.national(contacts)
    problems += _doubts(listed, contacts, national)
    base, found = _cascade(country_tree, _nothing(national, freshness), listing, "local_contacts")
    problems += found
    places: list[Place] = []
    findings: list[Finding] = []
    for province_file in systemfiles.found(folder, "*/province.yml"):
        read_places, differing, found = _province(
            province_file, name, base, country.kits if country else {}, listing, faulty
        )
        places += read_places
        findings += differing
        problems += found
    problems += (finding.problem for finding in findings)
    places = placefiles.without_doubles(places, faulty)
    strays = placefiles.strays(folder, name)
    problems += [p for p in strays if placefiles.own_file(p.path, name) not in faulty]
    problems += placefiles.twins(places, listing)
    called_back, found = recall.read_recalls(folder, name)
    problems += found
    if country is None:
        return None, list(dict.fromkeys(problems))
    ordered = tuple(sorted(places, key=lambda place: place.code))
    named = (tuple(findings), listing.renamed)
    campaign = Campaign(country, contacts, ordered, country_tree, *named)
    campaign, found = recalls.applied(campaign, called_back)
    return campaign, list(dict.fromkeys(problems + found))


@dataclass(frozen=True)
class _Cascade:
    """What a place takes over from above."""

    contact_tree: Tree
    contacts: Mapping[str, Contact] | None
    """None where one of them has a fault."""
    broadcast_tree: Tree
    broadcast: Broadcast | None
    kit: str
    national: National
    freshness: Freshness


def _nothing(national: National, freshness: Freshness) -> _Cascade:
    return _Cascade(Tree({}, {}), {}, Tree({}, {}), Broadcast(), FULL, national, freshness)


def _cascade(
    tree: Tree, above: _Cascade, listing: Listing, key: str = "contacts"
) -> tuple[_Cascade, list[Problem]]:
    """What the file `tree` lays over `above`; what it leaves alone is not read once more."""
    own_contacts, problems = _group(tree, key)
    own_broadcast, found = _group(tree, "broadcast")
    problems += found
    contact_tree = merge(above.contact_tree, own_contacts)
    broadcast_tree = merge(above.broadcast_tree, own_broadcast)
    contacts, broadcast = above.contacts, above.broadcast
    if contact_tree is not above.contact_tree:
        contacts, found = _local_contacts(own_contacts, contact_tree, above, listing)
        problems += found
        contacts = None if errors(found) else contacts
    if broadcast_tree is not above.broadcast_tree:
        broadcast, found = load(Broadcast, broadcast_tree)
        problems += found
    kit = str(tree.value.get("kit") or above.kit)
    return replace(
        above,
        contact_tree=contact_tree,
        contacts=contacts,
        broadcast_tree=broadcast_tree,
        broadcast=broadcast,
        kit=kit,
    ), problems


def _province(
    path: Path,
    name: str,
    base: _Cascade,
    kits: Mapping[str, Kit],
    listing: Listing,
    faulty: Set[str],
) -> tuple[list[Place], list[Finding], list[Problem]]:
    folder = f"{name}/{path.parent.name}"
    tree, problems = placefiles.read(path, f"{folder}/province.yml", faulty, listing.province)
    if problems:
        return [], [], problems
    file, problems = load(ProvinceFile, _without(tree, "contacts", "broadcast"))
    if f"{folder}/province.yml" in faulty:
        problems = []
    province = naming.province(listing, file.code, file.name, tree) if file else None
    here, found = _cascade(tree, base, listing)
    problems += found
    places: list[Place] = []
    named: list[tuple[Named, Tree]] = []
    for place_path in systemfiles.found(path.parent, "*.yml"):
        if place_path == path:
            continue
        place, one, found = _place(
            place_path, f"{folder}/{place_path.name}", province, here, kits, listing, faulty
        )
        places += [place] if place else []
        named += [one] if one else []
        problems += found
    findings = [finding for one, _ in named for finding in one.findings]
    if province:
        findings += [*province.findings, *naming.strangers(named, province, tree, listing)]
    return places, findings, problems


def _place(
    path: Path,
    name: str,
    province: Named | None,
    base: _Cascade,
    kits: Mapping[str, Kit],
    listing: Listing,
    faulty: Set[str],
) -> tuple[Place | None, tuple[Named, Tree] | None, list[Problem]]:
    tree, problems = placefiles.read(path, name, faulty, listing.commune)
    if problems:
        return None, None, problems
    file, problems = load(PlaceFile, _without(tree, "contacts", "broadcast"))
    here, found = _cascade(tree, base, listing)
    recordings, others = read_recordings(path.with_suffix(""), name.removesuffix(".yml"))
    problems += found + others
    if name in faulty:
        recordings, problems = (), []
    if here.kit != FULL and here.kit not in kits:
        known = ", ".join((FULL, *kits))
        problems.append(tree.at(("kit",)).problem(f"không có bộ nào tên «{here.kit}»; có: {known}"))
    if file is None or province is None:
        return None, None, problems
    named = naming.commune(listing, file.code, file.name, tree, province)
    # Of a place with a faulty contact everything else would be said once more.
    if here.broadcast is None or here.contacts is None:
        return None, (named, tree), problems
    there = naming.lies_in(named, province, listing)
    if there.unit:
        problems += ownnumbers.elsewhere(here.contact_tree, here.contacts, there.unit)
        problems += ownnumbers.ambiguous(here.contact_tree, here.contacts, there.unit)
    return (
        Place(
            code=file.code,
            name=split(named.name),
            province=split(there.name),
            contacts=here.contacts,
            contact_tree=here.contact_tree,
            where=tree.at(("code",)),
            broadcast=here.broadcast,
            broadcast_tree=here.broadcast_tree,
            recordings=recordings,
            kit=kits.get(here.kit),
            former=named.former,
            province_former=there.former,
        ),
        (named, tree),
        problems,
    )


def _contacts(
    tree: Tree, listing: Listing, freshness: Freshness, *, local: bool
) -> tuple[dict[str, Contact], list[Problem]]:
    contacts: dict[str, Contact] = {}
    problems: list[Problem] = []
    for id in tree.value:
        entry = subtree(tree, id)
        file, found = load(ContactFile, entry)
        problems += found
        if file:
            problems += _strange_words(entry, file, placeholders.PLACE_WORDS if local else ())
            problems += _old_names(entry, file, listing)
            where = entry.at(("checked",))
            contacts[id] = contact(id, file, where, local=local, freshness=freshness)
    return contacts, problems


def _local_contacts(
    own: Tree, merged: Tree, above: _Cascade, listing: Listing
) -> tuple[dict[str, Contact], list[Problem]]:
    """The contacts of `merged`, of which a file of a place writes its `own`.

    What is nobody's contact, or must not be printed, is not read any further.
    """
    strays = dict(ownnumbers.strays(own, above.contact_tree.value or own.value, above.national))
    problems = list(strays.values())
    unread = {id for id, problem in strays.items() if not problem.warning}
    for id in merged.value:
        if id not in unread and (found := list(ownnumbers.dead(subtree(merged, id), above.national))):
            problems += found
            unread.add(id)
    readable = {id: entry for id, entry in merged.value.items() if id not in unread}
    contacts, found = _contacts(Tree(readable, merged.where), listing, above.freshness, local=True)
    problems += found + list(_doubts(merged, contacts, above.national))
    for id, known in contacts.items():
        problems += ownnumbers.unfit(subtree(merged, id), known, above.national)
    return contacts, problems


def _doubts(tree: Tree, contacts: Mapping[str, Contact], national: National) -> Iterator[Problem]:
    """What is wrong with contacts beyond what each of them says by itself."""
    for id, known in contacts.items():
        entry = subtree(tree, id)
        if not known.local:
            yield from ownnumbers.dead(entry, national)
        yield from ownnumbers.written(entry, known.file, national)


def _strange_words(tree: Tree, file: ContactFile, known: tuple[str, ...]) -> Iterator[Problem]:
    """Placeholders in names that nothing will be put in for."""
    usable = ", ".join(f"{{{word}}}" for word in known) or "không gì cả"
    for key, texts in (("name", file.name), ("does", file.does)):
        for lang, words in texts.items():
            for _, strange in placeholders.unfilled(words, known):
                where = tree.at((key, lang))
                yield where.problem(f"không rõ «{strange}»; ở đây dùng được: {usable}")


def _old_names(tree: Tree, file: ContactFile, listing: Listing) -> Iterator[Problem]:
    """«Sở Y tế tỉnh Bắc Ninh»: offices are called by the name that the province has now."""
    for key, texts in (("name", file.name), ("does", file.does)):
        for lang, words in texts.items():
            for old in oldnames.find(words, listing.renamed):
                yield tree.at((key, lang)).problem(f"«{old.words}» {old.now}", warning=True)


def _group(tree: Tree, key: str) -> tuple[Tree, list[Problem]]:
    """The entries under `key`; an empty group beside the problem when they are no group."""
    group = subtree(tree, key)
    if isinstance(group.value, dict):
        return group, []
    return Tree({}, {(): group.at(())}), [group.at(()).problem(f"«{key}» cần các mục con")]


def _without(tree: Tree, *keys: str) -> Tree:
    value = {key: part for key, part in tree.value.items() if key not in keys}
    return Tree(value, tree.where)
