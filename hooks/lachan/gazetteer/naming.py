"""What a campaign file calls a place, compared with the official list of the day.

A name that the list knows for this code, a former or a coming one, gives way to the name in force, so
that pages and sheets are right on the day without anybody's doing. What the list does not know stays as
it is written and is asked about: the list may be older than the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lachan.common.problem import Problem, Where
from lachan.common.yamltext import Tree
from lachan.gazetteer import spelling
from lachan.gazetteer.listing import Former, Listing, Unit

UPDATE = "lachan places --update"
_UPGRADES = (("Xã", "Phường"), ("Tỉnh", "Thành phố"))
"""What places become; where a file has the second and the list the first, the list may be the older."""


@dataclass(frozen=True)
class Finding:
    """Where a file and the list differ; `corrected` should stand under `key`, where that is sure."""

    where: Where
    message: str
    key: str = ""
    corrected: str = ""

    @property
    def problem(self) -> Problem:
        """The finding as a note to the author, with what fixes it."""
        advice = f"; sửa tệp này: {UPDATE}" if self.corrected else ""
        return self.where.problem(self.message + advice, warning=True)


@dataclass(frozen=True)
class Named:
    """What a place is called on the day; `unit` is what the list has of it."""

    name: str
    unit: Unit | None
    findings: tuple[Finding, ...] = ()

    @property
    def former(self) -> tuple[Former, ...]:
        """What it was called before."""
        return self.unit.former if self.unit else ()


def province(listing: Listing, code: str, name: str, tree: Tree) -> Named:
    """The province of the file `tree`, which says `code` and `name`."""
    unit = listing.province(code)
    if unit is None:
        near = listing.near_provinces(name)
        return Named(name, None, (_unknown("tỉnh, thành phố", code, near, tree),))
    called, findings = _called(unit, name, tree)
    if unit.code != code:
        message = f"mã {code} nay là {unit.code} ({unit.name})"
        findings.append(Finding(tree.at(("code",)), message, "code", unit.code))
    return Named(called, unit, tuple(findings))


def commune(listing: Listing, code: str, name: str, tree: Tree, home: Named) -> Named:
    """The commune of the file `tree`, which says `code` and `name` in the folder of `home`.

    The code stays even where it is no more: it is the address that printed codes lead to.
    """
    unit = listing.commune(code)
    if unit is None:
        inside = home.unit.code if home.unit else ""
        near = listing.named(name, inside) or listing.near(name, inside)
        return Named(name, None, (_unknown("xã, phường, đặc khu", code, near, tree),))
    inside = home.unit.code if home.unit else unit.province
    others = listing.named(name, inside) or listing.named(name, unit.province)
    if others and spelling.key(name) not in map(spelling.key, _names(unit)):
        message = (
            f"danh mục ghi mã {code} là «{unit.name}»; «{name}» là mã {_listed(others, names=False)}. "
            "Hãy xem lại mã và tên"
        )
        return Named(name, unit, (Finding(tree.at(("code",)), message),))
    called, findings = _called(unit, name, tree)
    return Named(called, unit, tuple(findings))


def lies_in(named: Named, home: Named, listing: Listing) -> Named:
    """The province that a commune lies in whose file is in the folder of `home`.

    A resolution may have moved it since; what the list says without one stays a question.
    """
    moved = named.unit and home.unit and home.unit.code in named.unit.left
    there = listing.province(named.unit.province) if named.unit and moved else None
    return Named(there.name, there) if there else home


def strangers(
    places: Sequence[tuple[Named, Tree]], home: Named, tree: Tree, listing: Listing
) -> Iterator[Finding]:
    """Communes of other provinces than `home`, in whose folder they lie; `tree` is its province.yml.

    Where all of them are of one other province, that file is the one to look at.
    """
    known = [(named.unit, place) for named, place in places if named.unit and home.unit]
    away = [(unit, place) for unit, place in known if home.unit and unit.province != home.unit.code]
    if len(away) == len(known) > 1 and len({unit.province for unit, _ in away}) == 1:
        there = _shown(listing.province(away[0][0].province))
        message = (
            f"theo danh mục, cả {len(away)} nơi trong thư mục này thuộc {there}; hãy xem lại mã tỉnh"
        )
        yield Finding(tree.at(("code",)), message)
        return
    for unit, place in away:
        there = _shown(listing.province(unit.province))
        if home.unit and home.unit.code in unit.left:
            message = (
                f"«{unit.name}» nay thuộc {there}, từ {_since(unit)}; trang và tờ in đã ghi như vậy. "
                "Hãy chuyển tệp này sang thư mục của nơi ấy"
            )
        else:
            message = (
                f"theo danh mục, mã {unit.code} thuộc {there}; hãy xem lại mã, hoặc chuyển tệp sang đó"
            )
        yield Finding(place.at(("code",)), message)


def _called(unit: Unit, name: str, tree: Tree) -> tuple[str, list[Finding]]:
    """What a unit is called that a file calls `name`, and what is to be said about that."""
    where, now = tree.at(("name",)), unit.name
    if spelling.key(name) == spelling.key(now):
        if spelling.cased(name) != spelling.cased(now):
            return now, [Finding(where, f"danh mục viết «{now}»", "name", now)]
        return spelling.plain(name), [_coming(unit, where)] if unit.coming else []
    for former in reversed(unit.former):
        if spelling.key(former.name) == spelling.key(name):
            day, by = max((former.until, former.by), (unit.title.since, unit.title.by))
            message = (
                f"«{name}» nay là «{now}», từ {day:%d/%m/%Y} ({by}); trang và tờ in đã ghi tên mới"
            )
            return now, [Finding(where, message, "name", now)]
    for coming in unit.coming:
        if spelling.key(coming.name) == spelling.key(name):
            message = (
                f"«{name}» chỉ có từ {coming.since:%d/%m/%Y} ({coming.by}); "
                f"trước ngày ấy trang và tờ in ghi «{now}»"
            )
            return now, [Finding(where, message)]
    message = f"danh mục ghi mã {unit.code} là «{now}», từ {_since(unit)}; ở đây là «{name}»"
    if _slip(name, now):
        return name, [Finding(where, message, "name", now)]
    return name, [Finding(where, f"{message}. Hãy xem lại mã và tên")]


def _coming(unit: Unit, where: Where) -> Finding:
    """A note in time: what is printed now will soon be old."""
    title = unit.coming[0]
    return Finding(
        where,
        f"từ {title.since:%d/%m/%Y} «{unit.name}» là «{title.name}» ({title.by}): "
        "trang tự đổi tên từ ngày ấy; tờ in trước đó còn mang tên cũ",
    )


def _slip(name: str, now: str) -> bool:
    """Whether `name` is `now` with a slip of the pen, or what it was before it became more."""
    kinds = (spelling.parts(name)[0], spelling.parts(now)[0])
    return bool(spelling.nearest(name, [now])) and (kinds[0] == kinds[1] or kinds in _UPGRADES)


def _unknown(kind: str, code: str, near: Iterable[Unit], tree: Tree) -> Finding:
    hint = f"; tên gần nhất: {_listed(near)}" if near else ""
    return Finding(
        tree.at(("code",)),
        f"danh mục không có {kind} nào mang mã {code}; hãy xem lại mã{hint}",
    )


def _names(unit: Unit) -> Iterator[str]:
    """Every name the list has for a unit."""
    yield unit.name
    yield from (former.name for former in unit.former)
    yield from (title.name for title in unit.coming)


def _listed(units: Iterable[Unit], *, names: bool = True) -> str:
    return ", ".join(f"{unit.code} {unit.name}" if names else unit.code for unit in units)


def _shown(unit: Unit | None) -> str:
    return f"«{unit.name}» (mã {unit.code})" if unit else "tỉnh, thành phố khác"


def _since(unit: Unit) -> str:
    return f"{unit.title.since:%d/%m/%Y} ({unit.title.by})"
