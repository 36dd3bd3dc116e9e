"""Codes and names of provinces and communes, as the official list writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic.config import JsonDict

from lachan.common.characters import visible
from lachan.contacts import phone
from lachan.gazetteer import spelling
from lachan.gazetteer.spelling import KINDS, PROVINCE_KINDS

_IN_NAME = r"[\w\u0300-\u036f '.-]"
_OWN_NAME = rf" \w{_IN_NAME}*"
"""Apostrophe and hyphen are whatever a keyboard or Word has for them (`spelling`)."""


def _code(digits: int, example: str) -> AfterValidator:
    def check(code: str) -> str:
        if not re.fullmatch(f"[0-9]{{{digits}}}", code):
            raise ValueError(f"mã gồm đúng {digits} chữ số, ví dụ {example}; nhưng thấy «{code}»")
        return code

    return AfterValidator(check)


def _official(kinds: tuple[str, ...], example: str) -> AfterValidator:
    def check(name: str) -> str:
        plain = " ".join(name.split())
        plain = plain[:1].upper() + plain[1:]
        if not re.fullmatch(f"({'|'.join(kinds)}){_OWN_NAME}", spelling.plain(plain)):
            begins = ", ".join(kinds)
            if kind := next((kind for kind in kinds if plain.startswith(f"{kind} ")), None):
                odd = [c for c in spelling.plain(plain)[len(kind) :] if not re.match(_IN_NAME, c)]
                if odd:
                    raise ValueError(f"tên có ký tự lạ «{visible(odd[0])}»; hãy xóa tên rồi gõ lại")
            raise ValueError(f"tên bắt đầu bằng {begins}, ví dụ {example}; nhưng thấy «{plain}»")
        for _, number in phone.find(plain):  # it would stand on every sheet, called by nobody
            raise ValueError(f"tên có số «{number}», đọc như số điện thoại; hãy bỏ khỏi tên")
        return plain

    return AfterValidator(check)


def _code_shape(digits: int, example: str) -> JsonDict:
    """What a schema can say of a code: editors take it for a number, and see no zeros before it."""
    return {
        "type": ["string", "integer"],
        "pattern": f"^[0-9]{{{digits}}}$",
        "patternErrorMessage": f"mã gồm đúng {digits} chữ số, ví dụ {example}",
        "minimum": 0,
        "maximum": 10**digits - 1,
    }


def _name_shape(kinds: tuple[str, ...], example: str) -> JsonDict:
    begins = "|".join(f"[{kind[0]}{kind[0].lower()}]{kind[1:]}" for kind in kinds)
    return {
        "type": "string",
        "pattern": f"^ *({begins.replace(' ', ' +')}) ",
        "patternErrorMessage": f"tên bắt đầu bằng {', '.join(kinds)}, ví dụ {example}",
    }


ProvinceCode = Annotated[
    str,
    _code(2, "31"),
    Field(
        description="Mã tỉnh, thành phố: 2 chữ số trong danh mục, ví dụ 31.",
        json_schema_extra=_code_shape(2, "31"),
    ),
]
ProvinceName = Annotated[
    str,
    _official(PROVINCE_KINDS, "Tỉnh Phú Thọ"),
    Field(
        description="Tên đầy đủ, có chữ Tỉnh hay Thành phố ở đầu.",
        json_schema_extra=_name_shape(PROVINCE_KINDS, "Tỉnh Phú Thọ"),
    ),
]
CommuneCode = Annotated[
    str,
    _code(5, "07735"),
    Field(
        description="Mã xã, phường: 5 chữ số trong danh mục, ví dụ 07735. Mã QR đã in dẫn về mã này: "
        "đừng đổi.",
        json_schema_extra=_code_shape(5, "07735"),
    ),
]
CommuneName = Annotated[
    str,
    _official(KINDS, "Phường Dương Kinh"),
    Field(
        description="Tên đầy đủ, có chữ Xã, Phường hay Đặc khu ở đầu.",
        json_schema_extra=_name_shape(KINDS, "Phường Dương Kinh"),
    ),
]


@dataclass(frozen=True)
class Name:
    """An official name in its two parts: «Phường» and «Dương Kinh»."""

    kind: str
    short: str

    def __str__(self) -> str:
        return f"{self.kind} {self.short}"


def split(name: str) -> Name:
    """«Đặc khu Bạch Long Vĩ» → kind and short name."""
    return Name(*spelling.parts(name))
