"""A contact without a source and a date is no contact; a name says only what can be put in."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from typing import Any

import pytest
from lachan.common.problem import Where
from lachan.contacts.contact import (
    Contact,
    ContactFile,
    Freshness,
    Limits,
    contact,
    in_language,
    in_role,
)
from miniature import TODAY
from pydantic import ValidationError

CHECKED = {"source": "a", "checked": "2026-11-01", "print": "yes"}
NUMBER, TEL = "0225 3860 113", "tel:+842253860113"
NAME = {"vi": "Công an {place}", "en": "{place} police"}


FRESHNESS = Freshness(TODAY, Limits(warn_months=12, error_months=24))


def made(*, local: bool = True, **fields: Any) -> Contact:
    file = ContactFile.model_validate({"name": NAME} | fields)
    return contact("x", file, Where("a.yml", 1), local=local, freshness=FRESHNESS)


@pytest.mark.parametrize(
    ("fields", "everywhere", "there"),
    [
        ({}, False, False),
        ({"number": ""}, False, False),
        ({"number": NUMBER, **CHECKED}, True, True),
        ({"number": NUMBER, **CHECKED, "print": "no"}, False, False),
        ({"number": "số cũ", **CHECKED, "print": "no"}, False, False),
        ({"number": NUMBER, **CHECKED, "print": "country"}, False, False),
        ({"number": NUMBER, **CHECKED, "print": "country", "country": "myanmar"}, False, True),
        ({"number": NUMBER, **CHECKED, "print": "country", "country": "laos"}, False, False),
        ({"number": NUMBER, **CHECKED, "print": "no", "country": "myanmar"}, False, False),
        ({"number": NUMBER, **CHECKED, "checked": "2024-11-22"}, True, True),
        ({"number": NUMBER, **CHECKED, "checked": "2024-11-21"}, False, False),
        ({"number": NUMBER, **CHECKED, "checked": "2024-11-21", "role": "local-police"}, False, False),
        ({"number": NUMBER, **CHECKED, "checked": "2024-11-21", "role": "consular"}, True, True),
        ({"number": NUMBER, **CHECKED, "checked": "2009-11-21", "role": "hotline"}, True, True),
        ({"number": NUMBER, **CHECKED, "checked": "2009-11-21", "role": "police", "print": "no"}, False, False),
    ],
)  # fmt: skip
def test_whether_a_number_may_be_used_that_day_there(
    fields: dict[str, str], everywhere: bool, there: bool
) -> None:
    found = made(**fields)
    usable = (found.usable(), found.usable("myanmar"))
    assert [number.tel if number else None for number in usable] == [
        TEL if may else None for may in (everywhere, there)
    ]


@pytest.mark.parametrize("fields", [{"checked": "2024-11-22"}, {"checked": "2024-11-21"}])
def test_whether_a_text_may_name_it_hangs_on_no_day(fields: dict[str, str]) -> None:
    abroad = {"number": NUMBER, **CHECKED, **fields, "print": "country", "country": "myanmar"}
    assert made(number=NUMBER, **CHECKED | fields).nameable()
    assert (made(**abroad).nameable(), made(**abroad).nameable("myanmar")) == (False, True)


def test_what_makes_the_key_of_a_place_says_the_decision_and_no_line() -> None:
    """A new day alone makes nothing again; a number that leaves does."""
    young, old = (
        made(number=NUMBER, **CHECKED | {"checked": day}) for day in ("2024-11-22", "2024-11-21")
    )
    assert repr(young).replace("22)", "21)") != repr(old)
    assert "a.yml" not in repr(young)


def test_who_has_a_role() -> None:
    contacts = {"a": made(), "b": made(role="hotline"), "c": made(role="hotline")}
    assert in_role(contacts, "hotline") is contacts["b"]
    assert in_role(contacts, "police") is None


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"number": "0225 3860 113"}, "số 0225 3860 113 còn thiếu mục source, checked, print"),
        ({"number": "111", "source": "a", "print": "yes"}, "số 111 còn thiếu mục checked"),
        ({"number": "0225 3860 11", **CHECKED}, "số «0225 3860 11» có 10 chữ số, thiếu 1"),
        ({"number": NUMBER, **CHECKED, "checked": "1790208000"}, "no day"),
        ({"number": NUMBER, **CHECKED, "checked": "2026-11-01T00:00:00"}, "no day"),
        ({"name": {"en": "Police"}}, "thiếu chữ tiếng Việt"),
        ({"name": {}}, "thiếu chữ tiếng Việt"),
        ({"name": {"vi": " "}}, "String should have at least 1 character"),
    ],
)
def test_what_is_no_contact(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        made(**fields)


def test_names_by_language() -> None:
    words = {"place": "phường Dương Kinh"}
    assert made().name("vi", words) == "Công an phường Dương Kinh"
    assert made().name("xx", words) == "Công an phường Dương Kinh"
    assert made().does("vi") == ""
    assert in_language({}, "vi") == ""
