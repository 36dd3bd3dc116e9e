"""Addresses that are too long for the stronger code: which sheets, why, and what to do."""

from __future__ import annotations

from dataclasses import replace

from lachan import scanning
from lachan.plan import plan
from lachan.project import Project

NAMES = ("áp phích", "băng rôn", "tờ gấp", "thẻ và nhãn dán", "biểu mẫu", "tờ đọc loa")
END = "; tên miền ngắn hơn thì tốt hơn"


def said(project: Project, site_url: str) -> list[str]:
    project = replace(project, site_url=site_url)
    found = list(scanning.weak(project, plan(project, project.campaign.places)))
    assert all(problem.warning and problem.path == "mkdocs.yml" for problem in found)
    return [problem.message for problem in found]


def test_a_short_address_is_no_matter(read_family: Project) -> None:
    assert said(read_family, "https://lachan.vn/") == []


def test_of_a_longer_one_sheets_whose_code_has_least_room_are_named(read_family: Project) -> None:
    found = said(read_family, "https://lachan.haiphong.gov.vn/")
    named = {name for message in found for name in NAMES if f"mã QR của {name}" in message}
    assert named == {"tờ đọc loa", "biểu mẫu"}
    assert len(found) == 2


def test_a_long_host_is_said_once_for_each_kind(read_family: Project) -> None:
    host = f"https://{'a' * 42}.vn/"
    found = said(read_family, host)
    assert (
        f"mã QR của áp phích mở {host}07735/ chịu bẩn, chịu rách kém hơn (mức M, không phải Q): "
        f"địa chỉ dài 60 chữ nên mức Q thì ô vuông nhỏ hơn 0,8 mm{END}"
    ) in found
    assert not [message for message in found if "băng rôn" in message]


def test_an_address_that_is_too_long_for_any_code(read_family: Project) -> None:
    found = said(read_family, f"https://{'a' * 42}.vn/{'b' * 30}/")
    assert next(message for message in found if "áp phích" in message).endswith(
        f"địa chỉ dài 91 chữ nên ô vuông chỉ còn 0,69 mm{END}"
    )
