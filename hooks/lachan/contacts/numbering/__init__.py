"""Which digits reach somebody in Viet Nam, and what is wrong with those that do not.

libphonenumber knows which numbers are valid; but not 111, the short services, the police network 069
(five to seven digits behind it by Thông tư 22/2014/TT-BTTTT, Điều 10), nor which prefix has become
which: that stands in data/plan.yml with its sources. It has a folder of its own, so that what proves
numbers depends on it and on no other list (`fingerprint`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import phonenumbers

from lachan.common.yamltext import parse

EMERGENCY = frozenset({"111", "112", "113", "114", "115"})
"""One line for the whole country each, dialled as it is."""
_CHARGED = ("1800", "1900")
_HOME = "+84"
_MOBILE, _FIXED, _POLICE = 10, 11, range(8, 11)
"""Digits of a number with its 0."""
_OLD_SUBSCRIBER = {2: 8, 3: 7, 4: 7}
"""Digits behind an area code of before 2017, by the digits of the code: «04» and «08» had eight."""


@dataclass(frozen=True)
class Area:
    """An area code: whose it is, and the province that this belongs to today, by code."""

    of: str
    province: str


@dataclass(frozen=True)
class Change:
    """A prefix of former times: what kind, what it was, what it has become, since which year."""

    what: str
    old: str
    new: str
    year: int


def dialled(digits: str, head: str, *, bracketed: bool = False) -> str:
    """The tel: address of a number, «0225…», «+84…», «111», of which people wrote `head` apart, or even
    `bracketed`, as one writes the code of an area.

    Raises ValueError with what is wrong, in Vietnamese.
    """
    if digits in EMERGENCY or digits in services():
        return f"tel:{digits}"
    if digits.startswith(_CHARGED):
        return f"tel:{_charged(digits)}"
    if digits.startswith(_HOME):
        within = digits.removeprefix(_HOME)
        if within.startswith("0"):
            raise ValueError(f"sau +84 không viết số 0 nữa: +84 {within.lstrip('0')}")
        if within in EMERGENCY or within in services() or within.startswith(_CHARGED):
            raise ValueError("không gọi được theo kiểu +84; hãy viết không có +84")
        return f"tel:{_HOME}{_national('0' + within, '0' + head.removeprefix(_HOME))[1:]}"
    if digits.startswith("+"):
        return f"tel:{_foreign(digits)}"
    if digits.startswith("00"):
        raise ValueError("bắt đầu bằng 00; số gọi quốc tế viết bằng dấu +, ví dụ +84")
    if digits.startswith("0"):
        return f"tel:{_HOME}{_national(digits, head, bracketed=bracketed)[1:]}"
    raise ValueError(_headless(digits))


def services() -> frozenset[str]:
    """Short numbers of public services, dialled as they are."""
    return frozenset(_plan()["services"])


def foreign(tel: str) -> bool:
    """Whether a tel: address is that of another country."""
    return tel.startswith("tel:+") and not tel.startswith(f"tel:{_HOME}")


def area(tel: str) -> tuple[str, Area] | None:
    """The area code of a tel: address and whose it is; None where it has none."""
    national = "0" + tel.removeprefix(f"tel:{_HOME}")
    code = _area_code(national)
    return (code, _areas()[code]) if code and tel.startswith(f"tel:{_HOME}") else None


def once(national: str, head: str) -> tuple[str, Area] | None:
    """The area code of today, and whose, that a mobile number would have if its `head`, as people wrote
    it apart, were an area code of before 2017; None where it cannot be one.
    """
    code = _old_areas().get(head, "")
    subscriber = national.removeprefix(head)
    fits = code and len(subscriber) == _OLD_SUBSCRIBER[len(head)] and subscriber[0] not in "01"
    return (code, _areas()[code]) if fits and _valid(code + subscriber) else None


def key(digits: str) -> str:
    """What is alike for all ways of writing one number, old prefixes included."""
    home = digits.startswith(_HOME)
    national = "0" + digits.removeprefix(_HOME).lstrip("0") if home else digits
    if national[1:].startswith(_CHARGED):
        return national[1:]
    change = _change(national, national)
    return change.new + national.removeprefix(change.old) if change else national


def _charged(digits: str) -> str:
    if len(digits) not in {8, 10}:
        raise ValueError(f"có {len(digits)} chữ số; số {digits[:4]} có 8 hoặc 10 chữ số")
    _repeated(digits[4:])
    return digits


def _national(digits: str, head: str, *, bracketed: bool = False) -> str:
    """A number with its 0, as it is dialled inside the country. Raises ValueError."""
    if change := _change(digits, head, bracketed=bracketed):
        raise ValueError(
            f"có {change.what} cũ: {change.old} đã đổi thành {change.new} từ năm {change.year}; "
            f"hãy viết {change.new}, rồi gọi thử"
        )
    if digits[1:] in EMERGENCY or digits[1:].startswith(_CHARGED):
        raise ValueError(f"không viết số 0 ở đầu: {digits[1:]}")
    code = _area_code(digits)
    if digits.startswith("069"):
        if len(digits) not in _POLICE:
            raise ValueError(
                f"có {len(digits)} chữ số; số 069 có {_POLICE[0]} đến {_POLICE[-1]} chữ số"
            )
        return digits
    if code or digits[:3] in _plan()["mobile"]:
        begins = code or digits[:3]
        _length(digits, begins, _FIXED if code else _MOBILE)
        _repeated(digits.removeprefix(begins))
        if not code or (digits.removeprefix(code)[0] not in "01" and _valid(digits)):
            return digits
        raise ValueError(f"không có ở mã vùng {code}; hãy xem lại chữ số sau {code}")
    raise ValueError(f"bắt đầu bằng {digits[:4]}, không phải đầu số hay mã vùng nào ở Việt Nam")


def _change(digits: str, head: str, *, bracketed: bool = False) -> Change | None:
    """The old prefix that a number still has, if it has one.

    A number that can be of today is none of then, unless people write the old code apart,
    «08 3829 1234», or in brackets where it has become a mobile prefix: «(033) 3822 123».
    """
    for old, new in _plan()["old_mobile"].items():
        if digits.startswith(old):
            return Change("đầu số", old, new, 2018)
    code, mobile = _area_code(digits), digits[:3] in _plan()["mobile"]
    if head == code or (code and len(digits) == _FIXED and _valid(digits)):
        return None
    today = mobile or (code and len(digits) < _FIXED)
    for old, new in _old_areas().items():
        fits = digits.startswith(old) and len(digits) - len(old) == _OLD_SUBSCRIBER[len(old)]
        if head == old and bracketed:
            return Change("mã vùng", old, new, 2017)
        if old not in _plan()["mobile"] and (head == old or (fits and not today)):
            return Change("mã vùng", old, new, 2017)
    return None


def _length(digits: str, begins: str, wanted: int) -> None:
    if missing := wanted - len(digits):
        fault = "thiếu" if missing > 0 else "thừa"
        two = "; hai số thì ghi thành hai đầu mối" if -missing >= min(_OLD_SUBSCRIBER.values()) else ""
        raise ValueError(
            f"có {len(digits)} chữ số, {fault} {abs(missing)}: "
            f"số bắt đầu bằng {begins} có {wanted} chữ số{two}"
        )


def _repeated(subscriber: str) -> None:
    if len(set(subscriber)) == 1:
        raise ValueError(f"chỉ lặp lại chữ số {subscriber[0]}, như số mẫu; hãy ghi số thật đã gọi thử")


def _foreign(digits: str) -> str:
    try:
        number = phonenumbers.parse(digits)
    except phonenumbers.NumberParseException:
        number = None
    if number and phonenumbers.is_valid_number(number):
        return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    raise ValueError("không gọi được ở nước nào; hãy xem lại mã nước và từng chữ số")


def _headless(digits: str) -> str:
    """What is wrong with digits that begin like no number at all."""
    if digits.startswith("84") and len(digits) in {_MOBILE + 1, _FIXED + 1}:
        return "thiếu dấu + trước 84"
    with_zero = f"0{digits}"
    if _area_code(with_zero) and len(with_zero) == _FIXED:
        return f"thiếu số 0 ở đầu: {with_zero[: len(_area_code(with_zero))]}…"
    if with_zero[:3] in _plan()["mobile"] and len(with_zero) == _MOBILE:
        return f"thiếu số 0 ở đầu: {with_zero[:3]}…"
    if len(digits) in {7, 8} and digits[0] in "23456789":
        return "thiếu mã vùng ở đầu, ví dụ 0225"
    if len(digits) < 7:
        known = ", ".join(sorted({*EMERGENCY, *services()}))
        return f"không có trong các số ngắn dùng được: {known}"
    return "không bắt đầu bằng 0, +, 1800 hay 1900; hãy xem lại từng chữ số"


def _valid(national: str) -> bool:
    return phonenumbers.is_valid_number(phonenumbers.parse(national, "VN"))


def _area_code(national: str) -> str:
    """The area code of a number with its 0; empty where it has none."""
    return next((c for c in (national[:3], national[:4]) if c in _areas()), "")


@cache
def _plan() -> Mapping[str, Any]:
    text = files(__package__).joinpath("data/plan.yml").read_text("utf-8")
    plan: Mapping[str, Any] = parse(text, "plan.yml")[0].value
    return plan


@cache
def _areas() -> Mapping[str, Area]:
    return {code: Area(a["of"], a["province"]) for code, a in _plan()["areas"].items()}


@cache
def _old_areas() -> Mapping[str, str]:
    """Old area codes, the longest first, with what they have become."""
    old = {a["old"]: code for code, a in _plan()["areas"].items() if "old" in a}
    return dict(sorted(old.items(), key=lambda item: -len(item[0])))
