"""WHO IS WHO among the contacts: the build asks for a role, never for the id somebody gave a contact.

The numbers of the country's roles have no substitute: they stay in use when nobody has tried them for
too long. Any other number leaves by itself then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lachan.campaign.model import Campaign
from lachan.common.problem import Problem
from lachan.contacts.contact import LOCAL_ROLES, NEEDED_ROLES, Contact, Role, in_role

_WHY: Mapping[Role, str] = {
    "hotline": "trang nào cũng có nút gọi đường dây nóng",
    "police": "trang nào cũng có nút gọi Công an",
    "issuer": "tờ nào cũng ghi tên Ủy ban nhân dân",
}
"""What cannot be made without a role."""
_SEVERAL = frozenset({"consular"})
"""Roles that more than one contact may have."""


def problems(campaign: Campaign) -> Iterator[Problem]:
    """Roles that are missing, taken twice, or given to a contact of another level."""
    tree = campaign.tree
    # Whose entry has a fault of its own is not missing.
    listed = tree.value.get("contacts") or {}
    whole = isinstance(listed, dict) and campaign.contacts.keys() == listed.keys()
    yield from _doubtful(campaign.contacts, local=False)
    for role in NEEDED_ROLES:
        contact = in_role(campaign.contacts, role)
        if contact is None and whole:
            where = tree.at(("contacts",))
            yield where.problem(f"{_WHY[role]}: cần một đầu mối có role: {role}, number và print: yes")
        elif contact and not contact.usable():
            yield contact.where.problem(
                f"{_WHY[role]}: đầu mối «{contact.id}» (role: {role}) cần number và print: yes"
            )
    # Most communes have the contacts of their province or of the country.
    for contacts in {id(place.contacts): place.contacts for place in campaign.places}.values():
        yield from _doubtful(contacts, local=True)
        if in_role(contacts, "issuer") is None:
            where = tree.at(("local_contacts",))
            yield where.problem(f"{_WHY['issuer']}: cần một đầu mối có role: issuer")


def _doubtful(contacts: Mapping[str, Contact], *, local: bool) -> Iterator[Problem]:
    first: dict[str, Contact] = {}
    for contact in contacts.values():
        role = contact.file.role
        if role is None:
            continue
        if (role in LOCAL_ROLES) != local:
            group = "local_contacts" if role in LOCAL_ROLES else "contacts"
            yield contact.where.problem(f"role: {role} chỉ dùng ở mục {group} của vietnam.yml")
        other = first.setdefault(role, contact)
        if other is not contact and role not in _SEVERAL:
            yield contact.where.problem(f"role: {role} đã có ở đầu mối «{other.id}»; hãy giữ một")
