"""Addresses that are too long for the stronger code: which sheets, why, and what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lachan.checks import scanning
from lachan.plan.artefacts import plan
from lachan.texts.project import Project

NAMES = ("áp phích", "băng rôn", "tờ gấp", "thẻ và nhãn dán", "biểu mẫu", "tờ đọc loa")
END = "; tên miền ngắn hơn thì tốt hơn"


def said(project: Project, site_url: str) -> list[str]:
    project = replace(project, site_url=site_url)
    found = list(scanning.weak(project, plan(project, project.campaign.places)))
    assert all(problem.warning and problem.path == "mkdocs.yml" for problem in found)
    return [problem.message for problem in found]


@pytest.mark.parametrize("host", ["lachan.vn", "lachan.haiphong.gov.vn"])
def test_an_address_of_usual_length_is_no_matter(read_family: Project, host: str) -> None:
    assert said(read_family, f"https://{host}/") == []


def test_a_long_host_is_said_once_for_each_kind_whose_code_has_no_room_for_it(
    read_family: Project,
) -> None:
    host = f"https://{'a' * 42}.vn/"
    found = said(read_family, host)
    assert (
        f"mã QR của áp phích mở {host}07735/ khó quét hơn khi bẩn, rách hay photo lại: "
        f"địa chỉ dài 60 chữ nên ô vuông chỉ còn 0,93 mm, nên có từ 1 mm{END}"
    ) in found
    named = [name for message in found for name in NAMES if f"mã QR của {name}" in message]
    assert sorted(named) == ["biểu mẫu", "tờ đọc loa", "áp phích"]


def test_an_address_that_is_too_long_for_any_code(read_family: Project) -> None:
    found = said(read_family, f"https://{'a' * 42}.vn/{'b' * 30}/")
    assert next(message for message in found if "thẻ" in message).endswith(
        f"địa chỉ dài 91 chữ nên ô vuông chỉ còn 0,51 mm, nên có từ 0,6 mm{END}"
    )
