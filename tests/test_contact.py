"""A contact without a source and a date is no contact; a name says only what can be put in."""

from __future__ import annotations

from typing import Any

import pytest
from lachan.contact import Contact, ContactFile, contact, in_language
from pydantic import ValidationError

CHECKED = {"source": "a", "checked": "2026-11-01", "print": "yes"}
NAME = {"vi": "Công an {place}", "en": "{place} police"}


def made(*, local: bool = True, **fields: Any) -> Contact:
    return contact("x", ContactFile.model_validate({"name": NAME} | fields), local=local)


@pytest.mark.parametrize(
    ("fields", "tel", "printable"),
    [
        ({}, None, False),
        ({"number": ""}, None, False),
        ({"number": "0225 3860 113", **CHECKED}, "tel:+842253860113", True),
        ({"number": "+95 9660 888 998", **CHECKED, "print": "country"}, "tel:+959660888998", False),
        ({"number": "0225 3860 113", **CHECKED, "print": "no"}, None, False),
        ({"number": "số cũ", **CHECKED, "print": "no"}, None, False),
    ],
)
def test_only_a_number_that_may_be_used_is_dialled(
    fields: dict[str, str], tel: str | None, printable: bool
) -> None:
    found = made(**fields)
    assert (found.number.tel if found.number else None, found.printable) == (tel, printable)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"number": "0225 3860 113"}, "số 0225 3860 113 còn thiếu mục source, checked, print"),
        ({"number": "111", "source": "a", "print": "yes"}, "số 111 còn thiếu mục checked"),
        ({"number": "0225 3860 11", **CHECKED}, "số «0225 3860 11» có 10 chữ số, thiếu 1"),
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
