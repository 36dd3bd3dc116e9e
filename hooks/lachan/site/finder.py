"""Find my commune: names on the page where they are few, else a field, its script and a page of all.

A field looks through `xa-phuong/ten.js`, which is loaded when somebody touches it. The names of all
3,321 communes are 19 KB there (gzip), 28 KB as links: too many for a page on a slow phone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise

import rjsmin

from lachan.gazetteer.listing import Former
from lachan.gazetteer.spelling import KINDS
from lachan.gazetteer.unit_names import Name, split
from lachan.plan import paths
from lachan.site.context import PageContext, View, common

FEW = 12
"""As many communes stand on the home page and in the list of the search."""


def finder(here: PageContext) -> View:
    """What the home page shows: the communes themselves, or the way to all of them."""
    project, number = here.project, len(here.project.campaign.places)
    return {
        "number": number,
        "places": entries(here) if number <= FEW else [],
        "all": here.to(paths.communes(project, here.lang)),
        "names": here.to(paths.names(project, here.lang)),
    }


def page(here: PageContext) -> View:
    """The page of all communes, by province, for readers without JavaScript too."""
    title = here.language.strings["finder"]["title"]
    return common(here, [True for _ in here.project.languages]) | {
        "title": title,
        "noindex": True,
        "hero": {"title": title, "lead": "", "eye": "", "art": ""},
        "places": entries(here),
    }


def entries(here: PageContext) -> list[View]:
    """Every commune: its name, its province, its page, and what was called otherwise before."""
    return [
        {
            "name": here.language.title(place.name),
            "province": here.language.title(place.province),
            "url": here.to(paths.commune(here.project, here.lang, place)),
            "was": [
                *was(here, place.province_former, place.province),
                *was(here, place.former, place.name),
            ],
        }
        for place in here.project.campaign.places
    ]


def was(here: PageContext, former: Sequence[Former], now: Name) -> Iterator[str]:
    """«Xã Bố Hạ nay là Phường Bố Hạ»: one line for each old name."""
    line: str = here.language.strings["finder"]["former"]
    for old in former:
        yield line.format(old=here.language.title(split(old.name)), new=here.language.title(now))


def names(here: PageContext, script: str) -> str:
    """The names as JavaScript: by province, each after the step from the code before it.

    Old names stand behind the name that took their place, with a tab between them; what kinds of
    communes are called in Vietnamese and in the page's language stands beside. `script`, which is
    names.js, makes of all this what other scripts look through.
    """
    provinces = dict[str, list[tuple[int, str]]]()
    for place in here.project.campaign.places:
        listed = provinces.setdefault(_ever(here, place.province, place.province_former), [(0, "")])
        listed.append((int(place.code), _ever(here, place.name, place.former)))
    lines = {
        province: "\n".join(
            f"{code - before} {name}" for (before, _), (code, name) in pairwise(sorted(listed))
        )
        for province, listed in provinces.items()
    }
    called = (here.language.title(Name(kind, "")).strip() for kind in KINDS)
    kinds = sorted({*KINDS, *called})
    return f"const NAMES={_json(lines)};\nconst KINDS={_json(kinds)};\n{rjsmin.jsmin(script)}\n"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _ever(here: PageContext, name: Name, former: Sequence[Former]) -> str:
    """A name, and behind it the old ones."""
    every = [name, *(split(old.name) for old in former)]
    return "\t".join(dict.fromkeys(here.language.title(one) for one in every))
