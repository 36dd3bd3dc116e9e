"""A number or channel: who answers, when, at what cost, who says so, and whether it may be printed.

A contact without a source, and without the day when somebody tried it, is not a contact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from lachan.common import days, placeholders
from lachan.common.characters import fault, strange
from lachan.common.problem import Where
from lachan.common.schema import Day, Strict
from lachan.contacts import phone

Answer = Literal["yes", "no", "unknown"]
Role = Literal["hotline", "police", "ambulance", "consular", "local-police", "issuer"]
"""Who a contact is, whatever its id: see `roles`."""
NEEDED_ROLES: tuple[Role, ...] = ("hotline", "police")
"""Roles of the country without which there is no page."""
LOCAL_ROLES = frozenset({"local-police", "issuer"})
"""Roles of a place's own contacts; those of the country have all others."""


class Limits(Strict):
    """Months after which a checked number is reminded of, and then left out."""

    warn_months: int = Field(ge=1, le=120, description="Sau chừng này tháng thì nhắc gọi thử lại.")
    error_months: int = Field(ge=1, le=120, description="Sau chừng này tháng thì bỏ số.")

    @model_validator(mode="after")
    def _reminded_before_left_out(self) -> Self:
        if self.warn_months > self.error_months:
            raise ValueError(
                f"warn_months ({self.warn_months}) lớn hơn error_months ({self.error_months}); "
                "phải nhắc trước khi bỏ số, hãy đổi lại"
            )
        return self


@dataclass(frozen=True)
class Freshness:
    """How old numbers are on a day, and how old they may get."""

    today: date
    limits: Limits

    def months(self, checked: date) -> int:
        """Whole months since a number was tried."""
        return days.months_between(checked, self.today)

    def old(self, checked: date) -> bool:
        """Whether it is time to try it again."""
        return self.months(checked) >= self.limits.warn_months

    def too_old(self, checked: date) -> bool:
        """Whether it must not be used without a try."""
        return self.months(checked) >= self.limits.error_months


def _in_vietnamese_too(texts: dict[str, str]) -> dict[str, str]:
    if "vi" not in texts:
        raise ValueError("thiếu chữ tiếng Việt (mục vi)")
    return texts


def _plain(text: str) -> str:
    for offset, char in strange(text):
        raise ValueError(fault(char, offset + 1))
    return text


Plain = Annotated[str, AfterValidator(_plain)]
"""Words that turn nothing round on a page and hide nothing."""
ByLanguage = Annotated[
    dict[str, Annotated[str, Field(min_length=1), AfterValidator(_plain)]],
    AfterValidator(_in_vietnamese_too),
    Field(json_schema_extra={"required": ["vi"]}),
]


class ContactFile(Strict):
    """One entry under `contacts:` or `local_contacts:`, as written."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {
                "required": ["number"],
                "properties": {"number": {"type": ["string", "number"], "minLength": 1}},
            },
            "then": {"required": ["source", "checked", "print"]},
        }
    )

    name: ByLanguage = Field(description="Ai trả lời, mỗi ngôn ngữ một dòng (vi, en).")
    does: ByLanguage = Field(default_factory=dict, description="Họ làm gì cho bà con.")
    hours: Plain = Field(default="", description="Giờ trả lời, ví dụ 24/7.")
    free: Answer = Field(default="unknown", description="Gọi có mất tiền không: yes là miễn phí.")
    recorded: Answer = Field(default="unknown", description="Cuộc gọi có được ghi âm không.")
    residents: bool = Field(default=False, description="yes: bà con cần biết; no: việc của cán bộ.")
    source: Plain = Field(default="", description="Ai cho biết số này: văn bản, báo, ngày.")
    checked: Day | None = Field(default=None, description="Ngày gọi thử, ví dụ 20/9/2026.")
    print: Literal["yes", "no", "country"] | None = Field(
        default=None,
        description="Có được in không. country: chỉ hiện trên trang có cùng mục country.",
    )
    country: str = Field(
        default="", pattern="^[a-z-]*$", description="Đi cùng print: country, ví dụ myanmar."
    )
    role: Role | None = Field(
        default=None,
        description="Đầu mối này là ai: hotline (đường dây nóng), police (Công an 113), ambulance "
        "(cấp cứu), consular (bảo hộ công dân), local-police (Công an xã, phường), issuer (nơi đứng "
        "tên trên mọi tờ).",
    )
    note: Plain = Field(default="", description="Ghi chú cho cán bộ, không in ra.")
    number: str | None = Field(
        default=None,
        description="Số điện thoại, viết thế nào thì hiện thế ấy. Có số thì phải có source, checked, "
        "print.",
    )
    """Behind `print`, by which it is judged."""

    @field_validator("number")
    @classmethod
    def _a_number_can_be_dialled(cls, number: str | None, others: ValidationInfo) -> str | None:
        if number and others.data.get("print") in {"yes", "country"}:
            phone.parse(number)
        return number

    @model_validator(mode="after")
    def _a_number_was_checked(self) -> Self:
        if self.number:
            missing = [key for key in ("source", "checked", "print") if not getattr(self, key)]
            if missing:
                raise ValueError(f"số {self.number} còn thiếu mục {', '.join(missing)}")
        elif "number" in self.model_fields_set and self.print in {"yes", "country"}:
            raise ValueError(f"number còn trống mà print: {self.print}; hãy ghi số, hoặc bỏ cả hai mục")
        return self


@dataclass(frozen=True)
class Contact:
    """A contact as everything after reading sees it. Whether its number may be used says `usable`."""

    id: str
    file: ContactFile
    number: phone.Number | None
    """As it is dialled; None where nobody has given one, or where it must never be used."""
    left_out: bool
    """Whether it is not used that day because nobody has tried it for too long."""
    local: bool
    where: Where = field(compare=False, repr=False)
    """The line of the day when it was tried, in whichever file it stands."""

    def usable(self, country: str = "") -> phone.Number | None:
        """The number where it may be shown, dialled and said: with `print: yes` on every page and
        sheet and in every sound, with `print: country` only on pages of its `country`.
        """
        return self.number if self.nameable(country) and not self.left_out else None

    def nameable(self, country: str = "") -> bool:
        """Whether a text may name it there: the same on every day, however old the number is."""
        own = self.file.print == "country" and country != "" and country == self.file.country
        return self.number is not None and (self.file.print == "yes" or own)

    @property
    def stays(self) -> bool:
        """Whether its number has no substitute and is used however old it is."""
        return self.file.role is not None and self.file.role not in LOCAL_ROLES

    def name(self, lang: str, words: Mapping[str, str] | None = None) -> str:
        """Who answers, in `lang`, with the place's words put in."""
        return placeholders.fill(in_language(self.file.name, lang), words or {})

    def does(self, lang: str, words: Mapping[str, str] | None = None) -> str:
        """What they do for people, in `lang`; empty when nothing is said."""
        return placeholders.fill(in_language(self.file.does, lang), words or {})


def contact(id: str, file: ContactFile, where: Where, *, local: bool, freshness: Freshness) -> Contact:
    """The contact that `file` describes; only a number that may be used somewhere is dialled."""
    if not file.number or not file.checked or file.print == "no":
        return Contact(id, file, None, left_out=False, local=local, where=where)
    known = Contact(id, file, phone.parse(file.number), left_out=False, local=local, where=where)
    return replace(known, left_out=freshness.too_old(file.checked) and not known.stays)


def in_role(contacts: Mapping[str, Contact], role: Role) -> Contact | None:
    """The first of `contacts` that has this role."""
    return next((contact for contact in contacts.values() if contact.file.role == role), None)


def in_language(texts: ByLanguage, lang: str) -> str:
    """The text in `lang`, or the Vietnamese one; empty when nothing is said at all."""
    return texts.get(lang) or texts.get("vi", "")
