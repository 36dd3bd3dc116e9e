"""What was called back, kept from being called: contacts of the country and of places, left out.

`contacts.recall` reads the list; its texts are the business of `texts.withdrawal`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from lachan.campaign.model import Campaign, Place
from lachan.common.problem import Problem, Where, meant
from lachan.contacts.contact import Contact
from lachan.contacts.recall import Recall


def applied(campaign: Campaign, recalls: Sequence[Recall]) -> tuple[Campaign, list[Problem]]:
    """`campaign` without what was called back, and what its editors must know of that.

    A number of a place leaves like one that is too old: on paper stands a line to write on. Without a
    number of the country's roles there is no page at all, so that is an error, and so is a number that
    somebody has typed in since, with a day of trying it after that of the recall.
    """
    if not recalls:
        return campaign, []
    problems = [*_unknown(campaign, recalls)]
    national: dict[str, Contact] = {}
    for name, contact in campaign.contacts.items():
        national[name] = contact
        recall = _taken(recalls, contact)
        if recall and contact.stays:
            problems.append(_needed(recall, contact))
        elif recall:
            where = campaign.tree.at(("contacts", name, "number"))
            problems.append(_left_out(recall, contact, where, "dòng có số này đã rời trang"))
            national[name] = replace(contact, left_out=True)
    kept: dict[tuple[int, str], Mapping[str, Contact]] = {}
    single = {recall.file.place for recall in recalls}
    places: list[Place] = []
    for place in campaign.places:
        found = list(_of_place(recalls, place))
        problems += found
        # Most places share the contacts of their province: so do they after this (`Maker._said`).
        key = (id(place.contacts), place.code if place.code in single else "")
        if key not in kept:
            kept[key] = _without(recalls, place)
        places.append(replace(place, contacts=kept[key]))
    changed = replace(campaign, contacts=national, places=tuple(places), recalls=tuple(recalls))
    return changed, problems


def _taken(recalls: Sequence[Recall], contact: Contact, place: str = "") -> Recall | None:
    if contact.number is None:
        return None
    return next((recall for recall in recalls if recall.takes(contact, place)), None)


def _without(recalls: Sequence[Recall], place: Place) -> Mapping[str, Contact]:
    gone = {id for id, contact in place.contacts.items() if _taken(recalls, contact, place.code)}
    return {
        id: replace(contact, left_out=True) if id in gone else contact
        for id, contact in place.contacts.items()
    }


def _of_place(recalls: Sequence[Recall], place: Place) -> Iterator[Problem]:
    for id, contact in place.contacts.items():
        recall = _taken(recalls, contact, place.code)
        if recall is None or contact.number is None:
            continue
        where = place.contact_tree.at((id, "number"))
        if recall.file.number and contact.file.checked and contact.file.checked > recall.file.day:
            yield where.problem(
                f"số {contact.number.shown} {recall.since}, ghi ở {recall.where.path}:"
                f"{recall.where.line}, nên không được in; hãy ghi số khác, hoặc bỏ mục thu hồi ấy nếu "
                "số đã đúng trở lại"
            )
        else:
            yield _left_out(
                recall, contact, where, "trên giấy để dòng chấm, trên điện thoại không hiện"
            )


def _left_out(recall: Recall, contact: Contact, where: Where, so: str) -> Problem:
    assert contact.number
    then = f"{recall.since}, nên KHÔNG DÙNG NỮA: {so}; có số mới thì ghi số mới"
    more = "" if recall.file.number else f", rồi bỏ mục ở {recall.where.path}:{recall.where.line}"
    alike = f"có số {then}{more}" if contact.local else ""
    return where.problem(f"số {contact.number.shown} {then}{more}", warning=True, alike=alike)


def _needed(recall: Recall, contact: Contact) -> Problem:
    assert contact.number
    name, id = contact.file.name["vi"], contact.id
    message = f"không trang nào, tờ nào thiếu được số của {name} ({contact.number.shown})"
    if recall.file.number:
        advice = f"hãy ghi số mới cho đầu mối «{id}» ở vietnam.yml rồi dựng lại"
    else:
        advice = (
            f"hãy thu hồi số (number: {contact.number.shown}) và ghi số mới cho «{id}» ở vietnam.yml"
        )
    return recall.where.problem(f"{message}; {advice}")


def _unknown(campaign: Campaign, recalls: Sequence[Recall]) -> Iterator[Problem]:
    """Entries that keep nothing out, for what they name is nowhere. A number may be gone by now."""
    codes = {place.code for place in campaign.places}
    ids = contact_ids(campaign)
    for recall in recalls:
        id, place = recall.file.contact, recall.file.place
        if id and id not in ids:
            yield recall.where.problem(f"không có đầu mối nào tên «{id}»{meant(id, ids)}")
        if place and place not in codes:
            yield recall.where.problem(f"không có nơi nào mang mã {place}{meant(place, codes)}")


def contact_ids(campaign: Campaign) -> Set[str]:
    """The ids of all contacts of the country and of places."""
    return {*campaign.contacts, *(id for place in campaign.places for id in place.contacts)}
