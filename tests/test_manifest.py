"""The lists of kho.json read again, whatever their entries hold and however the file is laid out."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lachan.inventory import manifest


def entry(path: str, kind: str, **more: str) -> dict[str, Any]:
    return {"path": path, "kind": kind, "place": "11692", **more}


ENTRIES = [
    {"place": "", "kind": "audio", "path": "loa/a.mp3", "title": '], "files": ['},
    entry("11692/a.pdf", "poster", title='"place", {"place"'),
    entry("11692/b.pdf", "poster"),
    entry("11692/c.txt", "text"),
]
"""What begins with a place or not: the order of the keys says nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A manifest of these entries, and of files that look like them."""
    with manifest.writing(tmp_path, {"places": []}) as kho:
        for listed in ENTRIES:
            kho.artefact(listed)
        kho.file('{"place": ""}', 1, "0")
    return tmp_path


def test_artefacts_are_those_of_their_list(site: Path) -> None:
    assert list(manifest.artefacts(site)) == ENTRIES
    assert manifest.kinds(site) == Counter(audio=1, poster=2, text=1)


@pytest.mark.parametrize("indent", [None, 2])
def test_a_manifest_laid_out_anew_lists_the_same(site: Path, indent: int | None) -> None:
    path = site / manifest.NAME
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")), indent=indent), "utf-8")
    assert list(manifest.artefacts(site)) == ENTRIES


def test_an_empty_list_is_empty(tmp_path: Path) -> None:
    with manifest.writing(tmp_path, {"places": []}):
        pass
    assert list(manifest.artefacts(tmp_path)) == []
