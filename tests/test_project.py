"""mkdocs.yml as far as it is ours: the address and the languages."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Typeset
from lachan.texts.project import Project
from miniature import edited, read, said

Lay = Callable[..., Path]
ADDRESS = "mkdocs.yml:1: site_url phải là địa chỉ đầy đủ của trang, ví dụ https://lachan.example/"
LANGUAGE = "mkdocs.yml:1: chưa khai báo ngôn ngữ nào (plugins: i18n: languages)"
FOREIGN = "docs/vi:1: không thuộc ngôn ngữ nào trong mkdocs.yml (plugins: i18n: languages)"


@pytest.mark.parametrize("address", ["lachan.vn", "", '"http://["', "ftp://lachan.vn/", "https://"])
def test_an_address_that_no_qr_can_carry(mini: Lay, address: str) -> None:
    assert said(mini(edited("mkdocs.yml", "https://lachan.example/", address))) == [ADDRESS]


def test_every_fault_of_an_address_at_its_line(mini: Lay) -> None:
    files = edited("mkdocs.yml", "https://lachan.example/", '"https://a@b.vn:0/lá chắn"')
    assert [line.partition(";")[0] for line in said(mini(files))] == [
        "mkdocs.yml:1: site_url có chữ có dấu «á»",
        "mkdocs.yml:1: site_url có chữ có dấu «ắ»",
        "mkdocs.yml:1: site_url có cổng «0»",
        "mkdocs.yml:1: site_url có khoảng trắng U+0020",
        "mkdocs.yml:1: site_url không được có tên đăng nhập hay mật khẩu (phần trước @)",
    ]


@pytest.mark.parametrize(
    "config",
    ["site_url: https://a.vn/", "site_url: https://a.vn/\nplugins: [i18n]", "site_url: https://a.vn/\nplugins: a",
     "site_url: https://a.vn/\nplugins: [{i18n: {languages: [{locale: [vi]}]}}]",
     "site_url: https://a.vn/\nplugins: [{i18n: {languages: {locale: vi}}}]"],
)  # fmt: skip
def test_no_language(mini: Lay, config: str) -> None:
    assert said(mini({"mkdocs.yml": config})) == [FOREIGN, LANGUAGE]


def test_a_missing_file(mini: Lay) -> None:
    assert "mkdocs.yml:1: không mở được tệp này" in said(mini({"mkdocs.yml": None}))


def test_only_a_sample_is_stamped(mini: Lay, read_mini: Project) -> None:
    real = read(mini(edited("mkdocs.yml", "lachan.example", "lachan.gov.vn")))
    for project, stamped in ((real, False), (read_mini, True)):
        sheets = [a for a in plan(project, project.campaign.places) if isinstance(a.recipe, Typeset)]
        assert {"BẢN MẪU – KHÔNG IN" in sheet.recipe.data for sheet in sheets} == {stamped}
