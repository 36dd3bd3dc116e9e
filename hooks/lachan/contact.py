"""A number or channel: who answers, when, at what cost, who says so, and whether it may be printed.

Fields follow the rule that a contact without a source and a date is not a contact (FACTS, section 2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from lachan import phone, tokens
from lachan.characters import fault, strange
from lachan.schema import Day, Strict

Answer = Literal["yes", "no", "unknown"]


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
]


class ContactFile(Strict):
    """One entry under `contacts:` or `local_contacts:`, as written."""

    name: ByLanguage
    does: ByLanguage = Field(default_factory=dict)
    hours: Plain = ""
    free: Answer = "unknown"
    recorded: Answer = "unknown"
    residents: bool = False
    source: Plain = ""
    checked: Day | None = None
    print: Literal["yes", "no", "country"] | None = None
    note: Plain = ""
    number: str | None = None
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
    """A contact as everything after reading sees it. `number` is None where nobody has given one."""

    id: str
    file: ContactFile
    number: phone.Number | None
    local: bool

    @property
    def printable(self) -> bool:
        """May stand on any page and any sheet."""
        return self.file.print == "yes"

    def name(self, lang: str, words: Mapping[str, str] | None = None) -> str:
        """Who answers, in `lang`, with the place's words put in."""
        return tokens.fill(in_language(self.file.name, lang), words or {})

    def does(self, lang: str, words: Mapping[str, str] | None = None) -> str:
        """What they do for people, in `lang`; empty when nothing is said."""
        return tokens.fill(in_language(self.file.does, lang), words or {})


def contact(id: str, file: ContactFile, *, local: bool) -> Contact:
    """The contact that `file` describes; only a number that may be used somewhere is dialled."""
    usable = file.number is not None and file.print != "no"
    return Contact(id, file, phone.parse(file.number) if usable and file.number else None, local)


def in_language(texts: ByLanguage, lang: str) -> str:
    """The text in `lang`, or the Vietnamese one; empty when nothing is said at all."""
    return texts.get(lang) or texts.get("vi", "")
