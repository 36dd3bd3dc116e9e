"""FOR WHOM: the country, its provinces and communes, and who answers the telephone there.

Settings cascade: vietnam.yml → <province>/province.yml → <province>/<commune>.yml; a commune writes
only what differs. A place is known by its official code: names repeat (there are two Xã Ninh Giang).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import Field

from lachan.contact import ByLanguage, Contact, ContactFile, contact
from lachan.problem import Problem
from lachan.schema import Strict, load
from lachan.yamltext import Tree, Where, merge, read, subtree

KINDS = ("Xã", "Phường", "Đặc khu")


class Limits(Strict):
    """Months after which a checked number is reminded of, and then refused."""

    warn_months: int = Field(ge=1, le=120)
    error_months: int = Field(ge=1, le=120)


class Theme(Strict):
    """The official theme of one year's 30/7."""

    name: ByLanguage
    source: str = Field(min_length=1)


class CountryFile(Strict):
    """campaigns/vietnam.yml without its contacts, which cascade."""

    name: ByLanguage
    edition: date
    exit: str = Field(pattern="^https://")
    limits: Limits
    themes: dict[int, Theme] = Field(default_factory=dict)


class ProvinceFile(Strict):
    """campaigns/<province>/province.yml without its contacts."""

    code: str = Field(pattern="^[0-9]{2}$")
    name: str = Field(pattern="^(Tỉnh|Thành phố) .+")
    plan: str = ""


class PlaceFile(Strict):
    """campaigns/<province>/<commune>.yml without its contacts."""

    code: str = Field(pattern="^[0-9]{5}$")
    name: str = Field(pattern=f"^({'|'.join(KINDS)}) .+")
    plan: str = ""


@dataclass(frozen=True)
class Name:
    """An official name in its two parts: «Phường» and «Dương Kinh»."""

    kind: str
    short: str

    def __str__(self) -> str:
        return f"{self.kind} {self.short}"


@dataclass(frozen=True)
class Place:
    """A commune: what it is called, where it lies, who answers there."""

    code: str
    name: Name
    province: Name
    contacts: Mapping[str, Contact]
    where: Where


@dataclass(frozen=True)
class Campaign:
    """All places and contacts of one edition."""

    country: CountryFile
    contacts: Mapping[str, Contact]
    places: tuple[Place, ...]
    where: Mapping[str, Where]
    """Where each contact of the country stands."""


def split(name: str) -> Name:
    """«Đặc khu Bạch Long Vĩ» → kind and short name."""
    kind = next(k for k in (*KINDS, "Tỉnh", "Thành phố") if name.startswith(f"{k} "))
    return Name(kind, name.removeprefix(kind).strip())


def read_campaign(folder: Path, name: str) -> tuple[Campaign | None, list[Problem]]:
    """Read the folder `campaigns`, shown to people as `name`.

    The campaign is None only when vietnam.yml itself cannot be used; a faulty place is left out.
    """
    country_tree, problems = read(folder / "vietnam.yml", f"{name}/vietnam.yml")
    if problems:
        return None, problems
    national, found = _contacts(subtree(country_tree, "contacts"), local=False)
    problems += found
    country, found = load(CountryFile, _without(country_tree, "contacts", "local_contacts"))
    problems += found
    places: list[Place] = []
    base = subtree(country_tree, "local_contacts")
    for province_file in sorted(folder.glob("*/province.yml")):
        read_places, found = _province(province_file, name, base)
        places += read_places
        problems += found
    problems += list(_strays(folder, name)) + list(_twins(places))
    if country is None:
        return None, problems
    ordered = tuple(sorted(places, key=lambda place: place.code))
    where = {id: country_tree.at(("contacts", id)) for id in national}
    return Campaign(country, national, ordered, where), problems


def _province(path: Path, name: str, base: Tree) -> tuple[list[Place], list[Problem]]:
    folder = path.parent.name
    tree, problems = read(path, f"{name}/{folder}/province.yml")
    if problems:
        return [], problems
    file, problems = load(ProvinceFile, _without(tree, "contacts"))
    contacts = merge(base, subtree(tree, "contacts"))
    places: list[Place] = []
    for place_path in sorted(path.parent.glob("*.yml")):
        if place_path == path:
            continue
        place, found = _place(place_path, f"{name}/{folder}/{place_path.name}", file, contacts)
        places += [place] if place else []
        problems += found
    return places, problems


def _place(
    path: Path, name: str, province: ProvinceFile | None, base: Tree
) -> tuple[Place | None, list[Problem]]:
    tree, problems = read(path, name)
    if problems:
        return None, problems
    file, problems = load(PlaceFile, _without(tree, "contacts"))
    contacts, found = _contacts(merge(base, subtree(tree, "contacts")), local=True)
    problems += found
    if file is None or province is None:
        return None, problems
    where = tree.at(("code",))
    return Place(file.code, split(file.name), split(province.name), contacts, where), problems


def _contacts(tree: Tree, *, local: bool) -> tuple[dict[str, Contact], list[Problem]]:
    contacts: dict[str, Contact] = {}
    problems: list[Problem] = []
    if not isinstance(tree.value, dict):
        return {}, [tree.at(()).problem("cần các mục con, mỗi mục một đầu mối")]
    for id in tree.value:
        file, found = load(ContactFile, subtree(tree, id))
        problems += found
        if file:
            contacts[id] = contact(id, file, local=local)
    return contacts, problems


def _without(tree: Tree, *keys: str) -> Tree:
    value = {key: part for key, part in tree.value.items() if key not in keys}
    return Tree(value, tree.where)


def _strays(folder: Path, name: str) -> Iterator[Problem]:
    """Nothing in campaigns/ is passed over in silence."""
    for path in sorted(folder.rglob("*")):
        shown = f"{name}/{path.relative_to(folder).as_posix()}"
        deep = len(path.relative_to(folder).parts)
        if path.is_dir():
            if not (path / "province.yml").exists():
                yield Problem(f"{shown}/province.yml", 1, "thiếu tệp này: mỗi thư mục tỉnh cần một")
        elif path.suffix != ".yml" or (deep == 1 and path.name != "vietnam.yml"):
            yield Problem(shown, 1, "không rõ tệp này để làm gì; xã để ở <tỉnh>/<xã>.yml")


def _twins(places: list[Place]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for place in sorted(places, key=lambda p: (p.where.path, p.code)):
        other = first.setdefault(place.code, place)
        if other is not place:
            yield place.where.problem(f"mã {place.code} đã dùng ở {other.where.path}")
