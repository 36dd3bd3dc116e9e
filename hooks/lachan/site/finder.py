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
from lachan.gazetteer.unit_names import Name, split
from lachan.plan import paths
from lachan.site.context import Spot, View, common

FEW = 12
"""As many communes stand on the home page and in the list of the search."""


def finder(spot: Spot) -> View:
    """What the home page shows: the communes themselves, or the way to all of them."""
    project, number = spot.project, len(spot.project.campaign.places)
    return {
        "number": number,
        "places": entries(spot) if number <= FEW else [],
        "all": spot.to(paths.communes(project, spot.lang)),
        "names": spot.to(paths.names(project, spot.lang)),
    }


def page(spot: Spot) -> View:
    """The page of all communes, by province, for readers without JavaScript too."""
    title = spot.language.strings["finder"]["title"]
    return common(spot, [True for _ in spot.project.languages]) | {
        "title": title,
        "noindex": True,
        "hero": {"title": title, "lead": "", "eye": "", "art": ""},
        "places": entries(spot),
    }


def entries(spot: Spot) -> list[View]:
    """Every commune: its name, its province, its page, and what was called otherwise before."""
    return [
        {
            "name": spot.language.title(place.name),
            "province": spot.language.title(place.province),
            "url": spot.to(paths.commune(spot.project, spot.lang, place)),
            "was": [
                *was(spot, place.province_former, place.province),
                *was(spot, place.former, place.name),
            ],
        }
        for place in spot.project.campaign.places
    ]


def was(spot: Spot, former: Sequence[Former], now: Name) -> Iterator[str]:
    """«Xã Bố Hạ nay là Phường Bố Hạ»: one line for each old name."""
    line: str = spot.language.strings["finder"]["former"]
    for old in former:
        yield line.format(old=spot.language.title(split(old.name)), new=spot.language.title(now))


def names(spot: Spot, script: str) -> str:
    """The names as JavaScript: by province, each after the step from the code before it.

    Old names stand behind the name that took their place, with a tab between them. `script`, which is
    names.js, makes of all this what other scripts look through.
    """
    provinces = dict[str, list[tuple[int, str]]]()
    for place in spot.project.campaign.places:
        listed = provinces.setdefault(_ever(spot, place.province, place.province_former), [(0, "")])
        listed.append((int(place.code), _ever(spot, place.name, place.former)))
    lines = {
        province: "\n".join(
            f"{code - before} {name}" for (before, _), (code, name) in pairwise(sorted(listed))
        )
        for province, listed in provinces.items()
    }
    data = json.dumps(lines, ensure_ascii=False, separators=(",", ":"))
    return f"const NAMES={data};\n{rjsmin.jsmin(script)}\n"


def _ever(spot: Spot, name: Name, former: Sequence[Former]) -> str:
    """A name, and behind it the old ones."""
    every = [name, *(split(old.name) for old in former)]
    return "\t".join(dict.fromkeys(spot.language.title(one) for one in every))
