"""What the contacts of a place must not say, though each number in them could be dialled.

The line of the whole country, an embassy or a number that has died would stand large on a poster under
«Công an»; a misspelt id would be on no sheet at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from lachan.campaign.model import Campaign, Place
from lachan.common.characters import visible
from lachan.common.problem import Problem
from lachan.common.yamltext import Loc, Tree
from lachan.contacts import numbering, phone
from lachan.contacts.contact import Contact, ContactFile
from lachan.gazetteer.listing import Unit

_NEAR = 0.8
"""How much alike two ids are of which one may be misspelt (`difflib`: 1 is equal)."""
_MOBILE_GROUP = 3
"""Digits behind the prefix of a mobile number in its most usual groups, 3-3-4."""
_ADDRESS = re.compile(r"https?://\S+")
_LEAVE_OUT = "nơi chưa có số riêng thì bỏ mục này, trên giấy sẽ để dòng chấm"


@dataclass(frozen=True)
class National:
    """The contacts of the country, and their numbers by what is alike for all ways to write them."""

    contacts: Mapping[str, Contact]
    barred: Mapping[str, Contact]
    """What must never be printed."""
    printable: Mapping[str, Contact]
    """What may stand on any page and sheet, and never leaves."""


def national(contacts: Mapping[str, Contact]) -> National:
    """All that the files of places are compared with."""
    barred = {
        phone.key(c.file.number): c for c in contacts.values() if c.file.number and c.file.print == "no"
    }
    lasting = (c for c in contacts.values() if c.nameable() and c.stays)
    printable = {phone.key(c.number.shown): c for c in lasting if c.number}
    return National(contacts, {digits: c for digits, c in barred.items() if digits}, printable)


def strays(own: Tree, known: Collection[str], country: National) -> Iterator[tuple[str, Problem]]:
    """The entries of a province or commune that are no contact of their own, by id.

    One that has a name may be new, so it is only asked about.
    """
    for id, entry in own.value.items():
        near = get_close_matches(id, known, n=1, cutoff=_NEAR)
        if id in country.contacts:
            message = f"«{id}» là đầu mối chung của cả nước, chỉ ghi ở vietnam.yml; hãy bỏ mục này"
        elif id in known and not entry:
            message = f"«{id}» còn trống; hãy ghi number, source, checked, print, hoặc bỏ mục này"
        elif id in known or not isinstance(entry, dict) or ("name" in entry and not near):
            continue
        elif near:
            message = f"không có đầu mối nào tên «{id}»; có phải «{near[0]}»?"
        else:
            listed = ", ".join(known)
            message = f"không có đầu mối nào tên «{id}»; có: {listed}; đầu mối mới thì cần mục name"
        asked = id not in {*country.contacts, *known} and "name" in entry
        yield id, own.at((id,)).problem(message, warning=asked)


def dead(entry: Tree, country: National) -> Iterator[Problem]:
    """Why a contact may not be used: the country keeps its number from being printed."""
    number = entry.value.get("number") if isinstance(entry.value, dict) else None
    if not isinstance(number, str) or entry.value.get("print") == "no":
        return
    if contact := country.barred.get(phone.key(number)):
        said = f"{contact.file.name['vi']}. {contact.file.note}".rstrip()
        yield entry.at(("number",)).problem(
            f"số «{visible(number)}» không được in (đầu mối «{contact.id}» ở vietnam.yml): {said}"
        )


def unfit(entry: Tree, contact: Contact, country: National) -> Iterator[Problem]:
    """Why a number is none of a place, though somebody answers it."""
    if contact.number is None:
        return
    shown, tel = contact.number.shown, contact.number.tel
    owner = next((c for c in country.contacts.values() if c.number and c.number.tel == tel), None)
    whose = owner.file.name["vi"] if owner else "đường dây khẩn cấp"
    where = entry.at(("number",))
    if tel.removeprefix("tel:") in numbering.EMERGENCY:
        yield where.problem(f"số {shown} là số chung của cả nước ({whose}); {_LEAVE_OUT}")
    elif numbering.foreign(tel):
        yield where.problem(f"số {shown} là số nước ngoài; ở xã, phường chỉ ghi số trong nước")
    elif owner:
        yield where.problem(f"số {shown} là số của {whose}; {_LEAVE_OUT}")


def written(entry: Tree, file: ContactFile, country: National) -> Iterator[Problem]:
    """Numbers in the words of a contact, which would be shown, but never called and never tried."""
    words: list[tuple[Loc, str]] = [(("name", lang), text) for lang, text in file.name.items()]
    words += [(("does", lang), text) for lang, text in file.does.items()]
    words += [(("hours",), file.hours), (("source",), _ADDRESS.sub("", file.source))]
    for loc, text in words:
        for _, number in phone.find(text):
            if phone.key(number) not in country.printable:
                yield entry.at(loc).problem(
                    f"«{loc[0]}» có số «{number}»; số điện thoại chỉ ghi ở mục number"
                )


def elsewhere(tree: Tree, contacts: Mapping[str, Contact], province: Unit) -> Iterator[Problem]:
    """A reminder that a number lies in another province than its place, by its area code.

    Since 2025 most provinces have several area codes.
    """
    for id, contact in contacts.items():
        found = numbering.area(contact.number.tel) if contact.number else None
        if contact.number and found and found[1].province != province.code:
            yield tree.at((id, "number")).problem(
                f"số {contact.number.shown} mang mã vùng {found[0]} của {found[1].of}, "
                f"không phải của {province.name}; hãy xem lại",
                warning=True,
            )


def ambiguous(tree: Tree, contacts: Mapping[str, Contact], province: Unit) -> Iterator[Problem]:
    """A question about a mobile number that is written as a telephone of the province was until 2017:
    033 3822 113 in Quảng Ninh. Its digits cannot tell whether it comes from an old list; in another
    province, or as 033 382 2113, it is taken for the mobile number that it is today.
    """
    for id, contact in contacts.items():
        if not contact.number:
            continue
        head, *rest = phone.groups(contact.number.shown)
        national = "".join((head, *rest))
        found = numbering.once(national, head)
        if found and found[1].province == province.code and len(rest[0]) != _MOBILE_GROUP:
            fixed = " ".join((found[0], *rest))
            mobile = f"{national[:4]} {national[4:7]} {national[7:]}"
            yield tree.at((id, "number")).problem(
                f"số {contact.number.shown} có hai cách hiểu: số di động {mobile}, hay số máy bàn cũ "
                f"của {found[1].of}, nay là {fixed}; hãy gọi thử, rồi ghi đúng một trong hai",
                warning=True,
            )


def shared(campaign: Campaign) -> Iterator[Problem]:
    """A reminder of every number that several places have, at each of them; but 1022 is for all."""
    by_tel: dict[str, list[tuple[Place, Contact]]] = defaultdict(list)
    for place in campaign.places:
        for contact in place.contacts.values():
            if contact.number and contact.number.tel.removeprefix("tel:") not in numbering.services():
                by_tel[contact.number.tel].append((place, contact))
    for having in by_tel.values():
        codes = {place.code for place, _ in having}
        for place, contact in having if len(codes) > 1 else ():
            assert contact.number
            other = next(other for other, _ in having if other is not place)
            more = f" và {len(codes) - 2} nơi khác" if len(codes) > 2 else ""
            yield place.contact_tree.at((contact.id, "number")).problem(
                f"số {contact.number.shown} cũng là số của {other.name} ({other.code}){more}; "
                "hãy xem lại",
                warning=True,
            )
