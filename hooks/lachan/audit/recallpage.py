"""The page «thu hồi» that an officer prints and sends: what to take back, from whom, at which place.

It is one file that needs no other, for it travels by Zalo. A country is too much for memory, so places
are written one by one, and the head, which counts them, is put in front afterwards.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.environment import TemplateModule

from lachan.audit.carriers import Carrier, Carrying, groups
from lachan.common.yamltext import parse
from lachan.files import disk
from lachan.formats.kinds import Kind


@dataclass
class Count:
    """How much carries it: places, those named first, and files by kind."""

    places: int = 0
    names: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, carrying: Carrying) -> None:
        """Count a place, or the pages of the whole country."""
        if carrying.code:
            self.places += 1
            self.names += [f"{carrying.name} ({carrying.code})"] if len(self.names) < _NAMED else []
        self.kinds.update(carrier.kind for carrier in carrying.carriers)

    @property
    def files(self) -> str:
        """«2 áp phích, 1 trang», in the order in which things are to be done."""
        labels = {kind: label for group in groups().values() for kind, label in group["kinds"].items()}
        return ", ".join(
            f"{self.kinds[kind]} {labels[kind][:1].lower()}{labels[kind][1:]}"
            for kind in labels
            if self.kinds[kind]
        )


_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")
"""Where a number must not be broken at the end of a line."""
_NAMED = 3
"""Places that the short text names."""


@dataclass(frozen=True)
class About:
    """What stands at the head of the page."""

    title: str
    edition: str
    day: date
    reason: str = ""
    by: str = ""


def write(path: Path, about: About, found: Iterable[Carrying]) -> Count:
    """Write the page and count what stands on it; where nothing is found nothing is written.

    Raises OSError.
    """
    count = Count()
    path.parent.mkdir(parents=True, exist_ok=True)
    body, half = path.with_name(f".{path.name}.body"), path.with_name(f".{path.name}.half")
    try:
        with disk.writing(path), body.open("w", encoding="utf-8", newline="\n") as file:
            for carrying in found:
                count.add(carrying)
                file.write(_place(carrying))
        if count.kinds:
            with disk.writing(path), half.open("wb") as file_:
                file_.write(_head(about, count).encode())
                with body.open("rb") as places:
                    shutil.copyfileobj(places, file_)
                file_.write(b"</main>\n</body>\n</html>\n")
            half.replace(path)
    finally:
        body.unlink(missing_ok=True)
        half.unlink(missing_ok=True)
    return count


def _head(about: About, count: Count) -> str:
    steps = parse(_data("steps.yml"), "steps.yml")[0].value["steps"]
    places = f"{count.places} xã, phường" if count.places else "trang chung của cả nước"
    return str(
        _template().head(  # type: ignore[attr-defined]
            words=steps,
            title=_BETWEEN_DIGITS.sub("\u00a0", about.title),
            places=places,
            files=count.files,
            edition=date.fromisoformat(about.edition).strftime("%d/%m/%Y"),
            day=f"{about.day:%d/%m/%Y}",
            reason=about.reason,
            by=about.by,
        )
    )


def _place(carrying: Carrying) -> str:
    name = f"{carrying.name}, {carrying.province} ({carrying.code})" if carrying.code else _COMMON
    return str(_template().place(name=name, groups=list(_groups(carrying))))  # type: ignore[attr-defined]


_COMMON = "Trang chung của cả nước"


def _groups(carrying: Carrying) -> Iterator[Mapping[str, Any]]:
    """What is to be done there, one group of holders after the other; one line for each text."""
    for group in groups().values():
        items: dict[tuple[str, str, str], list[Carrier]] = {}
        for carrier in carrying.carriers:
            if carrier.kind in group["kinds"]:
                items.setdefault((carrier.kind, carrier.title, carrier.lang), []).append(carrier)
        if items:
            yield {
                "title": group["title"],
                "do": group["do"],
                "lines": [
                    {
                        "kind": group["kinds"][kind],
                        "title": title,
                        "lang": lang if lang != "vi" else "",
                        "files": [carrier.path.rpartition("/")[2] for carrier in carriers]
                        if kind != Kind.PAGE
                        else [carrier.opens for carrier in carriers],
                        "opens": carriers[0].opens.lower() if kind != Kind.PAGE else "",
                    }
                    for (kind, title, lang), carriers in items.items()
                ],
            }


@cache
def _template() -> TemplateModule:
    return Environment(autoescape=True).from_string(_data("page.html")).module


def _data(name: str) -> str:
    return files("lachan").joinpath(f"data/recall/{name}").read_text("utf-8")
