"""FOR WHOM: the country, its provinces and communes, and who answers the telephone there.

Settings cascade: vietnam.yml → <province>/province.yml → <province>/<commune>.yml; a commune writes
only what differs. A place is known by its official code: names repeat (there are two Xã Ninh Giang).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from lachan import tokens
from lachan.broadcast import Broadcast, Recording, read_recordings
from lachan.contact import ByLanguage, Contact, ContactFile, contact
from lachan.problem import Problem
from lachan.schema import Strict, load
from lachan.yamltext import Tree, Where, merge, read, subtree

KINDS = ("Xã", "Phường", "Đặc khu")
PROVINCE_KINDS = ("Tỉnh", "Thành phố")


class Limits(Strict):
    """Months after which a checked number is reminded of, and then refused."""

    warn_months: int = Field(ge=1, le=120)
    error_months: int = Field(ge=1, le=120)


class Theme(Strict):
    """The official theme of one year's 30/7."""

    name: ByLanguage
    source: str = Field(min_length=1)


class CountryFile(Strict):
    """campaigns/vietnam.yml without what cascades."""

    name: ByLanguage
    edition: date = Field(ge=date(2025, 1, 1), le=date(2099, 12, 31))
    exit: str = Field(pattern="^https://")
    limits: Limits
    themes: dict[int, Theme] = Field(default_factory=dict)


_OWN_NAME = r" \w[\w '’.-]*"


def _code(digits: int, example: str) -> AfterValidator:
    def check(code: str) -> str:
        if not re.fullmatch(f"[0-9]{{{digits}}}", code):
            raise ValueError(f"mã gồm đúng {digits} chữ số, ví dụ {example}; nhưng thấy «{code}»")
        return code

    return AfterValidator(check)


def _official(kinds: tuple[str, ...], example: str) -> AfterValidator:
    def check(name: str) -> str:
        plain = " ".join(name.split())
        plain = plain[:1].upper() + plain[1:]
        if not re.fullmatch(f"({'|'.join(kinds)}){_OWN_NAME}", plain):
            begins = ", ".join(kinds)
            raise ValueError(f"tên bắt đầu bằng {begins}, ví dụ {example}; nhưng thấy «{plain}»")
        return plain

    return AfterValidator(check)


class ProvinceFile(Strict):
    """campaigns/<province>/province.yml without what cascades."""

    code: Annotated[str, _code(2, "31")]
    name: Annotated[str, _official(PROVINCE_KINDS, "Tỉnh Bắc Ninh")]
    plan: str = ""


class PlaceFile(Strict):
    """campaigns/<province>/<commune>.yml without what cascades."""

    code: Annotated[str, _code(5, "07735")]
    name: Annotated[str, _official(KINDS, "Phường Dương Kinh")]
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
    """A commune: what it is called, where it lies, who answers there, what its loudspeaker says."""

    code: str
    name: Name
    province: Name
    contacts: Mapping[str, Contact]
    where: Where
    broadcast: Broadcast
    broadcast_tree: Tree = field(compare=False)
    """For the lines of `broadcast`, whichever file they stand in."""
    recordings: tuple[Recording, ...]


@dataclass(frozen=True)
class Campaign:
    """All places and contacts of one edition."""

    country: CountryFile
    contacts: Mapping[str, Contact]
    places: tuple[Place, ...]
    tree: Tree
    """vietnam.yml, for the lines in it."""

    def where(self, id: str) -> Where:
        """Where a contact of the country stands, or should stand."""
        return self.tree.at(("contacts", id))


def split(name: str) -> Name:
    """«Đặc khu Bạch Long Vĩ» → kind and short name."""
    kind = next(k for k in (*KINDS, *PROVINCE_KINDS) if name.startswith(f"{k} "))
    return Name(kind, name.removeprefix(kind).strip())


def read_campaign(folder: Path, name: str) -> tuple[Campaign | None, list[Problem]]:
    """Read the folder `campaigns`, shown to people as `name`.

    The campaign is None only when vietnam.yml itself cannot be used; a faulty place is left out.
    """
    country_tree, problems = read(folder / "vietnam.yml", f"{name}/vietnam.yml")
    if problems:
        return None, problems
    listed, found = _group(country_tree, "contacts")
    problems += found
    national, found = _contacts(listed, local=False)
    problems += found
    base, found = _cascade(country_tree, _NOTHING, contacts="local_contacts")
    problems += found
    _, found = load(Broadcast, base.broadcast)
    problems += found
    country, found = load(
        CountryFile, _without(country_tree, "contacts", "local_contacts", "broadcast")
    )
    problems += found
    places: list[Place] = []
    for province_file in sorted(folder.glob("*/province.yml")):
        read_places, found = _province(province_file, name, base)
        places += read_places
        problems += found
    problems += list(_strays(folder, name)) + list(_twins(places))
    problems = list(dict.fromkeys(problems))
    if country is None:
        return None, problems
    ordered = tuple(sorted(places, key=lambda place: place.code))
    return Campaign(country, national, ordered, country_tree), problems


@dataclass(frozen=True)
class _Cascade:
    """What a place takes over from above."""

    contacts: Tree
    broadcast: Tree


_NOTHING = _Cascade(Tree({}, {}), Tree({}, {}))


def _cascade(tree: Tree, above: _Cascade, contacts: str = "contacts") -> tuple[_Cascade, list[Problem]]:
    """What the file `tree` lays over `above`."""
    own_contacts, problems = _group(tree, contacts)
    own_broadcast, found = _group(tree, "broadcast")
    laid = _Cascade(merge(above.contacts, own_contacts), merge(above.broadcast, own_broadcast))
    return laid, problems + found


def _province(path: Path, name: str, base: _Cascade) -> tuple[list[Place], list[Problem]]:
    folder = path.parent.name
    tree, problems = read(path, f"{name}/{folder}/province.yml")
    if problems:
        return [], problems
    file, problems = load(ProvinceFile, _without(tree, "contacts", "broadcast"))
    here, found = _cascade(tree, base)
    problems += found
    places: list[Place] = []
    for place_path in sorted(path.parent.glob("*.yml")):
        if place_path == path:
            continue
        place, found = _place(place_path, f"{name}/{folder}/{place_path.name}", file, here)
        places += [place] if place else []
        problems += found
    return places, problems


def _place(
    path: Path, name: str, province: ProvinceFile | None, base: _Cascade
) -> tuple[Place | None, list[Problem]]:
    tree, problems = read(path, name)
    if problems:
        return None, problems
    file, problems = load(PlaceFile, _without(tree, "contacts", "broadcast"))
    here, found = _cascade(tree, base)
    contacts, faults = _contacts(here.contacts, local=True)
    broadcast, strange = load(Broadcast, here.broadcast)
    recordings, others = read_recordings(path.with_suffix(""), name.removesuffix(".yml"))
    problems += found + faults + strange + others
    # Of a place with a faulty contact everything else would be said once more.
    if file is None or province is None or broadcast is None or faults:
        return None, problems
    return Place(
        code=file.code,
        name=split(file.name),
        province=split(province.name),
        contacts=contacts,
        where=tree.at(("code",)),
        broadcast=broadcast,
        broadcast_tree=here.broadcast,
        recordings=recordings,
    ), problems


def _contacts(tree: Tree, *, local: bool) -> tuple[dict[str, Contact], list[Problem]]:
    contacts: dict[str, Contact] = {}
    problems: list[Problem] = []
    for id in tree.value:
        entry = subtree(tree, id)
        file, found = load(ContactFile, entry)
        problems += found
        if file:
            problems += _strange_words(entry, file, tokens.PLACE_WORDS if local else ())
            contacts[id] = contact(id, file, local=local)
    return contacts, problems


def _strange_words(tree: Tree, file: ContactFile, known: tuple[str, ...]) -> Iterator[Problem]:
    """Placeholders in names that nothing will be put in for."""
    usable = ", ".join(f"{{{word}}}" for word in known) or "không gì cả"
    for key, texts in (("name", file.name), ("does", file.does)):
        for lang, words in texts.items():
            for _, strange in tokens.faults(words, known):
                where = tree.at((key, lang))
                yield where.problem(f"không rõ «{strange}»; ở đây dùng được: {usable}")


def _group(tree: Tree, key: str) -> tuple[Tree, list[Problem]]:
    """The entries under `key`; an empty group beside the problem when they are no group."""
    group = subtree(tree, key)
    if isinstance(group.value, dict):
        return group, []
    return Tree({}, {(): group.at(())}), [group.at(()).problem(f"«{key}» cần các mục con")]


def _without(tree: Tree, *keys: str) -> Tree:
    value = {key: part for key, part in tree.value.items() if key not in keys}
    return Tree(value, tree.where)


def _strays(folder: Path, name: str) -> Iterator[Problem]:
    """Nothing in campaigns/ is passed over in silence."""
    for path in sorted(folder.rglob("*")):
        shown = f"{name}/{path.relative_to(folder).as_posix()}"
        deep = len(path.relative_to(folder).parts)
        if path.is_dir():
            beside = path.with_suffix(".yml")
            if deep > 2 or (deep == 2 and (path.name == "province" or not beside.exists())):
                yield Problem(shown, 1, "thư mục thu âm cần cùng tên với tệp của xã")
            elif deep == 1 and not (path / "province.yml").exists():
                yield Problem(f"{shown}/province.yml", 1, "thiếu tệp này: mỗi thư mục tỉnh cần một")
        elif deep == 3:
            continue  # recordings, read with their commune
        elif path.suffix != ".yml" or deep > 3 or (deep == 1 and path.name != "vietnam.yml"):
            yield Problem(shown, 1, "không rõ tệp này để làm gì; xã để ở <tỉnh>/<xã>.yml")


def _twins(places: list[Place]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for place in sorted(places, key=lambda p: (p.where.path, p.code)):
        other = first.setdefault(place.code, place)
        if other is not place:
            yield place.where.problem(f"mã {place.code} đã dùng ở {other.where.path}")
