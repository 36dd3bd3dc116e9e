"""One page of every kind, and how a test names it: `vi-home`, `en-commune`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import pytest

FOLDERS = {"vi": "", "en": "en/"}
RESIDENT = {
    "home": "",
    "help": "tro-giup/",
    "suspicion": "bao-tin/",
    "hotlines": "duong-day-nong/",
    "tricks": "thu-doan/",
    "trick": "thu-doan/viec-nhe-luong-cao/",
    "day": "ngay-30-7/",
    "commune": "11692/",
    "script": "11692/1/",
    "search": "tim/",
}
READ = [kind for kind in RESIDENT if kind != "script"]
STAFF = {"room": "11692/tai-lieu/"}
MATERIAL = {"handbook": "can-bo/"}
OURS = RESIDENT | STAFF
EVERY = OURS | MATERIAL


def path(lang: str, kind: str) -> str:
    """The address of a page, relative to the front page."""
    return FOLDERS[lang] + EVERY[kind]


def each(kinds: Collection[str], langs: Collection[str] = tuple(FOLDERS)) -> Any:
    """Run a test with `lang` and `kind` for every page of `kinds`."""
    return pytest.mark.parametrize(("lang", "kind"), list(_rows(kinds, langs)))


def _rows(kinds: Collection[str], langs: Collection[str]) -> Iterator[Any]:
    for lang in langs:
        for kind in kinds:
            yield pytest.param(lang, kind, id=f"{lang}-{kind}")
