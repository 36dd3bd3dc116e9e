"""FOR WHOM: the country, its provinces and communes, and who answers the telephone there.

A place is known by its official code: names repeat (there are two Xã Ninh Giang).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import Field

from lachan.campaign.broadcast import Broadcast, Recording
from lachan.campaign.kits import FULL, Kit
from lachan.common.problem import Where
from lachan.common.schema import Day, Strict
from lachan.common.yamltext import Tree
from lachan.contacts import phone
from lachan.contacts.contact import NEEDED_ROLES, ByLanguage, Contact, Limits, in_role
from lachan.contacts.recall import Recall
from lachan.formats.kinds import Kind
from lachan.gazetteer.listing import Former, Unit
from lachan.gazetteer.naming import Finding
from lachan.gazetteer.unit_names import CommuneCode, CommuneName, Name, ProvinceCode, ProvinceName

_KIT = "Bộ tài liệu: full là tất cả, core là bộ gọn. Không ghi thì theo cấp trên."
_PLAN = "Kế hoạch của nơi này: tên, số, ngày."


class Theme(Strict):
    """The official theme of one year's 30/7."""

    name: ByLanguage = Field(description="Chủ đề, mỗi ngôn ngữ một dòng.")
    source: str = Field(min_length=1, description="Nơi công bố và ngày.")


class CountryFile(Strict):
    """campaigns/vietnam.yml without what cascades."""

    name: ByLanguage = Field(description="Tên nước, mỗi ngôn ngữ một dòng.")
    edition: Day = Field(
        ge=date(2025, 1, 1),
        le=date(2099, 12, 31),
        description="Ngày chốt nội dung, in lên mọi tờ («Bản 2026.11»).",
    )
    exit: str = Field(pattern="^https://", description="Trang mà nút «Thoát nhanh» mở.")
    limits: Limits = Field(description="Sau bao nhiêu tháng thì nhắc gọi thử lại, rồi bỏ số.")
    themes: dict[int, Theme] = Field(
        default_factory=dict,
        description="Chủ đề Ngày 30/7 của từng năm. Năm nào chưa công bố thì không ghi.",
    )
    kit: str = Field(default=FULL, description=_KIT)
    kits: dict[str, Kit] = Field(
        default_factory=dict, description="Bộ nào, ngoài full, gồm những bài nào."
    )


class ProvinceFile(Strict):
    """campaigns/<province>/province.yml without what cascades."""

    code: ProvinceCode
    name: ProvinceName
    kit: str = Field(default="", description=_KIT)
    plan: str = Field(default="", description=_PLAN)


class PlaceFile(Strict):
    """campaigns/<province>/<commune>.yml without what cascades."""

    code: CommuneCode
    name: CommuneName
    kit: str = Field(default="", description=_KIT)
    plan: str = Field(default="", description=_PLAN)


@dataclass(frozen=True)
class Place:
    """A commune: what it is called, where it lies, who answers there, what its loudspeaker says."""

    code: str
    name: Name
    province: Name
    contacts: Mapping[str, Contact]
    where: Where
    broadcast: Broadcast
    broadcast_tree: Tree = field(compare=False)
    """For the lines of `broadcast`, whichever file they stand in."""
    contact_tree: Tree = field(compare=False)
    """The same for `contacts`."""
    recordings: tuple[Recording, ...]
    kit: Kit | None = None
    """None: everything."""
    former: tuple[Former, ...] = ()
    """What it was called before, so that it is found under its old names too."""
    province_former: tuple[Former, ...] = ()

    @property
    def short_names(self) -> tuple[str, str]:
        """Its own and its province's: «Dương Kinh», «Hải Phòng»."""
        return self.name.short, self.province.short

    @property
    def police(self) -> Contact | None:
        """The police of the place."""
        return in_role(self.contacts, "local-police")

    @property
    def issuer(self) -> Contact:
        """Who signs every sheet; `roles.problems` has seen that there is one."""
        found = in_role(self.contacts, "issuer")
        assert found
        return found

    def gets(self, lang: str) -> bool:
        """Whether any file is made for it in a language; pages are, in every one."""
        return self.kit is None or not self.kit.languages or lang in self.kit.languages

    def wants(self, kind: Kind, id: str, lang: str, variant: str = "") -> bool:
        """Whether it gets this variant of a text; without a variant, whether it gets any of it."""
        if self.kit is None or not self.gets(lang):
            return self.kit is None
        return self.kit.holds(kind, id, variant) if variant else self.kit.holds_any(kind, id)


@dataclass(frozen=True)
class Campaign:
    """All places and contacts of one edition."""

    country: CountryFile
    contacts: Mapping[str, Contact]
    places: tuple[Place, ...]
    tree: Tree
    """vietnam.yml, for the lines in it."""
    findings: tuple[Finding, ...] = ()
    """Where names in the files differ from the official list."""
    renamed: tuple[Unit, ...] = ()
    """Provinces with old names, which texts may use for what is past only."""
    recalls: tuple[Recall, ...] = ()
    """What was called back (`contacts.recall`)."""

    @property
    def hotline(self) -> Contact:
        """Whom every page and picture says to call; `roles.problems` has seen that there is one."""
        found = in_role(self.contacts, "hotline")
        assert found
        return found

    @property
    def police(self) -> Contact:
        """Whom they say to call in danger; `roles.problems` has seen that there is one."""
        found = in_role(self.contacts, "police")
        assert found
        return found

    def numbers(self, country: str = "") -> dict[str, phone.Number]:
        """The national numbers that a page may show, by id: of every page, or of one country's."""
        found = ((id, contact.usable(country)) for id, contact in self.contacts.items())
        return {id: number for id, number in found if number}

    def leaves(self, contact: Contact) -> bool:
        """Whether a national number leaves by itself when it is too old. Where nobody has said who is
        who, none does: that is one fault, not one of each text.
        """
        known = all(in_role(self.contacts, role) for role in NEEDED_ROLES)
        return known and not contact.stays

    @property
    def lasting(self) -> dict[str, phone.Number]:
        """Those that can stand on paper and in a script, for they never leave by themselves."""
        contacts = self.contacts
        return {id: number for id, number in self.numbers().items() if not self.leaves(contacts[id])}
