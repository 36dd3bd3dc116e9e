"""kho.json read back: shaped as it was written, sealed, every fault at once."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from finished import write_kho
from jsonschema import Draft7Validator
from lachan.inventory.khofile import read
from miniature import ROOT

HASH = "0" * 64
SCHEMA = Draft7Validator(json.loads((ROOT / "schemas/kho.json").read_text("utf-8")))
"""Says as much of the shape as the reader does."""


def right() -> dict[str, Any]:
    file = {"path": "11692/tai-lieu/11692-vi-kit.zip", "bytes": 1, "sha256": HASH}
    return {
        "site_url": "https://lachan.example/",
        "built": "2026-11-21",
        "places": [{"code": "11692", "name": "Phường Dương Kinh", "province": "Thành phố Hải Phòng"}],
        "contacts": [{"place": "", "id": "111", "number": "111", "tel": "tel:111"}],
        "links": ["https://www.google.com/"],
        "artefacts": [
            {
                "place": "11692",
                "kind": "bundle",
                "id": "kit",
                "lang": "vi",
                "variant": "all",
                **file,
                "title": "a",
            }
        ],
        "files": [file],
    }


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (lambda kho: None, []),
        (lambda kho: kho.pop("places"), ["«places» thiếu hoặc viết sai"]),
        (lambda kho: kho.update(files={}, links=1), ["«links» thiếu hoặc viết sai", "«files» thiếu hoặc viết sai"]),
        (lambda kho: kho.update(site_url="lachan"), ["«site_url» thiếu hoặc viết sai"]),
        (lambda kho: kho.update(built="hôm nay"), ["«built» thiếu hoặc viết sai"]),
        (lambda kho: kho["places"].append(None), ["«places 2» thiếu hoặc viết sai"]),
        (lambda kho: kho["places"][0].update(code="1169", name=" "), ["«places 1 code» thiếu hoặc viết sai", "«places 1 name» thiếu hoặc viết sai"]),
        (lambda kho: kho["contacts"][0].update(tel="111", place="x"), ["«contacts 1 place» thiếu hoặc viết sai", "«contacts 1 tel» thiếu hoặc viết sai"]),
        (lambda kho: kho["artefacts"][0].pop("title"), ["«artefacts 1 title» thiếu hoặc viết sai"]),
        (lambda kho: kho["artefacts"][0].update(numbers="111", pages=-1), ["«artefacts 1 numbers» thiếu hoặc viết sai", "«artefacts 1 pages» thiếu hoặc viết sai"]),
        (lambda kho: kho["artefacts"][0].update(parts=["../a"]), ["«artefacts 1 parts 1» thiếu hoặc viết sai"]),
        (lambda kho: kho["files"][0].update(bytes="1"), ["«files 1 bytes» thiếu hoặc viết sai"]),
        (lambda kho: kho["files"][0].update(bytes=True), ["«files 1 bytes» thiếu hoặc viết sai"]),
        (lambda kho: kho["files"][0].update(sha256="0"), ["«files 1 sha256» thiếu hoặc viết sai"]),
        *((lambda kho, path=path: kho["files"][0].update(path=path), ["«files 1 path» thiếu hoặc viết sai"]) for path in ("/a", "../a", "a//b", "a/./b", "a\\b", "a\nb", "", 1)),
        (lambda kho: kho["files"].append(kho["files"][0]), ["«files» ghi 11692/tai-lieu/11692-vi-kit.zip nhiều lần"]),
        (lambda kho: kho["places"].append(kho["places"][0]), ["«places» ghi 11692 nhiều lần"]),
    ],
)  # fmt: skip
def test_its_shape(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], faults: list[str]
) -> None:
    kho = right()
    change(kho)
    write_kho(tmp_path, kho)
    assert [problem.message for problem in read(tmp_path)[1]] == faults
    misshapen = any(fault.endswith("thiếu hoặc viết sai") for fault in faults)
    assert SCHEMA.is_valid(json.loads((tmp_path / "kho.json").read_text("utf-8"))) != misshapen


def test_of_a_whole_site(site: Path) -> None:
    kho, problems = read(site)
    assert problems == []
    assert SCHEMA.is_valid(kho)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_json(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kho.json").write_bytes(content)
    kho, problems = read(tmp_path)
    assert (kho, [str(problem) for problem in problems]) == (
        None,
        ["kho.json:1: không đọc được tệp này"],
    )


@pytest.mark.parametrize("content", [b"[]", b"1", b"{}", b'"a"', b"null", b'{"built": "\\ud800"}'])
def test_what_is_no_manifest(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kho.json").write_bytes(content)
    kho, problems = read(tmp_path)
    assert kho is None
    assert problems[0].message == "tệp này đã bị sửa sau khi dựng"
    assert problems[1].message.endswith("thiếu hoặc viết sai")


def test_the_seal(tmp_path: Path) -> None:
    write_kho(tmp_path, right())
    path = tmp_path / "kho.json"
    path.write_bytes(path.read_bytes().replace("Dương Kinh".encode(), "Hải An".encode()))
    kho, problems = read(tmp_path)
    assert kho is not None
    assert [str(problem) for problem in problems] == ["kho.json:1: tệp này đã bị sửa sau khi dựng"]
